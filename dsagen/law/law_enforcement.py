"""Part 3 of the Data Protection Act 2018: who may use it, and for what."""

from __future__ import annotations

from pydantic import Field

from dsagen.law.gateway import Match
from dsagen.law.record import LawRecord, Text
from dsagen.model.base import YesNo

__all__ = ["CompetentAuthority", "LawEnforcementPurpose"]


class CompetentAuthority(LawRecord):
    """A kind of competent authority (Data Protection Act 2018 s.30 and Schedule 7)."""

    citation: Text = Field(description="How it is cited.")
    title: Text = Field(description="Who it is.")
    plain: Text = Field(description="How far it is one, in a sentence.")
    listed: YesNo = Field(description="Whether Schedule 7 lists it, so that it is one whatever it does.")
    paragraph: int | None = Field(None, description="Its paragraph in Schedule 7, where that was read.")
    who: tuple[Match, ...] = Field(description="The party types that it covers. Empty where none is modelled.")
    note: Text | None = Field(None, description="What to watch for.")


class LawEnforcementPurpose(LawRecord):
    """A law enforcement purpose (Data Protection Act 2018 s.31). The list is closed."""

    citation: Text = Field(description="How it is cited.")
    title: Text = Field(description="What it is called.")
    plain: Text = Field(description="What it covers, in a sentence.")
    purpose_kinds: tuple[str, ...] = Field(description="The kinds of purpose that usually serve it.")
