"""Lawful bases: UK GDPR Article 6(1), and Annex 1."""

from __future__ import annotations

from datetime import date
from typing import Literal

from pydantic import Field

from dsagen.law.record import LawRecord, Text

__all__ = ["Annex1Condition", "Article6Basis"]


class Article6Basis(LawRecord):
    """A lawful basis in UK GDPR Article 6(1). Which rights follow from it is in `rights`."""

    citation: Text = Field(description="How it is cited.")
    title: Text = Field(description="What it is called.")
    plain: Text = Field(description="The test in one plain sentence.")
    public_authority: Literal["yes", "rarely", "emergencies", "no"] = Field(
        description="Whether a public authority may use it in performing its tasks."
    )
    note: Text | None = Field(None, description="What to watch for.")
    needs_law: bool = Field(description="Whether a law of this controller must be named (Article 6(3)).")
    needs: tuple[Literal["duty", "function", "annex1", "assessment"], ...] = Field(
        description="What must stand beside it: a duty, a function, a condition in Annex 1 or an assessment."
    )
    applies_from: date | None = Field(None, description="The day from which it reads as it does now.")


class Annex1Condition(LawRecord):
    """A recognised legitimate interest in UK GDPR Annex 1."""

    paragraphs: tuple[int, ...] = Field(min_length=1, description="Its paragraphs in Annex 1.")
    title: Text = Field(description="What it is about.")
    plain: Text = Field(description="The condition in one plain sentence.")
    record: Text | None = Field(None, description="What to record.")
    applies_from: date = Field(description="The day from which it is in force.")
