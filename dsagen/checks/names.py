"""Whether words look like a person's name, where a role belongs."""

from __future__ import annotations

import re
from collections.abc import Iterable

__all__ = ["looks_like_a_mailbox_of_one", "looks_like_a_name"]

_TITLE = re.compile(r"\b(Mr|Mrs|Ms|Miss|Mx|Dr|Prof|Cllr|PC|DC|DS|DI|Sgt|Rev|Sir|Dame)\.? +[A-Z]")
_NAME = re.compile(r"[A-Z][a-z]+(?:[ -][A-Z][a-z'’]+|[ ][A-Z]\.?){1,2}")
_OF_ROLES = frozenset(
    [
        *("limited", "ltd", "plc", "llp", "cic", "company", "systems"),
        "officer",
        "lead",
        "leader",
        "manager",
        "guardian",
        "head",
        "director",
        "team",
        "chief",
        "executive",
        "owner",
        "governor",
        "governors",
        "chair",
        "partner",
        "partners",
        "nurse",
        "worker",
        "social",
        "doctor",
        "practitioner",
        "teacher",
        "tutor",
        "sergeant",
        "constable",
        "inspector",
        "superintendent",
        "commissioner",
        "secretary",
        "clerk",
        "adviser",
        "advisor",
        "analyst",
        "service",
        "services",
        "council",
        "school",
        "academy",
        "trust",
        "board",
        "panel",
        "group",
        "police",
        "safeguarding",
        "designated",
        "information",
        "data",
        "protection",
        "records",
        "customer",
        "access",
        "rights",
        "complaints",
        "children",
        "adult",
        "adults",
        "health",
        "care",
        "early",
        "help",
        "family",
        "families",
        "young",
        "carers",
        "housing",
        "education",
        "attendance",
        "duty",
        "front",
        "door",
        "incident",
        "security",
        "privacy",
        "governance",
        "caldicott",
        "senior",
        "deputy",
        "assistant",
        "general",
        "practice",
        "business",
        "support",
        "hub",
        "desk",
        "office",
        "corporate",
        "legal",
        "public",
        "freedom",
        "request",
        "requests",
        "enquiries",
        "contact",
        "central",
        "local",
        "authority",
        "first",
        "response",
        "single",
        "point",
        "monitoring",
        "principal",
        "named",
        "lead",
    ]
)
"""Words of roles, teams and bodies."""


def looks_like_a_name(words: str) -> bool:
    """Tell whether words, up to a comma, look like one person's name, and like no role, team or body."""
    if _TITLE.search(words):
        return True
    plain = words.partition(",")[0].strip()
    return bool(_NAME.fullmatch(plain)) and not _of_roles(re.findall(r"[A-Za-z]+", plain))


def looks_like_a_mailbox_of_one(address: str) -> bool:
    """Tell whether the part before the @ looks like a first name and a surname: `alex.example@…`."""
    name = address.partition("@")[0]
    parts = re.fullmatch(r"([a-z]{2,})[._]([a-z]{2,})\d*", name.lower())
    return bool(parts) and not _of_roles(parts.groups() if parts else ())


def _of_roles(words: Iterable[str]) -> bool:
    return any(word.lower() in _OF_ROLES for word in words)
