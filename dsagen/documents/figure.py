"""The figure of a document tree: a caption, and shapes that stand on a canvas, with words in their attributes."""

from __future__ import annotations

from math import isfinite

from lxml.etree import _Element

from dsagen.documents.problems import TemplateProblem
from dsagen.documents.tree import words_of

__all__ = ["SHAPES", "validate_figure"]

SHAPES: dict[str, frozenset[str]] = {
    "box": frozenset({"x", "y", "width", "height", "tone"}),
    "line": frozenset({"x1", "y1", "x2", "y2", "arrow"}),
    "label": frozenset({"x", "y", "size", "text", "value", "weight"}),
}
"""Each shape with its attributes."""
_CHOICES = {"tone": {"white", "tint", "strong"}, "arrow": {"yes"}, "weight": {"bold"}}
_WORDS = frozenset({"text", "value", *_CHOICES})
_OPTIONAL = frozenset({"value", "arrow", "weight"})
_WIDEST, _HIGHEST = 174.0, 210.0
"""The largest picture that stands on A4 with its caption, in millimetres."""
_SMALLEST = 9.0
"""The smallest words in a picture, in points."""
_FEWEST = 4
"""The fewest words of an alternative that says something."""


def validate_figure(figure: _Element, template: str) -> None:
    """Refuse a figure that says too little or leaves the paper. Raise `TemplateProblem` with its id and the reason."""
    name = figure.get("id")
    if [child.tag for child in figure] != ["figcaption", "drawing"]:
        raise TemplateProblem(template, f"figure `{name}` needs a caption and a drawing, in that order")
    said, caption = figure.get("data-alternative", "").split(), words_of(figure[0]).split()
    if len(said) < _FEWEST or said == caption:
        raise TemplateProblem(template, f"figure `{name}` needs an alternative that says what the picture shows")
    canvas = figure[1]
    width, height = (_number(canvas, side, template) for side in ("width", "height"))
    if not (0 < width <= _WIDEST and 0 < height <= _HIGHEST):
        raise TemplateProblem(template, f"figure `{name}` is larger than the page: {width:g} by {height:g} mm")
    if len(canvas) == 0:
        raise TemplateProblem(template, f"figure `{name}` shows nothing")
    for shape in canvas.iter(*SHAPES):
        _validate_shape(shape, (width, height), template)


def _validate_shape(shape: _Element, canvas: tuple[float, float], template: str) -> None:
    tag = str(shape.tag)
    for name in sorted(SHAPES[tag] - _OPTIONAL):
        if name not in shape.attrib:
            raise TemplateProblem(template, f"`<{tag}>` needs `{name}`")
    for name, choices in _CHOICES.items():
        if name in shape.attrib and shape.get(name) not in choices:
            raise TemplateProblem(template, f"`{shape.get(name)}` is not a {name} of `<{tag}>`")
    numbers = {name: _number(shape, name, template) for name in sorted(SHAPES[tag] - _WORDS)}
    if numbers.get("size", _SMALLEST) < _SMALLEST:
        raise TemplateProblem(template, f"the words of a picture are {_SMALLEST:g} points or larger")
    across = [numbers[name] for name in ("x", "x1", "x2") if name in numbers]
    down = [numbers[name] for name in ("y", "y1", "y2") if name in numbers]
    across.append(across[0] + numbers.get("width", 0))
    down.append(down[0] + numbers.get("height", 0))
    if min(*across, *down) < 0 or max(across) > canvas[0] or max(down) > canvas[1]:
        raise TemplateProblem(template, f"a `<{tag}>` leaves its drawing")


def _number(element: _Element, name: str, template: str) -> float:
    said = element.get(name, "")
    try:
        number = float(said)
    except ValueError:
        number = float("nan")
    if not isfinite(number):
        raise TemplateProblem(template, f"`{name}` of `<{element.tag!s}>` is a number of millimetres, not `{said}`")
    return number
