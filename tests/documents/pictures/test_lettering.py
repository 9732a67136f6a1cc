"""Letters in pictures: what the font has is drawn, and what it lacks never becomes an empty frame."""

from __future__ import annotations

import pytest
from fontTools.ttLib import TTFont
from hypothesis import given
from hypothesis import strategies as st

from dsagen.bundled import bundled_folder
from dsagen.documents.pictures.flows import Arrow, flow_drawings
from dsagen.documents.pictures.lettering import drawable
from dsagen.documents.pictures.shapes import Label
from dsagen.documents.pictures.timeline import Moment, timeline_drawings
from dsagen.documents.pictures.words import Words
from tests.documents.pictures.test_timeline import moment


def known() -> set[int]:
    return set(TTFont(str(bundled_folder("fonts") / "LiberationSans-Bold.ttf")).getBestCmap())


KNOWN = known()


def drawn(words: Words) -> list[str]:
    [(flows, _)] = flow_drawings([Arrow(Words("F01", "x"), words, words, (words,))])
    [(times, _)] = timeline_drawings([Moment(moment(0).day, Words("1 May 2026", "x"), (words,))])
    return [shape.text for shape in (*flows.shapes, *times.shapes) if isinstance(shape, Label)]


@given(st.text(min_size=1, max_size=40).filter(str.strip))
def test_names_in_every_script_never_draw_a_frame(name: str) -> None:
    for text in drawn(Words(name, "x", "Party 3")):
        assert {ord(sign) for sign in text} <= KNOWN


@pytest.mark.parametrize("name", ["جمعية النور", "漢字", "עמותה", "Care 🌟", "\u200d", "นำ"])
def test_a_name_that_cannot_be_drawn_has_a_stand_in(name: str) -> None:
    assert drawable(name) is None
    assert drawn(Words(name, "x", "Party 3")).count("Party 3") == 4


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        ("Cyngor Môn", "Cyngor Môn"),
        ("Łódź", "Łódź"),
        ("Ελλάδα", "Ελλάδα"),
        ("soft\u00adly", "softly"),
        ("e\u0301", "é"),
    ],
)
def test_a_name_that_the_font_has_is_drawn(name: str, shown: str) -> None:
    assert drawable(name) == shown
