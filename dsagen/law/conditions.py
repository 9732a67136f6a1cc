"""Conditions for special category data, criminal-offence data and sensitive processing."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal, Self

from pydantic import Field, model_validator

from dsagen.law.record import LawRecord, Text

__all__ = ["Article9Condition", "Article10Route", "Schedule1Paragraph", "Schedule8Condition"]


class Article9Condition(LawRecord):
    """A condition for special category data in UK GDPR Article 9(2)."""

    citation: Text = Field(description="How it is cited.")
    title: Text = Field(description="What it is called.")
    plain: Text = Field(description="The condition in one plain sentence.")
    schedule1: tuple[int, ...] = Field(
        description="The paragraphs of Schedule 1, one of which it also needs (DPA 2018 s.10)."
    )
    public_authority: Literal["yes", "rarely", "emergencies", "no"] = Field(
        description="Whether a public body can expect to use it."
    )
    note: Text | None = Field(None, description="What to watch for.")


class Article10Route(LawRecord):
    """A way in which criminal-offence data may be used (UK GDPR Article 10)."""

    citation: Text = Field(description="How it is cited.")
    title: Text = Field(description="What it is called.")
    plain: Text = Field(description="The route in one plain sentence.")
    needs_schedule1: bool = Field(description="Whether a condition in Schedule 1 is needed.")
    note: Text | None = Field(None, description="What to watch for.")


class Schedule1Paragraph(LawRecord):
    """A paragraph of Parts 1 to 3 of Schedule 1 to the Data Protection Act 2018."""

    title: Text = Field(description="Its heading.")
    plain: Text | None = Field(None, description="The condition in plain words.")
    part: Literal[1, 2, 3] = Field(description="The Part of the Schedule.")
    role: Literal["condition", "rule", "extension"] = Field(
        description="A condition, a rule about conditions (para 5), or one that extends others (36, 37)."
    )
    substantial_public_interest: bool = Field(description="Whether the text itself asks for it.")
    substantial_public_interest_note: Text | None = Field(None, description="What the text asks for instead.")
    policy_document: Literal["yes", "no", "except"] = Field(
        description="Whether an appropriate policy document is needed."
    )
    policy_document_exception: Literal["competent_authority", "anti_doping_body"] | None = Field(
        None, description="To whom information may be disclosed without one."
    )
    on_ico_criminal_list: bool = Field(
        description="Whether it is among the 28 conditions that the ICO lists for criminal-offence data."
    )
    no_consent_reasons: Mapping[Literal["a", "b", "c"], Text] | None = Field(
        None, description="The reasons why it is met without consent, where one must be given."
    )
    asking_prejudices: bool = Field(
        False, description="Whether it is met only where asking for consent would prejudice what it is for."
    )
    notes: Text | None = Field(None, description="What to watch for.")

    @model_validator(mode="after")
    def _names_its_exception(self) -> Self:
        if (self.policy_document == "except") != (self.policy_document_exception is not None):
            raise ValueError("`except`, and nothing else, names a `policy_document_exception`")
        return self


class Schedule8Condition(LawRecord):
    """A condition for sensitive processing under Part 3 (Schedule 8 to the Data Protection Act 2018)."""

    citation: Text = Field(description="How it is cited.")
    title: Text = Field(description="Its heading.")
    plain: Text = Field(description="The condition in one plain sentence.")
    substantial_public_interest: bool = Field(description="Whether the text itself asks for it.")
