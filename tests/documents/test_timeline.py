"""The dates of an agreement: the picture says what the table says, in order of time, from the same sources."""

from __future__ import annotations

import datetime

import pytest
from markupsafe import Markup

from dsagen.documents.told import Told
from dsagen.documents.tree import words_of
from dsagen.documents.views.timeline import Dated, timeline_pictures
from tests.documents.test_contradictions import trees
from tests.golden.composed import AGREEMENTS


@pytest.mark.parametrize("agreement", AGREEMENTS)
def test_the_pictures_say_what_the_table_says(agreement: str) -> None:
    for name, root in trees(agreement).items():
        blocks = [each for each in root.iter("table", "figure") if ".dates." in each.get("id", "")]
        assert bool(blocks) == (name.startswith(("data-sharing-agreement", "dpia")))
        said = " ".join(each.get("data-alternative", "") for each in blocks if each.tag == "figure")
        sources = {label.get("value") for each in blocks for label in each.iter("label")}
        rows = [row for each in blocks if each.tag == "table" for row in list(each.iter("tr"))[1:]]
        days = [datetime.datetime.strptime(words_of(row[0]).strip(), "%d %B %Y") for row in rows]
        assert days == sorted(days)
        assert all(" ".join(words_of(cell).split()) in said for row in rows for cell in row)
        assert sources <= {fact.get("value") for row in rows for fact in row[0].iter("data")}


def test_no_date_gives_no_picture() -> None:
    assert timeline_pictures([]) == []


def test_a_letter_that_cannot_be_drawn_is_in_the_alternative() -> None:
    day = Told("1 May 2026", "x/date", datetime.date(2026, 5, 1))
    [picture] = timeline_pictures([Dated(day, Markup("Signed for 漢字"), "Signed for 漢字")])
    assert "漢字" in picture.alternative
    assert "漢字" not in picture.drawing
    assert "(see the table of dates)" in picture.drawing
