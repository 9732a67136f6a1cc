"""Flows: who tells whom what, how, and under which law."""

from __future__ import annotations

from typing import Annotated, Any

from pydantic import Field, WithJsonSchema, model_validator

from dsagen.model.base import Date, Entity, Gap, Id, Line, PartyId, PeriodText, Prose, VersionNumber, YesNo
from dsagen.model.basis import Basis
from dsagen.model.purpose import FieldSets
from dsagen.model.vocabulary import (
    Afterwards,
    Comparison,
    ConfidentialityRoute,
    Frequency,
    Method,
    OnwardRule,
    TransferMechanism,
)

__all__ = [
    "Approval",
    "Confidentiality",
    "Flow",
    "FlowDefaults",
    "IfRefused",
    "Matching",
    "MatchingGroup",
    "Onward",
    "Retention",
    "Step",
    "Transfer",
]


class IfRefused(Entity):
    """What happens when someone refuses, or withdraws, agreement that lifts the duty of confidence."""

    route: ConfidentialityRoute = Field(description="The route that may then apply.")
    decided_by: Line = Field(description="The role that decides, case by case.")
    record: Line = Field(description="Where the decision and its reasons are kept.")


def _asks_agreement(confidentiality: Any) -> bool:
    return str(confidentiality.route).startswith("consent")


class Approval(Entity):
    """Support under section 251 of the National Health Service Act 2006, or a court's order."""

    reference: Line = Field(description="Its reference.")
    expires: Date | None = Field(None, description="The first day on which it no longer holds.")


class Confidentiality(Entity):
    """What answers the duty of confidence. It is separate from Article 6."""

    route: ConfidentialityRoute = Field(description="What lifts, or makes unnecessary, the duty of confidence.")
    given_by: list[Line] = Field(default_factory=list, description="Who agrees, for the consent routes.")
    reason: Prose | None = Field(None, description="Why this route applies, where it is not consent.")
    evidence: Annotated[Line | None, Gap("how agreement is recorded", when=_asks_agreement)] = Field(
        None, description="What shows it: where it is recorded, with which words."
    )
    if_refused: IfRefused | None = Field(None, description="What happens when agreement is refused or withdrawn.")
    competence_check: Prose | None = Field(
        None, description="How a child's own understanding and view are found out and respected."
    )
    approval: Approval | None = Field(None, description="For `s251_support` and `court_order`: the approval or order.")
    opt_out: Prose | None = Field(
        None, description="In England: how the national data opt-out is applied, or why it does not apply."
    )


class Retention(Entity):
    """How long one party keeps what it receives."""

    period: PeriodText = Field(description="A number and day, week, month or year, such as `12 months`.")
    trigger: Line = Field(description="The event that the period counts from.")
    action: Line = Field(description="What happens at the end.")
    child_plain: Line | None = Field(
        None, description="How long, in words for the notice for children, such as `for a year`."
    )
    authority: Line | None = Field(None, description="The schedule or law that sets the period.")
    evidence: Line | None = Field(None, description="What shows that it was done.")


class MatchingGroup(Entity):
    """A group of people for whom matching goes wrong at another rate than for everyone."""

    group: Line = Field(description="The group, such as `Children whose names changed`.")
    missed: Line = Field(description="How often a record is not found, such as `3 in 100`, or that nobody knows yet.")
    wrong: Line = Field(description="How often another person's record is taken, or that nobody knows yet.")
    measure: Line | None = Field(None, description="What is done about it.")


class Matching(Entity):
    """How the recipient makes sure that two records are about one person."""

    identifiers: list[Id] = Field(min_length=1, description="The fields that are compared.")
    any_of: FieldSets = Field(
        default_factory=list, description="Sets of those fields, each enough for a match. All together if empty."
    )
    why_more: Line | None = Field(
        None, description="Why more than one of those sets travels, such as `One child in ten has no number yet`."
    )
    rule: Prose = Field(description="When two records count as a match.")
    threshold: Line | None = Field(
        None, description="From which score or grade a match counts as sure, and below which as weak."
    )
    review: Prose | None = Field(None, description="Who looks at a weak match, and how.")
    unmatch: Prose | None = Field(None, description="How a wrong match is undone, and who is told.")
    error: Prose | None = Field(None, description="How often it goes wrong, and for whom more often.")
    groups: list[MatchingGroup] = Field(
        default_factory=list, description="The groups of people for whom it goes wrong more often, each with how often."
    )
    by: Line | None = Field(None, description="The role, service or supplier that compares the records.")
    compared: Comparison | None = Field(
        None, description="Whether the identifiers are compared as they are, or in a form that names nobody."
    )
    compared_reason: Prose | None = Field(
        None, description="Why they are compared in that form, and why not in one that shows less."
    )
    afterwards: Afterwards | None = Field(
        None, description="What happens to identifiers that are needed for the match alone."
    )
    afterwards_reason: Prose | None = Field(None, description="Why they stay, where they do.")


class Onward(Entity):
    """What a recipient does before it passes the information on."""

    rule: OnwardRule = Field(
        description="Get agreement first, tell the discloser, or share freely to safeguard a child."
    )
    note: Prose | None = Field(None, description="Anything more that applies to this flow.")


class Step(Entity):
    """One step of the day-to-day procedure."""

    who: Line = Field(description="The role that does it.")
    does: Line = Field(description="What the role does, as a sentence without its subject: `sends the form`.")


class Transfer(Entity):
    """What allows the information to be kept outside the United Kingdom (UK GDPR Chapter V)."""

    mechanism: TransferMechanism = Field(description="What allows it.")
    detail: Line = Field(description="The regulations, clauses or exception that it rests on.")
    risk_assessment: Line | None = Field(None, description="The assessment of the risk, by reference.")


class FlowDefaults(Entity):
    """What every flow has unless it says otherwise."""

    frequency: Frequency | None = Field(None, description="How often it happens.")
    method: Annotated[Method | None, Gap("how the information is sent")] = Field(None, description="How it is sent.")
    format: Line | None = Field(None, description="The form that it takes, such as `web form` or `CSV file`.")
    country: Line | None = Field(
        None, description="Where the information is kept. The United Kingdom unless it is given."
    )
    transfer: Transfer | None = Field(
        None, description="What allows it to be kept outside the United Kingdom, where it is."
    )
    onward: Onward | None = Field(None, description="What a recipient does before it passes the information on.")
    decision_record: Annotated[Line | None, Gap("where each decision to share is recorded")] = Field(
        None, description="Where each decision to share is recorded, with who decided and why."
    )
    timeliness: Line | None = Field(None, description="How soon it is sent, such as `within one working day`.")


def _viewers_by_party(value: object) -> object:
    """Give every recipient the same viewers where a flow has one list."""
    if isinstance(value, dict) and isinstance(value.get("viewers"), list) and isinstance(value.get("to"), list):
        parties = [party for party in value["to"] if isinstance(party, str)]
        return {**value, "viewers": dict.fromkeys(parties, value["viewers"])}
    return value


class Flow(FlowDefaults):
    """One movement of information from one party to one or more others."""

    title: Line = Field(description="What happens, in a sentence: `The practice tells the council …`.")
    from_: PartyId = Field(alias="from", description="The party that discloses.")
    to: list[PartyId] = Field(min_length=1, description="The parties that receive.")
    teams: dict[PartyId, Id] = Field(
        default_factory=dict, description="The team that sends or receives, by party. Optional."
    )
    dataset: Id = Field(description="The dataset that the fields belong to.")
    purposes: list[Id] = Field(min_length=1, description="The purposes that it serves.")
    fields: dict[Id, Prose] = Field(
        min_length=1, description="Each field that travels, and why this recipient needs it."
    )
    cohort: Prose | None = Field(None, description="Which people's information travels, where that is fewer than all.")
    trigger: Annotated[Line | None, Gap("what starts this flow")] = Field(None, description="The event that starts it.")
    procedure: list[Step] = Field(default_factory=list, description="The steps, in order, each with who takes it.")
    viewers: Annotated[
        dict[PartyId, list[Line]],
        Gap("who may see the information at the recipient"),
        WithJsonSchema(
            {
                "anyOf": [
                    {"type": "array", "items": {"type": "string"}},
                    {"type": "object", "additionalProperties": {"type": "array", "items": {"type": "string"}}},
                ]
            }
        ),
    ] = Field(
        default_factory=dict,
        description="The roles that may see it: one list for every recipient, or a list by party.",
    )
    matching: Matching | None = Field(None, description="How the recipient finds the right person.")
    confidentiality: Annotated[Confidentiality | None, Gap("what answers the duty of confidence")] = Field(
        None, description="What answers the duty of confidence."
    )
    retention: Annotated[dict[PartyId, Retention], Gap("how long each recipient keeps the information")] = Field(
        default_factory=dict, description="How long each recipient keeps it, by party."
    )
    bases: Annotated[dict[PartyId, Basis], Gap("the legal basis of each party to this flow")] = Field(
        default_factory=dict, description="The legal basis of each party to the flow, by party."
    )
    left_out: dict[Id, Prose] = Field(
        default_factory=dict, description="What does not travel in this flow, and why, beside the agreement's own list."
    )
    quality: Prose | None = Field(
        None,
        description="How the information is checked before it is sent, and how recipients are told of a mistake.",
    )
    frequency_reason: Prose | None = Field(
        None, description="Why it is sent this often, where the purpose seems to need it less often."
    )
    look_back: PeriodText | None = Field(
        None, description="How far back the information goes, such as `12 months`. What is true now, if empty."
    )
    emergency_only: YesNo = Field(False, description="Whether the flow happens only in an emergency.")
    withdrawn_in: VersionNumber | None = Field(
        None, description="The version in which the flow ended. Its reference is never used again."
    )

    _spread_viewers = model_validator(mode="before")(_viewers_by_party)
