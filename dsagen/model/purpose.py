"""Purposes: what a recipient does with the information, and why that is necessary."""

from __future__ import annotations

from typing import Annotated

from pydantic import BeforeValidator, Field

from dsagen.model.base import Entity, Gap, Id, Line, MeasureReference, PartyId, PeriodText, Prose, YesNo
from dsagen.model.vocabulary import Alternative, Detail, Frequency, PurposeKind

__all__ = ["EVERY_CONTENT", "AutomatedDecision", "FieldSets", "Necessity", "Need", "Purpose"]


def _all_together(value: object) -> object:
    """Read a plain list of fields as the fields that answer the question together."""
    return {"all_of": value} if isinstance(value, list) else value


def _sets(value: object) -> object:
    """Read a single field among the alternatives as a set of one."""
    return [[item] if isinstance(item, str) else item for item in value] if isinstance(value, list) else value


def _levels(value: object) -> object:
    """Read one word as the level that is enough for every field that is content."""
    return {EVERY_CONTENT: value} if isinstance(value, str) else value


EVERY_CONTENT = "*"
"""Stands in `detail` for every field of the question whose use is content."""

FieldSets = Annotated[list[list[Id]], BeforeValidator(_sets, json_schema_input_type=list[Id | list[Id]])]
"""Sets of fields, each enough by itself. A set of one may be written without brackets."""


class Need(Entity):
    """A question that must be answered to act, and the fields that answer it."""

    all_of: list[Id] = Field(default_factory=list, description="The fields that are needed together.")
    any_of: FieldSets = Field(
        default_factory=list,
        description="Sets of fields of which one is enough, beside those of `all_of`.",
    )
    why_more: Line | None = Field(
        None, description="Why more than one of those sets travels, such as `One child in ten has no number yet`."
    )
    detail: Annotated[
        dict[str, Detail], BeforeValidator(_levels, json_schema_input_type=Detail | dict[str, Detail])
    ] = Field(
        default_factory=dict,
        description="How much is enough: one word for every field that is content, or a word for each field.",
    )
    rests_on: list[Line] = Field(
        default_factory=list, description="Other questions of the purpose that must be answered first."
    )

    @property
    def sets(self) -> tuple[frozenset[str], ...]:
        """Give the sets of fields that each answer the question. None where no field is named."""
        always = frozenset(self.all_of)
        return tuple(dict.fromkeys(always | frozenset(one) for one in self.any_of)) or ((always,) if always else ())

    @property
    def fields(self) -> tuple[str, ...]:
        """Give every field that the question names, in the order of the source."""
        return tuple(dict.fromkeys([*self.all_of, *(field for one in self.any_of for field in one)]))


NeedOrFields = Annotated[Need, BeforeValidator(_all_together, json_schema_input_type=Need | list[Id])]
"""A question: a mapping, or a plain list of the fields that answer it together."""


class Necessity(Entity):
    """Why the purpose needs this sharing, and why nothing less would do."""

    aim: Annotated[Prose | None, Gap("the aim, and why it matters enough")] = Field(
        None, description="The aim, and why it matters enough to limit someone's privacy."
    )
    link: Prose | None = Field(None, description="How the information helps to reach the aim, where that is not plain.")
    without: Annotated[Prose | None, Gap("what happens if the information is not shared")] = Field(
        None, description="What happens if the information is not shared."
    )
    alternatives: Annotated[
        dict[Alternative, Prose], Gap("at least one less intrusive way that was considered, and why it is not enough")
    ] = Field(default_factory=dict, description="Each other way that was considered, and why it was not chosen.")
    balance: Annotated[Prose | None, Gap("how the benefit is weighed against the effect on people")] = Field(
        None, description="How the benefit is weighed against the effect on the people concerned."
    )
    evidence: Prose | None = Field(None, description="What shows that the aim is real: figures, a review, a case.")
    effect: Prose | None = Field(
        None, description="What the sharing does to the people concerned, and to children above all."
    )
    others: Prose | None = Field(
        None, description="What it does to people who are only connected to them, such as parents and siblings."
    )
    expected: Prose | None = Field(
        None, description="Whether the people concerned would expect this, and how anyone knows."
    )
    safeguards: list[MeasureReference] = Field(
        default_factory=list, description="The measures of the impact assessment that make the balance fair."
    )


class AutomatedDecision(Entity):
    """A significant decision about a person that a machine makes (UK GDPR Articles 22A to 22D)."""

    what: Prose = Field(description="What is decided, and how.")
    human_review: YesNo = Field(description="Whether a person takes a meaningful part before it takes effect.")
    safeguards: Prose | None = Field(
        None, description="How people are told, can make representations, ask for a person and contest it (22C)."
    )
    special_condition: Line | None = Field(
        None, description="For special category data: what allows it (22B): explicit consent, or contract or law."
    )


class Purpose(Entity):
    """One purpose of the sharing."""

    kind: PurposeKind = Field(description="What the purpose is for. Gateways are matched on it.")
    title: Line = Field(description="A short title.")
    action: Annotated[Prose | None, Gap("what the recipient does with the information")] = Field(
        None, description="What the recipient does when it has the information: who does what, and by when."
    )
    benefit: Annotated[Prose | None, Gap("what the child or family gains")] = Field(
        None, description="What the child or family gains."
    )
    partner_benefit: Prose | None = Field(None, description="What the partners gain.")
    measure: Line | None = Field(None, description="How anyone will know whether it works.")
    plain: Annotated[Line | None, Gap("the purpose in plain words for the privacy notice")] = Field(
        None, description="The purpose in plain words, spoken to the person: `So that …`."
    )
    child_plain: Line | None = Field(
        None,
        description="The same for the notice for children, in short sentences of easy words, spoken to the child.",
    )
    needs: Annotated[
        dict[Line, NeedOrFields], Gap("the question that the information answers, and the fields that answer it")
    ] = Field(
        default_factory=dict,
        description=(
            "Each question that must be answered to act, and the fields that answer it: a list for fields that answer "
            "it together, or a mapping with `any_of` and `detail`."
        ),
    )
    recipients: dict[PartyId, Prose] = Field(
        default_factory=dict,
        description="Which recipients act on it, each with why it has to be this one. All of its flows if empty.",
    )
    pace: Frequency | None = Field(None, description="How often a recipient acts on it, where that is regular.")
    look_back: PeriodText | None = Field(None, description="How far back a recipient has to look, such as `12 months`.")
    automated_decision: AutomatedDecision | None = Field(
        None, description="A significant decision that a machine makes for this purpose, if there is one."
    )
    necessity: Necessity = Field(
        default_factory=Necessity, description="Why the sharing is necessary and proportionate."
    )
