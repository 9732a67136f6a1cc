"""Numbers that stand for a person: who may hold and use them, and how a field is recognised as one."""

from __future__ import annotations

from pydantic import Field

from dsagen.law.gateway import Match
from dsagen.law.record import LawEntity, LawRecord, Text, Verified
from dsagen.law.vocabulary import Effect
from dsagen.model.base import Id, YesNo

__all__ = ["Identifier", "IdentifierRule", "PolicyRestraint"]


class IdentifierRule(LawEntity):
    """A reason for which a body may hold and use a number."""

    id: Id = Field(description="The gateway's id where an Act gives the reason; a name otherwise.")
    statutory: YesNo = Field(description="Whether an Act gives the reason, so that the id is that of a gateway.")
    who: tuple[Match, ...] = Field(description="Who may rely on it. Empty where an instrument has yet to say so.")
    purpose_kinds: tuple[str, ...] = Field((), description="For which kinds of purpose. Empty for any.")
    effect: Effect = Field(description="What it lets or makes the body do with the number.")
    needs_instrument: YesNo = Field(
        False, description="Whether nothing follows from it until an instrument names the number and who uses it."
    )
    conditions: Text = Field(description="When it applies.")
    verified: Verified = Field(description="Whether this was checked.")
    note: Text | None = Field(None, description="What to watch for.")


class PolicyRestraint(LawEntity):
    """A promise or policy that keeps a number to some uses. It is not law."""

    plain: Text = Field(description="What was promised, in a sentence.")
    authority: Text = Field(description="Where it is recorded.")
    verified: Verified = Field(description="Whether the primary text was read.")


class Identifier(LawRecord):
    """A number that stands for a person."""

    label: Text = Field(description="What it is called.")
    owner: Text = Field(description="Who issues it, or answers for it.")
    plain: Text = Field(description="What it is for, in one plain sentence.")
    rules: tuple[IdentifierRule, ...] = Field(description="The reasons for which it may be held and used.")
    policy_restraint: PolicyRestraint | None = Field(None, description="A promise or policy about its use.")
    names: tuple[Text, ...] = Field(description="Words by which a field is recognised as this number.")
    note: Text | None = Field(None, description="What to watch for.")
