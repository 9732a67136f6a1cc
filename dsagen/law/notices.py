"""What privacy notices take from the law: items, exemptions, and the regulator."""

from __future__ import annotations

from datetime import date
from typing import Literal, Self

from pydantic import Field, model_validator

from dsagen.law.record import LawEntity, LawRecord, Text, WebAddress

__all__ = [
    "ComplaintToController",
    "Exemption",
    "NoticeException",
    "NoticeItem",
    "NoticeTiming",
    "Regulator",
    "RegulatorName",
]


class NoticeItem(LawRecord):
    """Something that a privacy notice must say (UK GDPR Articles 13 and 14)."""

    title: Text = Field(description="What it is about.")
    plain: Text = Field(description="What must be said, in one plain sentence.")
    article13: Text | None = Field(None, description="Where Article 13 asks for it. Empty where it does not.")
    article14: Text | None = Field(None, description="Where Article 14 asks for it. Empty where it does not.")
    changed_on: date | None = Field(None, description="The day on which its content last changed.")

    @model_validator(mode="after")
    def _is_asked_for(self) -> Self:
        if self.article13 is None and self.article14 is None:
            raise ValueError("an item is asked for by Article 13, Article 14 or both")
        return self


class NoticeTiming(LawRecord):
    """A time by which people are told."""

    citation: Text = Field(description="How it is cited.")
    plain: Text = Field(description="When people are told, in one plain sentence.")
    article: Literal[13, 14] | None = Field(description="The article that sets it. Empty for both.")
    at_most_months: int | None = Field(None, gt=0, description="The longest time, in months, where there is one.")


class NoticeException(LawRecord):
    """A reason why people need not be told of information that comes from elsewhere (UK GDPR Article 14(5))."""

    citation: Text = Field(description="How it is cited.")
    title: Text = Field(description="What it is called.")
    plain: Text = Field(description="When it applies, in one plain sentence.")
    asks_for: Text | None = Field(None, description="What the controller still does.")
    note: Text | None = Field(None, description="What to watch for.")


class Exemption(LawRecord):
    """An exemption in the Data Protection Act 2018, used case by case. It is no power."""

    citation: Text = Field(description="How it is cited.")
    title: Text = Field(description="What it is about.")
    effect: Text = Field(description="What it lifts.")
    when: Text = Field(description="When it is used.")
    note: Text | None = Field(None, description="What to watch for.")


class RegulatorName(LawEntity):
    """A name of the regulator, and whether it is the one to print."""

    name: Text = Field(description="The name as printed.")
    state: Literal["in_force", "prospective"] = Field(description="Whether it is the name today.")


class ComplaintToController(LawRecord):
    """The right to complain to the controller."""

    law: Text = Field(description="Where it comes from.")
    in_force_from: date = Field(description="The day from which it exists.")
    acknowledge_days: int = Field(description="The days in which a complaint is acknowledged.")
    plain: Text = Field(description="What the controller must do.")


class Regulator(LawRecord):
    """The regulator of data protection."""

    names: tuple[RegulatorName, ...] = Field(description="Its names, one of them in force.")
    name_note: Text = Field(description="Why the name is data.")
    website: WebAddress = Field(description="Its website.")
    complaint_to_controller: ComplaintToController = Field(description="The complaint that comes first.")

    @model_validator(mode="after")
    def _has_one_name(self) -> Self:
        if sum(name.state == "in_force" for name in self.names) != 1:
            raise ValueError("exactly one name is in force")
        return self

    @property
    def name(self) -> str:
        """Give the name to print."""
        return next(name.name for name in self.names if name.state == "in_force")
