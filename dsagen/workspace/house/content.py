"""What a file holds, whatever its name says."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

__all__ = ["Fault", "say_content"]

_STARTS: tuple[tuple[bytes, str], ...] = (
    (b"\x89PNG", "a PNG picture"),
    (b"\xff\xd8\xff", "a JPEG picture"),
    (b"GIF8", "a GIF picture"),
    (b"BM", "a bitmap picture"),
    (b"II*\0", "a TIFF picture"),
    (b"MM\0*", "a TIFF picture"),
    (b"\0\0\1\0", "an icon"),
    (b"%PDF", "a PDF"),
    (b"%!PS", "a PostScript file"),
    (b"\xd0\xcf\x11\xe0", "an Office file of the old kind, or one with a password"),
    (b"PK", "a zip file or an Office file"),
    (b"wOF", "a web font (WOFF)"),
    (b"ttcf", "a collection of fonts (TTC)"),
    (b"\0\1\0\0", "a font"),
    (b"OTTO", "a font"),
)
_WEBP = (b"RIFF", b"WEBP")


@dataclass(frozen=True)
class Fault:
    """What is wrong with a file, and what to do."""

    message: str
    fix: str
    severity: Literal["error", "warning", "advice"] = "error"


def say_content(data: bytes) -> str:
    """Say what a file holds, from how it begins."""
    if not data:
        return "empty"
    if (data[:4], data[8:12]) == _WEBP:
        return "a WebP picture"
    for start, name in _STARTS:
        if data.startswith(start):
            return name
    head = data[:1000].lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    if head.startswith((b"<!doctype html", b"<html")):
        return "a web page"
    return "an SVG picture" if b"<svg" in head else "a file of another kind"
