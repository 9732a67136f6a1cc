"""A document tree as HTML elements: the body that a browser shows and that the PDF is laid out from."""

from __future__ import annotations

import re
from html import escape

from lxml.etree import _Element

from dsagen.documents.tree import LINES_ON_A_PAGE, height_of_box, height_of_row, is_short
from dsagen.writers.attributes import attributes
from dsagen.writers.palette import GREY, Palette
from dsagen.writers.pictures import image
from dsagen.writers.scripts import RIGHT_TO_LEFT

__all__ = ["markup"]

_KEPT = ("id", "class", "lang", "scope", "href")
"""Attributes that go into the file as they are; what else the tree carries is for writers only."""
_BLOCKS = frozenset({"p", "ul", "ol", "div", "section", "table", "nav"})
_LINES = frozenset({"header", "section", "div", "thead", "tbody", "tr", "ul", "ol", "nav"})
"""Elements that hold blocks only: each block inside starts a line, and no words can be changed by it."""
_LONG = LINES_ON_A_PAGE // 4
"""Lines of a row or a box from which it may go on to the next page."""
_CITATION = re.compile(r"(?<![^\s<>])[^\s<>]{0,20}\)\([^\s<>]{0,20}(?![^\s<>])")
_NUMBERED = frozenset({"h2", "h3", "h4", "h5", "li"})


class _Parts(list[str]):
    """What is written so far, and the colours of the pictures in it."""

    palette = GREY


def markup(article: _Element, palette: Palette = GREY) -> str:
    """Write the article as HTML, numbers as words, without source ids. Pictures have the colours of `palette`."""
    parts = _Parts()
    parts.palette = palette
    _write(article, "", parts)
    return "".join(parts)


def _write(element: _Element, number: str, parts: _Parts) -> None:
    """Write one element. `number` is printed before its first words."""
    tag = str(element.tag)
    if tag == "data":
        _write_content(element, number, parts)
    elif tag == "table":
        _write_table(element, parts)
    elif tag == "figure":
        _write_figure(element, parts)
    else:
        own = element.get("data-number", "") if tag in _NUMBERED or element.get("class") == "clause" else number
        parts.append(f"<{tag}{_attributes_of(element, tag)}>")
        _write_content(element, own, parts)
        parts.append(f"</{tag}>")


def _attributes_of(element: _Element, tag: str) -> str:
    values: dict[str, str | None] = {name: element.get(name) for name in _KEPT} if element.keys() else {}
    if tag in ("ul", "ol"):
        values["role"] = "list"
    if tag == "section" and element.get("data-orientation"):
        values["class"] = " ".join(filter(None, (element.get("class"), "landscape")))
    is_box = (element.get("class") or "").startswith("box") and tag == "div"
    if (tag == "tr" and _is_long(element)) or (is_box and height_of_box(element) > _LONG):
        values["class"] = " ".join(filter(None, (element.get("class"), "long")))
    return attributes(values)


def _is_long(row: _Element) -> bool:
    """Say whether a row may be split between pages.

    Why: a long row that must stay whole leaves a page half empty. Only a key-value row may be split, since two cells
    that both go on would be read in the wrong order: first half, first half, second half, second half.
    """
    return len(row) == 2 and height_of_row(row) > _LONG


def _write_content(element: _Element, number: str, parts: _Parts) -> None:
    line = "\n" if element.tag in _LINES or element.tag == "article" else ""
    if number and (element.text or (len(element) > 0 and element[0].tag not in _BLOCKS)):
        parts.append(f'<span class="number">{escape(number)}</span> ')
        number = ""
    parts.append(_words(element.text))
    for child in element:
        parts.append(line)
        _write(child, number, parts)
        number = ""
        parts.append(_words(child.tail))
    parts.append(line)


def _words(text: str | None) -> str:
    """Write words. A citation such as `9(2)(h)` stays on one line: it could be broken between its brackets."""
    escaped = escape(text or "", quote=False)
    if not escaped.isascii():
        escaped = RIGHT_TO_LEFT.sub(r'<bdi dir="rtl">\1</bdi>', escaped)
    return _CITATION.sub(r'<span class="whole">\g<0></span>', escaped) if ")(" in escaped else escaped


def _write_table(table: _Element, parts: _Parts) -> None:
    """Write a table with the widths of its columns, in a frame that a narrow screen can scroll sideways."""
    caption, head, body = table
    name = f"{table.get('id')}.caption"
    frame = {"class": f"table {table.get('class')}", "role": "region", "aria-labelledby": name, "tabindex": "0"}
    if table.get("class") == "key-value":
        frame = {"class": "table key-value"}
    if is_short(table):
        frame["class"] = f"{frame['class']} short"
    if table.get("data-orientation"):
        frame["class"] = f"{frame['class']} landscape"
    own = {"id": table.get("id"), "class": table.get("class"), "aria-description": table.get("data-description")}
    parts.append(f"<div{attributes(frame)}>\n<table{attributes(own)}>\n")
    parts.append(f'<caption id="{escape(name)}">')
    _write_content(caption, "", parts)
    parts.append("</caption>\n<colgroup>")
    parts.extend(f'<col style="width: {int(width)}%">' for width in table.get("data-widths", "").split())
    parts.append("</colgroup>\n")
    for group in (head, body):
        _write(group, "", parts)
        parts.append("\n")
    parts.append("</table>\n</div>")


def _write_figure(figure: _Element, parts: _Parts) -> None:
    """Write a picture under its caption."""
    parts.append(f'<div{attributes({"id": figure.get("id"), "class": "figure"})}>\n<p class="figure-caption">')
    _write_content(figure[0], "", parts)
    parts.append(f"</p>\n<p>{image(figure, parts.palette)}</p>\n</div>")
