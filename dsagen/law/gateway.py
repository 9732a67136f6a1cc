"""A statutory or common-law gateway: what may or must be shared, by whom, with whom and for what."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from typing import Annotated, Any, Literal, Self

from pydantic import BeforeValidator, Field, PrivateAttr, StringConstraints, model_validator

from dsagen.law.confirmation import Confirmation, confirmed
from dsagen.law.periods import WAITING, Period, PeriodState, in_force_from, state_of
from dsagen.law.record import LawEntity, Nation, Text, Verified, WebAddress
from dsagen.law.vocabulary import Effect, GatewayKind, LiftsConfidence, Vocabulary
from dsagen.model.base import Date, Id, YesNo

__all__ = ["Gateway", "Match", "PartyMatch"]

Extent = Literal["E", "W", "S", "NI"]
"""Legal extent."""

Article6Pairing = Annotated[
    str,
    StringConstraints(pattern=r"^(6\(1\)\((a|b|c|d|e|ea|f)\)( for [a-z -]+)?|DPA_2018_Part_3(_if_law_enforcement)?)$"),
]
_POINT = re.compile(r"6\(1\)\((\w+)\)")


class PartyMatch(LawEntity):
    """Which parties a gateway reaches: a type, or a party of that type that has a function."""

    type: str = Field(description="A party type, or `any`.")
    function: str | None = Field(None, description="The function that the party must also have.")


def _bare_type(value: Any) -> Any:
    return {"type": value} if isinstance(value, str) else value


Match = Annotated[PartyMatch, BeforeValidator(_bare_type)]
"""A bare type is written as one word."""


class Gateway(LawEntity):
    """A provision or rule of law that says who may, or must, share what.

    Source: the gateways note, one record for each provision. Its words are a paraphrase.
    """

    id: Id = Field(description="The catalogue's id.")
    aliases: tuple[Id, ...] = Field((), description="Ids under which people still look for it.")
    title: Text = Field(description="What it is called.")
    plain: Text = Field(description="What it does, in one or two plain sentences.")
    citation: Text = Field(description="How it is cited.")
    short_citation: Text | None = Field(None, description="How it is cited in a table, where the citation is long.")
    url: WebAddress = Field(description="Where it can be read.")
    extent: tuple[Extent, ...] = Field(description="Legal extent.")
    nation: tuple[Nation, ...] = Field(description="Where it may be used.")
    kind: GatewayKind = Field(description="What it is.")
    effect: Effect = Field(description="What it lets or makes its holder do.")
    express: YesNo = Field(description="Whether the provision itself talks about giving information.")
    discloser_types: tuple[Match, ...] = Field(description="Who may give it, or holds the function.")
    recipient_types: tuple[Match, ...] = Field(description="Who may receive it.")
    purposes: tuple[Text, ...] = Field(description="Tags; the closed statutory list where there is one.")
    purpose_kinds: tuple[str, ...] = Field(description="The kinds of purpose that it can serve.")
    conditions: Text = Field(description="When it applies.")
    restrictions: Text = Field(description="Its limits.")
    lifts_confidence: LiftsConfidence = Field(description="Whether it sets the duty of confidence aside.")
    lifts_confidence_note: Text | None = Field(None, description="Where one word is not enough.")
    periods: tuple[Period, ...] = Field(min_length=1, description="When it is in force, by nation.")
    in_force_note: Text = Field(description="The same in prose.")
    art6: tuple[Article6Pairing, ...] = Field(description="The usual pairing with UK GDPR Article 6.")
    notes: Text = Field(description="Anything else.")
    source: Text = Field(description="What the record was checked against.")
    confidence: Literal["verified", "from general knowledge"] = Field(description="Whether text was read.")
    coverage: Literal["full", "partial"] | None = Field(None, description="How much of the text was read.")
    unseen: Text | None = Field(None, description="What was not read.")
    seen: Text | None = Field(None, description="Where nothing was verified: the fragments that were seen.")
    checked_on: Date = Field(description="The day on which it was checked.")

    _confirmation: Confirmation | None = PrivateAttr(None)

    @model_validator(mode="after")
    def _says_what_was_read(self) -> Self:
        if (self.confidence == "verified") != (self.coverage is not None):
            raise ValueError("a verified record, and no other, says how much was read in `coverage`")
        if (self.coverage == "partial") != (self.unseen is not None):
            raise ValueError("a record read in part, and no other, says in `unseen` what was not read")
        return self

    @property
    def verified(self) -> Verified:
        """Tell how far the operative text was read."""
        return {"full": "verified", "partial": "partly"}.get(self.coverage or "", "unverified")  # type: ignore[return-value]

    @property
    def article6_codes(self) -> tuple[str, ...]:
        """Give the codes of Article 6(1) in the usual pairing, in order."""
        return tuple(match[1] for pairing in self.art6 if (match := _POINT.match(pairing)))

    @property
    def confirmation(self) -> Confirmation | None:
        """Give the workspace's confirmation that it has begun, where there is one."""
        return self._confirmation

    @property
    def waiting(self) -> tuple[Nation, ...]:
        """Give the nations in which it has been announced or made and has not begun."""
        return tuple(nation for period in self.periods if period.state in WAITING for nation in period.nation)

    def confirmed(self, confirmation: Confirmation) -> Self:
        """Give the gateway as it stands once a workspace has confirmed that it is in force.

        Raises `ValueError` where a period ends before the day on which it is said to begin.
        """
        found = self.model_copy(update={"periods": confirmed(self.periods, confirmation)})
        found._confirmation = confirmation
        return found

    def state(self, nation: Nation, as_at: date) -> PeriodState:
        """Tell how the gateway stands in a nation on a day."""
        return state_of(self.periods, nation, as_at)

    def in_force_from(self, nation: Nation) -> date | None:
        """Give the first day in force in a nation, if it is in force there and the day is known."""
        return in_force_from(self.periods, nation)

    def unknown_words(self, vocabulary: Vocabulary) -> Iterator[str]:
        """Yield what is wrong with the words that come from the vocabulary file."""
        for match in (*self.discloser_types, *self.recipient_types):
            if match.type not in vocabulary.party_types:
                yield f"`{match.type}` is no party type"
            if match.function is not None and match.function not in vocabulary.functions:
                yield f"`{match.function}` is no function"
        for kind in self.purpose_kinds:
            if kind not in vocabulary.purpose_kinds:
                yield f"`{kind}` is no purpose kind"
