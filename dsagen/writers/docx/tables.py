"""Tables: a caption, a header row that repeats, columns of the widths that the tree gives, no direct formatting."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

from lxml.etree import _Element

from dsagen.documents.tree import LINES_ON_A_PAGE, height_of_row, is_short, words_of
from dsagen.writers.docx.flow import flow
from dsagen.writers.docx.inline import inline
from dsagen.writers.docx.markup import attribute
from dsagen.writers.docx.places import CELL, Place
from dsagen.writers.docx.story import Story

__all__ = ["table"]

_LONG = LINES_ON_A_PAGE // 4
"""Lines of a row from which it may go over two pages; any other stays whole."""
_CARD = replace(CELL, text="TableHeading")
"""The first row of a card names it, and stays on the page of the next one."""
_KEPT = "<w:keepNext/>"
"""The row stays on the page of the next one."""
_BY_HAND = '<w:trHeight w:val="794" w:hRule="atLeast"/>'
"""Room to write in: 14 mm."""


def table(story: Story, element: _Element) -> None:
    """Write the caption and the table, with the title and description that a screen reader says (Part 1, 17.4.62)."""
    caption, head, body = element
    story.paragraph("Caption", inline(story, caption))
    widths = _widths(element, story.page.text_width)
    title = attribute(words_of(caption))
    description = attribute(element.get("data-description", ""))
    columns = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    story.body.append(
        '<w:tbl><w:tblPr><w:tblStyle w:val="HouseTable"/>'
        f'<w:tblW w:w="{sum(widths)}" w:type="dxa"/><w:tblLayout w:type="fixed"/>'
        '<w:tblLook w:val="06A0" w:firstRow="1" w:lastRow="0" w:firstColumn="1" w:lastColumn="0"'
        ' w:noHBand="1" w:noVBand="1"/>'
        f'<w:tblCaption w:val="{title}"/><w:tblDescription w:val="{description}"/></w:tblPr>'
        f"<w:tblGrid>{columns}</w:tblGrid>"
    )
    starts = [f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/></w:tcPr>' for width in widths]
    for row in head:
        _row(story, row, starts, "<w:cantSplit/><w:tblHeader/>", "TableHeading")
    short = is_short(element)
    for left, row in zip(range(len(body) - 1, -1, -1), body, strict=True):
        heading, place = ("TableHeading", _CARD) if row.get("class") == "card" else ("TableRowHeading", CELL)
        # A short table stays whole, and the last row of another is not alone on a page.
        kept = _KEPT if left == 1 or (short and left) else ""
        _row(story, row, starts, _row_properties(row), heading, place, kept)
    story.body.append("</w:tbl>")


def _widths(element: _Element, whole: int) -> list[int]:
    """Give the columns' widths. They add up to the width of the text, whatever the percentages round to."""
    shares = [int(width) for width in element.get("data-widths", "").split()]
    edges = [whole * sum(shares[:count]) // 100 for count in range(len(shares) + 1)]
    return [right - left for left, right in pairwise(edges)]


def _row_properties(row: _Element) -> str:
    whole = "<w:cantSplit/>" if height_of_row(row) <= _LONG else ""
    return whole + (_BY_HAND if any(cell.get("class") == "by-hand" for cell in row) else "")


def _row(
    story: Story,
    row: _Element,
    starts: list[str],
    properties: str,
    heading: str,
    place: Place = CELL,
    kept: str = "",
) -> None:
    """Write a row. `starts` are the beginnings of its cells, one for each column; `kept` belongs to its heading."""
    story.body.append(f"<w:tr><w:trPr>{properties}</w:trPr>" if properties else "<w:tr>")
    for cell, start in zip(row, starts, strict=True):
        story.body.append(start)
        if cell.tag == "th":
            flow(story, cell, heading, place, kept)
        else:
            flow(story, cell, place.text, place)
        story.body.append("</w:tc>")
    story.body.append("</w:tr>")
