"""Words in the names of fields that usually signal special category or criminal-offence data."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from dsagen.law.record import LawRecord, Text
from dsagen.model.base import YesNo
from dsagen.model.vocabulary import SpecialCategory

__all__ = ["CriminalHint", "SpecialHint"]


class SpecialHint(LawRecord):
    """Words that usually signal special category data (UK GDPR Article 9(1)). A hint, never proof."""

    words: tuple[Text, ...] = Field(min_length=1, description="The words, as they stand in names and labels.")
    categories: tuple[SpecialCategory, ...] = Field(min_length=1, description="The categories that they signal.")
    indirect: YesNo = Field(False, description="Whether the category is only inferred from what the field says.")
    note: Text | None = Field(None, description="When the hint misleads.")


class CriminalHint(LawRecord):
    """Words that usually signal criminal-offence data (UK GDPR Article 10). A hint, never proof."""

    words: tuple[Text, ...] = Field(min_length=1, description="The words, as they stand in names and labels.")
    signals: Literal["allegation", "offence", "measure"] = Field(
        description="An allegation or suspicion, an offence and its proceedings, or a measure such as bail."
    )
    note: Text | None = Field(None, description="When the hint misleads.")
