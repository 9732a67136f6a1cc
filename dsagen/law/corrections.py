"""Old and wrong citations and names that people still write, and the right ones."""

from __future__ import annotations

from pydantic import Field

from dsagen.law.record import LawRecord, Text
from dsagen.model.base import Id

__all__ = ["Correction"]


class Correction(LawRecord):
    """Words that are out of date or were never right, with what to write instead."""

    id: Id = Field(description="The correction's id.")
    patterns: tuple[Text, ...] = Field(
        min_length=1,
        description="The words that people write. Small and capital letters, and `s.` and `section`, count as one.",
    )
    says: Text = Field(description="What the words stand for.")
    use_instead: Text = Field(description="What to write.")
    why: Text = Field(description="Why they are wrong.")
    authority: Text = Field(description="The law or source that settles it.")
    gateway: Id | None = Field(None, description="The gateway to cite, where there is one.")
