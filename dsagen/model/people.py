"""People: groups of people whom the information is about."""

from __future__ import annotations

import re
from typing import Annotated

from pydantic import Field

from dsagen.model.base import Entity, Gap, Line, Prose, YesNo

__all__ = ["People"]

_CHILDREN = ("child", "pupil", "young", "baby", "babies", "infant", "student")
"""Words of a label that say that a group is of children, where it has no ages."""


class People(Entity):
    """A group of people that the information is about."""

    label: Line = Field(description="What the documents call the group, such as `Children`.")
    plain: Line | None = Field(
        None, description="The same in words for the privacy notice, such as `children who look after someone`."
    )
    child_plain: Line | None = Field(
        None, description="The same in words for the notice for children, such as `children who help at home`."
    )
    ages: Line | None = Field(None, description="The ages, such as `0 to 17`.")
    at_risk: YesNo = Field(
        False, description="Whether they are adults who need care and cannot protect themselves from harm."
    )
    cohort: Annotated[Prose | None, Gap("who is in this group, and who is not")] = Field(
        None, description="The rule for who is in the group. It keeps out people whom the purpose does not need."
    )
    relevance: Prose | None = Field(
        None, description="For people connected to a child: why their information matters to the child."
    )
    number: Line | None = Field(None, description="About how many people a year, such as `about 120 a year`.")
    area: Line | None = Field(None, description="Where they live.")
    vulnerability: Prose | None = Field(
        None, description="What makes these people vulnerable, and what special care is taken."
    )

    @property
    def age_range(self) -> tuple[int, int] | None:
        """Give the youngest and the oldest age, where `ages` says them: `0 to 17`, `18 and over`, `under 5`.

        An open end is 150.
        """
        words = (self.ages or "").lower()
        numbers = [int(number) for number in re.findall(r"\d{1,3}", words)]
        if len(numbers) >= 2:
            return min(numbers), max(numbers)
        if not numbers:
            return None
        (number,) = numbers
        if re.search(r"\b(under|below|younger than)\b", words):
            return 0, max(number - 1, 0)
        if re.search(r"\b(up to|to)\b", words):
            return 0, number
        if re.search(r"\b(over|above|older|upwards?|adults?)\b|\+", words):
            return number, 150
        return number, number

    def may_be_aged(self, youngest: int, oldest: int) -> bool:
        """Tell whether the group may hold people of these ages. One without ages may, where its label says so."""
        if self.age_range is not None:
            return self.age_range[0] <= oldest and self.age_range[1] >= youngest
        words = self.label.lower()
        return oldest < 18 and any(word in words for word in _CHILDREN)
