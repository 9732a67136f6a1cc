"""Pictures as SVG for HTML and PDF, and as PNG for Word, from the same shapes."""

from __future__ import annotations

from base64 import b64encode
from functools import cache
from io import BytesIO
from typing import Any

from lxml.etree import _Element

from dsagen.bundled import bundled_folder
from dsagen.writers.attributes import attributes
from dsagen.writers.palette import GREY, Palette

__all__ = ["image", "png", "size_of", "svg"]

_STROKE = 0.4
_HEAD, _HALF = 2.6, 1.3
"""The length of an arrowhead, and half its width."""
_POINT = 25.4 / 72
_DOTS = 200 / 25.4
"""Dots in a millimetre of the picture for Word: 200 in an inch."""


def size_of(figure: _Element) -> tuple[float, float]:
    """Give the width and height of a picture in millimetres."""
    drawing = _drawing(figure)
    return _number(drawing, "width"), _number(drawing, "height")


def image(figure: _Element, palette: Palette = GREY) -> str:
    """Write a picture as an element of HTML that holds it whole, with its alternative."""
    data = b64encode(svg(figure, palette).encode()).decode()
    width = f"width: {size_of(figure)[0]:g}mm"
    values = {"alt": figure.get("data-alternative"), "src": f"data:image/svg+xml;base64,{data}", "style": width}
    return f"<img{attributes(values)}>"


def svg(figure: _Element, palette: Palette = GREY) -> str:
    """Write a picture as SVG 1.1, its words as outlines of the font that ships with dsagen.

    Why: the picture looks the same on every machine, and its words are not read twice.
    """
    width, height = size_of(figure)
    shapes = "".join(_WRITTEN[str(shape.tag)](shape, palette) for shape in _drawing(figure))
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{width:g}mm" height="{height:g}mm" '
        f'viewBox="0 0 {width:g} {height:g}">{shapes}</svg>'
    )


def _box(shape: _Element, palette: Palette) -> str:
    place = {name: shape.get(name) for name in ("x", "y", "width", "height")}
    look = {"fill": _tone(shape, palette), "stroke": palette.line, "stroke-width": str(_STROKE)}
    return f"<rect{attributes({**place, **look})}/>"


def _line(shape: _Element, palette: Palette) -> str:
    place = {name: shape.get(name) for name in ("x1", "y1", "x2", "y2")}
    line = f"<line{attributes({**place, 'stroke': palette.line, 'stroke-width': str(_STROKE)})}/>"
    if not shape.get("arrow"):
        return line
    points = " ".join(f"{x:g},{y:g}" for x, y in _head(shape))
    return f'{line}<polygon points="{points}" fill="{palette.line}"/>'


def _label(shape: _Element, palette: Palette) -> str:
    characters, _, em = _outlines(shape.get("weight") == "bold")
    scale = _number(shape, "size") * _POINT / em
    at, parts = 0.0, []
    for sign in shape.get("text", ""):
        name = characters.get(ord(sign), ".notdef")
        path, width = _glyph(name, shape.get("weight") == "bold")
        if path:
            parts.append(f'<path transform="translate({at:g} 0)" d="{path}"/>')
        at += width
    place = f"translate({shape.get('x')} {shape.get('y')}) scale({scale:.6f} -{scale:.6f})"
    return f'<g fill="{palette.ink}" transform="{place}">{"".join(parts)}</g>'


_WRITTEN = {"box": _box, "line": _line, "label": _label}


@cache
def _outlines(bold: bool) -> tuple[dict[int, str], Any, int]:
    from fontTools.ttLib import TTFont

    font = TTFont(str(_font(bold)), lazy=True)
    return font.getBestCmap(), font.getGlyphSet(), font["head"].unitsPerEm


@cache
def _glyph(name: str, bold: bool) -> tuple[str, int]:
    from fontTools.pens.svgPathPen import SVGPathPen

    glyphs = _outlines(bold)[1]
    pen = SVGPathPen(glyphs)
    glyphs[name].draw(pen)
    return pen.getCommands(), glyphs[name].width


def png(figure: _Element, palette: Palette = GREY) -> bytes:
    """Draw a picture as PNG, 200 dots to the inch."""
    from PIL import Image, ImageDraw, ImageFont

    width, height = (round(side * _DOTS) for side in size_of(figure))
    sheet = Image.new("L" if palette.is_grey else "RGB", (width, height), palette.tones["white"])
    pen = ImageDraw.Draw(sheet)
    for shape in _drawing(figure):
        if shape.tag == "box":
            x, y = _number(shape, "x"), _number(shape, "y")
            corners = [(x, y), (x + _number(shape, "width"), y + _number(shape, "height"))]
            pen.rectangle(_dots(corners), _tone(shape, palette), palette.line, round(_STROKE * _DOTS))
        elif shape.tag == "line":
            ends = [(_number(shape, "x1"), _number(shape, "y1")), (_number(shape, "x2"), _number(shape, "y2"))]
            pen.line(_dots(ends), palette.line, round(_STROKE * _DOTS))
            if shape.get("arrow"):
                pen.polygon(_dots(_head(shape)), palette.line)
        else:
            size = _number(shape, "size") * _POINT * _DOTS
            face = str(_font(shape.get("weight") == "bold"))
            font = ImageFont.truetype(face, size, layout_engine=ImageFont.Layout.BASIC)
            place = _dots([(_number(shape, "x"), _number(shape, "y"))])[0]
            pen.text(place, shape.get("text", ""), palette.ink, font, anchor="ls")
    target = BytesIO()
    sheet.save(target, "PNG", dpi=(200, 200))
    return target.getvalue()


def _head(line: _Element) -> list[tuple[float, float]]:
    """Give the corners of the head of an arrow that goes to the right."""
    x, y = _number(line, "x2"), _number(line, "y2")
    return [(x, y), (x - _HEAD, y - _HALF), (x - _HEAD, y + _HALF)]


def _dots(points: list[tuple[float, float]]) -> list[tuple[float, float]]:
    return [(round(x * _DOTS), round(y * _DOTS)) for x, y in points]


def _font(bold: bool) -> Any:
    return bundled_folder("fonts") / ("LiberationSans-Bold.ttf" if bold else "LiberationSans-Regular.ttf")


def _tone(box: _Element, palette: Palette) -> str:
    return palette.tones[box.get("tone", "white")]


def _drawing(figure: _Element) -> _Element:
    """Give the drawing of a figure, which follows its caption."""
    return figure[1]


def _number(shape: _Element, name: str) -> float:
    return float(shape.get(name, "0"))
