"""The view of one party's part in an agreement, for its privacy notice and policy document."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import Any

from dsagen.documents.told import Told
from dsagen.documents.views.agreement import PolicyView, ProvisionView, agreement_view
from dsagen.documents.views.base import View, World
from dsagen.documents.views.flow import FlowView, SideView
from dsagen.documents.views.registers import DatasetView, FieldView, PartyView

__all__ = ["KindOfPerson", "NoticeView", "PurposeLaw", "SensitiveField"]


@dataclass(frozen=True)
class KindOfPerson:
    """A group of people, with the fields that are about them."""

    people: View
    fields: list[FieldView]


@dataclass(frozen=True)
class PurposeLaw:
    """A purpose, with the party's sides of the flows that serve it."""

    purpose: View
    sides: list[SideView]

    @property
    def sides_with_different_law(self) -> list[SideView]:
        """The sides of the party whose legal bases differ, so that a notice says each basis once."""
        kept: list[SideView] = []
        for side in self.sides:
            if all(side.basis_record != other.basis_record or side.discloses != other.discloses for other in kept):
                kept.append(side)
        return kept


@dataclass(frozen=True)
class SensitiveField:
    """A special category or criminal-offence field, with the flows in which the party sends and receives it."""

    field: FieldView
    sent: list[FlowView]
    received: list[FlowView]


class NoticeView:
    """One party's part in an agreement."""

    def __init__(self, world: World, party: PartyView) -> None:
        self._world = world
        self._party = party
        self._agreement = agreement_view(world)

    @cached_property
    def sides(self) -> list[SideView]:
        """The party's sides of the flows."""
        return self._agreement.sides_of(self._party)

    @cached_property
    def sends(self) -> list[FlowView]:
        """The flows in which the party discloses."""
        return [side.flow for side in self.sides if side.discloses]

    @cached_property
    def receives(self) -> list[FlowView]:
        """The flows in which the party receives."""
        return [side.flow for side in self.sides if not side.discloses]

    @cached_property
    def kinds(self) -> list[KindOfPerson]:
        """The fields that the party sends or receives, by kind of person."""
        found: dict[str, KindOfPerson] = {}
        for side in self.sides:
            for item in side.flow.fields:
                for people in item.field.people:
                    kind = found.setdefault(people.key.value, KindOfPerson(people, []))
                    if all(field.key.source != item.field.key.source for field in kind.fields):
                        kind.fields.append(item.field)
        return list(found.values())

    @cached_property
    def purposes(self) -> list[PurposeLaw]:
        """The purposes that the party's flows serve, each with its sides."""
        found: dict[str, PurposeLaw] = {}
        for side in self.sides:
            for purpose in side.flow.purposes:
                found.setdefault(purpose.key.value, PurposeLaw(purpose, [])).sides.append(side)
        return list(found.values())

    @cached_property
    def recipients(self) -> list[PartyView]:
        """The parties that receive from it."""
        return _once(side.party for flow in self.sends for side in flow.recipients)

    @cached_property
    def sources(self) -> list[PartyView]:
        """The parties that it receives from."""
        return _once(flow.discloser.party for flow in self.receives)

    @cached_property
    def datasets(self) -> list[DatasetView]:
        """The datasets that it sends or receives."""
        return list({side.flow.dataset.key.value: side.flow.dataset for side in self.sides}.values())

    @cached_property
    def lawful_bases(self) -> list[View]:
        """The Article 6 bases that it relies on, each once."""
        found = {side.basis.lawful_basis.key.value: side.basis.lawful_basis for side in self.sides if _based(side)}
        return list(found.values())

    @cached_property
    def provisions(self) -> list[ProvisionView]:
        """The duties and powers that it relies on, each once, with its sides."""
        found: dict[str, ProvisionView] = {}
        for side in self.sides:
            for gateway in side.basis.gateways if side.basis else ():
                found.setdefault(gateway.key.value, ProvisionView(gateway, [])).sides.append(side)
        return list(found.values())

    def senders_of(self, dataset: DatasetView) -> list[PartyView]:
        """Give the parties that pass information of this dataset to the party."""
        return _once(flow.discloser.party for flow in self.receives if flow.dataset.key == dataset.key)

    @cached_property
    def flows(self) -> list[FlowView]:
        """The flows that the party takes part in, each once."""
        return list({str(side.flow.key): side.flow for side in self.sides}.values())

    @property
    def flows_that_ask(self) -> list[FlowView]:
        """The flows in which people are asked before what they said in confidence is passed on."""
        return [flow for flow in self.flows if flow.asks_first]

    @property
    def flows_that_do_not_ask(self) -> list[FlowView]:
        """The flows that rest on something else than people's agreement."""
        return [flow for flow in self.flows if not flow.asks_first]

    @property
    def flows_abroad(self) -> list[FlowView]:
        """The flows whose information is kept outside the United Kingdom."""
        return [flow for flow in self.flows if flow.country != "United Kingdom"]

    @cached_property
    def sensitive_sides(self) -> list[SideView]:
        """The party's sides of the flows that carry special category or criminal-offence information."""
        return [side for side in self.sides if side.flow.special or side.flow.criminal]

    @cached_property
    def sensitive(self) -> list[SensitiveField]:
        """The special category and criminal-offence fields that the party sends or receives, each once."""
        found: dict[str, SensitiveField] = {}
        for side in self.sensitive_sides:
            for item in side.flow.fields:
                if item.field._entity.special or item.field._entity.criminal:
                    entry = found.setdefault(item.field.key.source, SensitiveField(item.field, [], []))
                    (entry.sent if side.discloses else entry.received).append(side.flow)
        return list(found.values())

    @property
    def policy(self) -> PolicyView:
        """Whether it needs an appropriate policy document, and for which paragraphs."""
        return next(policy for policy in self._agreement.policies if policy.party.key == self._party.key)

    @property
    def special(self) -> bool:
        """Whether its flows carry special category information."""
        return any(side.flow.special for side in self.sides)

    @property
    def criminal(self) -> bool:
        """Whether its flows carry criminal-offence information."""
        return any(side.flow.criminal for side in self.sides)

    @property
    def law_enforcement(self) -> bool:
        """Whether any of its sides is under Part 3."""
        return any(side.basis and side.basis._entity.regime == "part3" for side in self.sides)

    @cached_property
    def links(self) -> list[FlowView]:
        """The flows in which it matches records."""
        return [flow for flow in self.receives if flow.matching]

    @cached_property
    def processors(self) -> list[Any]:
        """The suppliers that act for it."""
        return [
            processor for processor in self._agreement.processors.values() if processor.acts_for.key == self._party.key
        ]


def _based(side: SideView) -> bool:
    return bool(side.basis) and bool(side.basis.lawful_basis)


def _once(parties: Any) -> list[PartyView]:
    found: dict[Told, PartyView] = {party.key: party for party in parties}
    return list(found.values())
