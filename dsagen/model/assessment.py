"""The data protection impact assessment: what was asked, weighed, decided and by whom."""

from __future__ import annotations

from typing import Annotated, Any, Literal

from pydantic import Field

from dsagen.model.base import (
    Date,
    Entity,
    FlowReference,
    Gap,
    Id,
    Line,
    MeasureReference,
    NamesParty,
    Prose,
    RiskReference,
    VersionNumber,
    YesNo,
)
from dsagen.model.vocabulary import AssessmentTrigger, FearedEvent, Likelihood, SeverityOfHarm

__all__ = [
    "Advice",
    "Assessment",
    "ChildrensRight",
    "Consultation",
    "Context",
    "Decision",
    "EqualityEffect",
    "Measure",
    "QualityOfLaw",
    "Risk",
    "SignOff",
]


class Context(Entity):
    """The setting: what people expect, and what is new."""

    relationship: Annotated[Prose | None, Gap("the relationship between the people and the parties")] = Field(
        None, description="The relationship between the people concerned and the parties."
    )
    expectation: Annotated[Prose | None, Gap("whether people would expect this use")] = Field(
        None, description="Whether people would expect this use, and why."
    )
    control: Annotated[Prose | None, Gap("what control people have")] = Field(
        None, description="What control people have over it."
    )
    concerns: Prose | None = Field(None, description="Concerns already known, from people, staff or the press.")
    novelty: Prose | None = Field(None, description="What is new in the technology or the use. Empty where nothing is.")


def _was_asked(consultation: Any) -> bool:
    return consultation.not_asked is None


class QualityOfLaw(Entity):
    """Whether the interference is in accordance with the law (European Convention on Human Rights Article 8(2)).

    Source: *Christian Institute v Lord Advocate* [2016] UKSC 51.
    """

    accessible: Prose | None = Field(None, description="Where people can find the rules, and in which words.")
    foreseeable: Prose | None = Field(
        None, description="How a person can tell beforehand when information about them may be shared."
    )
    safeguards: Prose | None = Field(
        None, description="What lets somebody examine whether sharing was proportionate in one case."
    )


class Consultation(Entity):
    """A group that was asked for its views, or the reason why it was not."""

    group: Line = Field(description="Who was asked, such as `Young carers aged 11 to 16`.")
    kind: Literal[
        "child",
        "parent",
        "adult",
        "practitioner",
        "data_protection_officer",
        "caldicott_guardian",
        "security",
        "processor",
        "regulator",
        "other",
    ] = Field(description="What sort of group it is.")
    number: Line | None = Field(None, description="How many people.")
    how: Line | None = Field(None, description="How they were asked.")
    date: Date | None = Field(None, description="When.")
    said: Annotated[Prose | None, Gap("what they said", when=_was_asked)] = Field(None, description="What they said.")
    changed: Annotated[Prose | None, Gap("what changed because of it", when=_was_asked)] = Field(
        None, description="What changed because of it, or why nothing did."
    )
    not_asked: Prose | None = Field(None, description="Why the group was not asked, and what stands in for its views.")


class ChildrensRight(Entity):
    """The effect of the sharing on one of the rights of the child (UN Convention on the Rights of the Child)."""

    effect: Literal["helps", "limits", "helps_and_limits", "none"] = Field(description="The effect.")
    how: Prose = Field(description="How, and for which ages.")
    ages: Line | None = Field(None, description="For which ages, where `how` does not say: such as `11 to 17`.")
    measure: Line | None = Field(None, description="What is done about it.")


class EqualityEffect(Entity):
    """The effect on a group of people who may be affected differently."""

    group: Line = Field(description="The group, such as `Families whose names have changed`.")
    effect: Prose = Field(description="How they may be affected.")
    measure: Line | None = Field(None, description="What is done about it.")


class Risk(Entity):
    """A risk to people. Its level is worked out from likelihood and severity."""

    title: Line = Field(description="The risk in a few words.")
    library: RiskReference | None = Field(None, description="The entry in the risk library that it is based on.")
    feared: list[FearedEvent] = Field(
        default_factory=list,
        description="The events that people fear, of which it is one, beside those of the library.",
    )
    source: Line = Field(description="What would cause it.")
    affected: Line = Field(description="Who would be harmed.")
    right: Line = Field(description="The right or interest of those people that is at stake.")
    harm: Prose = Field(description="What would happen to them.")
    flows: list[FlowReference] = Field(default_factory=list, description="The flows that it belongs to. All if empty.")
    likelihood: Likelihood = Field(description="How likely it is before the measures.")
    likelihood_reason: Line = Field(description="Why it is as likely as that.")
    severity: SeverityOfHarm = Field(description="How bad it would be before the measures.")
    severity_reason: Line = Field(description="Why it would be as bad as that.")
    measures: list[MeasureReference] = Field(default_factory=list, description="The measures that treat it.")
    residual_likelihood: Likelihood = Field(description="How likely it is with the measures in place.")
    residual_severity: SeverityOfHarm = Field(description="How bad it would be with the measures in place.")
    residual_reason: Line = Field(description="Why the measures leave the risk at that level.")
    owner: Line = Field(description="The role that owns the risk. Never the data protection officer.")


class Measure(Entity):
    """Something that is done to reduce risks."""

    title: Line = Field(description="What is done.")
    reduces: Prose = Field(description="How it reduces the risk.")
    effect: Literal["eliminated", "reduced", "accepted"] = Field(description="What it does to the risk.")
    owner: Line = Field(description="The role that makes sure that it is done.")
    due: Date | None = Field(None, description="By when. Empty where it is already in place.")
    status: Literal["planned", "under_way", "in_place"] = Field(description="How far it has come.")
    section: Line | None = Field(
        None, description="The section of the agreement that carries it out, by its id, such as `dsa.9`."
    )


class Advice(Entity):
    """The data protection officer's advice (UK GDPR Articles 35(2) and 39)."""

    by: Line = Field(description="The role that gave it, and the body.")
    date: Date = Field(description="When.")
    version: VersionNumber | None = Field(None, description="The version of the agreement that it was given on.")
    summary: Prose = Field(description="What the advice was.")
    accepted: YesNo = Field(description="Whether it was accepted.")
    overruled_reason: Prose | None = Field(None, description="Where it was overruled: why, and by whom.")


class Decision(Entity):
    """The decision on the assessment."""

    outcome: Literal["go_ahead", "go_ahead_with_measures", "wait", "stop"] = Field(description="What was decided.")
    by: Line = Field(description="The role that decided, and the body.")
    date: Date = Field(description="When.")
    reason: Prose = Field(description="Why.")


class SignOff(Entity):
    """One line of the sign-off: what was approved, by which role."""

    item: Literal[
        "measures",
        "residual_risks",
        "consultation_responses",
        "senior_risk_owner",
        "caldicott_guardian",
        "information_asset_owner",
        "adoption",
        "review",
    ] = Field(description="What is signed off.")
    party: Annotated[Id, NamesParty(on="date")] | None = Field(
        None, description="The party, where the line is one controller's own."
    )
    role: Line = Field(description="The role that signs it off. The name is written by hand.")
    date: Date | None = Field(None, description="When.")
    note: Line | None = Field(None, description="Anything to add.")
    differences: Line | None = Field(None, description="For `adoption`: what differs for this party. Nothing if empty.")
    advice: Line | None = Field(
        None, description="For `adoption`: the advice of this party's own data protection officer, in a line."
    )
    outcome: Literal["go_ahead", "go_ahead_with_measures", "wait", "stop"] | None = Field(
        None, description="For `adoption`: what this party decided. The shared decision if empty."
    )


class Assessment(Entity):
    """The data protection impact assessment of an agreement."""

    timing: Literal["planned", "existing"] = Field(
        "planned", description="Whether the sharing is planned or already happens."
    )
    author: Annotated[Line | None, Gap("the role that wrote the assessment")] = Field(
        None, description="The role that wrote it."
    )
    approver: Annotated[Line | None, Gap("the role that approves the assessment")] = Field(
        None, description="The role that approves it: not its author."
    )
    family_summary: Annotated[Prose | None, Gap("a summary that families can read")] = Field(
        None, description="A summary for families, in plain words, that can be published."
    )
    out_of_scope: Prose | None = Field(None, description="What the assessment does not cover.")
    screening: dict[AssessmentTrigger, Line] = Field(
        default_factory=dict,
        description=(
            "What calls for the assessment beyond what the description shows, such as `wp248_large_scale`, "
            "with the fact."
        ),
    )
    context: Context = Field(default_factory=Context, description="What people expect, and what is new.")
    consultation: Annotated[list[Consultation], Gap("who was asked for their views, or why they were not")] = Field(
        default_factory=list, description="Each group that was asked, or the reason why it was not."
    )
    function_creep: Annotated[Prose | None, Gap("how uses beyond the purposes are prevented")] = Field(
        None, description="How the parties stop the information being used for anything else."
    )
    accuracy: Prose | None = Field(
        None, description="How the information is kept accurate, beside the standard clauses."
    )
    children: dict[int, ChildrensRight] = Field(
        default_factory=dict,
        description="The effect on each right of the child, by the number of the article of the UN Convention.",
    )
    quality_of_law: QualityOfLaw = Field(
        default_factory=QualityOfLaw, description="Whether the rules are accessible and foreseeable, with safeguards."
    )
    best_interests: Annotated[Prose | None, Gap("how the sharing serves the best interests of the children")] = Field(
        None, description="How the sharing serves the best interests of the children concerned."
    )
    not_sharing: Annotated[Prose | None, Gap("the harm that may follow if nothing is shared")] = Field(
        None, description="The harm that may follow if nothing is shared."
    )
    judgement: Prose | None = Field(
        None, description="Where staff use their own judgement and may depart from what the information suggests."
    )
    address_safety: Prose | None = Field(
        None, description="How the address of someone in danger is protected: adopters, refuges, court orders."
    )
    own_confidence: Prose | None = Field(
        None, description="How the confidence of a child who understands is kept, from parents too."
    )
    equality: Annotated[list[EqualityEffect], Gap("who may be affected differently")] = Field(
        default_factory=list, description="Groups of people who may be affected differently."
    )
    welsh_language: Prose | None = Field(None, description="The effect on the Welsh language, in Wales.")
    automated_decisions: Prose | None = Field(
        None,
        description="Automated decisions, profiling or artificial intelligence, with the safeguards. Empty for none.",
    )
    risks: Annotated[dict[RiskReference, Risk], Gap("at least one risk to people")] = Field(
        default_factory=dict, description="The risks to people, keyed by reference. A reference is never used again."
    )
    measures: dict[MeasureReference, Measure] = Field(
        default_factory=dict, description="What is done about the risks, keyed by reference."
    )
    set_aside: dict[RiskReference, Prose] = Field(
        default_factory=dict,
        description="Each risk of the library that the structure suggests and that is not taken up, with the reason.",
    )
    no_risk_of: dict[FearedEvent, Prose] = Field(
        default_factory=dict, description="Each feared event that no risk answers, with the reason why it need not be."
    )
    advice: Annotated[Advice | None, Gap("the data protection officer's advice")] = Field(
        None, description="The data protection officer's advice."
    )
    prior_consultation: Prose | None = Field(
        None, description="Consultation with the regulator before starting, where a high risk remains (Article 36)."
    )
    decision: Annotated[Decision | None, Gap("the decision, with who made it and why")] = Field(
        None, description="The decision."
    )
    sign_off: Annotated[list[SignOff], Gap("who signs off the measures and the remaining risks")] = Field(
        default_factory=list, description="Who signs off what."
    )
