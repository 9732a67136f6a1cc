"""The text writer: one sentence a line, one table row a block. What reviewers compare in git."""

from __future__ import annotations

import re

from lxml.etree import _Element

from dsagen.documents.tree import DocumentTree, words_of
from dsagen.sentences import sentences

__all__ = ["render"]

_SPACE = re.compile(r"[ \t\r\n\f]+")
_INLINE = frozenset({"data", "mark", "strong", "em", "a", "span"})
_HEADINGS = {"h1": "#", "h2": "##", "h3": "###", "h4": "####", "h5": "#####"}


def render(tree: DocumentTree) -> bytes:
    """Write a document tree as plain text in UTF-8, without wrapping.

    Why: a changed fact must show as a changed line and no more. So nothing is aligned, wrapped or underlined, and
    marks such as `#`, `-`, `|` and `>` stand alone: the words are those of the tree, in its order.
    """
    return ("\n\n".join("\n".join(block) for block in _blocks(tree.root)) + "\n").encode()


def _blocks(container: _Element) -> list[list[str]]:
    """Give the blocks of a document, a section or a box, each as lines."""
    found: list[list[str]] = []
    for child in container:
        tag = str(child.tag)
        if tag in _HEADINGS:
            number = child.get("data-number")
            found.append([" ".join(filter(None, (_HEADINGS[tag], number, _words(child))))])
        elif tag == "p":
            found.append(sentences(_words(child)))
        elif tag in ("ul", "ol"):
            found.append(_list(child))
        elif tag == "figure":
            found.append(sentences(_words(child[0])))
        elif tag == "table":
            found.extend(_table(child))
        elif child.get("class") == "clause":
            found.extend(_clause(child))
        elif tag == "div":
            found.append(_box(child))
        else:
            found.extend(_blocks(child))
    return [block for block in found if block]


def _clause(clause: _Element) -> list[list[str]]:
    first, *rest = _blocks(clause)
    return [_numbered(clause.get("data-number"), first), *rest]


def _box(box: _Element) -> list[str]:
    lines: list[str] = []
    for block in _blocks(box):
        lines.extend([">", *(f"> {line}" for line in block)])
    return lines[1:]


def _list(items: _Element) -> list[str]:
    lines: list[str] = []
    for item in items:
        mark = item.get("data-number") or "-"
        first, *rest = _content(item)
        lines.append(f"{mark} {first}")
        lines.extend(" " * (len(mark) + 1) + line for line in rest)
    return lines


def _table(table: _Element) -> list[list[str]]:
    caption, head, body = table
    titles = " | ".join(_words(cell) for cell in head[0])
    return [sentences(_words(caption)), [f"| {titles} |"], *(_row(row) for row in body)]


def _row(row: _Element) -> list[str]:
    lines: list[str] = []
    for cell in row:
        first, *rest = _content(cell)
        lines.append(f"| {first}")
        lines.extend(f"  {line}" for line in rest)
    return lines


def _content(holder: _Element) -> list[str]:
    """Give the lines of a list item or a cell: words, then paragraphs and lists."""
    lines: list[str] = []
    run = holder.text or ""
    for child in holder:
        if child.tag in _INLINE:
            run += words_of(child)
        else:
            lines.extend(sentences(_folded(run)))
            lines.extend(_list(child) if child.tag in ("ul", "ol") else sentences(_words(child)))
            run = ""
        run += child.tail or ""
    lines.extend(sentences(_folded(run)))
    return lines


def _numbered(number: str | None, lines: list[str]) -> list[str]:
    if number is None:
        return lines
    return [f"{number} {lines[0]}", *lines[1:]]


def _words(block: _Element) -> str:
    return _folded(words_of(block))


def _folded(text: str) -> str:
    return _SPACE.sub(" ", text).strip(" ")
