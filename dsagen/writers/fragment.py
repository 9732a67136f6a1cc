"""The fragment writer: a document as clean HTML, to paste into a page of a website that has a style of its own."""

from __future__ import annotations

import re
from html import escape

import lxml.html
from lxml import etree
from lxml.etree import _Element

from dsagen.documents.tree import DocumentTree, Properties
from dsagen.writers.markup import markup

__all__ = ["render"]

_HEADINGS = {"h1": "h2", "h2": "h3", "h3": "h4", "h4": "h5"}
"""A website's own page has the first heading."""
_KEPT = frozenset({"id", "lang", "scope", "href", "aria-labelledby", "aria-description"})
"""Attributes that say what something is. Classes, roles and widths belong to a style that is not there."""
_DRAWN = "svg"
"""A picture keeps all that it is made of."""
_NO_LETTER = re.compile(r"[^a-z0-9]+")


def render(tree: DocumentTree) -> bytes:
    """Write a document tree as an HTML fragment in UTF-8: no head, no style, and headings from the second level down.

    Why: councils publish notices inside their own pages, and paste what they get. So every id has the agreement's
    reference in front, and two fragments on one page do not collide.
    """
    article = lxml.html.fragment_fromstring(markup(tree.root))
    _clean(article, f"{_NO_LETTER.sub('-', tree.properties.reference.lower()).strip('-')}-")
    words: str = etree.tostring(article, method="html", encoding="unicode")
    return f"{_draft(tree.properties)}{words}\n".encode()


def _draft(properties: Properties) -> str:
    """Say that a draft is one, since nothing else on the page would."""
    if not properties.draft:
        return ""
    said = escape(f"{properties.reference}, version {properties.version}", quote=False)
    return f"<p><strong>DRAFT</strong> {said}</p>\n"


def _clean(article: _Element, prefix: str) -> None:
    """Take out what only our own style sheet reads, and give every id its prefix."""
    for element in list(article.iter()):
        if element.tag == "colgroup":
            element.drop_tree()  # type: ignore[attr-defined]
        elif _is_for_style(element):
            element.drop_tag()  # type: ignore[attr-defined]
        elif not any(holder.tag == _DRAWN for holder in (element, *element.iterancestors())):
            _clean_element(element, prefix)


def _is_for_style(element: _Element) -> bool:
    """Tell whether an element only holds others for our style sheet, such as the frame of a table."""
    framed = element.tag == "div" and "table" in (element.get("class") or "").split()
    return framed or (element.tag == "span" and not element.get("lang"))


def _clean_element(element: _Element, prefix: str) -> None:
    if element.tag == "p" and element.get("class") == "box-title":
        _embolden(element)
    element.tag = _HEADINGS.get(str(element.tag), str(element.tag))
    for name in list(element.keys()):
        if name not in _KEPT:
            del element.attrib[name]
    for name in ("id", "aria-labelledby"):
        if element.get(name):
            element.set(name, prefix + str(element.get(name)))
    if (element.get("href") or "").startswith("#"):
        element.set("href", f"#{prefix}{str(element.get('href'))[1:]}")


def _embolden(paragraph: _Element) -> None:
    """Make the title of a box stand out without a style."""
    strong = etree.Element("strong")
    strong.text, paragraph.text = paragraph.text, None
    strong.extend(list(paragraph))
    paragraph.append(strong)
