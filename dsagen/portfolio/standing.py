"""Where an agreement stands on a day: a draft, agreed, due, overdue or lapsed.

**Why here alone.** What is built never depends on the day. Only this report says that a review is overdue.
"""

from __future__ import annotations

import calendar
import re
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal, get_args

from dsagen.model.agreement import Agreement

__all__ = ["STATES", "Span", "State", "state_of"]

State = Literal["cannot_be_read", "lapsed", "overdue", "due", "draft", "agreed", "closed"]
STATES: tuple[State, ...] = get_args(State)
"""The most urgent first."""

_SPAN = re.compile(r"([0-9]{1,4}) *(d|w|m|days?|weeks?|months?)", re.IGNORECASE)


@dataclass(frozen=True)
class Span:
    """A length of time: days or months."""

    days: int = 0
    months: int = 0

    @classmethod
    def written(cls, words: str) -> Span:
        """Read `90d`, `12w` or `3m`. Raise `ValueError` for anything else."""
        found = _SPAN.fullmatch(words.strip())
        if found is None:
            raise ValueError(words)
        number, unit = int(found[1]), found[2][0].lower()
        if unit == "m":
            return cls(months=number)
        return cls(days=number * 7 if unit == "w" else number)

    def after(self, day: date) -> date:
        """Give the day that comes this long after another. In a shorter month it is the last day of that month."""
        try:
            year, month = divmod(day.year * 12 + day.month - 1 + self.months, 12)
            last = calendar.monthrange(year, month + 1)[1]
            return date(year, month + 1, min(day.day, last)) + timedelta(days=self.days)
        except (OverflowError, ValueError):
            return date.max


def state_of(agreement: Agreement, day: date, due_within: Span) -> State:
    """Say where an agreement stands on a day: the first of these that is true of it.

    - `closed`: its status is `superseded` or `withdrawn`. Nothing more is asked of it.
    - `draft`: its status is below `agreed`. It binds nobody yet, so it is never late.
    - `lapsed`: the day is after `ends`.
    - `overdue`: the day is after `review_by`.
    - `due`: `review_by` or `ends` comes within the time that was asked for, that day among them.
    - `agreed`: none of these.
    """
    if agreement.status in ("superseded", "withdrawn"):
        return "closed"
    if not agreement.is_final:
        return "draft"
    if agreement.ends is not None and agreement.ends < day:
        return "lapsed"
    if agreement.review_by is not None and agreement.review_by < day:
        return "overdue"
    last = due_within.after(day)
    near = (each <= last for each in (agreement.review_by, agreement.ends) if each is not None)
    return "due" if any(near) else "agreed"
