"""Facts that change with time and that rules read: commencements, names and ages."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Literal

from pydantic import Field

from dsagen.law.record import LawEntity, LawRecord, Text
from dsagen.model.base import Date

__all__ = ["DatedFact", "DatedFacts"]


class DatedFact(LawRecord):
    """A fact with the day from which it holds."""

    plain: Text = Field(description="What it is, in a sentence.")
    value: Text = Field(description="What holds.")
    from_: Date | None = Field(None, alias="from", description="The day from which it holds, where it is known.")
    planned_for: Date | None = Field(None, description="A day that was only announced. It makes nothing hold.")
    state: Literal["in_force", "announced", "unknown"] = Field(description="How it stands.")
    note: Text | None = Field(None, description="What to watch for.")

    def holds_at(self, as_at: date) -> bool:
        """Tell whether it is known to hold on a day."""
        return self.state == "in_force" and (self.from_ is None or self.from_ <= as_at)


class DatedFacts(LawEntity):
    """All the dated facts, and how old a record of the law may grow before somebody checks it again."""

    max_age_days: int = Field(gt=0, description="How many days after its `checked_on` a record counts as checked.")
    facts: Mapping[str, DatedFact] = Field(description="The facts by key.")

    def is_stale(self, checked_on: date, as_at: date) -> bool:
        """Tell whether a record that was checked on one day needs another check by another day."""
        return (as_at - checked_on).days > self.max_age_days
