"""The view of one party's part in an agreement, for its privacy notice and policy document."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import Any

from dsagen.documents.told import Told
from dsagen.documents.views.agreement import PolicyView, ProvisionView, agreement_view
from dsagen.documents.views.alike import alike, by_party
from dsagen.documents.views.base import View, World
from dsagen.documents.views.flow import FlowView, SideView
from dsagen.documents.views.identifiers import identifier_uses, numbers_known
from dsagen.documents.views.law import law_view
from dsagen.documents.views.matched import MatchedAlike, MatchedWorse, matched_alike, matched_worse
from dsagen.documents.views.places import Place, places_abroad
from dsagen.documents.views.registers import DatasetView, FieldView, PartyView
from dsagen.documents.views.sides import kept_alike
from dsagen.workspace.paths import join_path

__all__ = ["GroupOfPeople", "KindOfPerson", "LawOfPurpose", "NoticeView", "PassedOn", "PurposeLaw", "SensitiveField"]

_LAW = ("regime", "capacity", "article6", "article6_law", "annex1", "gateways", "onward_authority")
_CONDITIONS = ("article9", "schedule1", "article10", "schedule8")


@dataclass(frozen=True)
class KindOfPerson:
    """A group of people, with the fields that are about them."""

    people: View
    fields: list[FieldView]


@dataclass(frozen=True)
class PassedOn:
    """What one flow passes on about one group of people."""

    flow: FlowView
    fields: list[FieldView]


@dataclass(frozen=True)
class GroupOfPeople:
    """Kinds of people that the same fields are about, with what each flow passes on about them."""

    key: str
    people: list[View]
    passed: list[PassedOn]


@dataclass(frozen=True)
class LawOfPurpose:
    """Sides of one party that serve one purpose under one law."""

    sides: list[SideView]

    @property
    def first(self) -> SideView:
        """The side that stands for all: their law is the same."""
        return self.sides[0]

    @property
    def conditions(self) -> list[SideView]:
        """One side for each different set of conditions for sensitive information."""
        sensitive = [side for side in self.sides if side.flow.special or side.flow.criminal]
        return [sides[0] for sides in alike(sensitive, lambda side: _parts(side, _CONDITIONS))]


@dataclass(frozen=True)
class PurposeLaw:
    """A purpose, with the party's sides of the flows that serve it."""

    purpose: View
    sides: list[SideView]

    @property
    def laws(self) -> list[LawOfPurpose]:
        """The sides in groups of one law, so that a notice says each lawful basis once."""
        return [LawOfPurpose(sides) for sides in alike(self.sides, lambda side: (side.discloses, _parts(side, _LAW)))]


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
    def groups(self) -> list[GroupOfPeople]:
        """The fields that the party sends or receives, by the people that they are about and then by flow."""
        found: dict[str, GroupOfPeople] = {}
        for flow in self.flows:
            passed: dict[str, PassedOn] = {}
            for item in flow.fields:
                key = "/".join(sorted(people.key.value for people in item.field.people))
                group = found.setdefault(key, GroupOfPeople(key, item.field.people, []))
                if key not in passed:
                    passed[key] = PassedOn(flow, [])
                    group.passed.append(passed[key])
                passed[key].fields.append(item.field)
        return list(found.values())

    @cached_property
    def sensitive_kinds(self) -> list[KindOfPerson]:
        """The kinds of person that its sensitive fields are about."""
        keys = {people.key.value for entry in self.sensitive for people in entry.field.people}
        return [kind for kind in self.kinds if kind.people.key.value in keys]

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
        return [flow for flow in self.flows if flow.asks_first and flow not in self.flows_by_consent]

    @property
    def flows_by_expectation(self) -> list[FlowView]:
        """The flows in which agreement is taken from what people would expect, and nobody asks."""
        agreed = [flow for flow in self.flows if flow.confidentiality and flow.confidentiality.by_agreement]
        return [flow for flow in agreed if not flow.asks_first and flow not in self.flows_by_consent]

    @cached_property
    def flows_by_consent(self) -> list[FlowView]:
        """The flows in which consent is the party's own lawful basis or condition (UK GDPR Articles 6 and 9)."""
        bases = [(side.flow, side.basis_record) for side in self.sides]
        return [flow for flow, basis in bases if basis and "a" in (basis.article6, basis.article9)]

    @property
    def flows_that_do_not_ask(self) -> list[FlowView]:
        """The flows that rest on something else than people's agreement."""
        agreed = [*self.flows_that_ask, *self.flows_by_expectation, *self.flows_by_consent]
        return [flow for flow in self.flows if flow not in agreed]

    @property
    def abroad(self) -> list[Place]:
        """Its flows and suppliers that keep the information outside the United Kingdom."""
        suppliers = [(processor.name, processor) for processor in self.processors]
        return places_abroad([*((flow.title, flow) for flow in self.flows), *suppliers])

    @property
    def automated(self) -> list[View]:
        """Its purposes for which a machine makes a significant decision."""
        return [entry.purpose for entry in self.purposes if entry.purpose.automated_decision]

    @property
    def checked_alike(self) -> list[list[FlowView]]:
        """Its flows that say how the information is checked, those with the same words together."""
        return alike([flow for flow in self.flows if flow.quality], lambda flow: str(flow.quality))

    @property
    def logged_alike(self) -> list[list[DatasetView]]:
        """Its datasets that say what is logged, those with the same words together."""
        return alike([dataset for dataset in self.datasets if dataset.logging], lambda data: str(data.logging))

    @property
    def timing(self) -> list[View]:
        """The times by which the law says that people are told, for what it collected itself and what it receives."""
        articles = {13: any(dataset.holder.key == self._party.key for dataset in self.datasets), 14: self.receives}
        records = self._world.catalogue.notice_timing.items()
        wanted = [(key, record) for key, record in records if articles.get(record.article or 0, True)]
        return [law_view(self._world, "notice_timing", key, record) for key, record in wanted]

    @property
    def interests(self) -> list[View]:
        """Its assessments of legitimate interests, each interest once."""
        given = [side.basis.legitimate_interests for side in self.sides if side.basis]
        return list({str(entry.interest): entry for entry in given if entry}.values())

    @property
    def matched(self) -> list[MatchedAlike]:
        """Its flows in which records are matched, those with the same words together."""
        return matched_alike(self.flows)

    @property
    def matched_worse(self) -> list[MatchedWorse]:
        """The groups of people for whom matching goes wrong more often."""
        return matched_worse(self.flows)

    @property
    def links_alike(self) -> list[list[FlowView]]:
        """The flows in which it matches records, those that match and undo a match in the same words together."""
        return alike(self.links, lambda flow: (str(flow.matching.rule), str(flow.matching.unmatch or "")))

    @property
    def numbers(self) -> list[View]:
        """The numbers that stand for a person in its flows, as records of the law, each once."""
        return numbers_known(identifier_uses(self.sides))

    @property
    def onward(self) -> list[list[FlowView]]:
        """The flows in which it receives that say when it may pass the information on, those with one rule together."""
        return alike([flow for flow in self.receives if flow.onward], lambda flow: flow.onward.rule.value)

    @property
    def kept(self) -> list[list[SideView]]:
        """Its sides that receive, those that keep the information in the same way together."""
        return kept_alike([side for side in self.sides if not side.discloses])

    @property
    def kept_by_others(self) -> list[list[SideView]]:
        """The sides that receive from it, by party, those that keep the information in the same way together."""
        theirs = [side for flow in self.sends for side in flow.recipients]
        return [group for party in by_party(theirs) for group in kept_alike(party)]

    @property
    def sensitive_kept(self) -> list[list[SideView]]:
        """As `kept`, for sensitive information alone."""
        return kept_alike([side for side in self.sensitive_sides if not side.discloses])

    @property
    def conditions_alike(self) -> list[list[SideView]]:
        """Its sides that rest on a condition for which a policy document is needed, those with the same words together.

        Source: Data Protection Act 2018 Schedule 1 paragraphs 5 and 38 to 41.
        """
        needed = [side for side in self.sensitive_sides if side.basis and side.basis.policy_paragraphs]
        return alike(needed, _conditions)

    @property
    def sensitive_flows(self) -> list[list[SideView]]:
        """Its sides that carry sensitive information, those that carry the same fields the same way together."""
        return alike(self.sensitive_sides, lambda side: (side.discloses, _sensitive_labels(side)))

    def sensitive_by_category(self, side: SideView) -> list[list[FieldView]]:
        """Give the sensitive fields of a side, those of the same legal categories together."""
        fields = [item.field for item in side.flow.fields if item.field.special or item.field.criminal]
        return alike(fields, lambda field: [str(category) for category in field.categories])

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
    def some_are_not_told(self) -> bool:
        """Whether an exception may leave people untold, or not yet told."""
        given = self._agreement._entity.transparency.exceptions
        self._world.reads.note(join_path(self._agreement._source, "transparency", "exceptions", "*all"), given)
        return any(each.leaves_people_untold for each in given)

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


def _parts(side: SideView, names: tuple[str, ...]) -> list[object]:
    return [side.said(name) for name in names]


def _conditions(side: SideView) -> object:
    basis = side.basis
    given = (basis.special_condition, basis.criminal_route)
    return (
        side.discloses,
        [condition.citation.value if condition else None for condition in given],
        [paragraph.key.value for paragraph in basis.policy_paragraphs],
        [purpose.key.value for purpose in side.flow.purposes],
        [gateway.key.value for gateway in basis.gateways],
        str(basis.substantial_public_interest) if basis.substantial_public_interest else None,
        [(str(group), str(reason)) for group, reason in basis.no_consent_reasons],
    )


def _sensitive_labels(side: SideView) -> list[str]:
    fields = [item.field for item in side.flow.fields]
    return [str(field.label) for field in fields if field._entity.special or field._entity.criminal]


def _based(side: SideView) -> bool:
    return bool(side.basis) and bool(side.basis.lawful_basis)


def _once(parties: Any) -> list[PartyView]:
    found: dict[Told, PartyView] = {party.key: party for party in parties}
    return list(found.values())
