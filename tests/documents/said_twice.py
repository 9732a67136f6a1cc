"""Find sentences of ours that stand more than once within a document."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from lxml.etree import _Element

from dsagen.sentences import sentences

__all__ = ["IN_CELLS", "IN_PROSE", "SHORT", "Repeated", "repeated"]

SHORT = 8
"""A sentence with so many words of ours, or fewer, is a label, an answer or a cross-reference, and may stand again."""
IN_PROSE = 1
"""How often a longer sentence may stand in paragraphs and lists."""
IN_CELLS = 1
"""How often it may stand in the answers of tables. Cells that head a row or column are labels, and may stand again."""
_COUNTERPARTS = "dsa.22"
"""Where each table is signed and kept by itself, so that each says what the party confirms."""
_FINDINGS = re.compile(r"\.front(/|$)")
"""Where findings of checks stand. Their words are no template's, and two findings may say the same of two places."""
_TEXT = ("p", "li", "td")
_BLOCKS = frozenset({"p", "li", "ul", "ol", "table", "div", "section", "td", "th", "tr", "thead", "tbody"})
_SPACE = re.compile(r"\s+")
_LETTERS = re.compile(r"[^\W\d_]")


@dataclass(frozen=True)
class Repeated:
    """A sentence that stands more often than it may, and how often."""

    words: str
    times: int
    in_cells: bool


def repeated(root: _Element) -> Iterator[Repeated]:
    """Give the sentences from templates that a document says again.

    Why: a sentence counts with the values in it, so that one about each party is several. Its length is that of our
    own words, because what comes from the description may have to stand in more than one place.
    """
    found: Counter[tuple[str, bool]] = Counter()
    for block in root.iter(*_TEXT):
        if _is_let_off(block):
            continue
        in_cells = block.tag == "td" or any(True for _ in block.iterancestors("td"))
        words = [(word, ours) for text, ours in _pieces(block) for word in text.split(" ")]
        for sentence, own in _sentences(words):
            if own > SHORT:
                found[sentence, in_cells] += 1
    for (sentence, in_cells), times in found.items():
        if times > (IN_CELLS if in_cells else IN_PROSE):
            yield Repeated(sentence, times, in_cells)


def _is_let_off(block: _Element) -> bool:
    above = list(block.iterancestors())
    identifiers = [each.get("id") or "" for each in above]
    return any(each.tag == "th" for each in above) or any(
        each == _COUNTERPARTS or _FINDINGS.search(each) for each in identifiers
    )


def _pieces(block: _Element) -> Iterator[tuple[str, bool]]:
    """Give the text of a block, without the blocks in it, and whether each piece is ours and no value."""
    yield _plain(block.text), True
    for child in block:
        if child.tag == "data":
            yield _plain("".join(str(part) for part in child.itertext())), False
        elif child.tag not in _BLOCKS:
            yield from _pieces(child)
        yield _plain(child.tail), True


def _plain(text: str | None) -> str:
    return _SPACE.sub(" ", text or "")


def _sentences(words: list[tuple[str, bool]]) -> Iterator[tuple[str, int]]:
    """Give each sentence, with how many of its words are ours."""
    given = [(word, ours) for word, ours in words if word]
    place = 0
    for sentence in sentences(" ".join(word for word, _ in given)):
        count = len(sentence.split())
        held = given[place : place + count]
        place += count
        yield sentence, sum(1 for word, ours in held if ours and _LETTERS.search(word))
