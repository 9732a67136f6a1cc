"""What each field is needed for, and what could be left out, as people and programs read it."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from functools import cached_property
from typing import Any

from dsagen.checks.needs import Delivery, Loss, Requirement, Weighed, deliveries_of, weigh
from dsagen.checks.reductions import Proposal, proposals_of
from dsagen.checks.subjects import Case
from dsagen.cli.saying import counted, reached
from dsagen.model.finding import Source
from dsagen.workspace import Reading, join_path

__all__ = ["Minimised"]

_SETS = 5
"""Smallest sets that the text shows."""


class Minimised:
    """Say of every flow and recipient what is needed, and what could be left out."""

    def __init__(self, reading: Reading, cases: Sequence[Case], flow: str | None) -> None:
        self._reading = reading
        self._cases = cases
        self._flow = flow

    @cached_property
    def _weighed(self) -> dict[str, list[Weighed]]:
        return {
            case.agreement.reference: [
                weigh(delivery) for delivery in deliveries_of(case) if self._flow in (None, delivery.flow.key)
            ]
            for case in self._cases
        }

    @cached_property
    def _proposals(self) -> list[Proposal]:
        return [
            proposal
            for case in self._cases
            for proposal in proposals_of(case)
            if self._flow is None or proposal.finding.path.startswith(f"{join_path(case.path, 'flows', self._flow)}/")
        ]

    @property
    def is_open(self) -> bool:
        """Tell whether something could be left out that nobody has answered for."""
        return any(not proposal.is_answered for proposal in self._proposals)

    def lines(self) -> Iterator[str]:
        """Give the lines of the text."""
        for case in self._cases:
            yield f"{case.agreement.reference}: {case.agreement.title}"
            for weighed in self._weighed[case.agreement.reference]:
                yield ""
                yield from self._delivery(weighed)
            yield ""
        if not self._cases:
            yield "There is no agreement to look at."
            return
        yield from self._proposed()

    def _delivery(self, weighed: Weighed) -> Iterator[str]:
        delivery = weighed.delivery
        flow = delivery.flow
        yield f"{flow.key} to {delivery.recipient.called}: {flow.flow.title}"
        place = self._place(flow.path)
        yield from [f"  {place}"] if place is not None else []
        if not delivery.purposes:
            yield f"  No purpose of this flow is meant for {delivery.recipient.called}. It needs no field of it."
            return
        yield f"  For: {'; '.join(purpose.purpose.title for purpose in delivery.purposes)}"
        for purpose in delivery.purposes:
            if not purpose.purpose.needs:
                yield f'  "{purpose.purpose.title}" asks no question yet, so nobody can say what it needs.'
        if not delivery.is_described:
            return
        for loss in weighed.losses:
            yield f"  - drop {_label(delivery, loss.field)}: {self._said(delivery, loss)}"
        yield from self._smallest(weighed)
        for requirement in delivery.requirements:
            if requirement.elsewhere:
                fields = ", ".join(sorted(requirement.elsewhere))
                yield f'  For "{requirement.question}" this flow brings only a part. Not in it: {fields}.'

    def _said(self, delivery: Delivery, loss: Loss) -> str:
        parts = []
        for requirement, fields in loss.falls_back:
            who = "matching" if requirement.is_matching else f'"{requirement.question}"'
            parts.append(f"{who} falls back to {_labels(delivery, fields)}")
        open_questions = [f'"{each.question}"' for each in loss.fails if not each.is_matching]
        if open_questions:
            parts.append(f"{' and '.join(open_questions)} cannot be answered")
        if any(each.is_matching for each in loss.fails):
            parts.append("records can no longer be matched")
        for title in self._not_met(delivery, loss):
            parts.append(f'the purpose "{title}" cannot be met')
        if loss.is_nothing:
            parts.append("nothing fails")
            if loss.is_explained:
                parts += [f"it travels because: {each.why_more}" for each, _ in loss.falls_back]
            else:
                parts.append("remove it, or say why it is needed")
        only = " (only this question needs it)" if loss.needed_by_one is not None else ""
        return "; ".join(parts) + only + "."

    def _not_met(self, delivery: Delivery, loss: Loss) -> Iterator[str]:
        failing = {each.purpose for each in loss.fails if not each.is_matching}
        return (purpose.purpose.title for purpose in delivery.purposes if purpose.key in failing)

    def _smallest(self, weighed: Weighed) -> Iterator[str]:
        delivery, smallest = weighed.delivery, weighed.smallest
        every = len(delivery.fields)
        if not smallest.exact:
            yield "  There are more combinations than dsagen tries. This set is enough, and a smaller one may be too."
            yield f"  It has {smallest.size} of {every} fields: {_labels(delivery, smallest.sets[0])}."
        elif smallest.size == every:
            yield f"  The smallest set that is enough: all {every} fields."
        elif len(smallest.sets) == 1:
            labels = _labels(delivery, smallest.sets[0])
            yield f"  The smallest set that is enough has {smallest.size} of {every} fields: {labels}."
        else:
            number = f"more than {len(smallest.sets)}" if smallest.more else str(len(smallest.sets))
            yield f"  {number} smallest sets are enough, each with {smallest.size} of {every} fields:"
            yield from (f"    {_labels(delivery, one)}" for one in smallest.sets[:_SETS])
            yield from ["    and others"] if len(smallest.sets) > _SETS or smallest.more else []
        alone = [key for key in delivery.flow.flow.fields if key in delivery.needed_to_match_alone]
        if alone:
            matching = delivery.flow.flow.matching
            after = f" Afterwards: {matching.afterwards.replace('_', ' ')}." if matching and matching.afterwards else ""
            yield f"  Needed for the match alone: {_labels(delivery, alone)}.{after}"

    def _proposed(self) -> Iterator[str]:
        still = [proposal for proposal in self._proposals if not proposal.is_answered]
        answered = [proposal for proposal in self._proposals if proposal.is_answered]
        if still:
            yield "What could be left out"
        for proposal in still:
            finding = proposal.finding
            place = self._place(finding.path)
            yield f"{place or finding.path}: {finding.message} [{finding.rule}]"
            yield f"    {finding.fix}"
            if proposal.changes:
                yield f"    To apply it: --write {proposal.key}"
        if answered:
            yield "Kept, with a reason"
        for proposal in answered:
            acceptance = proposal.finding.acceptance
            assert acceptance is not None
            yield f"{proposal.key}: {proposal.finding.message}"
            yield f"    By the {acceptance.by}, until {acceptance.until}: {acceptance.reason}"
        weighed = sum(len(found) for found in self._weighed.values())
        found = counted(len(still), "proposal") if still else "nothing that could be left out"
        yield f"{weighed} weighed, one for each flow and recipient: {found}. dsagen proposes; a person decides."

    def _place(self, path: str) -> Source | None:
        found = self._reading.sources.key(path)
        return Source(reached(self._reading.root / found.file), found.line, found.column) if found else None

    def json(self) -> str:
        """Give the same as JSON."""
        flows = [_record(reference, each) for reference, found in self._weighed.items() for each in found]
        proposals = [self._proposal(proposal) for proposal in self._proposals]
        return json.dumps({"version": 1, "flows": flows, "proposals": proposals}, indent=2, ensure_ascii=False)

    def _proposal(self, proposal: Proposal) -> dict[str, Any]:
        finding, place = proposal.finding, self._place(proposal.finding.path)
        return {
            "name": proposal.key,
            "excess": proposal.excess,
            "agreement": finding.agreement,
            "rule": finding.rule,
            "message": finding.message,
            "fix": finding.fix,
            "file": place.file if place is not None else "",
            "line": place.line if place is not None else None,
            "column": place.column if place is not None else None,
            "path": finding.path,
            "answered": proposal.is_answered,
            "changes": [
                {"action": each.action, "path": each.path, **({"value": each.value} if each.action == "set" else {})}
                for each in proposal.changes
            ],
        }


def _record(reference: str, weighed: Weighed) -> dict[str, Any]:
    delivery, smallest = weighed.delivery, weighed.smallest
    return {
        "agreement": reference,
        "flow": delivery.flow.key,
        "recipient": delivery.recipient.key,
        "purposes": [purpose.key for purpose in delivery.purposes],
        "described": delivery.is_described,
        "fields": [_loss_record(delivery, loss) for loss in weighed.losses],
        "smallest_sets": [_in_order(delivery, one) for one in smallest.sets],
        "smallest_is_exact": smallest.exact,
        "more_smallest_sets": smallest.more,
        "matching_alone": [key for key in delivery.flow.flow.fields if key in delivery.needed_to_match_alone],
    }


def _loss_record(delivery: Delivery, loss: Loss) -> dict[str, Any]:
    return {
        "field": loss.field,
        "nothing_fails": loss.is_nothing,
        "fails": [_what(requirement) for requirement in loss.fails],
        "falls_back": [
            {**_what(requirement), "to": _in_order(delivery, fields), "why_more": requirement.why_more}
            for requirement, fields in loss.falls_back
        ],
        "only_one_question": loss.needed_by_one.question if loss.needed_by_one is not None else None,
    }


def _what(requirement: Requirement) -> dict[str, Any]:
    if requirement.is_matching:
        return {"what": "matching"}
    return {"what": "question", "purpose": requirement.purpose, "question": requirement.question}


def _in_order(delivery: Delivery, fields: frozenset[str]) -> list[str]:
    return [key for key in delivery.flow.flow.fields if key in fields]


def _label(delivery: Delivery, field: str) -> str:
    return delivery.flow.dataset.fields[field].label


def _labels(delivery: Delivery, fields: Sequence[str] | frozenset[str]) -> str:
    labels = [_label(delivery, key) for key in delivery.flow.flow.fields if key in fields]
    return " and ".join([", ".join(labels[:-1]), labels[-1]]) if len(labels) > 1 else "".join(labels) or "nothing"
