"""When a provision is in force, and where."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Literal, Self

from pydantic import Field, model_validator

from dsagen.law.record import LawEntity, Nation
from dsagen.model.base import Date

__all__ = ["WAITING", "Period", "PeriodState", "in_force_from", "state_of"]

PeriodState = Literal["in_force", "announced", "prospective", "repealed", "not_for_nation"]
"""How a provision stands in a nation on a day."""

WAITING: frozenset[PeriodState] = frozenset({"announced", "prospective"})
"""The states of what has not begun."""

_NEAREST_TO_FORCE: tuple[PeriodState, ...] = ("in_force", "announced", "prospective", "repealed")


class Period(LawEntity):
    """A stretch of time in which a provision has one state in some nations."""

    from_: Date | None = Field(alias="from", description="The first day, where it is known.")
    until: Date | None = Field(description="The first day on which it no longer applies. Empty for open.")
    nation: tuple[Nation, ...] = Field(min_length=1, description="The nations that it is about.")
    state: Literal["in_force", "announced", "prospective", "repealed"] = Field(description="What it says.")
    announced_for: Date | None = Field(None, description="The day announced. It makes nothing live.")

    @model_validator(mode="after")
    def _is_sane(self) -> Self:
        if self.state == "announced" and self.from_ is not None:
            raise ValueError("an announced period has no `from`: an announced day is `announced_for`")
        if self.announced_for is not None and self.state != "announced":
            raise ValueError("only an announced period has `announced_for`")
        if self.from_ is not None and self.until is not None and self.until <= self.from_:
            raise ValueError("`until` comes after `from`")
        return self

    def state_at(self, as_at: date) -> PeriodState:
        """Tell how this period stands on a day."""
        if self.state in WAITING:
            return self.state
        if self.state == "repealed" and self.until is None:
            return "repealed"
        if self.until is not None and self.until <= as_at:
            return "repealed"
        if self.from_ is not None and self.from_ > as_at:
            return "prospective"
        return "in_force"


def state_of(periods: Iterable[Period], nation: Nation, as_at: date) -> PeriodState:
    """Tell how a provision stands in a nation on a day, from all of its periods.

    Why: one nation may have several periods, such as a repealed and a new one. The nearest to force counts.
    """
    states = {period.state_at(as_at) for period in periods if nation in period.nation}
    return next((state for state in _NEAREST_TO_FORCE if state in states), "not_for_nation")


def in_force_from(periods: Iterable[Period], nation: Nation) -> date | None:
    """Give the first day in force in a nation, if it is in force there and the day is known."""
    starts = [period.from_ for period in periods if period.state == "in_force" and nation in period.nation]
    known = [start for start in starts if start is not None]
    return min(known) if known and len(known) == len(starts) else None
