"""A gateway that one side of a flow cites."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from dsagen.law.gateway import Gateway
from dsagen.law.matching import Coverage
from dsagen.law.periods import PeriodState
from dsagen.law.vocabulary import Effect
from dsagen.workspace.paths import join_path

if TYPE_CHECKING:
    from dsagen.checks.subjects.side import Side

__all__ = ["NO_POWER", "OWN_FUNCTION", "Citation"]

NO_POWER = frozenset({"confidentiality_only", "not_a_gateway", "regulation_making"})
"""Kinds of record that are never a power to share."""
OWN_FUNCTION = frozenset({"function_implied_power", "common_law"})
"""Kinds of record that a party can only rest on where the function is its own."""
_PLACES_OF_EDUCATION = frozenset({"school", "academy", "fe_college"})


@dataclass(frozen=True)
class Citation:
    """One gateway that one side cites."""

    side: Side
    index: int

    @cached_property
    def key(self) -> str:
        """Give the id that was written."""
        basis = self.side.basis
        assert basis is not None
        return basis.gateways[self.index]

    @cached_property
    def path(self) -> str:
        """Give the id of the citation."""
        return join_path(self.side.path, "gateways", str(self.index))

    @cached_property
    def gateway(self) -> Gateway:
        """Give the record of the law."""
        return self.side.case.law.gateway(self.key)

    @property
    def called(self) -> str:
        """Give how messages name it."""
        return self.gateway.short_citation or self.gateway.citation

    @cached_property
    def state(self) -> PeriodState:
        """Tell how it stands in the party's nation on the day of the case."""
        return self.gateway.state(self.side.party.nation, self.side.case.as_at)

    @property
    def is_power(self) -> bool:
        """Tell whether it is a power, duty or function at all."""
        return self.gateway.kind not in NO_POWER

    @cached_property
    def coverage(self) -> Coverage:
        """Tell whether the party is one to which the provision is given."""
        return self.side.may_disclose(self.gateway)

    @property
    def covers_party(self) -> bool:
        """Tell whether the party may cite it: as holder, or as recipient of what it says may be disclosed."""
        gateway, side = self.gateway, self.side
        received = side.role == "recipient" and (gateway.express or gateway.kind not in OWN_FUNCTION)
        return bool(self.coverage) or (received and bool(side.may_receive(gateway)))

    @property
    def is_elsewhere(self) -> bool:
        """Tell whether it has no place in the party's nation at all, whatever the day."""
        nations = self.gateway.nation
        return bool(nations) and self.side.party.nation not in nations

    @property
    def is_usable(self) -> bool:
        """Tell whether the party has a power by it today."""
        return self.is_power and self.state == "in_force" and not self.is_elsewhere and self.covers_party

    @property
    def effect(self) -> Effect:
        """Give what it lets or makes this party do. One record holds two limbs that bind different parties.

        Source: the gateways note, J5: Children and Families Act 2014 section 31(1) leaves out schools and colleges.
        """
        if self.key == "children-and-families-act-2014-s28-31" and self.side.party.party.type in _PLACES_OF_EDUCATION:
            return "incidental"
        return self.gateway.effect

    @property
    def is_live_duty(self) -> bool:
        """Tell whether it is a duty that binds this side today: `must`, or `must_if_asked` with a recorded request."""
        if self.state != "in_force" or not self.is_power:
            return False
        basis = self.side.basis
        asked = basis is not None and basis.request is not None
        return self.effect == "must" or (self.effect == "must_if_asked" and asked)
