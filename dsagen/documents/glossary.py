"""The glossary of a document: only the terms that it uses."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import cache

from lxml.etree import _Element

from dsagen.documents.tree import words_of

__all__ = ["terms_used"]


@cache
def _patterns(terms: tuple[str, ...]) -> tuple[re.Pattern[str], re.Pattern[str]]:
    """Give one pattern for the terms that are found in any case, and one for those found as they are written."""
    found = []
    for chosen, flags in (
        ([t for t in terms if t.islower()], re.IGNORECASE),
        ([t for t in terms if not t.islower()], 0),
    ):
        longest_first = sorted(chosen, key=len, reverse=True)
        found.append(re.compile(rf"\b({'|'.join(map(re.escape, longest_first)) or '(?!)'})(?:s|es)?\b", flags))
    return found[0], found[1]


def terms_used(glossary: Mapping[str, str], sections: Iterable[_Element]) -> list[tuple[str, str]]:
    """Give each term that the sections use, with its meaning, in the glossary's order."""
    words = " ".join(words_of(section) for section in sections)
    small, exact = _patterns(tuple(glossary))
    used = {match.lower() for match in small.findall(words)} | set(exact.findall(words))
    return [(term, meaning) for term, meaning in glossary.items() if term in used]
