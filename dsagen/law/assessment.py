"""What an impact assessment takes from the law: triggers, the risk matrix and the library of risks."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal, Self, get_args

from pydantic import Field, model_validator

from dsagen.law.record import LawRecord, Text

__all__ = ["DpiaTrigger", "Level", "LibraryRisk", "Likelihood", "RiskMatrix", "Severity"]

Likelihood = Literal["remote", "possible", "probable"]
Severity = Literal["minimal", "some", "serious"]
Level = Literal["low", "medium", "high"]


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


class LibraryRisk(LawRecord):
    """A risk that sharing about children between agencies often carries."""

    name: Text = Field(description="The risk in a few words.")
    description: Text = Field(description="What happens.")
    right: Text = Field(description="The right or interest at stake.")
    arises_from: Text = Field(description="Where it comes from.")
    mitigations: tuple[Text, ...] = Field(min_length=1, description="What usually treats it.")
