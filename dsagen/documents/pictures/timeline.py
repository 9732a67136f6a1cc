"""The timeline: each date in order down a line, with what happens then beside it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from dsagen.documents.pictures.flows import HIGHEST, WIDTH
from dsagen.documents.pictures.lettering import LINE, wrapped
from dsagen.documents.pictures.shapes import Box, Drawing, Line, Shape, column
from dsagen.documents.pictures.words import Words

__all__ = ["Moment", "timeline_drawings"]

_EDGE = 0.5
_DATES = 40.0
"""Where the line of time stands: the dates are to its left."""
_MARK = 3.0
"""The side of the box that marks a day on the line."""
_WORDS = _DATES + 5.0
_MOST_LINES = 4
_HANG = 3.0
_LEAST, _GROWTH, _MOST = 3.0, 0.02, 9.0
"""The space after a day in millimetres, what each day until the next adds to it, and the most that it can be."""


@dataclass(frozen=True)
class Moment:
    """A day, as the calendar and as words, and everything that happens on it."""

    day: date
    said: Words
    happens: tuple[Words, ...]
    tone: str = "white"


@dataclass(frozen=True)
class _Placed:
    moment: Moment
    lines: tuple[tuple[float, str, str], ...]
    """Each line of words, with how far it is set in and its source."""
    space: float
    """What stands free below it."""

    @property
    def height(self) -> float:
        return len(self.lines) * LINE


def timeline_drawings(moments: Sequence[Moment]) -> list[tuple[Drawing, tuple[Moment, ...]]]:
    """Draw days in order of time, over as many pictures as they need, each with the days that it shows.

    Why: a row for each day keeps days apart that are close together. The space below a row grows with the time until
    the next day, up to a limit, so that the picture shows which days are near each other.
    """
    ordered = [part for moment in sorted(moments, key=lambda moment: moment.day) for part in _parts(moment)]
    pages: list[list[_Placed]] = []
    height = 0.0
    for moment, later in zip(ordered, [*ordered[1:], *ordered[-1:]], strict=True):
        space = min(_LEAST + _GROWTH * (later.day - moment.day).days, _MOST)
        placed = _Placed(moment, tuple(_lines(moment)), space)
        if not pages or height + placed.height > HIGHEST:
            pages.append([])
            height = 2 * _EDGE
        pages[-1].append(placed)
        height += placed.height + space
    return [(_drawing(page), tuple(placed.moment for placed in page)) for page in pages]


_PART = 8
"""The most things in one row: with the most lines for each, a row still fits on a page."""


def _parts(moment: Moment) -> list[Moment]:
    starts = range(0, len(moment.happens), _PART)
    return [Moment(moment.day, moment.said, moment.happens[start : start + _PART], moment.tone) for start in starts]


def _lines(moment: Moment) -> list[tuple[float, str, str]]:
    """Give each line of words with how far it is set in, and its source: what runs on stands in a little."""
    wide = WIDTH - _WORDS - _EDGE - _HANG
    return [
        (_HANG if row else 0.0, line, words.source)
        for words in moment.happens
        for row, line in enumerate(wrapped(words.shown, wide, _MOST_LINES))
    ]


def _drawing(page: Sequence[_Placed]) -> Drawing:
    shapes: list[Shape] = []
    top, above = _EDGE, None
    for placed in page:
        said = wrapped(placed.moment.said.shown, _DATES - _MARK - 2, 1, bold=True)
        shapes += column(_EDGE, top, said, placed.moment.said.source, bold=True)
        mark = top + (LINE - _MARK) / 2
        if above is not None:
            shapes.append(Line(_DATES, above, _DATES, mark))
        shapes.append(Box(_DATES - _MARK / 2, mark, _MARK, _MARK, placed.moment.tone))
        above = mark + _MARK
        for row, (hang, line, source) in enumerate(placed.lines):
            shapes += column(_WORDS + hang, top + row * LINE, [line], source)
        top += placed.height + placed.space
    return Drawing(WIDTH, top - page[-1].space + _EDGE, tuple(shapes))
