"""Dates as people write them, and the form that we ask for."""

from __future__ import annotations

import calendar
import re
from datetime import date

__all__ = ["date_of", "offer_date", "say_no_such_day"]

_MONTHS = {name.lower(): number for number, name in enumerate(calendar.month_name) if name}
_SHORT = {name[:3]: number for name, number in _MONTHS.items()}
_DAY_FIRST = re.compile(r"(\d{1,2})[/. -](\d{1,2})[/. -](\d{4})")
_YEAR_FIRST = re.compile(r"(\d{4})[/. -]?(\d{1,2})[/. -]?(\d{1,2})")
_NAMED = re.compile(r"(\d{1,2})(?:st|nd|rd|th)?[ -]([a-z]+)\.?,?[ -](\d{4})")
_NAMED_FIRST = re.compile(r"([a-z]+)\.? (\d{1,2})(?:st|nd|rd|th)?,? (\d{4})")


def date_of(year: int, month: int, day: int) -> date | None:
    """Give the day, or None where there is none."""
    try:
        return date(year, month, day)
    except ValueError:
        return None


def offer_date(written: str) -> str:
    """Offer the year-month-day form of a date that was written in another way, or nothing."""
    words = written.strip().lower()
    found, ambiguous = _read(words)
    if found is None:
        return ""
    note = ", if the day comes first here" if ambiguous else ""
    return f"Did you mean `{found.isoformat()}`{note}?"


def _read(words: str) -> tuple[date | None, bool]:
    if match := _DAY_FIRST.fullmatch(words):
        first, second, year = (int(part) for part in match.groups())
        day_first = date_of(year, second, first)
        return day_first or date_of(year, first, second), day_first is not None and first <= 12 and first != second
    if match := _YEAR_FIRST.fullmatch(words):
        return date_of(int(match[1]), int(match[2]), int(match[3])), False
    if match := _NAMED.fullmatch(words):
        return date_of(int(match[3]), _month(match[2]), int(match[1])), False
    if match := _NAMED_FIRST.fullmatch(words):
        return date_of(int(match[3]), _month(match[1]), int(match[2])), False
    return None, False


def _month(word: str) -> int:
    return _MONTHS.get(word) or _SHORT.get(word[:3], 0)


def say_no_such_day(written: str) -> str:
    """Say what the calendar has instead of a day that it does not have."""
    match = re.fullmatch(r"(\d{4})-(\d{2})-(\d{2})", written.strip())
    if not match:
        return ""
    year, month = int(match[1]), int(match[2])
    if year < 1:
        return "A year has four digits, such as 2026."
    if not 1 <= month <= 12:
        return "The month is a number from 01 to 12: a date is written year-month-day."
    days = calendar.monthrange(year, month)[1]
    return f"{calendar.month_name[month]} {year} has {days} days."
