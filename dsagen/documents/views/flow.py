"""Views of a flow, of each side of it, and of a side's legal basis."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import Any

from dsagen.documents.labels import from_id
from dsagen.documents.told import Missing, Told
from dsagen.documents.views.alike import alike
from dsagen.documents.views.base import View, view_of, views_of
from dsagen.documents.views.basis import BasisView
from dsagen.documents.views.registers import DatasetView, FieldView, PartyView, dataset_view, party_view
from dsagen.model.basis import Basis
from dsagen.model.flow import Flow, Matching
from dsagen.workspace.paths import join_path

__all__ = ["FlowFieldView", "FlowView", "LeftOutView", "SideView", "left_out"]


@dataclass(frozen=True)
class LeftOutView:
    """Something that does not travel, and why."""

    label: Told
    reason: Any
    key: Told


def left_out(view: View, labels: dict[str, Told]) -> list[LeftOutView]:
    """Give what an agreement or a flow leaves out: a field's own label where it has one, or the key as words."""
    found = []
    for key, reason in view.__getattr__("left_out").items():
        label = labels.get(str(key)) or Told(from_id(str(key)), key.source)
        found.append(LeftOutView(label, reason, key))
    return found


@dataclass(frozen=True)
class FlowFieldView:
    """A field in a flow, and why this recipient needs it."""

    field: FieldView
    reason: Any
    key: Told


@dataclass(frozen=True)
class SideView:
    """One party's side of one flow."""

    flow: FlowView
    party: PartyView
    discloses: bool

    @property
    def key(self) -> Told:
        """The flow's reference and the party's id, for block ids: `F01/north-school`."""
        return Told(f"{self.flow.key}/{self.party.key}", self.flow.key.source)

    @property
    def role(self) -> Told:
        """Whether the party discloses or receives."""
        source = join_path(self.flow._source, "from" if self.discloses else "to")
        return self.flow._world.told("Discloses" if self.discloses else "Receives", source)

    @cached_property
    def basis(self) -> Any:
        """The party's basis; a gap where it is missing."""
        view = self.flow.of("bases", self.party, "the legal basis of this party")
        if isinstance(view, BasisView):
            view.side = self
        return view

    @property
    def team(self) -> Any:
        """The team that sends or receives, or nothing."""
        team = self.flow._entity.teams.get(self.party.key.value)
        return self.party.teams[team] if team else None

    @property
    def basis_record(self) -> Basis | None:
        """The party's basis as it was written, to compare."""
        return self.flow._entity.bases.get(self.party.key.value)

    def said(self, attribute: str) -> Any:
        """Give what the party's basis says, as it was written, to compare. It counts as read.

        A gap is like no other: each is printed, because each has an address of its own.
        """
        value = getattr(self.basis_record, attribute, None)
        shown = getattr(self.basis, attribute, None) if value is None and self.basis else None
        if isinstance(shown, Missing):
            return shown.source
        source = join_path(self.flow._source, "bases", self.party.key.value, f"*{attribute}")
        self.flow._world.reads.note(source, value)
        return value

    @property
    def part3(self) -> bool:
        """Whether the side is under Part 3 of the Data Protection Act 2018 (law enforcement)."""
        return bool(self.basis) and self.basis.regime.value == "part3"

    @property
    def said_role(self) -> Told:
        """The same in words spoken by the party: when we send, when we receive."""
        return Told("when we send it" if self.discloses else "when we receive it", self.role.source)

    @property
    def sensitive(self) -> bool:
        """Whether it is sensitive processing under Part 3 (Data Protection Act 2018 section 35(8))."""
        basis = self.basis_record
        return basis is not None and basis.regime == "part3" and bool(basis.schedule8)

    @property
    def retention(self) -> Any:
        """How long the party keeps what it receives; a gap where it is missing."""
        return self.flow.of("retention", self.party, "how long this party keeps the information")

    @property
    def viewers(self) -> Any:
        """The roles at the party that may see it; a gap where they are missing."""
        return self.flow.of("viewers", self.party, "who may see the information at this party")


@views_of(Matching)
class MatchingView(View):
    """How the recipient finds the right person."""

    _entity: Matching
    flow: FlowView

    @property
    def identifiers(self) -> list[FieldView]:
        """The fields that are compared."""
        return [self.flow.dataset.field(identifier) for identifier in self._entity.identifiers]

    @property
    def ways(self) -> list[list[FieldView]]:
        """The sets of those fields that are each enough for a match."""
        self._world.reads.note(join_path(self._source, "any_of"), self._entity.any_of)
        return [[self.flow.dataset.field(identifier) for identifier in one] for one in self._entity.any_of]

    @property
    def beside(self) -> list[FieldView]:
        """The fields that are in no set: they are compared as a check, and no match needs them."""
        wanted = {identifier for one in self._entity.any_of for identifier in one}
        return [field for field in self.identifiers if wanted and field.key.value not in wanted]

    @property
    def only_for_the_match(self) -> list[FieldView]:
        """The fields of the use `linkage`, where there are others as well."""
        found = [field for field in self.identifiers if field.use.value == "linkage"]
        return found if len(found) < len(self._entity.identifiers) else []

    @property
    def as_printed(self) -> object:
        """All that a document prints of it, to find those that say the same."""
        self._world.reads.note(join_path(self._source, "*all"), self._entity)
        return [str(field.label) for field in self.identifiers], self._entity


@views_of(Flow)
class FlowView(View):
    """A flow."""

    _entity: Flow

    def of(self, attribute: str, party: PartyView, ask: str) -> Any:
        """Give what the flow says for one party, or a gap."""
        mapping = getattr(self._entity, attribute)
        if not mapping:
            return self.__getattr__(attribute)
        identifier = party.key.value
        source = join_path(self._source, attribute, identifier)
        if not mapping.get(identifier):
            self._world.reads.note(source, "")
            return Missing(ask, source, block=False)
        return self.__getattr__(attribute)[identifier]

    def __getattr__(self, name: str) -> Any:
        if name == "from":
            return self.discloser.party
        return super().__getattr__(name)

    @cached_property
    def to(self) -> list[PartyView]:
        """The recipients."""
        return [side.party for side in self.recipients]

    @cached_property
    def discloser(self) -> SideView:
        """The discloser's side."""
        self._world.reads.note(join_path(self._source, "from"), self._entity.from_)
        return SideView(self, party_view(self._world, self._entity.from_), discloses=True)

    @cached_property
    def recipients(self) -> list[SideView]:
        """The recipients' sides."""
        self._world.reads.note(join_path(self._source, "to"), self._entity.to)
        return [SideView(self, party_view(self._world, party), discloses=False) for party in self._entity.to]

    @property
    def held_back(self) -> list[FlowFieldView]:
        """The fields that say when they are held back."""
        return [item for item in self.fields if item.field.withheld_when]

    @property
    def sides(self) -> list[SideView]:
        """Both sides: the discloser's first."""
        return [self.discloser, *self.recipients]

    @property
    def might_warn(self) -> bool:
        """Whether telling people that it happens might warn someone whom it is meant to find out about.

        So it is where a side is under Part 3, or relies on a condition that is met only where asking would prejudice
        the purpose (Data Protection Act 2018 Schedule 1 paragraphs 10 and 11).
        """
        numbers = {number for side in self.sides for number in side.said("schedule1") or ()}
        paragraphs = self._world.catalogue.schedule1
        return any(side.part3 for side in self.sides) or any(
            paragraphs[number].asking_prejudices for number in numbers if number in paragraphs
        )

    @property
    def dataset(self) -> DatasetView:
        """The dataset that the fields belong to."""
        self._world.reads.note(join_path(self._source, "dataset"), self._entity.dataset)
        return dataset_view(self._world, self._entity.dataset)

    @cached_property
    def purposes(self) -> list[View]:
        """The purposes that it serves."""
        self._world.reads.note(join_path(self._source, "purposes"), self._entity.purposes)
        base = join_path("agreements", self._world.agreement.reference, "purposes")
        purposes = self._world.agreement.purposes
        return [view_of(purposes[key], join_path(base, key), self._world) for key in self._entity.purposes]

    @cached_property
    def fields(self) -> list[FlowFieldView]:
        """Each field that travels, with the reason."""
        reasons = super().__getattr__("fields")
        return [FlowFieldView(self.dataset.field(str(key)), reason, key) for key, reason in reasons.items()]

    @property
    def fields_by_category(self) -> list[list[FlowFieldView]]:
        """The fields, those of the same legal categories together."""
        return alike(self.fields, lambda item: [str(category) for category in item.field.categories])

    @cached_property
    def people(self) -> list[View]:
        """The groups of people that the fields are about."""
        found = {person.key.value: person for item in self.fields for person in item.field.people}
        return list(found.values())

    @cached_property
    def left_out(self) -> list[LeftOutView]:
        """What stays behind: the flow's own list, then the agreement's."""
        labels = {str(field.key): field.label for field in self.dataset.fields}
        own = View(self._entity, self._source, self._world)
        whole = View(self._world.agreement, join_path("agreements", self._world.agreement.reference), self._world)
        return [
            item
            for item in [*left_out(own, labels), *left_out(whole, labels)]
            if item.key.value not in self._entity.fields
        ]

    @cached_property
    def own_left_out(self) -> list[LeftOutView]:
        """What stays behind in this flow alone."""
        labels = {str(field.key): field.label for field in self.dataset.fields}
        return left_out(View(self._entity, self._source, self._world), labels)

    @cached_property
    def unused_fields(self) -> list[FieldView]:
        """Fields of the dataset that do not travel in this flow."""
        return [field for field in self.dataset.fields if field.key.value not in self._entity.fields]

    @property
    def matching(self) -> Any:
        """How the recipient finds the right person, or nothing."""
        view = super().__getattr__("matching")
        if view:
            view.flow = self
        return view

    @property
    def country(self) -> Told:
        """Where the information is kept."""
        return self._world.told(self._entity.country or "United Kingdom", join_path(self._source, "country"))

    @property
    def asks_first(self) -> bool:
        """Whether people are asked before what they said in confidence is passed on."""
        confidentiality = self.__getattr__("confidentiality")
        return bool(confidentiality) and confidentiality.route.value == "consent_explicit"

    def _any(self, attribute: str) -> bool:
        found = [bool(getattr(item.field._entity, attribute)) for item in self.fields]
        self._world.reads.note(join_path(self.dataset._source, "fields", f"*{attribute}", self.key), found)
        return any(found)

    @property
    def special(self) -> bool:
        """Whether any field is, or lets people infer, special category information."""
        return self._any("special")

    @property
    def criminal(self) -> bool:
        """Whether any field is about offences or allegations."""
        return self._any("criminal")

    @property
    def decided_each_time(self) -> bool:
        """Whether somebody decides each time: it happens case by case, or when it is asked for."""
        self._world.reads.note(join_path(self._source, "frequency"), self._entity.frequency)
        return self._entity.frequency in ("per_case", "on_request")

    @property
    def unproven(self) -> bool:
        """Whether a field may be about something alleged and not proven: its status says so, or says nothing."""
        statuses = [(item.field._source, item.field._entity) for item in self.fields]
        for source, field in statuses:
            self._world.reads.note(join_path(source, "offence_status"), field.offence_status)
        return any(field.criminal and {*field.offence_status} != {"convicted"} for _, field in statuses)

    @property
    def confidential(self) -> bool:
        """Whether any field is confidential."""
        return self._any("confidential")

    @cached_property
    def special_categories(self) -> list[Told]:
        """The special categories in the flow, each once."""
        found: dict[str, Told] = {}
        for item in self.fields:
            for special in item.field._entity.special:
                words = self._world.labels.word("SpecialCategory", special)
                found.setdefault(special, self._world.told(words, join_path(item.field._source, "special"), special))
        return list(found.values())

    @cached_property
    def details(self) -> list[Told]:
        """The levels of detail in the flow, each once."""
        found = {item.field._entity.detail: item.field.detail for item in self.fields}
        return list(found.values())

    @cached_property
    def risks(self) -> list[View]:
        """The risks that belong to this flow."""
        risks = self._world.agreement.assessment.risks
        base = join_path("agreements", self._world.agreement.reference, "assessment", "risks")
        return [
            view_of(risk, join_path(base, key), self._world)
            for key, risk in risks.items()
            if not risk.flows or self.key.value in risk.flows
        ]
