"""Words and phrases found in a text: citations however they are written, names of fields, old names of bodies."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Generic, TypeVar

__all__ = ["Found", "Phrases"]

_SPELLINGS: tuple[tuple[str, ...], ...] = (
    ("s", "ss", "sec", "secs", "sect", "section", "sections"),
    ("art", "arts", "article", "articles"),
    ("para", "paras", "paragraph", "paragraphs"),
    ("sch", "sched", "schedule"),
    ("reg", "regs", "regulation", "regulations"),
    ("pt", "part"),
)
"""Words that stand before a number, each group one word with several spellings."""
_SPELLED = {word: group for group in _SPELLINGS for word in group}
_MARK = "|".join(sorted(_SPELLED, key=len, reverse=True))
_TOKEN = re.compile(rf"(?<![^\W_])(?:{_MARK})(?=\d)|[^\W_]+")
"""A word. `s14B` is the two words that it stands for."""
_BETWEEN = r"[\W_]{0,3}"
_YEAR = re.compile(r"(19|20)\d\d")

_Item = TypeVar("_Item")


@dataclass(frozen=True)
class Found(Generic[_Item]):
    """Something that is in a text, and the words by which it is known."""

    item: _Item
    words: str
    """As they stand in the text."""
    start: int
    """The place of the first character, counted from 0."""


@dataclass(frozen=True)
class _Phrase(Generic[_Item]):
    item: _Item
    compiled: re.Pattern[str]


class Phrases(Generic[_Item]):
    """Phrases, each with what it stands for. Small and capital letters, and `s.` and `section`, count as one.

    Why two steps: most texts hold no word on which a phrase turns, and then their words are all that is looked at.
    """

    def __init__(self, phrases: Iterable[tuple[str, _Item]]) -> None:
        self._by_word: dict[str, list[_Phrase[_Item]]] = {}
        for written, item in phrases:
            tokens = _tokens(written)
            for order in _orders(tokens):
                phrase = _Phrase(item, re.compile(_expression(order), re.IGNORECASE))
                self._by_word.setdefault(_rarest(tokens), []).append(phrase)

    def find(self, text: str) -> Iterator[Found[_Item]]:
        """Give each phrase in a text, in order; of two that overlap, the one that begins first, then the longer."""
        words = self._by_word.keys() & _tokens(text)
        waiting = {id(phrase): phrase for word in sorted(words) for phrase in self._by_word[word]}
        matches = [(match, phrase.item) for phrase in waiting.values() for match in phrase.compiled.finditer(text)]
        end = 0
        for match, item in sorted(matches, key=lambda pair: (pair[0].start(), -pair[0].end())):
            if match.start() >= end:
                end = match.end() + _closing(match)
                yield Found(item, text[match.start() : end], match.start())


def _closing(match: re.Match[str]) -> int:
    """Tell how many characters after a match close a bracket that is open in it, as in `Article 6(4)`."""
    opened = match[0].count("(") > match[0].count(")")
    return int(opened and match.string[match.end() : match.end() + 1] == ")")


def _tokens(text: str) -> list[str]:
    return _TOKEN.findall(text.lower())


def _orders(tokens: list[str]) -> Iterator[list[str]]:
    """Give the words as written, and with a section before its Act: `section 14B of the Children Act 2004`."""
    yield tokens
    marks = [at for at, token in enumerate(tokens) if token in _SPELLED]
    if marks and marks[0] > 1:
        act, section = tokens[: marks[0]], tokens[marks[0] :]
        yield [*section, "of", "the", *act]
        yield [*section, *act]


def _expression(tokens: list[str]) -> str:
    words = [f"(?:{'|'.join(_SPELLED[token])})" if token in _SPELLED else re.escape(token) for token in tokens]
    return rf"(?<![^\W_]){_BETWEEN.join(words)}(?![^\W_])"


def _rarest(tokens: list[str]) -> str:
    """Give the word that a text must hold for a phrase to be in it: a section's number, or the longest word.

    Why: `children` and `2018` stand in half of all texts, and `14b` in next to none.
    """
    plain = [token for token in tokens if token not in _SPELLED]
    numbers = [token for token in plain if token[0].isdigit() and not _YEAR.fullmatch(token)]
    return max(numbers or plain, key=len)
