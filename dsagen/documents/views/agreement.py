"""The view of the agreement: what a document can ask of it."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import Any

from dsagen.documents.told import Missing, Told, reworded
from dsagen.documents.views.alike import alike
from dsagen.documents.views.assessment import AssessmentView  # noqa: F401  (registers the views of the assessment)
from dsagen.documents.views.base import View, World, views_of
from dsagen.documents.views.drawn import DrawnView
from dsagen.documents.views.flow import FlowFieldView, FlowView, LeftOutView, SideView, left_out
from dsagen.documents.views.grouped import Grouped
from dsagen.documents.views.identifiers import (
    IdentifierUse,
    identifier_uses,
    numbers_with_a_promise,
    rules_relied_on,
)
from dsagen.documents.views.law import GatewayView
from dsagen.documents.views.needs import Matrix, matrices
from dsagen.documents.views.places import Place, places_abroad
from dsagen.documents.views.purpose import PurposeView
from dsagen.documents.views.registers import DatasetView, FieldView, PartyView, dataset_view, party_view, people_view
from dsagen.documents.views.stages import StageView, stages
from dsagen.model.agreement import Agreement
from dsagen.workspace.paths import join_path

__all__ = ["AgreementView", "PolicyView", "ProvisionView", "agreement_view"]


def agreement_view(world: World) -> AgreementView:
    """Give the view of the world's agreement."""
    return AgreementView(world.agreement, join_path("agreements", world.agreement.reference), world)


@dataclass(frozen=True)
class ProvisionView:
    """A provision that is relied on, and by whom for which flow."""

    gateway: GatewayView
    sides: list[SideView]


@dataclass(frozen=True)
class PolicyView:
    """Whether a party needs an appropriate policy document, and for which paragraphs of Schedule 1."""

    party: PartyView
    paragraphs: list[View]
    sensitive: list[SideView]
    """Its sides of sensitive processing under Part 3, which call for one too (Data Protection Act 2018 section 42)."""

    @property
    def needed(self) -> bool:
        """Tell whether any paragraph or side calls for one."""
        return bool(self.paragraphs or self.sensitive)


@views_of(Agreement)
class AgreementView(DrawnView):
    """An agreement."""

    _entity: Agreement

    @cached_property
    def parties(self) -> list[PartyView]:
        """Every party, in the order of the source."""
        self._world.reads.note(join_path(self._source, "parties"), self._entity.parties)
        return [party_view(self._world, party) for party in self._entity.parties]

    @property
    def lead(self) -> PartyView:
        """The party that leads."""
        self._world.reads.note(join_path(self._source, "lead"), self._entity.lead)
        return party_view(self._world, self._entity.lead)

    @property
    def parties_elsewhere(self) -> list[PartyView]:
        """The parties in another nation than the agreement's."""
        return [party for party in self.parties if party.nation.value != self.nation.value]

    @property
    def contact_point(self) -> Any:
        """For joint controllers, the party that people may contact first, or nothing."""
        point = self._entity.contact_point
        return party_view(self._world, point) if point else self.__getattr__("contact_point")

    @property
    def nation(self) -> Told:
        """The nation whose law applies."""
        nation = self._entity.nation or self._world.workspace.settings.nation
        return self._world.told(self._world.labels.word("Nation", nation), join_path(self._source, "nation"), nation)

    @property
    def version(self) -> Told:
        """The number of the version that is built."""
        number = self._entity.current_version
        return self._world.told(number, join_path(self._source, "versions", number))

    @property
    def version_record(self) -> View:
        """The version that is built."""
        return self.__getattr__("versions")[self._entity.current_version]  # type: ignore[no-any-return]

    @cached_property
    def flows(self) -> list[FlowView]:
        """The flows that run."""
        return [flow for flow in self._all_flows if flow._entity.withdrawn_in is None]

    @cached_property
    def withdrawn_flows(self) -> list[FlowView]:
        """The flows that ended. Their references are never used again."""
        return [flow for flow in self._all_flows if flow._entity.withdrawn_in is not None]

    @cached_property
    def _all_flows(self) -> list[FlowView]:
        return list(super().__getattr__("flows").values())

    @cached_property
    def purposes(self) -> list[PurposeView]:
        """The purposes."""
        return list(super().__getattr__("purposes").values())

    @cached_property
    def matrices(self) -> list[Matrix]:
        """Tables of what each recipient receives: the fields, for which of its purposes, and why."""
        return matrices(self._world, self.flows, self.purposes)

    @cached_property
    def sides(self) -> list[SideView]:
        """Each party's side of each flow."""
        return [side for flow in self.flows for side in flow.sides]

    @cached_property
    def grouped(self) -> Grouped:
        """The sides and flows, those that say the same together."""
        return Grouped(self.flows, self.sides)

    @cached_property
    def datasets(self) -> list[DatasetView]:
        """The datasets that the flows use, in the order of first use."""
        names = dict.fromkeys(flow._entity.dataset for flow in self.flows)
        return [dataset_view(self._world, name) for name in names]

    @cached_property
    def people(self) -> list[View]:
        """The groups of people that the flows are about, in the order of first use."""
        names = dict.fromkeys(person.key.value for flow in self.flows for person in flow.people)
        return [people_view(self._world, name) for name in names]

    @cached_property
    def left_out(self) -> list[LeftOutView]:
        """What is not shared, and why."""
        labels = {str(field.key): field.label for dataset in self.datasets for field in dataset.fields}
        return left_out(View(self._entity, self._source, self._world), labels)

    @property
    def left_out_of_flows(self) -> list[tuple[LeftOutView, list[FlowView]]]:
        """What flows leave out for themselves: each thing once for the same reason, with the flows."""
        found = [(item, flow) for flow in self.flows for item in flow.own_left_out]
        groups = alike(found, lambda pair: (str(pair[0].label), str(pair[0].reason)))
        return [(group[0][0], [flow for _, flow in group]) for group in groups]

    @property
    def carried_out_alike(self) -> list[list[FlowView]]:
        """The flows, those together that have the same steps, recorded in the same place."""
        return alike(self.flows, _carried_out)

    @property
    def looking_back_alike(self) -> list[list[FlowView]]:
        """The flows that bring something of the past, those that go back as far together."""
        return alike([flow for flow in self.flows if flow.look_back], lambda flow: str(flow.look_back))

    @cached_property
    def provisions(self) -> list[ProvisionView]:
        """Every provision that is relied on, each once, with who relies on it."""
        found: dict[str, ProvisionView] = {}
        for side in self.sides:
            for gateway in side.basis.gateways if side.basis else ():
                found.setdefault(gateway.key.value, ProvisionView(gateway, [])).sides.append(side)
        return list(found.values())

    @cached_property
    def policies(self) -> list[PolicyView]:
        """For each party, the paragraphs of Schedule 1 that call for an appropriate policy document."""
        found = []
        for party in self.parties:
            paragraphs: dict[int, View] = {}
            for side in self.sides_of(party):
                for paragraph in side.basis.policy_paragraphs if side.basis else ():
                    paragraphs.setdefault(paragraph.key.value, paragraph)
            sensitive = [side for side in self.sides_of(party) if side.sensitive]
            found.append(PolicyView(party, [paragraphs[key] for key in sorted(paragraphs)], sensitive))
        return found

    def sides_of(self, party: PartyView) -> list[SideView]:
        """Give one party's sides of the flows."""
        return [side for side in self.sides if side.party.key == party.key]

    @property
    def taking_part(self) -> list[PartyView]:
        """The parties that are in a flow."""
        return [party for party in self.parties if self.sides_of(party)]

    @property
    def in_no_flow(self) -> list[PartyView]:
        """The parties that are in no flow: those of an overarching agreement may be in others under it alone."""
        return [party for party in self.parties if not self.sides_of(party)]

    @property
    def police_take_part(self) -> bool:
        """Whether a police body is in a flow."""
        return any(party.type.value in ("police_force", "btp", "nca") for party in self.taking_part)

    @property
    def people_include_children(self) -> bool:
        """Whether any group is of children: by its label, its ages, or being about pupils."""
        words = " ".join(f"{people.label} {people.ages or ''}".lower() for people in self.people)
        return any(word in words for word in ("child", "pupil", "young", "under 18"))

    def provisions_of(self, party: PartyView) -> list[GatewayView]:
        """Give the duties and powers that a party relies on, each once."""
        sides = [side for side in self.sides_of(party) if side.basis]
        return list({gateway.key.value: gateway for side in sides for gateway in side.basis.gateways}.values())

    def lawful_bases_of(self, party: PartyView) -> list[View]:
        """Give the Article 6 bases that a party relies on, each once."""
        bases = [side.basis.lawful_basis for side in self.sides_of(party) if side.basis and side.basis.lawful_basis]
        return list({basis.key.value: basis for basis in bases}.values())

    def under_part3(self, party: PartyView) -> bool:
        """Tell whether every side of a party is under Part 3."""
        regimes = {side.basis_record.regime for side in self.sides_of(party) if side.basis_record}
        return regimes == {"part3"}

    def datasets_of(self, party: PartyView) -> list[DatasetView]:
        """Give the datasets that a party holds first."""
        return [dataset for dataset in self.datasets if dataset.holder.key == party.key]

    @cached_property
    def stages(self) -> list[StageView]:
        """Each stage that the information goes through, with the role of each organisation."""
        return stages(self, self._world)

    @cached_property
    def _travelling(self) -> set[tuple[str, str]]:
        return {(flow.dataset.key.source, str(item.field.label)) for flow in self.flows for item in flow.fields}

    def travels(self, datasets: list[DatasetView], field: FieldView) -> bool:
        """Tell whether a field of one of some datasets is in a flow. The datasets have the same fields."""
        return any((dataset.key.source, str(field.label)) in self._travelling for dataset in datasets)

    @cached_property
    def abroad(self) -> list[Place]:
        """The flows and suppliers that keep the information outside the United Kingdom."""
        suppliers = [(processor.name, processor) for processor in self.processors.values()]
        return places_abroad([*((flow.key, flow) for flow in self.flows), *suppliers])

    @cached_property
    def flows_by_agreement(self) -> list[FlowView]:
        """The flows in which someone's agreement lifts the duty of confidence."""
        return [flow for flow in self.flows if flow.confidentiality and flow.confidentiality.by_agreement]

    @cached_property
    def onward_rules(self) -> list[tuple[list[FlowView], Any]]:
        """Each rule on passing information on, once, with the flows that it governs; nothing where a flow has none."""
        return [(flows, flows[0].onward) for flows in alike(self.flows, lambda flow: flow._entity.onward)]

    @cached_property
    def identifier_fields(self) -> list[tuple[FlowView, FlowFieldView]]:
        """Each reference number that travels, such as an NHS number, with its flow."""
        return [
            (flow, item)
            for flow in self.flows
            for item in flow.fields
            if item.field._entity.kind == "identifier" or item.field._entity.identifier
        ]

    @property
    def checked_alike(self) -> list[list[FlowView]]:
        """The flows that say how the information is checked, those with the same words together."""
        return alike([flow for flow in self.flows if flow.quality], lambda flow: str(flow.quality))

    @property
    def with_same_fields(self) -> list[list[FlowView]]:
        """The flows, those that carry the same fields for the same reasons together."""
        return alike(
            self.flows,
            lambda flow: [(item.field.as_printed, str(item.reason)) for item in flow.fields],
        )

    @property
    def datasets_alike(self) -> list[list[DatasetView]]:
        """The datasets, those with the same fields together."""
        return alike(self.datasets, lambda dataset: [field.as_printed for field in dataset.fields])

    @property
    def matched_alike(self) -> list[list[FlowView]]:
        """The flows that match records, those that do it in the same way together."""
        return alike([flow for flow in self.flows if flow.matching], lambda flow: flow.matching.as_printed)

    @property
    def unmatched(self) -> list[FlowView]:
        """The flows that match no records."""
        return [flow for flow in self.flows if not flow.matching]

    @property
    def logged_alike(self) -> list[list[DatasetView]]:
        """The datasets that say what is logged, those with the same words together."""
        return alike([dataset for dataset in self.datasets if dataset.logging], lambda data: str(data.logging))

    def sides_with(self, attribute: str) -> list[list[SideView]]:
        """Give the sides whose basis says something, those of one party that say the same together."""
        given = [side for side in self.sides if side.basis and getattr(side.basis, attribute)]
        return alike(given, lambda side: (side.party.key.value, side.said(attribute)))

    @property
    def own_provisions(self) -> list[ProvisionView]:
        """The provisions whose records the workspace's own `law/` folder holds."""
        return [provision for provision in self.provisions if provision.gateway.own]

    @cached_property
    def identifier_uses(self) -> list[IdentifierUse]:
        """Each number that stands for a person, with the rule that lets each party to its flow hold it."""
        return identifier_uses(self.sides)

    @property
    def identifier_rules(self) -> list[Any]:
        """The rules that let parties hold such numbers, each once."""
        return rules_relied_on(self.identifier_uses)

    @property
    def promises(self) -> list[View]:
        """The records of those numbers about whose use a promise was made."""
        return numbers_with_a_promise(self.identifier_uses)

    @property
    def automated(self) -> list[PurposeView]:
        """The purposes for which a machine makes a significant decision."""
        return [purpose for purpose in self.purposes if purpose.automated_decision]

    @property
    def special(self) -> bool:
        """Whether any flow carries special category information."""
        return any(flow.special for flow in self.flows)

    @property
    def criminal(self) -> bool:
        """Whether any flow carries criminal-offence information."""
        return any(flow.criminal for flow in self.flows)

    @property
    def law_enforcement(self) -> bool:
        """Whether any side is under Part 3."""
        return any(side.basis and side.basis._entity.regime == "part3" for side in self.sides)

    @property
    def links_records(self) -> bool:
        """Whether any flow matches records."""
        return any(flow.matching for flow in self.flows)

    @property
    def consent(self) -> str:
        """How consent is used: `gdpr` as an Article 6 or 9 basis, `confidentiality` to lift confidence, or `none`."""
        bases = [side.basis._entity for side in self.sides if side.basis]
        if any(basis.article6 == "a" or basis.article9 == "a" for basis in bases):
            return "gdpr"
        routes = [flow._entity.confidentiality.route for flow in self.flows if flow._entity.confidentiality]
        return "confidentiality" if any(route.startswith("consent") for route in routes) else "none"

    @cached_property
    def signed_on(self) -> dict[str, Told]:
        """The day on which each party signed, by party, where it is recorded."""
        return {str(party): day for party, day in self.__getattr__("signed").items()}

    @property
    def signatories(self) -> list[tuple[PartyView, Any]]:
        """Each party with the role that signs for it; a gap where none is named."""
        roles = self._entity.signatories
        if not roles:
            return [(party, self.__getattr__("signatories")) for party in self.parties]
        base = join_path(self._source, "signatories")
        return [
            (
                party,
                reworded(self._world.told(roles[party.key.value], join_path(base, party.key.value)), stop=False)
                if party.key.value in roles
                else Missing("the role that signs for this party", join_path(base, party.key.value), block=False),
            )
            for party in self.parties
        ]


def _carried_out(flow: FlowView) -> object:
    steps = [(str(step.who), str(step.does)) for step in flow.procedure]
    return (steps, str(flow.decision_record), bool(flow.emergency_only)) if steps else str(flow.key)
