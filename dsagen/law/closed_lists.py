"""Closed statutory lists of purposes: a gateway serves these and no others."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Self

from pydantic import Field, model_validator

from dsagen.law.record import LawEntity, LawRecord, Nation, Text, Verified

__all__ = ["ClosedPurpose", "ClosedPurposes"]


class ClosedPurpose(LawEntity):
    """A purpose that a closed list names."""

    label: Text = Field(description="What it is called.")
    plain: Text = Field(description="What it covers, in a sentence.")
    citation: Text | None = Field(None, description="Where it is listed, where that was read.")
    nation: tuple[Nation, ...] = Field(min_length=1, description="Where it may be used.")
    who: Text | None = Field(None, description="Who is specified for it, so far as that is known.")
    factors: Mapping[str, Text] = Field({}, description="The factors that must be present, by id.")
    factors_needed: int = Field(0, ge=0, description="How many factors one person or household must have.")
    verified: Verified = Field(description="Whether the entry was read.")

    @model_validator(mode="after")
    def _can_be_met(self) -> Self:
        if self.factors_needed > len(self.factors) or bool(self.factors) != bool(self.factors_needed):
            raise ValueError("`factors_needed` counts the factors, and is there if they are")
        return self


class ClosedPurposes(LawRecord):
    """The closed list of a gateway. Its keys are the gateway's `purposes`."""

    title: Text = Field(description="What the list is.")
    citation: Text = Field(description="Where it stands.")
    also_needs: tuple[Text, ...] = Field((), description="What else the parties must have in place.")
    purposes: Mapping[str, ClosedPurpose] = Field(description="The purposes by tag.")
    note: Text | None = Field(None, description="What to watch for.")
