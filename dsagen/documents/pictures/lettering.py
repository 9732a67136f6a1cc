"""How wide words are in the font that ships with dsagen, and where their lines break."""

from __future__ import annotations

import unicodedata
from functools import cache

from dsagen.bundled import bundled_folder

__all__ = ["LINE", "POINT", "SIZE", "drawable", "width_of", "wrapped"]

POINT = 25.4 / 72
"""A point of type in millimetres."""
SIZE = 9.0
"""The size of words in pictures, in points: the smallest that is read with ease on paper."""
LINE = 4.2
"""From one line of words to the next, in millimetres."""
_MORE = "…"


@cache
def _widths(bold: bool) -> tuple[dict[int, int], dict[str, int], int]:
    """Give the font's characters, the widths of its glyphs and the units of its em."""
    from fontTools.ttLib import TTFont

    name = "LiberationSans-Bold.ttf" if bold else "LiberationSans-Regular.ttf"
    font = TTFont(str(bundled_folder("fonts") / name), lazy=True)
    widths = {glyph: metric[0] for glyph, metric in font["hmtx"].metrics.items()}
    characters = {code: widths[glyph] for code, glyph in font.getBestCmap().items()}
    return characters, widths, font["head"].unitsPerEm


def drawable(text: str) -> str | None:
    """Give words as a picture draws them, or None where it cannot.

    Why: a letter that the font lacks would be an empty frame, which loses the name. Letters are set from left to
    right, so words that run the other way would be drawn backwards. Marks that only steer other letters are left out.
    """
    signs = [sign for sign in unicodedata.normalize("NFC", text) if not _steers(sign)]
    characters = _widths(False)[0]
    known = all(sign.isspace() or ord(sign) in characters for sign in signs)
    backwards = any(unicodedata.bidirectional(sign) in ("R", "AL", "AN") for sign in signs)
    return "".join(signs) if known and not backwards and "".join(signs).strip() else None


def _steers(sign: str) -> bool:
    return unicodedata.category(sign) == "Cf" or "\ufe00" <= sign <= "\ufe0f"


def width_of(text: str, *, bold: bool = False, size: float = SIZE) -> float:
    """Give the width of words in millimetres."""
    characters, widths, em = _widths(bold)
    missing = widths[".notdef"]
    return sum(characters.get(ord(sign), missing) for sign in text) / em * size * POINT


def wrapped(text: str, width: float, most: int, *, bold: bool = False) -> list[str]:
    """Break words into lines that are no wider than `width`; what goes beyond `most` lines becomes an ellipsis.

    Why: a word that is wider than the line is broken anywhere, so that nothing leaves its box.
    """
    lines: list[str] = []
    for word in text.split():
        joined = f"{lines[-1]} {word}" if lines else word
        if lines and width_of(joined, bold=bold) <= width:
            lines[-1] = joined
            continue
        lines.extend(_pieces(word, width, bold))
    return lines if len(lines) <= most else [*lines[: most - 1], _cut(lines[most - 1], width, bold)]


def _pieces(word: str, width: float, bold: bool) -> list[str]:
    """Break a word into pieces that fit."""
    pieces = [""]
    for sign in word:
        if pieces[-1] and width_of(pieces[-1] + sign, bold=bold) > width:
            pieces.append("")
        pieces[-1] += sign
    return pieces


def _cut(line: str, width: float, bold: bool) -> str:
    while line and width_of(line + _MORE, bold=bold) > width:
        line = line[:-1]
    return line.rstrip() + _MORE
