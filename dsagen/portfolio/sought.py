"""Look for words as people copy them: the case, white space, quotes and hyphens may differ."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

__all__ = ["Sought", "folded"]

_ALIKE = {**dict.fromkeys("‘’‚‛′`´", "'"), **dict.fromkeys("“”„‟″«»", '"'), "…": "..."}
_NUMBERS = (
    *("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"),
    *("eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen", "twenty"),
)


def folded(text: str) -> tuple[str, list[int]]:
    """Give a text in the form in which it is compared, and where each of its characters came from."""
    letters: list[str] = []
    places: list[int] = []
    for place, character in enumerate(text):
        for letter in _plain(character):
            if letter == " " and (not letters or letters[-1] == " "):
                continue
            letters.append(letter)
            places.append(place)
    if letters and letters[-1] == " ":
        letters.pop()
        places.pop()
    return "".join(letters), places


def _plain(character: str) -> str:
    if character.isspace():
        return " "
    category = unicodedata.category(character)
    if category == "Cf":  # a soft hyphen, or a mark that nobody sees
        return ""
    if category == "Pd" or character == "−":
        return "-"
    return _ALIKE.get(character) or unicodedata.normalize("NFKC", character).casefold()


class Sought:
    """Words that are looked for."""

    def __init__(self, written: str) -> None:
        self.words, _ = folded(written)
        self._forms = tuple(dict.fromkeys((self.words, _in_figures(self.words), _in_letters(self.words))))
        """With small numbers as they are written, in figures and in letters: `six years` is `6 years`."""

    def spans(self, text: str, *, parts: bool = False) -> Iterator[tuple[int, int]]:
        """Give where the words stand in a text: as whole words, or with `parts` inside of others too."""
        plain, places = folded(text)
        found = sorted({span for form in self._forms if form for span in _found(form, plain)})
        for start, end in found:
            if parts or not (_joined(plain, start) or _joined(plain, end)):
                yield places[start], places[end - 1] + 1


def _found(words: str, text: str) -> Iterator[tuple[int, int]]:
    start = text.find(words)
    while start >= 0:
        yield start, start + len(words)
        start = text.find(words, start + 1)


def _in_figures(words: str) -> str:
    numbers = {word: str(number) for number, word in enumerate(_NUMBERS)}
    return re.sub(r"[a-z]+", lambda word: numbers.get(word[0], word[0]), words)


def _in_letters(words: str) -> str:
    numbers = {str(number): word for number, word in enumerate(_NUMBERS)}
    return re.sub(r"\d+", lambda figures: numbers.get(figures[0], figures[0]), words)


def _joined(text: str, place: int) -> bool:
    """Tell whether a place in a text is inside of a word."""
    return 0 < place < len(text) and text[place - 1].isalnum() and text[place].isalnum()
