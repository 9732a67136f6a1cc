"""People: groups of people whom the information is about."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from dsagen.model.base import Entity, Gap, Line, Prose

__all__ = ["People"]


class People(Entity):
    """A group of people that the information is about."""

    label: Line = Field(description="What the documents call the group, such as `Children`.")
    plain: Line | None = Field(
        None, description="The same in words for the privacy notice, such as `children who look after someone`."
    )
    ages: Line | None = Field(None, description="The ages, such as `0 to 17`.")
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
