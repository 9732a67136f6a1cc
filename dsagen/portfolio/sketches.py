"""A sketch of a document: enough of its tree to say where two versions of it differ, and small enough to keep many."""

from __future__ import annotations

import hashlib
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass

from lxml import etree
from lxml.etree import _Element

from dsagen.documents.problems import TemplateProblem
from dsagen.documents.tree import words_of
from dsagen.portfolio.leaves import read_of
from dsagen.portfolio.making import Maker, tree_digest
from dsagen.portfolio.plan import PlannedDocument

__all__ = ["COVER", "Section", "Sketch", "Sketcher"]

COVER = "Cover and running lines"


@dataclass(frozen=True)
class Section:
    """One section of a document, its cover among them."""

    heading: str
    """With its number."""
    digest: str
    sources: Mapping[str, str]
    """Each value in it, by its id, with the hash of the words that it gives here."""


@dataclass(frozen=True)
class Sketch:
    """A document, or why there is none."""

    tree: str
    sections: Mapping[str, Section]
    """By id, in order. The colophon is left out: it changes with the rest."""
    reads: frozenset[str]
    """Those of the watched values that were read, said or not."""
    problem: str = ""


class Sketcher:
    """Sketch documents of one workspace, in any process."""

    def __init__(self, maker: Maker, watched: Collection[str] = ()) -> None:
        """`watched` are the values of which it is asked whether they were read, by path."""
        self._maker = maker
        self._watched = watched

    def __call__(self, document: PlannedDocument) -> Sketch:
        """Sketch a document. What fails is said in the answer."""
        try:
            composition = self._maker.compose(document)
        except TemplateProblem as problem:
            return Sketch("", {}, frozenset(), str(problem))
        root, properties = composition.tree.root, composition.tree.properties
        running = (properties.title, properties.status, properties.marking, properties.version, properties.author)
        sections = dict(_sections(root, repr(running)))
        return Sketch(tree_digest(composition.tree), sections, read_of(self._watched, composition.reads.values))


def _sections(root: _Element, running: str) -> Iterator[tuple[str, Section]]:
    for part in root:
        identifier = str(part.get("id"))
        if identifier.endswith(".colophon"):
            continue
        heading = COVER if part.tag == "header" else _heading(part)
        said = etree.tostring(part, method="c14n") + (running.encode() if part.tag == "header" else b"")
        yield identifier, Section(heading, _hash(said), dict(_sources(part)))


def _heading(section: _Element) -> str:
    number = section.get("data-number")
    return " ".join(filter(None, (number, words_of(section[0]).strip())))


def _sources(part: _Element) -> Iterator[tuple[str, str]]:
    found: dict[str, list[str]] = {}
    for data in part.iter("data"):
        found.setdefault(str(data.get("value")), []).append(words_of(data))
    for source, words in found.items():
        yield source, _hash("\n".join(words).encode())


def _hash(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()[:16]
