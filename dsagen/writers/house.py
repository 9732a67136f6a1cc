"""The house style in HTML and PDF: what a house changes in the style sheet, and its logo."""

from __future__ import annotations

import re
from base64 import b64encode

from dsagen.documents.house import PLAIN, FontFile, House
from dsagen.writers.attributes import attributes

__all__ = ["FAMILY", "font_address", "font_faces", "house_sheet", "logo"]

FAMILY = "dsagen House"
"""What PDFs call the house's font, so that no font of the machine is taken for it."""
_FALLBACK = '"dsagen Sans", Arial, "Liberation Sans", Helvetica, sans-serif'
_FACES = {
    "regular": "",
    "bold": "font-weight: bold; ",
    "italic": "font-style: italic; ",
    "bold_italic": "font-weight: bold; font-style: italic; ",
}
_NOT_PLAIN = re.compile(r"[^A-Za-z0-9 _-]")


def house_sheet(house: House, family: str | None) -> str:
    """Give what a house changes in the style sheet: nothing where it changes nothing. `family` is its font."""
    lines = []
    if house.accent != PLAIN.accent:
        lines += [f"--accent: {house.accent};", f"--tint: {house.tint};"]
    if family is not None:
        lines.append(f'--font: "{_escaped(family)}", {_FALLBACK};')
    return f":root {{ {' '.join(lines)} }}\n" if lines else ""


def font_address(file: FontFile) -> str:
    """Give the address by which a PDF's style sheet asks for a font of the house."""
    return f"font:house-{file.style}"


def font_faces(house: House) -> str:
    """Declare the house's font for PDFs."""
    return "".join(
        f'@font-face {{ font-family: "{FAMILY}"; {_FACES[file.style]}src: url("{font_address(file)}"); }}\n'
        for file in house.fonts
    )


def logo(house: House) -> str:
    """Write the logo above the title, with its alternative, as part of the page itself."""
    if house.logo is None:
        return ""
    picture = house.logo.picture
    values = {
        "alt": house.logo.alternative,
        "src": f"data:{picture.type};base64,{b64encode(picture.data).decode()}",
        "style": f"width: {house.logo.size[0]}mm",
    }
    return f'<p class="logo"><img{attributes(values)}></p>\n'


def _escaped(name: str) -> str:
    """Write a name as part of a CSS string (CSS Syntax Module Level 3, section 4.3.7)."""
    return _NOT_PLAIN.sub(lambda sign: f"\\{ord(sign[0]):x} ", name)
