"""A document tree: headings, header cells, alternatives and links. HTML pages are asked the same questions."""

from __future__ import annotations

import re
from collections.abc import Iterator

import lxml.html
from lxml.etree import _Element

__all__ = ["problems_of_html", "problems_of_tree"]

_HEADINGS = {"h1": 1, "h2": 2, "h3": 3, "h4": 4, "h5": 5, "h6": 6}
_PICTURES = ("figure", "img", "svg")
_ALTERNATIVES = ("alt", "aria-label", "data-alternative", "data-alt", "data-description")
_FILE = re.compile(r"\.(png|svg|jpe?g|gif)$", re.IGNORECASE)
_SAYS_NOTHING = re.compile(r"(click )?here|this( link| page)?|more|read more|link|details|see|web ?page", re.IGNORECASE)
_ADDRESS = re.compile(r"(https?://|www\.|mailto:|tel:)", re.IGNORECASE)
_FEWEST_WORDS = 3
"""Fewer words than this are a title, and say nothing of what a picture shows."""


def problems_of_tree(root: _Element) -> list[str]:
    """Find what a person who listens to the document would stumble over."""
    return [*_headings(root), *_header_cells(root), *_alternatives(root), *_links(root)]


def problems_of_html(page: bytes) -> list[str]:
    """Find the same in an HTML page, and what a page needs of its own: a language, a title, one main part."""
    root = lxml.html.document_fromstring(page.decode())
    return [*_page(root), *problems_of_tree(root)]


def _said(element: _Element) -> str:
    return " ".join("".join(str(text) for text in element.itertext()).split())


def _headings(root: _Element) -> Iterator[str]:
    level = 0
    titles = 0
    for heading in root.iter(*_HEADINGS):
        own = _HEADINGS[str(heading.tag)]
        titles += own == 1
        if own > level + 1:
            yield f"heading “{_said(heading)}” skips a level"
        if not _said(heading):
            yield "a heading is empty"
        level = own
    if titles != 1:
        yield f"{titles} titles"


def _header_cells(root: _Element) -> Iterator[str]:
    for table in root.iter("table"):
        name = table.get("id")
        if not any(_said(caption) for caption in table.iter("caption")):
            yield f"table `{name}` has no caption"
        heads = table.findall("thead/tr")
        if len(heads) != 1 or any(cell.tag != "th" or cell.get("scope") != "col" for cell in heads[0]):
            yield f"table `{name}` has no row of column headers"
        for row in table.iterfind("tbody/tr"):
            if len(row) == 0 or row[0].tag != "th" or row[0].get("scope") != "row":
                yield f"a row of table `{name}` has no row header"
            if any(cell.get("colspan") or cell.get("rowspan") for cell in row):
                yield f"a cell of table `{name}` is merged"
        if any(not _said(cell) for cell in table.iter("th", "td")):
            yield f"a cell of table `{name}` is empty"


def _alternatives(root: _Element) -> Iterator[str]:
    for picture in root.iter(*_PICTURES):
        inside_another = any(parent.tag in _PICTURES for parent in picture.iterancestors())
        if picture.get("aria-hidden") == "true" or inside_another:
            continue
        told = [picture, *picture.iterdescendants(*_PICTURES)]
        said = [one.get(name, "") for one in told for name in _ALTERNATIVES]
        if not any(len(words.split()) >= _FEWEST_WORDS and not _FILE.search(words) for words in said):
            yield f"the alternative of a `{picture.tag}` says nothing: “{' '.join(filter(None, said))}”"


def _links(root: _Element) -> Iterator[str]:
    """Same words, same target; words that say where it goes.

    An address may stand as its own words, since people need it on paper, and then it is the target.
    """
    targets: dict[str, str] = {}
    for link in root.iter("a"):
        words, target = _said(link), link.get("href", "")
        if not words:
            yield f"the link to {target} has no words"
        elif _SAYS_NOTHING.fullmatch(words):
            yield f"the words “{words}” of a link do not say where it goes"
        elif _ADDRESS.match(words) and words.rstrip("/") != target.rstrip("/"):
            yield f"the link “{words}” goes to {target}"
        if targets.setdefault(words, target) != target:
            yield f"“{words}” goes to {targets[words]} and to {target}"


def _page(root: _Element) -> Iterator[str]:
    if not root.get("lang"):
        yield "the page has no language"
    title = root.find(".//title")
    if title is None or not _said(title):
        yield "the page has no title"
    if len(list(root.iter("main"))) != 1:
        yield "the page has not one main part"
    ids = [element.get("id") for element in root.iter() if element.get("id")]
    if len(ids) != len(set(ids)):
        yield "an id is used twice"
    missing = {link.get("href", "")[1:] for link in root.iter("a") if link.get("href", "").startswith("#")} - set(ids)
    yield from (f"a link goes to #{name}, which is not there" for name in sorted(missing))
