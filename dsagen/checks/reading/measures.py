"""Words, syllables and the reading grade of sentences."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Any

__all__ = ["Measures", "hard_words", "measured", "words_in"]

_WORD = re.compile(r"\S*\w\S*")
_LETTERS = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
_ENDS = "“”‘’\"'()[]…,;:.!?"
_IN_A_NAME = frozenset({"of", "and", "the", "for", "to"})


@dataclass(frozen=True)
class Measures:
    """How much there is of a text, and how hard it is."""

    sentences: int
    words: int
    """Every name, citation, number and address counts as one word."""
    syllables: int

    @property
    def words_a_sentence(self) -> float:
        """Give the average length of a sentence, in words."""
        return self.words / self.sentences if self.sentences else 0.0

    @property
    def grade(self) -> float:
        """Give the Flesch-Kincaid grade: the year of a school in the United States that can follow the text.

        Add five for the age of the reader.

        Source: Kincaid, Fishburne, Rogers and Chissom, 1975.
        """
        if not self.words:
            return 0.0
        return 0.39 * self.words_a_sentence + 11.8 * self.syllables / self.words - 15.59


def measured(sentences: Iterable[str]) -> Measures:
    """Measure sentences.

    Why: a name is no harder for its length, and nobody can choose another. So a name, a citation, a number and an
    address count as one short word each.
    """
    found = [words_in(sentence) for sentence in sentences]
    full = [words for words in found if words]
    every = [word for words in full for word in words]
    return Measures(len(full), len(every), sum(_syllables(word) for word in every))


def hard_words(sentence: str, syllables: int) -> list[str]:
    """Give the words of a sentence that have so many syllables or more."""
    return [word for word in words_in(sentence) if _syllables(word) >= syllables]


@lru_cache(maxsize=4096)
def words_in(sentence: str) -> tuple[str, ...]:
    """Give the words of a sentence in small letters, with an empty word for each name, citation, number or address."""
    found: list[str] = []
    tokens = [token.strip(_ENDS) for token in _WORD.findall(sentence)]
    for place, token in enumerate(tokens):
        if not _is_name(tokens, place):
            found.append(token.lower())
        elif not (found and found[-1] == "" and _goes_on(tokens, place)):
            found.append("")
    return tuple(found)


def _is_name(tokens: list[str], place: int) -> bool:
    """Tell whether a word is, or is part of, a name, a citation, a number or an address."""
    token = tokens[place]
    if token == "I" or not token:
        return False
    if "@" in token or "/" in token or any(character.isdigit() for character in token):
        return True
    if token.lower() in _IN_A_NAME and token[0].islower():
        return 0 < place < len(tokens) - 1 and _capital(tokens[place - 1]) and _capital(tokens[place + 1])
    return _capital(token) and (place > 0 or (len(tokens) > 1 and _capital(tokens[1])))


def _goes_on(tokens: list[str], place: int) -> bool:
    return place > 0 and _is_name(tokens, place - 1)


def _capital(token: str) -> bool:
    return token[:1].isupper() and token != "I"


def _syllables(word: str) -> int:
    return max(1, sum(_in_part(part) for part in _LETTERS.findall(word))) if word else 1


@lru_cache(maxsize=4096)
def _in_part(word: str) -> int:
    """Count the syllables of a word by where it may be hyphenated.

    Why: Pyphen comes with WeasyPrint and holds its patterns, so nothing is fetched. It finds about 4 in 100 syllables
    too few, because a word is never broken after one letter. Decision 8 compares it with a pronouncing dictionary.
    """
    return len(_patterns().positions(word)) + 1


@cache
def _patterns() -> Any:
    import pyphen

    return pyphen.Pyphen(lang="en_US")
