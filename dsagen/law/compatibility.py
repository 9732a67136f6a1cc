"""When another use fits with the purpose of collection: UK GDPR Article 8A and Annex 2."""

from __future__ import annotations

from pydantic import Field

from dsagen.law.record import LawRecord, Text
from dsagen.model.base import Date, YesNo

__all__ = ["Annex2Condition"]


class Annex2Condition(LawRecord):
    """A condition in UK GDPR Annex 2: another use that meets it is treated as compatible (Article 8A(3)(d))."""

    paragraphs: tuple[int, ...] = Field(description="Its paragraphs in Annex 2. Empty where they were not verified.")
    title: Text = Field(description="What it is about.")
    plain: Text = Field(description="The condition in one plain sentence.")
    names: tuple[Text, ...] = Field(min_length=1, description="Words by which an agreement names it.")
    public_authority: YesNo = Field(description="Whether a public authority may use it in performing its tasks.")
    note: Text | None = Field(None, description="What to watch for.")
    applies_from: Date = Field(description="The day from which it is in force.")
