"""The files of the font: fonts that can be read, and that their makers allow to be embedded."""

from __future__ import annotations

from io import BytesIO

from dsagen.workspace.house.content import Fault, say_content
from dsagen.workspace.house.values import FontFile, FontStyle

__all__ = ["read_font"]

_USE = "Use a TTF or OTF file."
_SIGNS = (b"\x00\x01\x00\x00", b"OTTO", b"true")
_RESTRICTED, _FREER = 0x0002, 0x000C


def read_font(data: bytes, file: str, style: FontStyle) -> FontFile | Fault:
    """Give a font, or what is wrong with it.

    Source: OpenType specification, OS/2 table, fsType, for what may be embedded.
    """
    from fontTools.ttLib import TTFont

    if not data.startswith(_SIGNS):
        return Fault(f"`{file}` is not a TTF or OTF font: it is {say_content(data)}", _USE)
    try:
        font = TTFont(BytesIO(data), lazy=True)
        letters = font.getBestCmap()
        allowed = font["OS/2"].fsType if "OS/2" in font else 0
        whole = all(entry.offset + entry.length <= len(data) for entry in font.reader.tables.values())
        drawn = any(table in font for table in ("glyf", "CFF ", "CFF2")) and "head" in font and "hmtx" in font
    except Exception:  # a damaged font can break a reader in many ways
        whole = False
    if not whole:
        return Fault(f"the font `{file}` is damaged and cannot be read", "Take the file again from where it came.")
    if not letters or not drawn or ord("a") not in letters:
        return Fault(f"the font `{file}` has no letters that can be drawn", "Use a text font, not one of symbols.")
    if allowed & _RESTRICTED and not allowed & _FREER:
        message = f"the maker of the font `{file}` does not allow it to be embedded in documents"
        return Fault(message, "Ask for a licence that allows it, or leave the files out.")
    return FontFile(style, data)
