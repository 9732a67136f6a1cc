"""The document tree that every writer walks, and what a file says about itself."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from math import ceil

from lxml import etree
from lxml.etree import _Element

from dsagen.documents.house import PLAIN, House

__all__ = ["LINES_ON_A_PAGE", "DocumentTree", "Properties", "height_of_box", "height_of_row", "is_short", "words_of"]

LINES_ON_A_PAGE = 48
"""Lines of table text on an upright page."""
_BY_HAND = 1
"""The lines that a cell to write in takes beside its words."""
_CHARACTERS = {"portrait": 0.93, "landscape": 1.37}
"""How many characters of table text a line has for each percent of the page's width."""
_BLOCKS = ("p", "li")


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


def height_of_row(row: _Element) -> int:
    """Reckon how many lines the tallest cell of a row takes."""
    table = next(row.iterancestors("table"))
    turned = any("data-orientation" in holder.attrib for holder in (table, *table.iterancestors("section")))
    share = _CHARACTERS["landscape" if turned else "portrait"]
    widths = (int(width) for width in table.get("data-widths", "").split())
    return max(_lines(cell, share * width) for cell, width in zip(row, widths, strict=True))


def is_short(table: _Element) -> bool:
    """Tell whether a table takes less than a third of a page, so that it stands better on one page."""
    *head, body = table
    written = sum(_BY_HAND for cell in body.iter("td") if cell.get("class") == "by-hand")
    return len(head) + sum(height_of_row(row) for row in body) + written <= LINES_ON_A_PAGE // 3


def height_of_box(box: _Element) -> int:
    """Reckon how many lines a box takes, which is as wide as the text."""
    return _lines(box, _CHARACTERS["portrait"] * 90)


def _lines(holder: _Element, characters: float) -> int:
    """Reckon how many lines the words of a cell or a box take."""
    blocks = list(holder.iter(*_BLOCKS)) or [holder]
    return sum(ceil(len(words_of(block)) / characters) for block in blocks)
