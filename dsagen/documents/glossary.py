"""The glossary of a document: only the terms that it uses."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from lxml.etree import _Element

from dsagen.documents.tree import words_of

__all__ = ["terms_used"]


def terms_used(glossary: Mapping[str, str], sections: Iterable[_Element]) -> list[tuple[str, str]]:
    """Give each term that the sections use, with its meaning, in the glossary's order."""
    words = " ".join(words_of(section) for section in sections)
    return [
        (term, meaning)
        for term, meaning in glossary.items()
        if re.search(rf"\b{re.escape(term)}(s|es)?\b", words, re.IGNORECASE if term.islower() else 0)
    ]
