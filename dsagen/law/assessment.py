"""What an impact assessment takes from the law: triggers, the risk matrix and the library of risks."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal, Self, get_args

from pydantic import Field, model_validator

from dsagen.law.record import LawRecord, Text

__all__ = ["DpiaTrigger", "FearedEvent", "Level", "LibraryRisk", "Likelihood", "RiskMatrix", "RiskSign", "Severity"]

Likelihood = Literal["remote", "possible", "probable"]
Severity = Literal["minimal", "some", "serious"]
Level = Literal["low", "medium", "high"]

FearedEvent = Literal["access", "change", "loss", "wrong_person", "non_sharing", "unfair_use", "loss_of_trust"]
"""What people may fear. A list of risks is complete where it answers each: the first three are the method of the French
regulator (CNIL), the others belong to sharing about children."""

RiskSign = Literal[
    "allegation",
    "always",
    "automated",
    "confidential_health",
    "consent",
    "detailed",
    "feed",
    "free_text",
    "frequent",
    "joint",
    "judgement",
    "looked_up",
    "many_controllers",
    "matching",
    "nhs_number",
    "not_told",
    "outside_body",
    "own_confidence",
    "place",
    "pseudonyms",
    "record",
    "seen_at_school",
    "sensitive",
    "sent_by_hand",
    "several_purposes",
    "several_recipients",
    "supplier",
    "whole_feed",
]
"""What the structure of an agreement can show of a risk."""


class DpiaTrigger(LawRecord):
    """Something that calls for a data protection impact assessment."""

    listed_by: Literal["article_35_3", "ico", "wp248"] = Field(description="The list that it is on.")
    title: Text = Field(description="What it is called.")
    plain: Text = Field(description="What it means, in one plain sentence.")
    needs_another: bool = Field(description="Whether it counts only with another criterion of WP248.")
    expected_for_children: bool = Field(
        description="Whether a flow between agencies about children meets it as a matter of course."
    )


class RiskMatrix(LawRecord):
    """The level of a risk, from its likelihood and its severity, with the labels of all three."""

    likelihood: Mapping[Likelihood, Text] = Field(description="How each likelihood is printed.")
    severity: Mapping[Severity, Text] = Field(description="How each severity is printed.")
    levels: Mapping[Level, Text] = Field(description="How each level is printed.")
    table: Mapping[Severity, Mapping[Likelihood, Level]] = Field(description="The matrix itself.")
    children_note: Text = Field(description="What differs for children.")

    @model_validator(mode="after")
    def _is_complete(self) -> Self:
        likelihoods, severities, levels = (set(get_args(words)) for words in (Likelihood, Severity, Level))
        complete = (
            set(self.likelihood) == likelihoods
            and set(self.severity) == set(self.table) == severities
            and set(self.levels) == levels
            and all(set(row) == likelihoods for row in self.table.values())
        )
        if not complete:
            raise ValueError("the matrix needs every label and all nine cells")
        return self

    def level(self, likelihood: Likelihood, severity: Severity) -> Level:
        """Give the level of a risk."""
        return self.table[severity][likelihood]

    def for_children(self, severity: Severity) -> Severity:
        """Give a severity one step up, as it is for children. The worst stays the worst."""
        steps = get_args(Severity)
        step: Severity = steps[min(steps.index(severity) + 1, len(steps) - 1)]
        return step


class LibraryRisk(LawRecord):
    """A risk that sharing about children between agencies often carries."""

    name: Text = Field(description="The risk in a few words.")
    description: Text = Field(description="What happens.")
    right: Text = Field(description="The right or interest at stake.")
    arises_from: Text = Field(description="Where it comes from.")
    mitigations: tuple[Text, ...] = Field(min_length=1, description="What usually treats it.")
    feared: tuple[FearedEvent, ...] = Field(
        min_length=1, description="The events that people fear, of which it is one."
    )
    usual_severity: Severity = Field(description="How bad it usually is for an adult. For a child it is one step up.")
    bodily: bool = Field(False, description="Whether what is feared is violence against somebody.")
    suggested_by: tuple[RiskSign, ...] = Field(
        min_length=1, description="The signs in an agreement that suggest it. One is enough."
    )
