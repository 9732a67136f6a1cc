"""The closed lists of words that the law owns, with their printed labels."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal, Self, get_args

from pydantic import Field, model_validator

from dsagen.law.periods import PeriodState
from dsagen.law.record import Answer, LawEntity, LawRecord, Nation, Text

__all__ = ["Effect", "Function", "GatewayKind", "LiftsConfidence", "PartyType", "Vocabulary", "Word"]

GatewayKind = Literal[
    "duty_to_disclose",
    "power_to_disclose",
    "request_duty_to_comply",
    "function_implied_power",
    "common_law",
    "confidentiality_only",
    "regulation_making",
    "not_a_gateway",
]
"""What a gateway is."""

Effect = Literal["must", "must_if_asked", "may", "incidental", "none"]
"""What a gateway lets or makes its holder do."""

LiftsConfidence = Literal["yes", "no", "within_limits", "silent"]
"""Whether a gateway sets the duty of confidence aside."""


class Word(LawEntity):
    """A word of a closed list."""

    label: Text = Field(description="How it is printed.")
    meaning: Text = Field(description="What it means, in a sentence.")


class Function(Word):
    """What a party does, where a gateway turns on it."""

    declared: bool = Field(description="Whether a party may list it. If not, it is derived.")


class PartyType(LawRecord, Word):
    """What a party is, and what usually follows from that."""

    declared: bool = Field(description="Whether a party may have it. `any` stands in gateways only.")
    public_authority: Answer = Field(description="Whether it is usually a public authority (DPA 2018 s.7).")
    public_authority_note: Text | None = Field(None, description="When, or why.")
    competent_authority: Literal["yes", "by_function", "no"] = Field(
        description="Whether it is a competent authority for law enforcement (DPA 2018 s.30 and Sch 7)."
    )
    competent_authority_note: Text | None = Field(None, description="When, or why.")


class Vocabulary(LawEntity):
    """All the closed lists."""

    purpose_kinds: Mapping[str, Word] = Field(description="What a purpose is for.")
    party_types: Mapping[str, PartyType] = Field(description="What a party is.")
    functions: Mapping[str, Function] = Field(description="What a party does.")
    nations: Mapping[Nation, Word] = Field(description="Where a provision may be used.")
    gateway_kinds: Mapping[GatewayKind, Word] = Field(description="What a gateway is.")
    effects: Mapping[Effect, Word] = Field(description="What a gateway lets or makes its holder do.")
    lifts_confidence: Mapping[LiftsConfidence, Word] = Field(description="Whether it sets confidence aside.")
    period_states: Mapping[PeriodState, Word] = Field(description="How a provision stands on a day.")
    special_categories: Mapping[str, Word] = Field(description="Special categories (UK GDPR Article 9(1)).")

    @model_validator(mode="after")
    def _labels_every_word(self) -> Self:
        for words, labelled in (
            (Nation, self.nations),
            (GatewayKind, self.gateway_kinds),
            (Effect, self.effects),
            (LiftsConfidence, self.lifts_confidence),
            (PeriodState, self.period_states),
        ):
            missing = set(get_args(words)) - set(labelled)
            if missing:
                raise ValueError(f"these words have no label: {', '.join(sorted(missing))}")
        return self
