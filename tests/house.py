"""Files of an invented house style: pictures, fonts and reference documents, sound ones and hostile ones."""

from __future__ import annotations

import io
import re
import struct
import zipfile
import zlib
from collections.abc import Callable, Mapping
from functools import cache
from pathlib import Path
from typing import Any

from docx import Document
from docx.shared import Cm, Pt, RGBColor
from fontTools.ttLib import TTFont
from PIL import Image, ImageDraw

FONTS = Path(__file__).parents[1] / "fonts"
SVG = (
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 90 30"><circle cx="14" cy="15" r="12" fill="#0b6e4f"/>'
    '<path d="M34 8h50v4h-50z" fill="#0b6e4f"/></svg>'
)
GREEN = "#0b6e4f"


@cache
def picture(kind: str = "PNG", width: int = 300, height: int = 100) -> bytes:
    """Give a logo of a kind."""
    image = Image.new("RGB", (width, height), "white")
    ImageDraw.Draw(image).ellipse((10, 10, height - 10, height - 10), fill=GREEN)
    buffer = io.BytesIO()
    image.save(buffer, kind)
    return buffer.getvalue()


def huge_picture(width: int = 60_000, height: int = 60_000) -> bytes:
    """Give a small PNG file that claims to be huge."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    body = zlib.compress(b"\0" * 100_000)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", body) + chunk(b"IEND", b"")


@cache
def font(style: str = "Regular") -> bytes:
    """Give a font."""
    return (FONTS / f"LiberationSans-{style}.ttf").read_bytes()


@cache
def restricted_font() -> bytes:
    """Give a font that its maker does not allow to be embedded."""
    changed = TTFont(io.BytesIO(font()))
    changed["OS/2"].fsType = 2
    buffer = io.BytesIO()
    changed.save(buffer)
    return buffer.getvalue()


def reference(change: Callable[[Any], None] | None = None) -> bytes:
    """Give a reference document as a council would make one, with a change."""
    document = Document()
    styles, section = document.styles, document.sections[0]
    styles["Normal"].font.name, styles["Normal"].font.size = "Verdana", Pt(13)
    for name in ("Title", "Subtitle", "Heading 1", "Heading 2", "Heading 3", "Caption"):
        styles[name].font.color.rgb = RGBColor.from_string(GREEN[1:].upper())
    section.page_width, section.page_height = Cm(21), Cm(29.7)
    section.left_margin = section.right_margin = Cm(2.5)
    section.header.paragraphs[0].add_run("Riverdale letter-head")
    section.footer.paragraphs[0].add_run("Riverdale, Civic Centre")
    if change is not None:
        change(document)
    buffer = io.BytesIO()
    document.save(buffer)
    return buffer.getvalue()


def with_picture_in_header(document: Any) -> None:
    """Put a logo into the header."""
    document.sections[0].header.paragraphs[0].add_run().add_picture(io.BytesIO(picture()), height=Cm(1))


def with_text_box(content: bytes) -> bytes:
    """Give a reference document whose header has a text box as Word draws it, with one for older programs."""
    with zipfile.ZipFile(io.BytesIO(content)) as file:
        name = next(each for each in file.namelist() if re.fullmatch(r"word/header\d*\.xml", each))
        header = file.read(name).decode()
    office, words = "http://schemas.microsoft.com/office/word/2010", "<w:p><w:r><w:t>Boxed words</w:t></w:r></w:p>"
    box = (
        f'<w:p><w:r><mc:AlternateContent xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006">'
        f'<mc:Choice xmlns:wps="{office}/wordprocessingShape" Requires="wps"><w:drawing><wp:inline '
        'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing">'
        '<wp:extent cx="1800000" cy="400000"/><wp:docPr id="5" name="Text Box 5"/>'
        '<a:graphic xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main">'
        f'<a:graphicData uri="{office}/wordprocessingShape"><wps:wsp><wps:cNvSpPr txBox="1"/><wps:spPr/>'
        f"<wps:txbx><w:txbxContent>{words}</w:txbxContent></wps:txbx><wps:bodyPr/></wps:wsp></a:graphicData></a:graphic>"
        '</wp:inline></w:drawing></mc:Choice><mc:Fallback><w:pict><v:shape xmlns:v="urn:schemas-microsoft-com:vml">'
        f"<v:textbox><w:txbxContent>{words}</w:txbxContent></v:textbox></v:shape></w:pict></mc:Fallback>"
        "</mc:AlternateContent></w:r></w:p></w:hdr>"
    )
    return repacked(content, {name: header.replace("</w:hdr>", box).encode()})


def repacked(data: bytes, changes: Mapping[str, bytes | None]) -> bytes:
    """Give a package with parts changed, added or taken out."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as whole, zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as new:
        parts: dict[str, bytes | None] = {name: whole.read(name) for name in whole.namelist()}
        for name, content in {**parts, **changes}.items():
            if content is not None:
                new.writestr(name, content)
    return buffer.getvalue()
