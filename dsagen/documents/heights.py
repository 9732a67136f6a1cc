"""How many lines the rows of a table take, reckoned before anything is laid out."""

from __future__ import annotations

from math import ceil

from lxml.etree import _Element

from dsagen.documents.tree import words_of

__all__ = ["LINES_ON_A_PAGE", "height_of_box", "height_of_row"]

LINES_ON_A_PAGE = 48
"""Lines of table text on an upright page."""
_CHARACTERS = {"portrait": 0.93, "landscape": 1.37}
"""How many characters of table text a line has for each percent of the page's width."""
_BLOCKS = ("p", "li")


def height_of_row(row: _Element) -> int:
    """Reckon how many lines the tallest cell of a row takes."""
    table = next(row.iterancestors("table"))
    turned = any("data-orientation" in holder.attrib for holder in (table, *table.iterancestors("section")))
    share = _CHARACTERS["landscape" if turned else "portrait"]
    widths = (int(width) for width in table.get("data-widths", "").split())
    return max(_lines(cell, share * width) for cell, width in zip(row, widths, strict=True))


def height_of_box(box: _Element) -> int:
    """Reckon how many lines a box takes, which is as wide as the text."""
    return _lines(box, _CHARACTERS["portrait"] * 90)


def _lines(holder: _Element, characters: float) -> int:
    """Reckon how many lines the words of a cell or a box take."""
    blocks = list(holder.iter(*_BLOCKS)) or [holder]
    return sum(ceil(len(words_of(block)) / characters) for block in blocks)
