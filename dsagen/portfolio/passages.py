"""The passages of a document: each paragraph, cell and heading, with the source of every word in it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from lxml.etree import _Element

from dsagen.documents.library import Library
from dsagen.documents.problems import TemplateProblem
from dsagen.documents.tree import words_of
from dsagen.portfolio.making import Maker
from dsagen.portfolio.plan import PlannedDocument

__all__ = ["Passage", "PassageReader", "Place", "Run"]

_HEADINGS = frozenset({"h1", "h2", "h3", "h4"})
_HOLDERS = _HEADINGS | {"p", "li", "th", "td", "caption", "figcaption"}
"""Elements that hold words."""
_APART = frozenset({"p", "ul", "ol"})
"""Blocks inside of them, which are passages of their own."""
_LATE = frozenset({"front-sheet.html", "glossary.html", "colophon.html"})
"""Templates that every kind of document shares."""


@dataclass(frozen=True)
class Place:
    """Where a passage stands."""

    document: PlannedDocument
    number: str
    """The number of the clause or section that it stands in; nothing where that has none."""
    heading: str


@dataclass(frozen=True)
class Run:
    """Words that come from one source."""

    words: str
    source: str = ""
    """The id of the value, law record or clause. Nothing where the words are the template's own."""


@dataclass(frozen=True)
class Passage:
    """A paragraph, cell or heading."""

    place: Place
    runs: tuple[Run, ...]
    template: str
    """The template that wrote it, from the folder `templates/`."""

    @property
    def words(self) -> str:
        """Give its words."""
        return "".join(run.words for run in self.runs)


class PassageReader:
    """Read documents of one workspace, in any process."""

    def __init__(self, maker: Maker, library: Library) -> None:
        self._maker = maker
        self._library = library

    def __call__(self, document: PlannedDocument) -> tuple[Passage, ...] | str:
        """Give the passages of a document, in order, or say why it cannot be composed."""
        try:
            article = self._maker.compose(document).tree.root
            templates = self._templates(document)
        except TemplateProblem as problem:
            return f"a template cannot be used: {problem}"
        return tuple(_passages(article, document, templates))

    def _templates(self, document: PlannedDocument) -> Mapping[str, str]:
        """Give the template of each section by its id. That of the outline is under no id."""
        kind, outline = document.kind, self._library.outline(document.kind, document.layout)
        order = f"{kind}/outline.yaml" if document.layout is None else f"{kind}/layouts/{document.layout}.yaml"
        found = {"": order, f"{outline.id}.cover": f"{kind}/{outline.cover}"}
        for section in outline.each():
            folder = "shared" if section.file in _LATE else kind
            found[section.id] = f"{folder}/{section.file}"
        return found


def _passages(article: _Element, document: PlannedDocument, templates: Mapping[str, str]) -> Iterator[Passage]:
    cover = next((each for key, each in templates.items() if key.endswith(".cover")), templates[""])
    for element in article.iter(*_HOLDERS):
        above = list(element.iterancestors())
        if any(each.tag == "nav" for each in above):
            continue
        runs = tuple(Run(words, source) for words, source in _runs(element, "") if words)
        if not any(run.words.strip() for run in runs):
            continue
        sections = [each for each in above if each.tag == "section"]
        number = _number(element)
        place = _place(document, element, sections)
        known = next((templates[str(each.get("id"))] for each in sections if each.get("id") in templates), None)
        is_title = element.tag in _HEADINGS and bool(sections) and str(sections[0].get("id")) in templates
        template = templates[""] if is_title else known or (templates[""] if sections else cover)
        yield Passage(place, ((Run(f"{number} "),) if number else ()) + runs, template)


def _runs(element: _Element, source: str) -> Iterator[tuple[str, str]]:
    yield element.text or "", source
    for child in element:
        if child.tag not in _APART:
            yield from _runs(child, str(child.get("value")) if child.tag == "data" else source)
        yield child.tail or "", source


def _number(element: _Element) -> str:
    """Give the number that is printed in front of a passage."""
    parent = element.getparent()
    if parent is not None and parent.get("class") == "clause" and parent.index(element) == 0:
        return str(parent.get("data-number") or "")
    return str(element.get("data-number") or "")


def _place(document: PlannedDocument, element: _Element, sections: list[_Element]) -> Place:
    if not sections:
        return Place(document, "", "Cover")
    clause = next((each for each in element.iterancestors("div") if each.get("class") == "clause"), None)
    numbers = [str(each.get("data-number")) for each in (clause, *sections) if each is not None]
    number = next((each for each in numbers if each != "None"), "")
    return Place(document, number, " ".join(words_of(sections[0][0]).split()))
