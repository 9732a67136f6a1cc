"""The cover and the sections: headings, clauses, boxes and whatever else stands in them."""

from __future__ import annotations

from lxml.etree import _Element

from dsagen.writers.docx.contents import contents
from dsagen.writers.docx.controls import control
from dsagen.writers.docx.drawing import drawing
from dsagen.writers.docx.flow import items
from dsagen.writers.docx.inline import inline
from dsagen.writers.docx.numbering import UNNUMBERED
from dsagen.writers.docx.places import BODY, BOXES, CLAUSE, Place
from dsagen.writers.docx.story import Story
from dsagen.writers.docx.tables import table
from dsagen.writers.pictures import png, size_of

__all__ = ["section"]

_HEADINGS = {"h2": "Heading1", "h3": "Heading2", "h4": "Heading3", "h5": "Heading4"}
_PARAGRAPHS = {"subtitle": "Subtitle", "note": "Note", "marking": "Marking"}
_AT_MARGIN = '<w:ind w:left="0" w:firstLine="0"/>'


def section(story: Story, element: _Element) -> None:
    """Write the cover or a section: its heading, its blocks and the sections in it, in a content control.

    Why: a control may not hold the end of a Word section. Where a part of it lies on its side, the control holds the
    heading alone.
    """
    if element.get("data-orientation") == "landscape":
        story.turn(on_side=True)
        _controlled(story, element)
        story.turn(on_side=False)
    elif element.find(".//*[@data-orientation]") is None:
        _controlled(story, element)
    else:
        with control(story, element):
            _part(story, element[0], element)
        for block in list(element)[1:]:
            _part(story, block, element)


def _controlled(story: Story, element: _Element) -> None:
    with control(story, element):
        for block in element:
            _part(story, block, element)


def _part(story: Story, block: _Element, holder: _Element) -> None:
    """Write one part of a section."""
    if block.tag == "h1":
        story.paragraph("Title", inline(story, block))
    elif block.tag in _HEADINGS:
        _heading(story, block, holder)
    elif block.tag == "section":
        section(story, block)
    elif block.tag == "table" and block.get("data-orientation") == "landscape":
        story.turn(on_side=True)
        _block(story, block, BODY)
        story.turn(on_side=False)
    elif block.tag == "div":
        with control(story, block):
            if block.get("class") == "clause":
                _clause(story, block, holder)
            else:
                _box(story, block)
    else:
        _block(story, block, BODY)


def _heading(story: Story, heading: _Element, holder: _Element) -> None:
    """Write a heading. The numbers of plain sections come with the style: a heading that a person adds has one too."""
    style, number, kind = (
        _HEADINGS[str(heading.tag)],
        heading.get("data-number"),
        holder.get("data-numbering", "none"),
    )
    properties = "<w:pageBreakBefore/>" if holder.get("class") == "new-page" else ""
    if number is None:
        properties += UNNUMBERED + _AT_MARGIN
    elif kind != "section":
        properties += story.numbering.outline(kind, number)
    story.paragraph(style, inline(story, heading), properties)


def _clause(story: Story, clause: _Element, holder: _Element) -> None:
    """Write a clause: its number goes on with the sequence of the section."""
    number = clause.get("data-number")
    place = BODY if number is None else CLAUSE
    first, *rest = clause
    joined = "" if number is None else story.numbering.outline(holder.get("data-numbering", "section"), number)
    story.paragraph(place.text, inline(story, first), joined)
    for block in rest:
        _block(story, block, place)


def _box(story: Story, box: _Element) -> None:
    """Write a box: paragraphs that share a border and a tint, never a table."""
    place = BOXES[box.get("class", "box")]
    for block in box:
        if block.get("class") == "box-title":
            story.paragraph(place.title, inline(story, block))
        else:
            _block(story, block, place)


def _figure(story: Story, figure: _Element) -> None:
    """Write a picture under its caption, with the words that stand for it."""
    story.enter(figure)
    story.paragraph("Caption", inline(story, figure[0]))
    number = story.next_picture()
    name, said = str(figure.get("id")), str(figure.get("data-alternative"))
    story.paragraph(
        "BodyText", drawing(story.picture(png(figure, story.palette), "png"), number, name, said, size_of(figure))
    )


def _block(story: Story, block: _Element, place: Place) -> None:
    match block.tag:
        case "ul" | "ol":
            items(story, block, place)
        case "table":
            with control(story, block):
                table(story, block)
        case "figure":
            _figure(story, block)
        case "nav":
            contents(story, block)
        case _:
            story.paragraph(_PARAGRAPHS.get(block.get("class", ""), place.text), inline(story, block))
