"""The timeline: in order of time, nothing overlaps and nothing leaves the canvas, however near the dates are."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dsagen.documents.pictures.flows import HIGHEST, WIDTH
from dsagen.documents.pictures.shapes import Box, Drawing, Label, Line
from dsagen.documents.pictures.timeline import Moment, timeline_drawings
from dsagen.documents.pictures.words import Words
from tests.documents.pictures.test_flows import faults

_START = date(2026, 1, 1)
_TEXTS = st.text(st.sampled_from("aiWMm -é漢"), min_size=1, max_size=300).filter(str.strip)
_HAPPENS = st.lists(st.builds(Words, _TEXTS, st.just("x/date")), min_size=1, max_size=40).map(tuple)


def moment(days: int, happens: tuple[Words, ...] = (Words("Review", "x/date"),)) -> Moment:
    day = _START + timedelta(days)
    return Moment(day, Words(f"{day:%d September %Y}", "x/date"), happens)


_MOMENTS = st.lists(
    st.builds(moment, st.integers(0, 4000), _HAPPENS), min_size=1, max_size=40, unique_by=lambda m: m.day
)


@given(_MOMENTS)
def test_nothing_overlaps_or_leaves_the_picture(moments: list[Moment]) -> None:
    for drawing, _ in timeline_drawings(moments):
        assert faults(drawing) == []
        assert drawing.width == WIDTH
        assert drawing.height <= HIGHEST


@given(_MOMENTS)
def test_every_thing_is_shown_once_in_order_of_time(moments: list[Moment]) -> None:
    shown = [(part.day, words) for _, parts in timeline_drawings(moments) for part in parts for words in part.happens]
    ordered = sorted(moments, key=lambda each: each.day)
    assert shown == [(each.day, words) for each in ordered for words in each.happens]


@given(_MOMENTS)
def test_the_order_of_the_source_changes_nothing(moments: list[Moment]) -> None:
    assert timeline_drawings(moments) == timeline_drawings(moments[::-1])


def test_days_far_apart_stand_further_apart() -> None:
    def apart(days: int) -> float:
        [(drawing, _)] = timeline_drawings([moment(0), moment(days)])
        first, second = (shape for shape in drawing.shapes if isinstance(shape, Box))
        return second.y - first.y

    assert apart(1) < apart(100) < apart(250) < apart(400) == apart(4000)


@pytest.mark.parametrize("number", [3, 40])
def test_few_and_many_dates_fit_on_pages(number: int) -> None:
    drawn = timeline_drawings([moment(day) for day in range(number)])
    assert len(drawn) == (1 if number == 3 else 2)


def test_no_date_gives_no_picture() -> None:
    assert timeline_drawings([]) == []


@pytest.mark.parametrize(
    ("shape", "fault"),
    [
        (Box(38.5, 1, 3, 3), "boxes"),
        (Label(170, 4, "leaves the paper", None), "outside"),
        (Label(46, 4, "on other words", None), "labels"),
        (Line(0, 3, 174, 3), "line through words"),
    ],
)
def test_a_planted_fault_is_found(shape: Box | Label | Line, fault: str) -> None:
    [(drawing, _)] = timeline_drawings([moment(0), moment(1)])
    assert faults(drawing) == []
    assert fault in faults(Drawing(drawing.width, drawing.height, (*drawing.shapes, shape)))
