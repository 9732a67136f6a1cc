"""What every record of the law has: whether it was verified, against what, and when."""

from __future__ import annotations

from datetime import date
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field, StringConstraints

__all__ = ["Answer", "LawEntity", "LawRecord", "Nation", "Text", "Verified", "WebAddress"]

Nation = Literal["england", "wales", "scotland", "northern_ireland"]
"""Where a provision may be used."""

Verified = Literal["verified", "partly", "unverified"]
"""Whether the text was read: in full, in part, or not at all (general knowledge or inference)."""

Answer = Literal["yes", "no", "depends"]

Text = Annotated[str, StringConstraints(min_length=1, strip_whitespace=True)]
WebAddress = Annotated[str, StringConstraints(pattern=r"^https://[a-z0-9.-]+(/[^\s#]*)?$")]


class LawEntity(BaseModel):
    """A thing in the law's data. Unknown keys are refused, and nothing changes after reading."""

    model_config = ConfigDict(extra="forbid", frozen=True, defer_build=True)


class LawRecord(LawEntity):
    """A record that says how far it was verified."""

    verified: Verified = Field(description="Whether the text was read: in full, in part or not at all.")
    source: Text = Field(description="What it was checked against.")
    checked_on: date = Field(description="The day on which it was checked.")
    url: WebAddress | None = Field(None, description="Where the provision can be read.")
