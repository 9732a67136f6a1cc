"""Whom a condition protects, and whose information it is used for."""

from __future__ import annotations

from dsagen.checks.special_and_criminal._conditions import ADULT
from dsagen.checks.subjects import FlowSubject
from dsagen.model.people import People

__all__ = ["ABOUT_CHILDREN", "are_adults", "protects_children", "whose_sensitive"]

ABOUT_CHILDREN = frozenset(
    {
        "safeguard_child",
        "promote_welfare",
        "child_protection_enquiry",
        "young_carer_support",
        "early_help",
        "education_provision",
        "attendance",
        "pupil_welfare",
        "send_support",
        "youth_justice",
    }
)
"""Kinds of purpose that are for a child, even where the information is about an adult."""


def protects_children(flow: FlowSubject) -> bool:
    """Tell whether a flow serves a purpose that is for a child."""
    return bool(flow.kinds & ABOUT_CHILDREN)


def are_adults(group: People) -> bool:
    """Tell whether a group is known to hold adults only."""
    return group.age_range is not None and group.age_range[0] >= ADULT


def whose_sensitive(flow: FlowSubject) -> dict[str, People]:
    """Give the groups whose special category or criminal-offence information travels."""
    sensitive = (item for item in flow.items if item.field.special or item.field.criminal)
    return {key: group for item in sensitive for key, group in item.people.items()}
