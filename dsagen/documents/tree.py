"""The document tree that every writer walks, and what a file says about itself."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from lxml import etree
from lxml.etree import _Element

from dsagen.documents.house import PLAIN, House

__all__ = ["DocumentTree", "Properties", "words_of"]


@dataclass(frozen=True)
class Properties:
    """What a file says about its document: its title, language, date and running lines.

    `date` is the date of the agreement's version, so that no clock ever reaches a file.
    """

    kind: str
    """`dsa`, `dpia`, `appropriate_policy` or `privacy_notice`."""
    title: str
    short_title: str
    reference: str
    version: str
    status: str
    """The status as it is printed: `Draft`, `Agreed` …"""
    draft: bool
    """Whether DRAFT is marked on every page."""
    language: str
    """A language tag such as `en-GB`."""
    author: str
    """The lead organisation's name."""
    date: date
    marking: str | None = None
    """A classification marking for the top and bottom of every page."""
    house: House = PLAIN
    """How the document looks. It is no part of the tree: the same words may be printed in another house's style."""


@dataclass(frozen=True)
class DocumentTree:
    """An assembled document: numbered, checked, with every cross-reference resolved.

    `root` is the `article` element described in `docs/document-tree.md`. Writers read it and never change it.
    """

    root: _Element
    properties: Properties


def words_of(element: _Element) -> str:
    """Give the words of an element and of everything in it, without its tail."""
    words: str = etree.tostring(element, method="text", encoding="unicode", with_tail=False)
    return words
