"""The house style that documents are printed in: what it gives is drawn in every format."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from functools import cached_property

from dsagen.model.colour import ACCENT, mixed, readable_shade, tint_of
from dsagen.model.workspace import Settings
from dsagen.workspace.house import FontFile, HouseFiles, Page, Picture, WordPart, WordReference

__all__ = ["PLAIN", "FontFile", "House", "Logo", "Page", "Picture", "WordPart", "WordReference", "make_house"]

_WIDEST, _HIGHEST = 70.0, 25.0
"""The frame that a logo is fitted into, in millimetres."""
_PIXEL = 25.4 / 96
"""A point of the screen in millimetres."""
_LIGHT, _STRONG = 15, 40
"""Hundredths of the accent in the shades of pictures: words can be read on both, and a copy tells them apart."""


@dataclass(frozen=True)
class Logo:
    """The logo above the title, and the words that stand for it."""

    picture: Picture
    alternative: str
    word: Picture | None = None
    """The picture for Word, which shows no SVG; none where there is none."""

    @property
    def size(self) -> tuple[float, float]:
        """Give its width and height in millimetres: fitted into a frame, and never blown up."""
        width, height = self.picture.width * _PIXEL, self.picture.height * _PIXEL
        shrunk = min(_WIDEST / width, _HIGHEST / height)
        share = shrunk if self.picture.type == "image/svg+xml" else min(1.0, shrunk)
        return round(width * share, 2), round(height * share, 2)


@dataclass(frozen=True)
class House:
    """How documents look. As it stands here, it is the look of a workspace without a house style."""

    accent: str = ACCENT
    """The colour of headings and rules, as `#rrggbb`."""
    font: str = "Arial"
    """The name of the font."""
    fonts: tuple[FontFile, ...] = ()
    """Its files, for PDFs."""
    logo: Logo | None = None
    reference: WordReference | None = None
    """What Word documents take over from the house's own."""

    @property
    def tint(self) -> str:
        """Give the colour behind words in the accent."""
        return tint_of(self.accent)

    @property
    def picture_colours(self) -> tuple[str, str, str] | None:
        """Give the colours of lines, light boxes and strong boxes in pictures, or None where they stay grey."""
        if self.accent == ACCENT:
            return None
        return readable_shade(self.accent), mixed(self.accent, _LIGHT), mixed(self.accent, _STRONG)

    @cached_property
    def digest(self) -> str:
        """Give the hash of everything that changes a file, every byte of pictures, fonts and reference included."""
        return hashlib.sha256(repr(self).encode()).hexdigest()


PLAIN = House()
"""The look of a workspace without a house style."""


def make_house(settings: Settings, files: HouseFiles) -> House:
    """Give the house style of a workspace, from its settings and from what its files hold."""
    style = settings.house_style
    logo = None
    if files.logo is not None and style.logo is not None:
        logo = Logo(files.logo, style.logo.alternative or settings.name, files.word_logo)
    return House(
        accent=files.accent or ACCENT,
        font=style.font.name if style.font is not None else PLAIN.font,
        fonts=files.fonts,
        logo=logo,
        reference=files.reference,
    )
