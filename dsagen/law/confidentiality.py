"""Ways to satisfy the common law duty of confidentiality."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from dsagen.law.record import LawRecord, Text

__all__ = ["ConfidentialityRoute"]


class ConfidentialityRoute(LawRecord):
    """What lifts the duty of confidence, or makes it unnecessary to.

    Why: the duty is separate from data protection. A lawful basis does not discharge it.
    """

    title: Text = Field(description="What it is called.")
    plain: Text = Field(description="When it is met, in one plain sentence.")
    evidence: Text = Field(description="What the parties keep to show it.")
    lifts_as: Literal["consent", "law", "balance", "none"] = Field(
        description="By consent, by law, by a balance in one case, or not at all because no duty arises."
    )
    note: Text | None = Field(None, description="What to watch for.")
