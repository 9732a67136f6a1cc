"""The shapes of a picture: boxes, lines and labels on a canvas, in millimetres from its top left corner."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from markupsafe import Markup

from dsagen.documents.pictures.lettering import LINE, SIZE

__all__ = ["Box", "Drawing", "Label", "Line", "Shape", "column"]


@dataclass(frozen=True)
class Box:
    """A rectangle with a border: `tone` is `white`, `tint` or `strong`."""

    x: float
    y: float
    width: float
    height: float
    tone: str = "white"


@dataclass(frozen=True)
class Line:
    """A line, level or upright. With `arrow` it ends in an arrowhead."""

    x1: float
    y1: float
    x2: float
    y2: float
    arrow: bool = False


@dataclass(frozen=True)
class Label:
    """One line of words, whose letters stand on `y`. `source` is where the words come from."""

    x: float
    y: float
    text: str
    source: str | None = None
    bold: bool = False


Shape = Box | Line | Label


@dataclass(frozen=True)
class Drawing:
    """A canvas with its shapes."""

    width: float
    height: float
    shapes: tuple[Shape, ...]

    def __html__(self) -> Markup:
        return Markup('<drawing width="{}" height="{}">{}</drawing>').format(
            _said(self.width), _said(self.height), Markup("").join(map(_element, self.shapes))
        )


def column(x: float, top: float, lines: Iterable[str], source: str | None, *, bold: bool = False) -> list[Label]:
    """Set lines of words one below the other, the first with its top at `top`."""
    return [Label(x, top + LINE * (row + 0.75), line, source, bold) for row, line in enumerate(lines)]


def _said(number: float) -> str:
    return f"{number:.2f}"


def _element(shape: Shape) -> Markup:
    if isinstance(shape, Box):
        values = {name: _said(getattr(shape, name)) for name in ("x", "y", "width", "height")} | {"tone": shape.tone}
    elif isinstance(shape, Line):
        values = {name: _said(getattr(shape, name)) for name in ("x1", "y1", "x2", "y2")}
        values |= {"arrow": "yes"} if shape.arrow else {}
    else:
        values = {"x": _said(shape.x), "y": _said(shape.y), "size": _said(SIZE), "text": shape.text}
        values |= {"value": shape.source} if shape.source else {}
        values |= {"weight": "bold"} if shape.bold else {}
    attributes = Markup("").join(Markup(' {}="{}"').format(name, value) for name, value in values.items())
    return Markup("<{}{}/>").format(type(shape).__name__.lower(), attributes)
