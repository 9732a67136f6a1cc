"""Purposes: what a recipient does with the information, and why that is necessary."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from dsagen.model.base import Entity, Gap, Id, Line, Prose, YesNo
from dsagen.model.vocabulary import Alternative, PurposeKind

__all__ = ["AutomatedDecision", "Necessity", "Purpose"]


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
    needs: Annotated[
        dict[Line, list[Id]], Gap("the question that the information answers, and the fields that answer it")
    ] = Field(
        default_factory=dict,
        description="Each question that must be answered to act, and the fields that together answer it.",
    )
    automated_decision: AutomatedDecision | None = Field(
        None, description="A significant decision that a machine makes for this purpose, if there is one."
    )
    necessity: Necessity = Field(
        default_factory=Necessity, description="Why the sharing is necessary and proportionate."
    )
