"""What rules look at: an agreement and its parts, each with its place and with what the law says of it."""

from __future__ import annotations

from dsagen.checks.subjects.accepted import Accepted
from dsagen.checks.subjects.case import Case, subjects_of
from dsagen.checks.subjects.citation import Citation
from dsagen.checks.subjects.flow import FlowSubject
from dsagen.checks.subjects.item import Item
from dsagen.checks.subjects.party import PartySubject
from dsagen.checks.subjects.purpose import PurposeSubject
from dsagen.checks.subjects.side import Side
from dsagen.checks.subjects.text import Text

__all__ = [
    "Accepted",
    "Case",
    "Citation",
    "FlowSubject",
    "Item",
    "PartySubject",
    "PurposeSubject",
    "Side",
    "Text",
    "subjects_of",
]
