"""Where an agreement stands on a day."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as some

from dsagen.model.agreement import Agreement
from dsagen.portfolio.standing import STATES, Span, state_of
from tests.workspace.builder import Builder

REVIEW = date(2027, 11, 30)
QUARTER = Span(days=90)


@pytest.fixture(scope="module")
def agreement(tmp_path_factory: pytest.TempPathFactory) -> Agreement:
    """Give an agreement in force, which is reviewed by 30 November 2027 and has no end."""
    workspace = Builder(tmp_path_factory.mktemp("riverdale")).read().workspace
    return workspace.agreements["RIV-001"].model_copy(update={"status": "in_force"})


@pytest.mark.parametrize(
    ("day", "state"),
    [
        (REVIEW - timedelta(days=91), "agreed"),
        (REVIEW - timedelta(days=90), "due"),
        (REVIEW, "due"),
        (REVIEW + timedelta(days=1), "overdue"),
    ],
)
def test_a_review_is_due_up_to_its_day_and_overdue_after_it(agreement: Agreement, day: date, state: str) -> None:
    assert state_of(agreement, day, QUARTER) == state


@pytest.mark.parametrize(
    ("day", "state"),
    [
        (date(2027, 1, 31), "due"),
        (date(2027, 2, 28), "due"),
        (date(2027, 3, 1), "lapsed"),
        (REVIEW + timedelta(days=1), "lapsed"),
    ],
)
def test_an_agreement_is_in_force_on_the_day_it_ends_and_has_lapsed_after_it(
    agreement: Agreement, day: date, state: str
) -> None:
    ending = agreement.model_copy(update={"ends": date(2027, 2, 28)})
    assert state_of(ending, day, QUARTER) == state


@pytest.mark.parametrize("status", ["draft", "consultation", "submitted"])
def test_a_draft_is_never_late(agreement: Agreement, status: str) -> None:
    assert state_of(agreement.model_copy(update={"status": status}), date.max, QUARTER) == "draft"


@pytest.mark.parametrize("status", ["superseded", "withdrawn"])
def test_nothing_more_is_asked_of_what_is_over(agreement: Agreement, status: str) -> None:
    assert state_of(agreement.model_copy(update={"status": status}), date.max, QUARTER) == "closed"


def test_without_a_day_of_review_nothing_is_due(agreement: Agreement) -> None:
    assert state_of(agreement.model_copy(update={"review_by": None}), date.max, QUARTER) == "agreed"


@given(some.dates(min_value=date(2026, 1, 1), max_value=date(2030, 1, 1)), some.integers(0, 400))
def test_time_only_makes_an_agreement_more_urgent(agreement: Agreement, day: date, days: int) -> None:
    today = state_of(agreement, day, Span(days=days))
    assert STATES.index(state_of(agreement, day + timedelta(days=1), Span(days=days))) <= STATES.index(today)
    assert STATES.index(state_of(agreement, day, Span(days=days + 1))) <= STATES.index(today)


@pytest.mark.parametrize(
    ("written", "day"),
    [
        ("90d", date(2027, 4, 30)),
        ("12w", date(2027, 4, 24)),
        ("1m", date(2027, 2, 28)),
        ("13 months", date(2028, 2, 29)),
        ("1 Week", date(2027, 2, 6)),
        ("0d", date(2027, 1, 30)),
    ],
)
def test_a_span_counts_days_weeks_or_months(written: str, day: date) -> None:
    assert Span.written(written).after(date(2027, 1, 30)) == day


@pytest.mark.parametrize("written", ["", "90", "d", "-3d", "1.5m", "3y", "three months", "90dd", "99999d"])
def test_what_is_no_span_is_refused(written: str) -> None:
    with pytest.raises(ValueError, match=r".*"):
        Span.written(written)


def test_a_span_beyond_the_calendar_ends_with_it() -> None:
    assert Span(months=9999).after(date(9990, 1, 1)) == date.max
