"""The signs in the structure of an agreement that suggest a risk, each with the fact that shows it.

**Why:** a list of risks that someone writes from memory leaves out those that nobody thought of. What the agreement
says of its flows, fields and parties already shows most of them.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

from dsagen.checks.subjects.case import Case
from dsagen.checks.subjects.flow import FlowSubject, is_about_children
from dsagen.checks.subjects.item import Item
from dsagen.law.assessment import RiskSign

__all__ = ["SIGNS"]

_FULL = frozenset({"summary", "text", "record"})
_OFTEN = frozenset({"continuous", "daily"})
_BY_HAND = frozenset({"email", "fax", "post", "removable_media", "secure_email", "telephone"})
_OPEN_SYSTEMS = frozenset({"direct_access", "secure_portal", "system_interface"})
_SCHOOLS = frozenset({"school", "academy", "independent_school", "fe_college"})
_UNPROVEN = frozenset({"alleged", "charged", "no_further_action"})
_OWN_CONFIDENCE = frozenset({"health", "sex_life", "orientation"})
_NAMELESS = frozenset({"pseudonymised", "hashed"})
_MANY = 3
_UNDERSTANDS = 12
"""From about this age children may be able to decide who learns of their health."""


def _flows(case: Case, has: Callable[[FlowSubject], bool], said: str) -> str:
    """Say in which flows something is so. Nothing where it is in none."""
    found = [flow.key for flow in case.flows if has(flow)]
    return f"{said} in {', '.join(found)}." if found else ""


def _fields(case: Case, has: Callable[[Item], bool], said: str) -> str:
    """Say in which flows a field is of some kind."""
    return _flows(case, lambda flow: any(has(item) for item in flow.items), said)


def _consent(flow: FlowSubject) -> bool:
    confidentiality = flow.flow.confidentiality
    lifted = confidentiality is not None and confidentiality.route.startswith("consent")
    return lifted or any(basis.article6 == "a" for basis in flow.flow.bases.values())


def _own_confidence(item: Item) -> bool:
    ages = [group.age_range for group in item.people.values() if is_about_children(group)]
    old_enough = any(age is None or age[1] >= _UNDERSTANDS for age in ages)
    return item.field.confidential and old_enough and bool(_OWN_CONFIDENCE & set(item.field.special))


def _outside(case: Case) -> str:
    found = dict.fromkeys(
        party.called for flow in case.flows for party in flow.recipients if not party.is_public_authority
    )
    return f"Not a public authority: {', '.join(found)}." if found else ""


def _seen_at_school(flow: FlowSubject) -> bool:
    to_school = any(party.party.type in _SCHOOLS for party in flow.recipients)
    return to_school and (bool(flow.special) or flow.is_criminal or flow.is_confidential)


def _nameless(flow: FlowSubject) -> bool:
    matching = flow.flow.matching
    compared = matching.compared if matching else None
    return compared in _NAMELESS or any(item.field.detail in ("aggregate", "pseudonym") for item in flow.items)


def _automated(case: Case) -> str:
    said = [purpose.key for purpose in case.purposes if purpose.purpose.automated_decision is not None]
    return "A machine decides, scores or profiles." if said or case.agreement.assessment.automated_decisions else ""


SIGNS: Mapping[RiskSign, Callable[[Case], str]] = {
    "allegation": lambda case: _fields(
        case, lambda item: bool(_UNPROVEN & set(item.field.offence_status)), "What is alleged and not proven travels"
    ),
    "always": lambda case: "Every sharing between organisations carries it." if case.flows else "",
    "automated": _automated,
    "confidential_health": lambda case: _fields(
        case,
        lambda item: item.field.confidential and "health" in item.field.special,
        "Confidential health facts travel",
    ),
    "consent": lambda case: _flows(case, _consent, "People are asked to agree"),
    "detailed": lambda case: _fields(
        case,
        lambda item: item.field.use == "content" and item.field.detail in _FULL,
        "A summary, a text or a record travels",
    ),
    "feed": lambda case: _flows(case, lambda flow: flow.is_routine, "Information is sent again and again"),
    "free_text": lambda case: _fields(case, lambda item: item.is_free_text, "Words of someone's own travel"),
    "frequent": lambda case: _flows(
        case, lambda flow: flow.flow.frequency in _OFTEN, "Information is sent daily or without a pause"
    ),
    "joint": lambda case: "The parties are joint controllers." if case.agreement.form == "joint_controllers" else "",
    "judgement": lambda case: _fields(
        case,
        lambda item: item.field.use == "content" and item.field.kind == "status",
        "A status that may change travels",
    ),
    "looked_up": lambda case: _flows(
        case, lambda flow: flow.flow.method in _OPEN_SYSTEMS, "Staff open a shared system or portal"
    ),
    "many_controllers": lambda case: (
        f"There are {len(case.parties)} controllers." if len(case.parties) >= _MANY else ""
    ),
    "matching": lambda case: _flows(case, lambda flow: flow.flow.matching is not None, "Records are matched"),
    "nhs_number": lambda case: _fields(case, lambda item: item.number == "nhs_number", "The NHS number travels"),
    "not_told": lambda case: (
        "In some cases people are not told, or not yet."
        if any(each.leaves_people_untold for each in case.agreement.transparency.exceptions)
        else ""
    ),
    "outside_body": _outside,
    "own_confidence": lambda case: _fields(
        case,
        _own_confidence,
        "Facts in confidence about older children, on health or sexual life, travel",
    ),
    "place": lambda case: _fields(
        case, lambda item: item.says_where, "An address, or a place where a child is, travels"
    ),
    "pseudonyms": lambda case: _flows(case, _nameless, "Totals or codes stand for people"),
    "record": lambda case: _fields(case, lambda item: item.field.detail == "record", "A whole record travels"),
    "seen_at_school": lambda case: _flows(case, _seen_at_school, "A school learns something sensitive"),
    "sensitive": lambda case: _flows(
        case, lambda flow: bool(flow.special) or flow.is_criminal, "Special category or criminal-offence facts travel"
    ),
    "sent_by_hand": lambda case: _flows(
        case, lambda flow: flow.flow.method in _BY_HAND, "Someone enters by hand where it is sent"
    ),
    "several_purposes": lambda case: f"There are {len(case.purposes)} purposes." if len(case.purposes) > 1 else "",
    "several_recipients": lambda case: _flows(
        case, lambda flow: len(flow.recipients) > 1, "More than one party receives the same"
    ),
    "supplier": lambda case: "Suppliers handle the information for a party." if case.agreement.processors else "",
    "whole_feed": lambda case: _flows(
        case,
        lambda flow: flow.is_routine and not flow.flow.cohort,
        "Information about everyone in a group is sent again and again",
    ),
}
"""Each sign, with what finds it: the fact in words, or nothing."""
