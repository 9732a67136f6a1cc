"""Sides and flows that say the same, put together, so that the agreement says it once."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from dsagen.documents.views.alike import alike, in_rows
from dsagen.documents.views.base import View
from dsagen.documents.views.flow import FlowView, SideView
from dsagen.documents.views.law import GatewayView
from dsagen.documents.views.sides import based_alike, conditions_alike, kept_alike, placed, viewed_alike
from dsagen.workspace.paths import join_path

__all__ = ["Grouped", "PowerView"]

_LAW = ("regime", "capacity", "article6", "article6_law", "annex1", "gateways")
_SPECIAL = ("regime", "article9", "schedule1", "schedule8", "secrecy")
_CRIMINAL = ("regime", "article10", "schedule1", "onward_authority")
"""What the rows on the lawful basis, on special categories and on criminal offences print of a basis."""


@dataclass(frozen=True)
class PowerView:
    """A duty or power, and the sides that rely on it."""

    gateway: GatewayView
    sides: list[SideView]


@dataclass(frozen=True, eq=False)
class Grouped:
    """The flows and sides of an agreement, in groups of those that say the same, in the order of first use."""

    flows: list[FlowView]
    sides: list[SideView]

    @cached_property
    def powers(self) -> list[PowerView]:
        """Each duty or power, once."""
        relied_on = [(side, gateway) for side in self.sides if side.basis for gateway in side.basis.gateways]
        alikes = alike(relied_on, lambda pair: (pair[1].key.value, placed(pair[0])))
        groups = in_rows(alikes, lambda pair: str(pair[0].party.called))
        return [PowerView(group[0][1], [side for side, _ in group]) for group in groups]

    @property
    def without_power(self) -> list[SideView]:
        """The sides that name no duty or power."""
        return [side for side in self.sides if not side.basis or not side.basis.gateways]

    @property
    def one_law(self) -> list[list[SideView]]:
        """The sides that rely on the same law, with the same request."""
        return based_alike(self.sides, (*_LAW, "request"), placed)

    @property
    def lawful(self) -> list[list[SideView]]:
        """The sides that have the same lawful basis, laid down in the same law."""
        return based_alike(self.sides, _LAW, placed)

    @property
    def conditions(self) -> list[list[SideView]]:
        """The sides with sensitive information that rest on the same conditions for the same kinds."""
        return conditions_alike(self._sensitive)

    @property
    def _sensitive(self) -> list[SideView]:
        return [side for side in self.sides if side.flow.special or side.flow.criminal]

    @property
    def public_interest(self) -> list[list[SideView]]:
        """The sides that say why the public interest is substantial, or have to."""
        asked = [side for side in self._sensitive if side.basis and side.basis.public_interest_is_asked]
        return based_alike(asked, ("substantial_public_interest",))

    @property
    def without_consent(self) -> list[list[SideView]]:
        """The sides that say why they do not ask for consent, as their condition wants."""
        given = [side for side in self._sensitive if side.basis and side.basis.no_consent_reasons]
        return based_alike(given, ("no_consent_reason",))

    @property
    def special(self) -> list[list[SideView]]:
        """The sides with special category information that rely on the same conditions."""
        sides = [side for side in self.sides if side.flow.special]
        return based_alike(sides, _SPECIAL, lambda side: bool(side.basis.policy_paragraphs))

    @property
    def criminal(self) -> list[list[SideView]]:
        """The sides with criminal-offence information that have the same route."""
        return based_alike([side for side in self.sides if side.flow.criminal], _CRIMINAL)

    @property
    def special_flows(self) -> list[list[FlowView]]:
        """The flows with special category information, those of the same categories together."""
        flows = [flow for flow in self.flows if flow.special]
        return alike(flows, lambda flow: [str(category) for category in flow.special_categories])

    @property
    def compatible(self) -> list[list[SideView]]:
        """The sides that say why their use fits with the purpose of collection."""
        given = [side for side in self.sides if side.discloses or (side.basis and side.basis.compatibility)]

        def fit(side: SideView) -> object:
            if not side.basis_record:
                return str(side.key)
            holds_it = side.flow.dataset.holder.key == side.party.key
            return side.party.key.value, side.flow.dataset.key.value, holds_it, side.said("compatibility")

        return alike(given, fit)

    @property
    def _recipients(self) -> list[SideView]:
        return [side for flow in self.flows for side in flow.recipients]

    @property
    def viewers(self) -> list[list[SideView]]:
        """The recipients, those together in which the same roles may see the information."""
        return viewed_alike(self._recipients)

    @property
    def kept(self) -> list[list[SideView]]:
        """The recipients, those together that keep what they receive for as long."""
        return kept_alike(self._recipients)

    @property
    def confidence(self) -> list[list[FlowView]]:
        """The flows that answer the duty of confidence alike, for the same confidential fields."""
        return alike(self.flows, _confidence)

    @property
    def routes(self) -> list[View]:
        """Each way to answer the duty of confidence that a flow uses, once: also where agreement is refused."""
        found: dict[str, View] = {}
        for flow in self.flows:
            answer = flow.confidentiality
            for used in (answer, answer.if_refused if answer else None):
                if used:
                    found.setdefault(used.route.value, used)
        return list(found.values())

    @property
    def risks(self) -> list[View]:
        """The risks that belong to a flow."""
        return list({risk.key.value: risk for flow in self.flows for risk in flow.risks}.values())


def _confidence(flow: FlowView) -> object:
    given = flow._entity.confidentiality
    if given is None:
        return str(flow.key)
    flow._world.reads.note(join_path(flow._source, "confidentiality", "*all"), given)
    return given, [str(item.field.label) for item in flow.fields if item.field.confidential]
