"""One controller's side of one flow: the basis that it acts on."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Literal

from dsagen.checks.subjects.citation import Citation
from dsagen.law.matching import Coverage, covers
from dsagen.model.basis import Basis
from dsagen.workspace.paths import join_path

if TYPE_CHECKING:
    from dsagen.checks.subjects.case import Case
    from dsagen.checks.subjects.flow import FlowSubject
    from dsagen.checks.subjects.party import PartySubject
    from dsagen.law.gateway import Gateway

__all__ = ["Side"]


@dataclass(frozen=True)
class Side:
    """One party in one flow, as discloser or as recipient."""

    flow: FlowSubject
    party: PartySubject
    role: Literal["discloser", "recipient"]

    @property
    def case(self) -> Case:
        """Give the case."""
        return self.flow.case

    @cached_property
    def path(self) -> str:
        """Give the id of the basis."""
        return join_path(self.flow.path, "bases", self.party.key)

    @cached_property
    def basis(self) -> Basis | None:
        """Give the basis, or None where none is written."""
        return self.flow.flow.bases.get(self.party.key)

    @cached_property
    def citations(self) -> tuple[Citation, ...]:
        """Give the gateways that it cites, in order."""
        return tuple(Citation(self, index) for index in range(len(self.basis.gateways))) if self.basis else ()

    @cached_property
    def others(self) -> tuple[PartySubject, ...]:
        """Give the parties at the other end: the recipients for a discloser, the discloser for a recipient."""
        return self.flow.recipients if self.role == "discloser" else (self.flow.sender,)

    @cached_property
    def is_public_task(self) -> bool:
        """Tell whether a public authority acts here in performing its tasks."""
        public = self.basis is None or self.basis.capacity == "public"
        return self.party.is_public_authority and public

    def may_disclose(self, gateway: Gateway) -> Coverage:
        """Tell whether the party is one that may disclose under a gateway, or holds the function that it is."""
        return self._covers(self.party, gateway.discloser_types)

    def may_receive(self, gateway: Gateway) -> Coverage:
        """Tell whether the party is one that a gateway reaches as recipient."""
        return self._covers(self.party, gateway.recipient_types)

    def reaches(self, gateway: Gateway, other: PartySubject) -> Coverage:
        """Tell whether a gateway reaches another party as recipient."""
        return self._covers(other, gateway.recipient_types)

    def _covers(self, party: PartySubject, matches: object) -> Coverage:
        return covers(matches, party.party.type, party.party.functions, party.is_public_authority)  # type: ignore[arg-type]
