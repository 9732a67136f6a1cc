"""Tables whose rows would fill half a page become cards: one question and one answer a row."""

from __future__ import annotations

from copy import deepcopy

from lxml import etree
from lxml.etree import SubElement, _Element

from dsagen.documents.tree import LINES_ON_A_PAGE, height_of_row

__all__ = ["deal_cards"]

_TALLEST = LINES_ON_A_PAGE // 2
"""Lines of a row from which a table is dealt as cards: half a page."""
_HEADINGS = ("Item", "Answer")
_WIDTHS = "26 74"


def deal_cards(part: _Element) -> None:
    """Turn the tables of a part that have a row too tall to keep whole into cards, in place.

    Why: a row of several columns cannot go on over a page, since a screen reader would say both first halves before
    both second halves. Kept whole, it leaves pages half empty, and in the end does not fit on one. The tree is changed
    and not the page, so that every format has the same words in the same order.
    """
    for table in part.iter("table"):
        if (
            table.get("class") == "grid"
            and len(table[1][0]) > 2
            and any(height_of_row(row) > _TALLEST for row in table[2])
        ):
            _deal(table)


def _deal(table: _Element) -> None:
    """Make each row a card: its first row has the words of the row header, and each other row one of the cells."""
    columns = list(table[1][0])
    rows = list(table[2])
    table.set("class", "key-value")
    table.set("data-widths", _WIDTHS)
    etree.strip_attributes(table, "data-orientation")
    head = SubElement(table, "thead")
    for words in _HEADINGS:
        SubElement(SubElement(head, "tr") if len(head) == 0 else head[0], "th", scope="col").text = words
    body = SubElement(table, "tbody")
    for row in rows:
        for at, (column, cell) in enumerate(zip(columns, list(row), strict=True)):
            line = SubElement(body, "tr", {"class": "card"} if at == 0 else {})
            label = deepcopy(column)
            label.set("scope", "row")
            line.append(label)
            cell.tag = "td"
            etree.strip_attributes(cell, "scope")
            line.append(cell)
    table.remove(table[1])
    table.remove(table[1])
