"""The conditions that a side relies on for special category and criminal-offence information, and where each stands."""

from __future__ import annotations

import re

from dsagen.checks.subjects import Side
from dsagen.law.catalogue import Catalogue
from dsagen.model.basis import Basis
from dsagen.workspace.paths import join_path

__all__ = [
    "ADULT",
    "SAFEGUARDING",
    "article10_paragraphs",
    "conditions_in",
    "is_official_authority",
    "place_of",
    "relied_on",
    "under_uk_gdpr",
]

SAFEGUARDING = 18
"""The paragraph of Schedule 1 about safeguarding children and individuals at risk."""
ADULT = 18
"""The age from which a person is an adult, in paragraphs 18 and 19 of Schedule 1."""

_IN_BRACKETS = re.compile(r"\([^)]*\)")
_LIST = re.compile(
    r"\bpara(?:graph)?s?\.?\s*(\d{1,3}(?:\s*(?:,|and|or|&)\s*(?:para(?:graph)?s?\.?\s*)?\d{1,3})*)", re.I
)
_ONLY_NUMBERS = re.compile(r"\d{1,2}(\s*(,|and|or|&)\s*\d{1,2})*")
_SCHEDULE_8 = re.compile(r"\bsch(edule)?\.?\s*8\b", re.I)
_OFFICIAL = re.compile(r"\bofficial[ _-]authority\b", re.I)


def under_uk_gdpr(side: Side) -> Basis | None:
    """Give the basis of a side that is under the UK GDPR, or None where there is none or Part 3 applies."""
    basis = side.basis
    return basis if basis is not None and basis.regime == "uk_gdpr" else None


def is_official_authority(article10: str | None) -> bool:
    """Tell whether a text names the control of official authority."""
    return article10 is not None and _OFFICIAL.search(article10) is not None


def article10_paragraphs(article10: str | None) -> list[int]:
    """Give the paragraphs of Schedule 1 that a text names, in order. What stands in brackets is a subparagraph."""
    text = _IN_BRACKETS.sub("", article10 or "").strip()
    if _SCHEDULE_8.search(text):
        return []
    lists = [text] if _ONLY_NUMBERS.fullmatch(text) else [match[1] for match in _LIST.finditer(text)]
    return list(dict.fromkeys(int(number) for numbers in lists for number in re.findall(r"\d+", numbers)))


def relied_on(basis: Basis) -> list[int]:
    """Give every paragraph of Schedule 1 that a basis names, under Article 9 or Article 10."""
    return list(dict.fromkeys([*basis.schedule1, *article10_paragraphs(basis.article10)]))


def conditions_in(paragraphs: list[int], law: Catalogue) -> list[int]:
    """Give those paragraphs that are conditions: not a rule about conditions, and none that extends another."""
    return [number for number in paragraphs if number in law.schedule1 and law.schedule1[number].role == "condition"]


def place_of(side: Side, basis: Basis, paragraph: int) -> str:
    """Give the id of the place where a side names a paragraph."""
    for index, number in enumerate(basis.schedule1):
        if number == paragraph:
            return join_path(side.path, "schedule1", str(index))
    return join_path(side.path, "article10")
