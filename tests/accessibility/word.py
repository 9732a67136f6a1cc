"""A Word file: what Word's own checker asks, and what keeps it fit to be edited."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lxml.etree import _Element

from tests.writers.docx.words import part

__all__ = ["problems_of_word"]

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_LEVELS = {"Title": 1, "Heading1": 2, "Heading2": 3, "Heading3": 4, "Heading4": 5}
_KEPT = ("Title", "Heading1", "Heading2", "Heading3", "Caption", "TableHeading")
"""Styles whose paragraphs stay on the page of what follows: title to text, caption to headings to the first row."""
_TYPED_LIST = re.compile(r"([-–•*▪]|\d{1,2}[.)]|\([a-z]\)|[a-z][.)])\s")
_FILE = re.compile(r"\.(png|svg|jpe?g|gif)$", re.IGNORECASE)
_DIRECT = {
    "pPr": {"pStyle", "numPr", "keepNext", "pageBreakBefore", "sectPr"},
    "rPr": {"rStyle", "b", "i", "lang", "rtl"},
    "tblPr": {"tblStyle", "tblW", "tblLayout", "tblLook", "tblCaption", "tblDescription"},
    "trPr": {"cantSplit", "tblHeader", "trHeight"},
    "tcPr": {"tcW"},
}
"""Everything that may be said outside a style: what only this place can know, such as the width of a column."""
_INDENTED = {"numPr", "pStyle", "keepNext", "ind", "pageBreakBefore"}
"""An unnumbered heading, and a second paragraph of an item, say where they start."""


def problems_of_word(data: bytes) -> list[str]:
    """Find what a person who listens to the file, or edits it, would stumble over."""
    body = part(data, "word/document.xml")[0]
    styles = part(data, "word/styles.xml")
    paragraphs = list(body.iter(f"{_W}p"))
    return [
        *_headings(paragraphs),
        *_tables(body),
        *_alternatives(body),
        *_language(styles),
        *_paragraphs(paragraphs),
        *_direct_formatting(body),
        *_kept(styles),
    ]


def _text(element: _Element) -> str:
    return "".join(text.text or "" for text in element.iter(f"{_W}t"))


def _style(paragraph: _Element) -> str:
    found = paragraph.find(f"{_W}pPr/{_W}pStyle")
    return "Normal" if found is None else found.get(f"{_W}val", "")


def _headings(paragraphs: list[_Element]) -> Iterator[str]:
    level = 0
    for paragraph in paragraphs:
        own = _LEVELS.get(_style(paragraph))
        if own is not None:
            if own > level + 1:
                yield f"heading “{_text(paragraph)}” skips a level"
            level = own
    if sum(_style(paragraph) == "Title" for paragraph in paragraphs) != 1:
        yield "not one title"


def _tables(body: _Element) -> Iterator[str]:
    for table in body.iter(f"{_W}tbl"):
        name = table.find(f"{_W}tblPr/{_W}tblCaption")
        said = name.get(f"{_W}val", "") if name is not None else ""
        if not said:
            yield "a table has no title"
        description = table.find(f"{_W}tblPr/{_W}tblDescription")
        if description is None or not description.get(f"{_W}val"):
            yield f"table “{said}” has no description"
        rows = table.findall(f"{_W}tr")
        marked = [row.find(f"{_W}trPr/{_W}tblHeader") is not None for row in rows]
        if marked != [True] + [False] * (len(rows) - 1):
            yield f"table “{said}” has no header row that repeats"
        look = table.find(f"{_W}tblPr/{_W}tblLook")
        if look is None or look.get(f"{_W}firstRow") != "1" or look.get(f"{_W}firstColumn") != "1":
            yield f"table “{said}” does not say that its first row and column are headers"
        if any(not _text(cell).strip() for cell in table.iter(f"{_W}tc")):
            yield f"a cell of table “{said}” is empty"


def _alternatives(body: _Element) -> Iterator[str]:
    for picture in body.iter("{*}docPr"):
        said = picture.get("descr", "")
        decorative = any(mark.get("val") == "1" for mark in picture.iter("{*}decorative"))
        if not decorative and (len(said.split()) < 3 or _FILE.search(said)):
            yield f"the alternative of a picture says nothing: “{said}”"
    for drawing in body.iter(f"{_W}drawing"):
        if drawing.find("{*}anchor") is not None:
            yield "a picture floats, and has no place in the reading order"


def _language(styles: _Element) -> Iterator[str]:
    language = styles.find(f"{_W}docDefaults//{_W}lang")
    if language is None or not language.get(f"{_W}val"):
        yield "the file says no language"


def _paragraphs(paragraphs: list[_Element]) -> Iterator[str]:
    for paragraph in paragraphs:
        words = _text(paragraph)
        ends_section = paragraph.find(f"{_W}pPr/{_W}sectPr") is not None
        if not words.strip() and not ends_section and paragraph.find(f".//{_W}drawing") is None:
            yield "an empty paragraph makes space"
        following = paragraph.getnext()
        if _typed(paragraph) and following is not None and _typed(following):
            yield f"a list is typed and not made: “{words[:40]}”"
        if any(mark.tag in (f"{_W}br", f"{_W}cr") for mark in paragraph.iter()):
            yield f"a line is broken by hand: “{words[:40]}”"


def _typed(paragraph: _Element) -> bool:
    """Tell whether a paragraph opens with a typed mark. Two in a row are a list; one alone is a label or a step."""
    listed = paragraph.find(f"{_W}pPr/{_W}numPr") is not None
    return paragraph.tag == f"{_W}p" and not listed and bool(_TYPED_LIST.match(_text(paragraph)))


def _direct_formatting(body: _Element) -> Iterator[str]:
    for kind, allowed in _DIRECT.items():
        for properties in body.iter(f"{_W}{kind}"):
            found = {str(child.tag)[len(_W) :] for child in properties}
            if not found <= allowed and not (kind == "pPr" and found <= _INDENTED):
                yield f"{', '.join(sorted(found - allowed))} stands outside a style"


def _kept(styles: _Element) -> Iterator[str]:
    for style in styles.iter(f"{_W}style"):
        name = style.get(f"{_W}styleId")
        if name in _KEPT and style.find(f"{_W}pPr/{_W}keepNext") is None:
            yield f"paragraphs of style {name} may stand alone at the foot of a page"
