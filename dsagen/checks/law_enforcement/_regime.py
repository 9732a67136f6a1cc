"""Which purposes are law enforcement, and what a party holds under Part 3 of the Data Protection Act 2018."""

from __future__ import annotations

from dsagen.checks.subjects import FlowSubject, Side
from dsagen.law.catalogue import Catalogue

__all__ = [
    "enforces",
    "has_other_purpose",
    "holds_under_part3",
    "is_enforcement_body",
    "is_onward",
    "may_enforce",
    "uses_part3",
]

_ENFORCEMENT_BODIES = frozenset({"police_force", "btp", "nca", "probation", "youth_offending_team"})
"""Types of party whose records are first of all law-enforcement records. A government department is in Schedule 7 too,
yet most of what it holds is not."""
_WELFARE_AS_WELL = frozenset({"domestic_abuse", "counter_terrorism"})
"""Kinds of purpose that may be law enforcement, and may be help for people. Inferred from the meaning of each kind."""
_MAY_ENFORCE = frozenset({"debt_and_fraud", "immigration_control", "identity_matching", "statistics_planning"})
"""Kinds of purpose that may serve law enforcement in some cases. Inferred from the meaning of each kind."""


def _of_section_31(law: Catalogue) -> frozenset[str]:
    """Give the kinds of purpose that usually are law enforcement (Data Protection Act 2018 section 31)."""
    return frozenset(kind for purpose in law.law_enforcement_purposes.values() for kind in purpose.purpose_kinds)


def enforces(flow: FlowSubject) -> bool:
    """Tell whether a flow serves, for a body that is no police force, a purpose that is law enforcement or may be."""
    return bool(flow.kinds & ((_of_section_31(flow.case.law) - _WELFARE_AS_WELL) | _MAY_ENFORCE))


def may_enforce(flow: FlowSubject) -> bool:
    """Tell whether any purpose of a flow is law enforcement or may be."""
    return bool(flow.kinds & (_of_section_31(flow.case.law) | _MAY_ENFORCE))


def has_other_purpose(flow: FlowSubject) -> bool:
    """Tell whether any purpose of a flow is not law enforcement, or need not be."""
    return bool(flow.kinds - (_of_section_31(flow.case.law) - _WELFARE_AS_WELL))


def is_enforcement_body(side: Side) -> bool:
    """Tell whether a party's records are first of all law-enforcement records."""
    return side.party.party.type in _ENFORCEMENT_BODIES


def uses_part3(side: Side) -> bool:
    """Tell whether a side is under Part 3."""
    return side.basis is not None and side.basis.regime == "part3"


def is_onward(side: Side) -> bool:
    """Tell whether a side takes its own law-enforcement records out of Part 3, for another purpose.

    Source: Data Protection Act 2018 section 36(4); section 4.2 of the data protection note.
    """
    return (
        side.role == "discloser"
        and side.basis is not None
        and side.basis.regime == "uk_gdpr"
        and is_enforcement_body(side)
        and side.flow.dataset.holder == side.party.key
        and has_other_purpose(side.flow)
    )


def holds_under_part3(flow: FlowSubject) -> bool:
    """Tell whether the discloser holds what travels under Part 3 in records of its own."""
    side = flow.sides[0]
    if flow.dataset.holder != side.party.key:
        return False
    competent = side.party.is_competent_authority or (side.party.may_be_competent_authority and enforces(flow))
    return (uses_part3(side) and competent) or is_onward(side)
