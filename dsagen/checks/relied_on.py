"""The paragraphs of Schedule 1 to the Data Protection Act 2018 that a basis names, wherever it names them."""

from __future__ import annotations

import re

from dsagen.model.basis import Basis

__all__ = ["article10_paragraphs", "is_official_authority", "relied_on"]

_IN_BRACKETS = re.compile(r"\([^)]*\)")
_LIST = re.compile(
    r"\bpara(?:graph)?s?\.?\s*(\d{1,3}(?:\s*(?:,|and|or|&)\s*(?:para(?:graph)?s?\.?\s*)?\d{1,3})*)", re.I
)
_ONLY_NUMBERS = re.compile(r"\d{1,2}(\s*(,|and|or|&)\s*\d{1,2})*")
_SCHEDULE_8 = re.compile(r"\bsch(edule)?\.?\s*8\b", re.I)
_OFFICIAL = re.compile(r"\bofficial[ _-]authority\b", re.I)


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
