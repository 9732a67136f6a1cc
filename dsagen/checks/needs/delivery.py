"""What one flow brings to one recipient, and what it is needed for there."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from dsagen.checks.needs.requirement import Requirement

if TYPE_CHECKING:
    from dsagen.checks.subjects import Case, FlowSubject, PartySubject, PurposeSubject
    from dsagen.model.purpose import Need

__all__ = ["Delivery", "deliveries_of"]


def deliveries_of(case: Case) -> Iterator[Delivery]:
    """Give every flow to every recipient, in the order of the agreement."""
    return (delivery for flow in case.flows for delivery in flow.deliveries)


@dataclass(frozen=True)
class Delivery:
    """One flow to one recipient.

    A question is asked of each flow by itself: a message that names nobody is no use, although another message to the
    same recipient gives a name. Where a flow brings only part of an answer, the rest may come by another flow.
    """

    flow: FlowSubject
    recipient: PartySubject

    @cached_property
    def fields(self) -> frozenset[str]:
        """Give the fields that travel."""
        return frozenset(self.flow.flow.fields)

    @cached_property
    def purposes(self) -> tuple[PurposeSubject, ...]:
        """Give the purposes of the flow on which this recipient acts."""
        return tuple(purpose for purpose in self.flow.purposes if purpose.is_for(self.recipient.key))

    @property
    def is_described(self) -> bool:
        """Tell whether every purpose of the flow asks questions. Otherwise nobody can say what is needed."""
        return all(purpose.purpose.needs for purpose in self.flow.purposes)

    @cached_property
    def requirements(self) -> tuple[Requirement, ...]:
        """Give what the fields of this flow do for this recipient, the questions first and the matching last.

        Recipients of whom the same is asked, and who receive the same, share one answer.
        """
        arriving = {purpose.key: self._arriving(purpose) for purpose in self.purposes}
        known, key = self.flow.requirements, tuple(arriving.items())
        if key not in known:
            known[key] = tuple(self._requirements(arriving))
        return known[key]

    @cached_property
    def needed(self) -> frozenset[str]:
        """Give the fields that some requirement can use."""
        return frozenset().union(*(requirement.fields for requirement in self.requirements))

    @cached_property
    def needed_to_match_alone(self) -> frozenset[str]:
        """Give the fields that nothing but the matching uses."""
        asked = (requirement.fields for requirement in self.requirements if not requirement.is_matching)
        return self.needed - frozenset().union(*asked)

    def _requirements(self, arriving: Mapping[str, frozenset[str]]) -> Iterator[Requirement]:
        for purpose in self.purposes:
            for question, need in purpose.purpose.needs.items():
                sets, elsewhere = self._sets(need, arriving[purpose.key])
                if sets:
                    yield Requirement(sets, question, purpose.key, need.why_more or "", elsewhere)
        matching = self.flow.flow.matching
        if matching is not None and self.purposes:
            compared = [frozenset(one) for one in matching.any_of] or [frozenset(matching.identifiers)]
            whole = tuple(one for one in compared if one and one <= self.fields)
            some = tuple(one & self.fields for one in compared if one & self.fields)
            if whole or some:
                yield Requirement(_least(whole or some), why_more=matching.why_more or "")

    def _arriving(self, purpose: PurposeSubject) -> frozenset[str]:
        """Give every field that reaches the recipient for a purpose, by whichever flow."""
        flows = (flow.flow for flow in purpose.flows if self.recipient.key in flow.flow.to)
        return frozenset(field for flow in flows for field in flow.fields)

    def _sets(self, need: Need, arriving: frozenset[str]) -> tuple[tuple[frozenset[str], ...], frozenset[str]]:
        """Give what this flow has to bring so that a question stays answered, and what comes by another way."""
        whole = tuple(one for one in need.sets if one <= self.fields)
        if whole:
            return _least(whole), frozenset()
        joined = [one for one in need.sets if one <= arriving]
        if any(not one & self.fields for one in joined):
            return (), frozenset()  # other flows answer it without this one
        parts = joined or [one for one in need.sets if one & self.fields]
        sets = _least(tuple(one & self.fields for one in parts))
        return sets, frozenset().union(*parts) - self.fields


def _least(sets: tuple[frozenset[str], ...]) -> tuple[frozenset[str], ...]:
    """Leave out each set that holds another one: whoever has it has the other."""
    return tuple(one for one in dict.fromkeys(sets) if not any(other < one for other in sets))
