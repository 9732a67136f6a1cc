"""How a provision stands in a nation on a day."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from dsagen.law import catalogue
from dsagen.law.periods import Period, PeriodState, in_force_from, state_of
from dsagen.law.record import Nation


@pytest.mark.parametrize(
    ("key", "nation", "as_at", "state"),
    [
        ("children-act-1989-s17", "england", date(2026, 11, 22), "in_force"),
        ("children-act-1989-s17", "england", date(1991, 10, 14), "in_force"),
        ("children-act-1989-s17", "england", date(1991, 10, 13), "prospective"),
        ("children-act-1989-s17", "wales", date(2016, 4, 5), "in_force"),
        ("children-act-1989-s17", "wales", date(2016, 4, 6), "repealed"),
        ("children-act-1989-s17", "scotland", date(2026, 11, 22), "not_for_nation"),
        ("children-act-1989-s17za", "wales", date(2026, 11, 22), "not_for_nation"),
        ("education-act-1996-s436a", "england", date(2008, 1, 1), "in_force"),
        ("education-act-1996-s436a", "wales", date(2008, 1, 1), "prospective"),
        ("children-act-2004-s16la", "england", date(2026, 9, 29), "announced"),
        ("children-act-2004-s16la", "england", date(2027, 9, 30), "announced"),
        ("children-act-2004-s16la", "wales", date(2026, 11, 22), "not_for_nation"),
        ("children-act-2004-s16lc", "england", date(2026, 11, 22), "prospective"),
        ("lga-2000-s2", "england", date(2005, 1, 1), "repealed"),
        ("common-law-policing", "wales", date(1900, 1, 1), "in_force"),
    ],
)
def test_state(key: str, nation: Nation, as_at: date, state: PeriodState) -> None:
    assert catalogue().gateway(key).state(nation, as_at) == state


@pytest.mark.parametrize(
    ("key", "nation", "start"),
    [
        ("children-act-1989-s17", "england", date(1991, 10, 14)),
        ("children-act-1989-s17", "wales", None),
        ("education-act-1996-s436a", "wales", date(2009, 9, 1)),
        ("children-act-2004-s16la", "england", None),
        ("common-law-policing", "england", None),
        ("children-act-1989-s17za", "scotland", None),
    ],
)
def test_in_force_from(key: str, nation: Nation, start: date | None) -> None:
    assert catalogue().gateway(key).in_force_from(nation) == start


@pytest.mark.parametrize(
    ("period", "says"),
    [
        ({"state": "announced", "from": date(2026, 9, 30)}, "announced_for"),
        ({"state": "in_force", "announced_for": date(2026, 9, 30)}, "only an announced period"),
        ({"state": "in_force", "from": date(2026, 1, 2), "until": date(2026, 1, 2)}, "comes after"),
        ({"state": "in_force", "nation": []}, "nation"),
        ({"state": "in_force", "nation": ["mercia"]}, "nation"),
        ({"state": "not_for_nation"}, "state"),
        ({"state": "in_force", "start": date(2026, 1, 2)}, "start"),
    ],
)
def test_a_period_that_makes_no_sense_is_refused(period: dict[str, object], says: str) -> None:
    sound: dict[str, object] = {"from": None, "until": None, "nation": ["england"]}
    with pytest.raises(ValidationError, match=says):
        Period.model_validate(sound | period)


def test_the_period_nearest_to_force_counts() -> None:
    old = Period.model_validate(
        {"from": date(2000, 1, 1), "until": date(2010, 1, 1), "nation": ["wales"], "state": "repealed"}
    )
    new = Period.model_validate({"from": date(2015, 1, 1), "until": None, "nation": ["wales"], "state": "in_force"})
    assert [state_of([old, new], "wales", date(year, 6, 1)) for year in (1999, 2005, 2012, 2020)] == [
        "prospective",
        "in_force",
        "prospective",
        "in_force",
    ]
    assert in_force_from([old, new], "wales") == date(2015, 1, 1)


DAYS = st.dates(date(1990, 1, 1), date(2040, 1, 1))


@given(start=DAYS, length=st.integers(1, 5000), as_at=DAYS)
def test_a_period_is_in_force_from_its_first_day_until_its_end(start: date, length: int, as_at: date) -> None:
    end = start + timedelta(days=length)
    period = Period.model_validate({"from": start, "until": end, "nation": ["england"], "state": "in_force"})
    assert (state_of([period], "england", as_at) == "in_force") == (start <= as_at < end)
    assert state_of([period], "wales", as_at) == "not_for_nation"


@given(announced_for=DAYS, as_at=DAYS)
def test_an_announced_day_never_makes_a_provision_live(announced_for: date, as_at: date) -> None:
    period = Period.model_validate(
        {
            "from": None,
            "until": None,
            "nation": ["england"],
            "state": "announced",
            "announced_for": announced_for,
        }
    )
    assert state_of([period], "england", as_at) == "announced"
    assert in_force_from([period], "england") is None
