"""The subset of HTML that a document tree may use: see `docs/document-tree.md`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import cast

from lxml import etree
from lxml.etree import _Element

from dsagen.documents.figure import SHAPES, validate_figure
from dsagen.documents.problems import TemplateProblem
from dsagen.documents.tree import words_of

__all__ = ["BLOCKS", "INLINE", "parse", "tidy", "validate"]

INLINE = frozenset({"data", "mark", "strong", "em", "a", "span"})
BLOCKS = frozenset({"p", "div", "ul", "ol", "table", "figure", "nav", "section"})
_CELL = frozenset({"p", "ul", "ol"}) | INLINE

_CHILDREN: dict[str, frozenset[str]] = {
    "article": frozenset({"header", "section"}),
    "header": frozenset({"h1", "p", "table", "div"}),
    "section": BLOCKS | {"heading"},
    "div": frozenset({"p", "ul", "ol"}),
    "ul": frozenset({"li"}),
    "ol": frozenset({"li"}),
    "li": frozenset({"p", "ul", "ol"}) | INLINE,
    "table": frozenset({"caption", "thead", "tbody"}),
    "thead": frozenset({"tr"}),
    "tbody": frozenset({"tr"}),
    "tr": frozenset({"th", "td"}),
    "th": _CELL,
    "td": _CELL,
    "figure": frozenset({"figcaption", "drawing"}),
    "drawing": frozenset(SHAPES),
    "nav": frozenset(),
    **dict.fromkeys(SHAPES, frozenset()),
    **dict.fromkeys(("h1", "heading", "p", "caption", "figcaption", *INLINE), INLINE),
}
_MIXED = INLINE | {"h1", "heading", "p", "caption", "figcaption", "li", "th", "td"}
"""Elements that hold words."""

_ATTRIBUTES: dict[str, frozenset[str]] = {
    "article": frozenset({"id", "lang"}),
    "header": frozenset({"id"}),
    "section": frozenset({"id", "class", "data-numbering", "data-orientation"}),
    "div": frozenset({"id", "class"}),
    "p": frozenset({"class"}),
    "table": frozenset({"id", "class", "data-widths", "data-description", "data-orientation"}),
    "figure": frozenset({"id", "class", "data-alternative"}),
    "drawing": frozenset({"width", "height"}),
    **SHAPES,
    "th": frozenset({"scope"}),
    "td": frozenset({"class"}),
    "nav": frozenset({"id", "class"}),
    "data": frozenset({"value"}),
    "mark": frozenset({"class"}),
    "a": frozenset({"href"}),
    "span": frozenset({"lang"}),
}
_CLASSES: dict[str, frozenset[str]] = {
    "section": frozenset({"new-page"}),
    "div": frozenset({"clause", "box", "box urgent", "box draft"}),
    "p": frozenset({"subtitle", "note", "marking", "box-title"}),
    "table": frozenset({"grid", "key-value"}),
    "figure": frozenset({"flows", "matrix", "timeline"}),
    "td": frozenset({"by-hand"}),
    "nav": frozenset({"contents"}),
    "mark": frozenset({"gap"}),
}
_DEEPEST_SECTION = 3
_LINK = re.compile(r"#\S+|https://\S+|mailto:\S+|tel:\S+")
_PLACES = re.compile(r",? line \d+(, column \d+)?")
"""Places in what was written, which nobody sees: the line of the template is given instead."""
_SPACE = re.compile(r"[ \t\r\n\f]+")


def parse(markup: str, template: str) -> _Element:
    """Read what a template wrote. Raise `TemplateProblem` where it is not well formed."""
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, remove_comments=True, remove_pis=True, huge_tree=True
    )
    try:
        return etree.fromstring(markup, parser)
    except etree.XMLSyntaxError as error:
        said = _PLACES.sub("", error.msg or "")
        raise TemplateProblem(template, f"what it writes is not well formed: {said}", error.lineno) from None


def validate(element: _Element, template: str) -> None:
    """Refuse whatever is not in the subset. Raise `TemplateProblem` with the element, the reason and the line."""
    for item in element.iter():
        try:
            _validate_element(item, template)
        except TemplateProblem as problem:
            raise TemplateProblem(problem.template, problem.reason, problem.line or _line(item)) from None


def _line(item: _Element) -> int | None:
    return cast("int | None", item.sourceline)


def _validate_element(item: _Element, template: str) -> None:
    tag = str(item.tag)
    _validate_attributes(item, tag, template)
    for child in item:
        if str(child.tag) not in _CHILDREN:
            raise TemplateProblem(template, f"`<{child.tag!s}>` is not part of the document tree", _line(child))
        if str(child.tag) not in _CHILDREN[tag]:
            raise TemplateProblem(template, f"`<{child.tag!s}>` may not stand inside `<{tag}>`", _line(child))
    if tag not in _MIXED and _stray_words(item):
        raise TemplateProblem(template, f"`<{tag}>` holds words that are in no paragraph: “{_stray_words(item)[:60]}”")
    _validate_shape(item, tag, template)


def _validate_attributes(item: _Element, tag: str, template: str) -> None:
    for name, value in ((str(name), str(value)) for name, value in item.attrib.items()):
        if name not in _ATTRIBUTES.get(tag, frozenset()):
            raise TemplateProblem(template, f"`{name}` is not an attribute of `<{tag}>`")
        if name == "class" and value not in _CLASSES[tag]:
            raise TemplateProblem(template, f"`{value}` is not a class of `<{tag}>`")
    if tag == "a" and not _LINK.fullmatch(item.get("href", "")):
        raise TemplateProblem(
            template, f"a link goes to a block, `https:`, `mailto:` or `tel:`, not to `{item.get('href')}`"
        )
    if tag in ("section", "div", "table", "figure", "nav", "header", "article") and not item.get("id"):
        raise TemplateProblem(template, f"`<{tag}>` needs an id")


def _validate_shape(item: _Element, tag: str, template: str) -> None:
    if tag == "section" and (len(item) == 0 or item[0].tag != "heading"):
        raise TemplateProblem(template, f"section `{item.get('id')}` does not start with its heading")
    if tag == "section" and sum(1 for _ in item.iterancestors("section")) >= _DEEPEST_SECTION:
        raise TemplateProblem(template, f"sections stand in each other {_DEEPEST_SECTION} deep at most")
    if tag in ("td", "th") and not words_of(item).strip() and item.find(".//a") is None:
        raise TemplateProblem(
            template, f"a cell of table `{_table_id(item)}` is empty: print `None` or `Not applicable`"
        )
    if tag == "figure":
        validate_figure(item, template)
    if tag == "table":
        _validate_table(item, template)
    if "data-orientation" in item.attrib:
        _validate_orientation(item, tag, template)


def _validate_table(table: _Element, template: str) -> None:
    name = table.get("id")
    if [child.tag for child in table] != ["caption", "thead", "tbody"]:
        raise TemplateProblem(template, f"table `{name}` needs a caption, a head and a body, in that order")
    if len(table[2]) == 0:
        raise TemplateProblem(template, f"table `{name}` has no rows")
    if len(table[1]) == 0:
        raise TemplateProblem(template, f"table `{name}` has no row of headings")
    columns = len(table[1][0])
    widths = [int(width) for width in table.get("data-widths", "").split() if width.isdecimal()]
    if len(widths) != columns or sum(widths) != 100 or 0 in widths:
        raise TemplateProblem(template, f"table `{name}` needs {columns} widths that add up to 100")
    for row in table.iter("tr"):
        if len(row) != columns:
            raise TemplateProblem(template, f"a row of table `{name}` has {len(row)} cells, not {columns}")
        if row.getparent() is table[2] and (row[0].tag != "th" or row[0].get("scope") != "row"):
            raise TemplateProblem(template, f"a row of table `{name}` does not start with a row header")


def _validate_orientation(item: _Element, tag: str, template: str) -> None:
    """Refuse what would leave a heading alone on the page before, and a page on its side inside another."""
    name, before = item.get("id"), item.getprevious()
    if item.get("data-orientation") != "landscape":
        raise TemplateProblem(template, f"the orientation of `{name}` can only be `landscape`")
    if any("data-orientation" in ancestor.attrib for ancestor in item.iterancestors()):
        raise TemplateProblem(template, f"`{name}` stands in a section that is already on its side")
    if tag == "table" and (before is None or before.tag == "heading"):
        raise TemplateProblem(
            template, f"table `{name}` would leave its heading on the page before: turn the section, or lead in first"
        )


def _table_id(cell: _Element) -> str | None:
    return next((ancestor.get("id") for ancestor in cell.iterancestors("table")), None)


def _stray_words(item: _Element) -> str:
    return "".join([item.text or "", *(child.tail or "" for child in item)]).strip()


def tidy(element: _Element) -> None:
    """Fold white space as HTML does, so that every writer sees the same words."""
    for item in element.iter():
        tag = str(item.tag)
        if tag not in _MIXED:
            item.text = None
        if tag not in INLINE:
            parent = item.getparent()
            item.tail = item.tail if parent is not None and str(parent.tag) in _MIXED else None
    for block in element.iter("h1", "heading", "p", "caption", "figcaption", "li", "th", "td"):
        _fold(block)


def _fold(block: _Element) -> None:
    """Fold the white space of one block: none at its edges, and one space between words, across inline elements."""
    runs = list(_runs(block))
    spaced = True
    for holder, attribute in runs:
        text = _SPACE.sub(" ", getattr(holder, attribute) or "")
        text = text.lstrip(" ") if spaced else text
        spaced = text.endswith(" ") if text else spaced and not _will_have_words(holder, attribute)
        if attribute == "tail" and holder.tag not in INLINE:
            spaced = True
            text = text.lstrip(" ")
        setattr(holder, attribute, text or None)
    _trim_ends(runs)


def _will_have_words(holder: _Element, attribute: str) -> bool:
    """Tell whether this is the inside of an empty link, which gets the name of its block later."""
    return attribute == "text" and holder.tag == "a"


def _runs(block: _Element) -> Iterator[tuple[_Element, str]]:
    """Give every place in a block that may hold words, in order, leaving out the blocks inside it."""
    yield block, "text"
    for child in block:
        if child.tag in INLINE:
            yield from _runs(child)
        yield child, "tail"


def _trim_ends(runs: list[tuple[_Element, str]]) -> None:
    """Drop the space that ends a block, and the space before a block inside it."""
    ended = True
    for holder, attribute in reversed(runs):
        text = getattr(holder, attribute) or ""
        if ended and text:
            text = text.rstrip(" ")
            setattr(holder, attribute, text or None)
        ended = ended and not text and not _will_have_words(holder, attribute)
        if attribute == "tail" and holder.tag not in INLINE:
            ended = True
