"""A workspace's word that a provision has begun, and what that does to its periods."""

from __future__ import annotations

from collections.abc import Iterable

from pydantic import Field

from dsagen.law.periods import WAITING, Period
from dsagen.law.record import LawEntity, Nation, Text
from dsagen.model.base import Date

__all__ = ["Confirmation", "confirmed"]


class Confirmation(LawEntity):
    """Somebody checked that a provision, which the catalogue has as announced or prospective, is in force."""

    in_force_from: Date = Field(description="The first day on which the provision is in force.")
    confirmed_on: Date = Field(description="The day on which this was checked.")
    confirmed_by: Text = Field(description="The role that checked it, such as `head of legal services`.")
    source: Text = Field(description="What it was checked against: the commencement regulations, by their citation.")
    nation: tuple[Nation, ...] | None = Field(
        None, min_length=1, description="The nations in which it has begun. All in which it waits unless given."
    )

    def covers(self, nation: Nation) -> bool:
        """Tell whether it speaks of a nation."""
        return self.nation is None or nation in self.nation


def confirmed(periods: Iterable[Period], confirmation: Confirmation) -> tuple[Period, ...]:
    """Turn the announced and prospective periods that a confirmation speaks of into periods in force.

    Raises `ValueError` where the period ends before the day on which it is said to begin.
    """
    found: list[Period] = []
    for period in periods:
        begun = [nation for nation in period.nation if period.state in WAITING and confirmation.covers(nation)]
        if not begun:
            found.append(period)
            continue
        written = {"from": confirmation.in_force_from, "until": period.until, "nation": begun, "state": "in_force"}
        found.append(Period.model_validate(written))
        rest = tuple(nation for nation in period.nation if nation not in begun)
        if rest:
            found.append(period.model_copy(update={"nation": rest}))
    return tuple(found)
