"""What is asked: which gateways fit this party, towards those others, for these purposes, on this day."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Literal

from dsagen.model.vocabulary import Nation

if TYPE_CHECKING:
    from dsagen.checks.subjects import PartySubject, Side

__all__ = ["Question", "Who", "question_of"]


@dataclass(frozen=True)
class Who:
    """A party, as far as a gateway looks at it."""

    type: str
    functions: tuple[str, ...] = ()
    is_public_authority: bool = True
    called: str = ""


@dataclass(frozen=True)
class Question:
    """One side of one flow, as far as a gateway looks at it."""

    party: Who
    role: Literal["discloser", "recipient"]
    others: tuple[Who, ...]
    """The parties at the other end."""
    kinds: tuple[str, ...]
    """The kinds of purpose."""
    nation: Nation
    as_at: date
    is_private: bool = False
    """Whether the party acts as a private body, which needs no power."""
    has_children: bool = False
    """Whether the information may be about people under 18."""
    has_health: bool = False
    """Whether health information travels."""
    is_asked: bool = False
    """Whether a request is recorded."""
    lifts_by_route: bool = True
    """Whether something else answers the duty of confidence, or none is owed."""
    cited: tuple[str, ...] = ()
    """What the party cites now."""
    cited_by_others: tuple[str, ...] = ()
    """What the other parties of the flow cite."""


def question_of(side: Side) -> Question:
    """Put the question for one side of a flow."""
    flow, basis = side.flow, side.basis
    bases = flow.flow.bases
    return Question(
        party=_who(side.party),
        role=side.role,
        others=tuple(_who(other) for other in side.others),
        kinds=tuple(dict.fromkeys(purpose.purpose.kind for purpose in flow.purposes)),
        nation=side.party.nation,
        as_at=side.case.as_at,
        is_private=_is_private(side),
        has_children=flow.has_children,
        has_health="health" in flow.special,
        is_asked=basis is not None and basis.request is not None,
        lifts_by_route=not flow.is_confidential or flow.flow.confidentiality is not None,
        cited=tuple(basis.gateways) if basis is not None else (),
        cited_by_others=tuple(
            key for party, other in bases.items() if party != side.party.key for key in other.gateways
        ),
    )


def _who(party: PartySubject) -> Who:
    return Who(party.party.type, tuple(party.party.functions), party.is_public_authority, party.called)


def _is_private(side: Side) -> bool:
    """Tell whether the party acts here as a private body: it says so, or its type has no public functions."""
    if side.basis is not None and "capacity" in side.basis.model_fields_set:
        return side.basis.capacity == "private"
    party = side.party.party
    if party.public_authority is not None:
        return not party.public_authority
    return party.type in _PRIVATE


_PRIVATE = frozenset({"independent_school", "early_years_provider", "care_provider", "voluntary_org", "individual"})
