"""Views of the law of one side: a party's legal basis, and what answers the duty of confidence."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, Any

from dsagen.documents.policy import policy_paragraphs
from dsagen.documents.told import Told
from dsagen.documents.views.base import MapView, View, World, views_of
from dsagen.documents.views.law import GatewayView, law_view
from dsagen.documents.views.registers import party_view, people_view
from dsagen.model.basis import Basis, Request
from dsagen.model.flow import Confidentiality, IfRefused
from dsagen.model.vocabulary import ConfidentialityRoute
from dsagen.workspace.paths import join_path

if TYPE_CHECKING:
    from dsagen.documents.views.flow import SideView

__all__ = ["BasisView", "ConfidentialityView", "IfRefusedView", "RequestView"]


@views_of(Basis)
class BasisView(View):
    """What lets one controller take part in one flow."""

    _entity: Basis
    side: SideView

    @cached_property
    def gateways(self) -> list[GatewayView]:
        """Its duties and powers."""
        self._world.reads.note(join_path(self._source, "gateways"), self._entity.gateways)
        nation = party_view(self._world, self.key.value).nation.value
        return [
            GatewayView(self._world.catalogue.gateway(gateway), f"law/gateways/{gateway}", self._world, nation=nation)
            for gateway in self._entity.gateways
        ]

    @property
    def criminal_route(self) -> Any:
        """The route of Article 10 as a record of the law, or nothing."""
        if self._entity.article10 is None:
            return self.__getattr__("article10")
        code = "official_authority" if self._entity.article10 == "official_authority" else "authorised_by_law"
        self._world.reads.note(join_path(self._source, "article10"), self._entity.article10)
        return law_view(self._world, "article10", code, self._world.catalogue.article10[code])

    @property
    def lawful_basis(self) -> Any:
        """The Article 6 basis as a record of the law; a gap where it is missing."""
        if self._entity.article6 is None:
            return self.__getattr__("article6")
        code = self._entity.article6
        self._world.reads.note(join_path(self._source, "article6"), code)
        return law_view(self._world, "article6", code, self._world.catalogue.article6[code])

    @property
    def special_condition(self) -> Any:
        """The Article 9 condition as a record of the law, or nothing."""
        if self._entity.article9 is None:
            return self.__getattr__("article9")
        code = self._entity.article9
        self._world.reads.note(join_path(self._source, "article9"), code)
        return law_view(self._world, "article9", code, self._world.catalogue.article9[code])

    @cached_property
    def paragraphs(self) -> list[View]:
        """The paragraphs of Schedule 1, as records of the law."""
        self._world.reads.note(join_path(self._source, "schedule1"), self._entity.schedule1)
        return [
            law_view(self._world, "schedule1", n, self._world.catalogue.schedule1[n]) for n in self._entity.schedule1
        ]

    @property
    def public_interest_is_asked(self) -> bool:
        """Whether the reason why the public interest is substantial is given, or the condition asks for it.

        Source: UK GDPR Article 9(2)(g); Data Protection Act 2018 Schedule 8.
        """
        by_schedule8 = any(condition.substantial_public_interest for condition in self.sensitive_conditions)
        return bool(self.substantial_public_interest) or self._entity.article9 == "g" or by_schedule8

    @property
    def no_consent_reasons(self) -> list[tuple[Told | None, Told]]:
        """Each reason why it is done without consent, with its group of people where it is one group's."""
        given = self.__getattr__("no_consent_reason")
        if not isinstance(given, MapView):
            return [(None, given)] if given else []
        return [(people_view(self._world, str(key)).label, reason) for key, reason in given.items()]

    @property
    def duty_law(self) -> GatewayView:
        """The duty whose two questions `duty_tests` answers."""
        key = "children-act-2004-s16la"
        nation = party_view(self._world, self.key.value).nation.value
        return GatewayView(self._world.catalogue.gateway(key), f"law/gateways/{key}", self._world, nation=nation)

    @cached_property
    def policy_paragraphs(self) -> list[View]:
        """The paragraphs for which the controller must have an appropriate policy document."""
        flow, party = self.side.flow._entity, self.side.party.key.value
        numbers = policy_paragraphs(flow, party, self._world.workspace, self._world.catalogue)
        for name in ("schedule1", "article10"):
            self._world.reads.note(join_path(self._source, name), getattr(self._entity, name))
        return [law_view(self._world, "schedule1", n, self._world.catalogue.schedule1[n]) for n in numbers]

    @cached_property
    def sensitive_conditions(self) -> list[View]:
        """The conditions of Schedule 8 for sensitive processing under Part 3."""
        self._world.reads.note(join_path(self._source, "schedule8"), self._entity.schedule8)
        return [
            law_view(self._world, "schedule8", n, self._world.catalogue.schedule8[n]) for n in self._entity.schedule8
        ]

    @property
    def legitimate_interest(self) -> Any:
        """The recognised legitimate interest of Annex 1, as a record of the law, or nothing."""
        if self._entity.annex1 is None:
            return self.__getattr__("annex1")
        number = self._entity.annex1
        return law_view(self._world, "annex1", number, self._world.catalogue.annex1[number])


@views_of(Request)
class RequestView(View):
    """A request that is answered."""

    _entity: Request

    @property
    def asker(self) -> Told:
        """Who asks: a party's name, or the role that was written."""
        asked_by = self._entity.asked_by
        if asked_by in self._world.workspace.parties:
            return party_view(self._world, asked_by).called
        return self._world.told(asked_by, join_path(self._source, "asked_by"))


@views_of(Confidentiality)
class ConfidentialityView(View):
    """What answers the duty of confidence."""

    _entity: Confidentiality

    @property
    def law(self) -> View:
        """The route, as a record of the law."""
        return _route(self._world, self._entity.route)

    @property
    def by_agreement(self) -> bool:
        """Whether someone's agreement lifts the duty."""
        return self._world.catalogue.confidentiality[self._entity.route].lifts_as == "consent"


@views_of(IfRefused)
class IfRefusedView(View):
    """What happens when agreement is refused."""

    _entity: IfRefused

    @property
    def law(self) -> View:
        """The route that may then apply, as a record of the law."""
        return _route(self._world, self._entity.route)


def _route(world: World, code: ConfidentialityRoute) -> View:
    return law_view(world, "confidentiality", code, world.catalogue.confidentiality[code])
