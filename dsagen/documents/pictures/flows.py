"""The flow diagram: who sends what to whom, each flow a numbered arrow from its sender to its recipients."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, replace

from dsagen.documents.pictures.lettering import LINE, width_of, wrapped
from dsagen.documents.pictures.shapes import Box, Drawing, Label, Line, Shape, column
from dsagen.documents.pictures.words import Words

__all__ = ["HIGHEST", "WIDTH", "Arrow", "flow_drawings"]

WIDTH = 174.0
"""The width of the words on A4."""
HIGHEST = 185.0
"""The height of a picture that stands on one page of A4 with its heading and caption."""
_EDGE = 0.5
_FROM, _TO = 46.0, 48.0
_PAD, _GAP, _APART = 2.5, 3.0, 7.0
_LANE_START = _FROM + _EDGE
_LANE_END = WIDTH - _EDGE - _TO
_FORK = _LANE_END - 9
_NAME_LINES, _TITLE_LINES = 8, 8
_FEWEST = 2
"""The fewest recipients in a strip that is one of several."""


@dataclass(frozen=True)
class Arrow:
    """One flow: its reference, what travels, who sends it and who receives it."""

    key: Words
    title: Words
    sender: Words
    recipients: tuple[Words, ...]


@dataclass(frozen=True)
class _Placed:
    """A flow laid out from the top of its own strip."""

    arrow: Arrow
    height: float
    shapes: tuple[Shape, ...]


def flow_drawings(arrows: Sequence[Arrow]) -> list[tuple[Drawing, tuple[Arrow, ...]]]:
    """Draw the flows in order, over as many pictures as they need, each with the flows that it shows.

    Why: a strip for each flow never crosses another, so names stay readable however many parties there are. A flow
    to many parties is drawn as several strips, each with its number, so that pages fill.
    """
    pages: list[list[_Placed]] = []
    height = 0.0
    for arrow in arrows:
        left: Arrow | None = arrow
        while left is not None:
            taken = _fitting(left, HIGHEST - height) if pages else 0
            if not taken:
                pages.append([])
                height = 2 * _EDGE
                taken = _fitting(left, HIGHEST - height) or 1
            placed = _placed(_first(left, taken))
            pages[-1].append(placed)
            height += placed.height + _APART
            left = replace(left, recipients=left.recipients[taken:]) if left.recipients[taken:] else None
    return [(_drawing(page), tuple(placed.arrow for placed in page)) for page in pages]


def _fitting(arrow: Arrow, space: float) -> int:
    """Give how many recipients are drawn in a space: all, or as many as fill it, or none where a new page is better.

    Why: a flow that fits on half a page is not torn apart, and two recipients are the fewest that are worth a strip.
    """
    number = len(arrow.recipients)
    whole = _placed(arrow).height
    if whole <= space:
        return number
    if whole <= HIGHEST / 2:
        return 0
    fits = bisect_right(range(1, number), space, key=lambda count: _placed(_first(arrow, count)).height)
    return fits if fits >= _FEWEST else 0


def _first(arrow: Arrow, count: int) -> Arrow:
    return replace(arrow, recipients=arrow.recipients[:count])


def _name_lines(recipient: Words) -> list[str]:
    return wrapped(recipient.shown, _TO - 2 * _PAD, _NAME_LINES)


def _placed(arrow: Arrow) -> _Placed:
    start = _LANE_START + _PAD
    indent = start + width_of(arrow.key.shown, bold=True) + 2
    narrow = indent > start + 20
    left, first = (start, 1) if narrow else (indent, 0)
    key = wrapped(arrow.key.shown, _FORK - start - _PAD, 1, bold=True)
    title = wrapped(arrow.title.shown, _FORK - left - _PAD, _TITLE_LINES)
    trunk = (len(title) + first) * LINE + 2
    shapes: list[Shape] = [
        *column(start, 0, key, arrow.key.source, bold=True),
        *column(left, first * LINE, title, arrow.title.source),
    ]
    sender = wrapped(arrow.sender.shown, _FROM - 2 * _PAD, _NAME_LINES, bold=True)
    down = max(0.0, trunk - _height(sender) / 2)
    names = [_name_lines(name) for name in arrow.recipients]
    top = max(0.0, trunk - _height(names[0]) / 2)
    middles = []
    for name, lines in zip(arrow.recipients, names, strict=True):
        shapes += _named(_LANE_END, top, _TO, lines, name.source)
        middles.append(top + _height(lines) / 2)
        top += _height(lines) + _GAP
    trunk = max(trunk, middles[0])
    down = max(down, trunk - _height(sender) / 2)
    shapes += _named(_EDGE, down, _FROM, sender, arrow.sender.source, tone="tint", bold=True)
    shapes.append(Line(_LANE_START, trunk, _FORK, trunk))
    if middles[-1] > trunk:
        shapes.append(Line(_FORK, trunk, _FORK, middles[-1]))
    shapes += [Line(_FORK, middle, _LANE_END, middle, arrow=True) for middle in middles]
    return _Placed(arrow, max(top - _GAP, down + _height(sender), trunk), tuple(shapes))


def _height(lines: Sequence[str]) -> float:
    return len(lines) * LINE + 2 * _PAD


def _named(
    x: float, top: float, width: float, lines: Sequence[str], source: str, *, tone: str = "white", bold: bool = False
) -> list[Shape]:
    return [Box(x, top, width, _height(lines), tone), *column(x + _PAD, top + _PAD, lines, source, bold=bold)]


def _drawing(page: Sequence[_Placed]) -> Drawing:
    shapes: list[Shape] = []
    top = _EDGE
    for placed in page:
        shapes += [_lowered(shape, top) for shape in placed.shapes]
        top += placed.height + _APART
    return Drawing(WIDTH, top - _APART + _EDGE, tuple(shapes))


def _lowered(shape: Shape, by: float) -> Shape:
    if isinstance(shape, Line):
        return replace(shape, y1=shape.y1 + by, y2=shape.y2 + by)
    assert isinstance(shape, (Box, Label))
    return replace(shape, y=shape.y + by)
