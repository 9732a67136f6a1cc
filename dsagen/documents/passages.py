"""The paragraphs and list items of a composed notice, as the rules on reading want them."""

from __future__ import annotations

from collections.abc import Iterator

from lxml.etree import _Element

from dsagen.checks.tree import Passage
from dsagen.documents.tree import DocumentTree, words_of

__all__ = ["passages_of"]

_BLOCKS = frozenset({"p", "ul", "ol"})
_OURS = ("law/", "settings/")
"""Values that nobody who writes an agreement can make shorter."""


def passages_of(tree: DocumentTree) -> list[Passage]:
    """Give the passages of a tree. Headings, tables, the front sheet and the colophon are not read as prose."""
    sections = [part for part in tree.root if not str(part.get("id")).endswith((".front", ".colophon"))]
    return [passage for section in sections for passage in _inside(section)]


def _inside(holder: _Element) -> Iterator[Passage]:
    for block in holder:
        if block.tag == "p":
            yield _passage(block, listed=False)
        elif block.tag == "li":
            if not any(child.tag in _BLOCKS for child in block):
                yield _passage(block, listed=True)
            yield from (_passage(child, listed=True) for child in block if child.tag == "p")
            yield from (each for child in block if child.tag in ("ul", "ol") for each in _inside(child))
        elif block.tag in ("div", "ul", "ol", "section"):
            yield from _inside(block)


def _passage(block: _Element, *, listed: bool) -> Passage:
    values = ((str(data.get("value")), " ".join(words_of(data).split())) for data in block.iter("data"))
    written = tuple((source, words) for source, words in values if not source.startswith(_OURS))
    return Passage(" ".join(words_of(block).split()), listed, written)
