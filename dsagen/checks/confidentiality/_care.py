"""What counts as direct care, and who gives it."""

from __future__ import annotations

from dsagen.checks.subjects import FlowSubject, PartySubject

__all__ = ["gives_care", "is_direct_care", "is_health_or_adult_care"]

_DIRECT_CARE = frozenset({"health_care_direct", "adult_social_care"})
_HEALTH = frozenset({"nhs_england", "icb", "nhs_trust", "gp_practice", "local_health_board"})
_CARE_FUNCTIONS = frozenset({"adult_social_care", "health_services"})
_COUNCIL_CARE_FUNCTIONS = frozenset({"adult_social_care", "public_health", "health_services"})


def is_direct_care(flow: FlowSubject) -> bool:
    """Tell whether every purpose of a flow is the care of one person: health care, or adult social care."""
    return flow.kinds <= _DIRECT_CARE


def gives_care(party: PartySubject) -> bool:
    """Tell whether a party may be in the team that gives a person care.

    A council is in it for adult social care, and for the nursing that public health arranges.
    """
    if party.party.type in _HEALTH or party.party.type == "care_provider":
        return True
    functions = _COUNCIL_CARE_FUNCTIONS if party.party.type == "local_authority" else _CARE_FUNCTIONS
    return not functions.isdisjoint(party.party.functions)


def is_health_or_adult_care(party: PartySubject) -> bool:
    """Tell whether a party is a health body, a council with adult social care, or does either under arrangements."""
    return party.party.type in _HEALTH or not _CARE_FUNCTIONS.isdisjoint(party.party.functions)
