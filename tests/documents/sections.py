"""Find a part of a document by its id."""

from __future__ import annotations

from lxml.etree import _Element

from dsagen.documents.compose import Composition
from dsagen.documents.tree import words_of

__all__ = ["section_of", "words_in"]


def section_of(document: Composition, identifier: str) -> _Element:
    """Give the section with this id."""
    (found,) = (element for element in document.tree.root.iter("section") if element.get("id") == identifier)
    return found


def words_in(document: Composition, identifier: str) -> str:
    """Give the words of a section, on one line."""
    return " ".join(words_of(section_of(document, identifier)).split())
