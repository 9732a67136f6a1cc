"""The logo: a picture that every format can show."""

from __future__ import annotations

import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from io import BytesIO

from dsagen.workspace.house.content import Fault, say_content
from dsagen.workspace.house.svg import read_svg
from dsagen.workspace.house.values import Picture, PictureType

__all__ = ["read_picture"]

_LONGEST_SIDE = 5_000
"""In pixels: more than a printer can show in a logo."""
_USE = "Use a PNG, JPEG or SVG file."
_AGAIN = "Save the picture again, or ask for the original."
_TYPES: dict[str, PictureType] = {"PNG": "image/png", "JPEG": "image/jpeg"}


def read_picture(data: bytes, file: str) -> Picture | Fault:
    """Give a picture, or what is wrong with it. What it is comes from its content, never from its name."""
    held = say_content(data)
    if held == "an SVG picture":
        return read_svg(data, file)
    if held not in ("a PNG picture", "a JPEG picture"):
        return Fault(f"`{file}` is not a PNG, JPEG or SVG picture: it is {held}", _USE)
    return _pixels(data, file)


@contextmanager
def _whole_pictures_only() -> Iterator[None]:
    """Refuse a picture that ends too soon. WeasyPrint, once imported, lets every reader of the process accept one."""
    from PIL import ImageFile

    before = ImageFile.LOAD_TRUNCATED_IMAGES
    ImageFile.LOAD_TRUNCATED_IMAGES = False
    try:
        yield
    finally:
        ImageFile.LOAD_TRUNCATED_IMAGES = before


def _pixels(data: bytes, file: str) -> Picture | Fault:
    """Read a picture made of pixels. Its size is looked at before anything is unpacked."""
    from PIL import Image

    try:
        with (
            warnings.catch_warnings(action="ignore"),
            _whole_pictures_only(),
            Image.open(BytesIO(data), formats=tuple(_TYPES)) as picture,
        ):
            width, height = picture.size
            if max(width, height) > _LONGEST_SIDE:
                message = f"`{file}` is {width:,} by {height:,} pixels, and a logo has at most {_LONGEST_SIDE:,}"
                return Fault(message, "Save a smaller copy: 1,000 pixels are plenty.")
            picture.load()
            kind = _TYPES[str(picture.format)]
    except Exception:  # a damaged picture can break a decoder in many ways
        return Fault(f"the picture `{file}` is damaged and cannot be shown", _AGAIN)
    return Picture(data, kind, width, height)
