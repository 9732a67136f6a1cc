"""The flow diagram: nothing overlaps and nothing leaves the canvas, whatever the names."""

from __future__ import annotations

from dataclasses import replace
from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dsagen.documents.pictures.flows import HIGHEST, WIDTH, Arrow, flow_drawings
from dsagen.documents.pictures.lettering import LINE, width_of, wrapped
from dsagen.documents.pictures.matrix import Cell, matrix_drawing
from dsagen.documents.pictures.shapes import Box, Drawing, Label, Line
from dsagen.documents.pictures.words import Words

_TEXTS = st.text(st.sampled_from("aiWMm -é漢"), min_size=1, max_size=120).filter(str.strip)
_WORDS = st.builds(Words, _TEXTS, st.just("parties/x/name"))
_ARROWS = st.builds(
    Arrow,
    st.builds(lambda number: Words(f"F{number:02}", "flows"), st.integers(1, 99)),
    _WORDS,
    _WORDS,
    st.lists(_WORDS, min_size=1, max_size=40).map(tuple),
)

_Area = tuple[float, float, float, float]


def label_area(label: Label) -> _Area:
    return label.x, label.y - LINE * 0.75, label.x + width_of(label.text, bold=label.bold), label.y + LINE * 0.25


def box_area(box: Box) -> _Area:
    return box.x, box.y, box.x + box.width, box.y + box.height


def line_area(line: Line) -> _Area:
    return line.x1, line.y1, line.x2, line.y2


def overlap(one: _Area, other: _Area) -> bool:
    slack = 0.01
    return (
        min(one[2], other[2]) - max(one[0], other[0]) > slack and min(one[3], other[3]) - max(one[1], other[1]) > slack
    )


def crosses(line: _Area, area: _Area) -> bool:
    slack = 0.01
    return (
        line[0] < area[2] - slack
        and line[2] > area[0] + slack
        and line[1] < area[3] - slack
        and line[3] > area[1] + slack
    )


def faults(drawing: Drawing) -> list[str]:
    """Say what overlaps or leaves the canvas."""
    boxes = [box_area(shape) for shape in drawing.shapes if isinstance(shape, Box)]
    labels = [label_area(shape) for shape in drawing.shapes if isinstance(shape, Label)]
    lines = [line_area(shape) for shape in drawing.shapes if isinstance(shape, Line)]
    found = [
        "outside"
        for area in (*boxes, *labels, *lines)
        if min(area) < 0 or area[2] > drawing.width or area[3] > drawing.height
    ]
    found += ["boxes" for one, other in combinations(boxes, 2) if overlap(one, other)]
    found += ["labels" for one, other in combinations(labels, 2) if overlap(one, other)]
    for label in labels:
        inside = [box for box in boxes if overlap(box, label)]
        within = all(
            box[0] <= label[0] and box[1] <= label[1] and label[2] <= box[2] and label[3] <= box[3] for box in inside
        )
        found += [] if within else ["label leaves its box"]
    found += ["line through words" for line in lines for label in labels if crosses(line, label)]
    found += ["line through box" for line in lines for box in boxes if crosses(line, box)]
    return found


@given(st.lists(_ARROWS, min_size=1, max_size=6))
def test_nothing_overlaps_or_leaves_the_picture(arrows: list[Arrow]) -> None:
    for drawing, _ in flow_drawings(arrows):
        assert faults(drawing) == []
        assert drawing.width == WIDTH
        assert drawing.height <= HIGHEST


@given(st.lists(_ARROWS, min_size=1, max_size=6))
def test_every_recipient_of_every_flow_is_shown_once(arrows: list[Arrow]) -> None:
    shown = [(part.key, name) for _, parts in flow_drawings(arrows) for part in parts for name in part.recipients]
    assert shown == [(arrow.key, name) for arrow in arrows for name in arrow.recipients]


@pytest.mark.parametrize(
    ("shape", "fault"),
    [
        (Box(1, 1, 46, 9), "boxes"),
        (Label(170, 20, "leaves the paper", None), "outside"),
        (Label(1, 6, "across the edge of the box of the sender, and beyond", None), "label leaves its box"),
        (Line(0, 8, 174, 8), "line through words"),
    ],
)
def test_a_planted_fault_is_found(shape: Box | Label | Line, fault: str) -> None:
    words = Words("Name", "x")
    [(drawing, _)] = flow_drawings([Arrow(Words("F01", "x"), words, words, (words,))])
    assert faults(drawing) == []
    assert fault in faults(replace(drawing, shapes=(*drawing.shapes, shape)))


@given(_TEXTS, st.integers(1, 9))
def test_wrapped_lines_fit(text: str, most: int) -> None:
    lines = wrapped(text, 30, most)
    assert 1 <= len(lines) <= most
    assert all(width_of(line) <= 30 for line in lines)


@given(st.lists(st.integers(0, 60), min_size=9, max_size=9))
def test_a_matrix_of_many_risks_stays_whole(counts: list[int]) -> None:
    cells = [
        Cell(Words("High", "x"), "high", tuple(Words(f"R{number:02}", "x") for number in range(count)))
        for count in counts
    ]
    rows = [(Words("Serious harm", "x"), cells[start : start + 3]) for start in (0, 3, 6)]
    drawing = matrix_drawing([Words("Reasonable possibility", "x")] * 3, rows)
    assert faults(drawing) == []
    assert drawing.height <= 210


def test_many_recipients_fill_the_pages() -> None:
    names = tuple(Words(f"Party {number}", "x") for number in range(1, 41))
    flows = [Arrow(Words(f"F{number:02}", "x"), Words("Names", "x"), Words("Lead", "x"), names) for number in (1, 2)]
    drawn = flow_drawings(flows)
    assert [drawing.height > HIGHEST * 0.9 for drawing, _ in drawn[:-1]] == [True] * (len(drawn) - 1)


def test_a_flow_of_half_a_page_is_not_torn_apart() -> None:
    names = tuple(Words(f"Party {number}", "x") for number in range(1, 6))
    flows = [Arrow(Words(f"F{number:02}", "x"), Words("Names", "x"), Words("Lead", "x"), names) for number in range(4)]
    assert [part.recipients for _, parts in flow_drawings(flows) for part in parts] == [names] * 4
