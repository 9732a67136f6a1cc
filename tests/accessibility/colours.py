"""Colours: the contrast of every text with every ground, and of every line that means something (WCAG 2.2)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lxml.etree import _Element

__all__ = ["contrast", "problems_of_css", "problems_of_word_styles"]

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_TEXT, _GRAPHICS = 4.5, 3.0
_PAPER = "#ffffff"
_DECLARED = re.compile(r"(?<![\w-])([a-z-]+)\s*:\s*([^;{}]*#[0-9a-f]{6}[^;{}]*);", re.IGNORECASE)
_COLOUR = re.compile(r"#[0-9a-f]{6}", re.IGNORECASE)
_RULES = frozenset({"#b8c2d0", "#d5dce6"})
"""Thin rules between rows and under headings: they part what space parts already, and mean nothing of their own."""


def contrast(one: str, other: str) -> float:
    """Give the contrast of two colours, from 1 to 21 (WCAG 2.2, relative luminance)."""
    light, dark = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def _luminance(colour: str) -> float:
    digits = colour.lstrip("#")
    channels = [int(digits[at : at + 2], 16) / 255 for at in (0, 2, 4)]
    red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def problems_of_css(sheet: str) -> list[str]:
    """Find colours of a style sheet that are too close, whichever rules meet in an element."""
    declared = [(name, _COLOUR.findall(value)) for name, value in _DECLARED.findall(sheet)]
    texts = {colour.lower() for name, found in declared if name == "color" for colour in found}
    grounds = {colour.lower() for name, found in declared if name.startswith("background") for colour in found}
    lines = {
        colour.lower() for name, found in declared if name.startswith(("border", "outline")) for colour in found
    } - _RULES
    return list(_problems(texts, grounds | {_PAPER}, lines))


def problems_of_word_styles(styles: _Element) -> list[str]:
    """Find colours of a Word file's styles that are too close."""
    texts = {f"#{colour.get(f'{_W}val', '')}".lower() for colour in styles.iter(f"{_W}color")} - {"#auto"}
    grounds = {f"#{shade.get(f'{_W}fill', '')}".lower() for shade in styles.iter(f"{_W}shd")} - {"#auto"}
    edges = [edge for frame in styles.iter(f"{_W}pBdr", f"{_W}tblBorders", f"{_W}tcBorders") for edge in frame]
    drawn = {f"#{edge.get(f'{_W}color', '')}".lower() for edge in edges}
    return list(_problems(texts, grounds | {_PAPER}, drawn - _RULES - grounds - {"#auto"}))


def _problems(texts: set[str], grounds: set[str], lines: set[str]) -> Iterator[str]:
    for least, drawn in ((_TEXT, texts), (_GRAPHICS, lines)):
        for colour in sorted(drawn):
            for ground in sorted(grounds):
                if contrast(colour, ground) < least:
                    yield f"{colour} on {ground} has a contrast of {contrast(colour, ground):.1f}, not {least}"
