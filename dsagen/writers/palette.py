"""The colours of pictures: ink and grey, or shades of the house's accent."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from dsagen.documents.house import House

__all__ = ["GREY", "Palette", "palette_of"]

_INK = "#1a1a1a"
_WHITE = "#ffffff"


@dataclass(frozen=True)
class Palette:
    """The colours of a picture. None says anything on its own, so a copy in black and white says as much."""

    line: str = _INK
    """Borders, lines and arrows."""
    ink: str = _INK
    """Words."""
    tones: Mapping[str, str] = field(default_factory=lambda: {"white": _WHITE, "tint": "#e8e8e8", "strong": "#c4c4c4"})
    is_grey: bool = True


GREY = Palette()
"""The colours without a house style."""


def palette_of(house: House) -> Palette:
    """Give the colours of pictures in a house style."""
    colours = house.picture_colours
    if colours is None:
        return GREY
    line, tint, strong = colours
    return Palette(line, _INK, {"white": _WHITE, "tint": tint, "strong": strong}, is_grey=False)
