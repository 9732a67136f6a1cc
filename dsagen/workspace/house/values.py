"""What the files of a house style hold, read and found sound."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

__all__ = [
    "FontFile",
    "FontStyle",
    "HouseFiles",
    "Page",
    "Picture",
    "PictureType",
    "RunningKind",
    "WordPart",
    "WordReference",
]

PictureType = Literal["image/png", "image/jpeg", "image/svg+xml"]
FontStyle = Literal["regular", "bold", "italic", "bold_italic"]
RunningKind = Literal["default", "first"]


@dataclass(frozen=True)
class Picture:
    """A picture that can be shown, with its size in points of the screen (96 to an inch)."""

    data: bytes
    type: PictureType
    width: float
    height: float


@dataclass(frozen=True)
class FontFile:
    """A file of the font."""

    style: FontStyle
    data: bytes


@dataclass(frozen=True)
class WordPart:
    """A part of a Word file, with all that it points at."""

    content: bytes
    pictures: tuple[tuple[str, str, bytes], ...] = ()
    """The relationship id, the extension and the content of each."""
    addresses: tuple[tuple[str, str], ...] = ()
    """The relationship id and the address of each link that leaves the file."""


@dataclass(frozen=True)
class Page:
    """A page of a Word file, in twentieths of a point."""

    width: int
    height: int
    top: int
    right: int
    bottom: int
    left: int
    header: int
    footer: int

    @property
    def text_width(self) -> int:
        """Give the width between the margins."""
        return self.width - self.left - self.right


@dataclass(frozen=True)
class WordReference:
    """What Word documents take over from the house's own."""

    styles: bytes
    theme: WordPart | None = None
    page: Page | None = None
    """Its page; none where ours is used."""
    headers: tuple[tuple[RunningKind, WordPart], ...] = ()
    footers: tuple[tuple[RunningKind, WordPart], ...] = ()


@dataclass(frozen=True)
class HouseFiles:
    """The house style as far as it is sound. What is wrong has been reported, and is left out."""

    accent: str | None = None
    logo: Picture | None = None
    word_logo: Picture | None = None
    """The logo for Word, which shows no SVG."""
    fonts: tuple[FontFile, ...] = ()
    reference: WordReference | None = None
