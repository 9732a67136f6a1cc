"""Colours as brand guides write them, and how well words in one can be read."""

from __future__ import annotations

import re

__all__ = ["ACCENT", "CONTRAST", "colour", "contrast", "mixed", "readable_shade", "tint_of"]

ACCENT, TINT = "#1d3c6e", "#eef2f8"
"""The accent of documents without a house style, and its tint, which was chosen by eye."""
CONTRAST = 4.5
"""How far words must stand out from what is behind them (WCAG 2.2, success criterion 1.4.3)."""
WHITE = "#ffffff"

_SIX = re.compile(r"#?([0-9a-fA-F]{6})")
_THREE = re.compile(r"#?([0-9a-fA-F]{3})")
_STRONGEST_TINT = 8
"""The tint has so many hundredths of the accent, or fewer where words in the accent would not stand out from it."""


def colour(written: str) -> str | None:
    """Give a colour as `#rrggbb` in small letters, or None where the words are no colour."""
    six, three = _SIX.fullmatch(written.strip()), _THREE.fullmatch(written.strip())
    if six:
        return f"#{six[1].lower()}"
    return f"#{''.join(digit * 2 for digit in three[1].lower())}" if three else None


def contrast(one: str, other: str = WHITE) -> float:
    """Give the contrast ratio of two colours, from 1 to 21 (WCAG 2.2, definition of contrast ratio)."""
    light, dark = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def readable_shade(accent: str) -> str:
    """Give the nearest shade of a colour, itself or darker, in which words on white can be read."""
    shades = (_scaled(accent, hundredths) for hundredths in range(100, -1, -1))
    return next(shade for shade in shades if contrast(shade) >= CONTRAST)


def tint_of(accent: str) -> str:
    """Give the tint that stands behind words in the accent: as light as it must be for them to be read."""
    if accent == ACCENT:
        return TINT
    tints = (mixed(accent, hundredths) for hundredths in range(_STRONGEST_TINT, 0, -1))
    return next((tint for tint in tints if contrast(accent, tint) >= CONTRAST), WHITE)


def _parts(one: str) -> tuple[int, int, int]:
    return int(one[1:3], 16), int(one[3:5], 16), int(one[5:7], 16)


def _luminance(one: str) -> float:
    """Give the relative luminance (WCAG 2.2, definition of relative luminance)."""
    shares = (part / 255 for part in _parts(one))
    red, green, blue = (share / 12.92 if share <= 0.04045 else ((share + 0.055) / 1.055) ** 2.4 for share in shares)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _scaled(one: str, hundredths: int) -> str:
    return "#" + "".join(f"{part * hundredths // 100:02x}" for part in _parts(one))


def mixed(one: str, hundredths: int) -> str:
    """Give white with so many hundredths of a colour in it."""
    return "#" + "".join(f"{255 - (255 - part) * hundredths // 100:02x}" for part in _parts(one))
