"""The agreement: one mapping, one file."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from dsagen.model.assessment import Assessment
from dsagen.model.base import (
    ClauseId,
    Date,
    Entity,
    FlowReference,
    Gap,
    Id,
    Line,
    NamesParty,
    NamesPlace,
    PartyId,
    Prose,
    Reference,
    VersionNumber,
    YesNo,
)
from dsagen.model.dataset import Dataset
from dsagen.model.flow import Flow, FlowDefaults, Transfer
from dsagen.model.party import Contact, Party
from dsagen.model.people import People
from dsagen.model.purpose import Purpose
from dsagen.model.safeguards import Governance, Security, Transparency
from dsagen.model.vocabulary import FINAL_STATUSES, Form, Nation, Stage, Status

__all__ = [
    "Acceptance",
    "Agreement",
    "AgreementFile",
    "Allocation",
    "ClauseValues",
    "Consulted",
    "Overarching",
    "Processor",
    "Registers",
    "RelatedDocument",
    "Version",
]

ClauseValues = dict[ClauseId, dict[str, str]]
"""Values for the parameters of standard clauses: clause id, then parameter, then value."""


class Version(Entity):
    """One version of the agreement. Every date in the documents comes from here or from the agreement."""

    date: Date = Field(description="The date of the version.")
    author: Line = Field(description="The role that wrote it.")
    reason: Line = Field(description="Why there is a new version.")


class Overarching(Entity):
    """The agreement or accord that this one sits under."""

    reference: Line = Field(description="Its reference.")
    title: Line = Field(description="Its title.")


class RelatedDocument(Entity):
    """A document that belongs with the agreement."""

    title: Line = Field(description="Its title.")
    reference: Line | None = Field(None, description="Its reference, version or web address.")


class Consulted(Entity):
    """Someone who reviewed a draft of the agreement."""

    role: Line = Field(description="The role that reviewed it.")
    body: Line = Field(description="The organisation or group.")
    date: Date = Field(description="When.")
    outcome: Line = Field(description="What came of it.")


class Processor(Entity):
    """A supplier that handles the information on a controller's instructions (UK GDPR Article 28)."""

    name: Line = Field(description="The supplier's legal name.")
    acts_for: PartyId = Field(description="The party whose instructions it follows.")
    does: Line = Field(description="What it does with the information.")
    flows: list[FlowReference] = Field(default_factory=list, description="The flows that it handles. All if empty.")
    stages: list[Stage] = Field(
        default_factory=list, description="The stages at which it takes part. All those of its controller if empty."
    )
    contract: Line = Field(description="The contract's reference.")
    country: Line = Field("United Kingdom", description="Where it keeps the information.")
    transfer: Transfer | None = Field(
        None, description="What allows it to be kept outside the United Kingdom, where it is."
    )
    remote_access: Line | None = Field(
        None, description="Whether staff outside the United Kingdom can reach the information, and how that is limited."
    )
    sub_processors: list[Line] = Field(default_factory=list, description="Other suppliers that it uses, with what for.")
    assurance: Line | None = Field(None, description="What shows that it can be trusted, such as a certificate.")


class Allocation(Entity):
    """Which joint controller does what (UK GDPR Article 26)."""

    lead: PartyId = Field(description="The party that leads.")
    support: list[PartyId] = Field(default_factory=list, description="The parties that help.")
    note: Line | None = Field(None, description="Anything to add.")


class Strand(Entity):
    """A strand of work: flows that belong together, as a schedule that can be added without signing the rest anew."""

    title: Line = Field(description="What the strand is called.")
    flows: list[FlowReference] = Field(min_length=1, description="Its flows.")
    starts: Date | None = Field(None, description="The day on which it starts, where that is later.")
    note: Prose | None = Field(None, description="Anything to say about it.")


class Acceptance(Entity):
    """A finding that someone accepts, with a reason and an end."""

    rule: Line = Field(description="The rule's id.")
    reason: Line = Field(description="Why it is accepted.")
    by: Line = Field(description="The role that accepts it.")
    on: Date = Field(description="When.")
    until: Date = Field(description="The first day on which it is no longer accepted.")
    where: Annotated[Line, NamesPlace()] | None = Field(
        None, description="The place in the model that it is about. Everywhere if empty."
    )
    facts: Line | None = Field(
        None, description="The fingerprint that `check` prints: with it the acceptance ends when the facts change."
    )


class Registers(Entity):
    """The definitions of a single-file workspace."""

    parties: dict[Id, Party] = Field(default_factory=dict, description="The parties, keyed by id.")
    people: dict[Id, People] = Field(default_factory=dict, description="The groups of people, keyed by id.")
    datasets: dict[Id, Dataset] = Field(default_factory=dict, description="The datasets, keyed by id.")


class Agreement(Entity):
    """A data sharing agreement."""

    reference: Reference = Field(description="The agreement's reference: it names the folder of documents.")
    title: Line = Field(description="The agreement's title.")
    form: Form = Field(description="The form of the agreement.")
    status: Status = Field(description="How far it has come. Below `agreed` every page says DRAFT.")
    nation: Nation | None = Field(None, description="Where it applies. The workspace's nation unless it is given.")
    lead: PartyId = Field(description="The party that leads.")
    parties: list[PartyId] = Field(min_length=2, description="The parties, each a controller.")
    starts: Annotated[Date | None, Gap("the day on which the sharing starts")] = Field(
        None, description="The day on which the sharing starts."
    )
    review_by: Annotated[Date | None, Gap("the day by which the agreement is reviewed")] = Field(
        None, description="The day by which it is reviewed."
    )
    ends: Date | None = Field(None, description="The day on which it ends, if one is set.")
    summary: Prose | None = Field(None, description="The purpose in at most 60 words, for the summary page.")
    under: Overarching | None = Field(None, description="The agreement or accord that this one sits under.")
    binding: YesNo = Field(False, description="Whether it is meant to be a contract.")
    layout: Line | None = Field(
        None,
        description="The layout of the agreement, such as `waspi_isp`. `tier2` for one under another of the workspace, "
        "and otherwise `superset`, unless it is given.",
    )
    classification: Line | None = Field(None, description="A marking for the top and bottom of every page.")
    prohibited_uses: Annotated[list[Line], Gap("at least one use that is never allowed")] = Field(
        default_factory=list, description="Uses that are never allowed, one a line."
    )
    versions: dict[VersionNumber, Version] = Field(
        min_length=1, description="The versions, oldest first. The last is the one that is built."
    )
    consulted: list[Consulted] = Field(default_factory=list, description="Who reviewed the drafts.")
    related: list[RelatedDocument] = Field(default_factory=list, description="Documents that belong with it.")
    urgent_contacts: list[Contact] = Field(
        default_factory=list, description="Whom to ring when a child is at risk now, beside the emergency number."
    )
    purposes: dict[Id, Purpose] = Field(min_length=1, description="The purposes, keyed by id.")
    flow_defaults: FlowDefaults = Field(
        default_factory=FlowDefaults, description="What every flow has unless it says otherwise."
    )
    flows: dict[FlowReference, Flow] = Field(
        min_length=1, description="The flows, keyed by reference. A reference is never used again."
    )
    strands: dict[Id, Strand] = Field(
        default_factory=dict, description="Strands of work, keyed by id: each has its flow cards under a heading."
    )
    left_out: dict[Id, Prose] = Field(
        default_factory=dict, description="What was considered and is not shared, and why."
    )
    not_told: dict[Line, Prose] = Field(
        default_factory=dict, description="Who was considered as a recipient and is not told, and why."
    )
    processors: dict[Id, Processor] = Field(
        default_factory=dict, description="Suppliers that handle the information for a party, keyed by id."
    )
    allocation: dict[
        Literal[
            "notices",
            "access",
            "rectification",
            "erasure",
            "restriction",
            "objection",
            "complaints",
            "assessment",
            "breaches",
            "processors",
            "security",
            "retention",
        ],
        Allocation,
    ] = Field(default_factory=dict, description="For joint controllers: which party does what.")
    contact_point: PartyId | None = Field(
        None, description="For joint controllers: the party that people may contact first."
    )
    essence: Prose | None = Field(
        None, description="For joint controllers: the arrangement in plain words, for the public."
    )
    security: Security = Field(default_factory=Security, description="How the information is protected.")
    transparency: Transparency = Field(default_factory=Transparency, description="How people are told.")
    governance: Governance = Field(default_factory=Governance, description="Who looks after the agreement.")
    assessment: Assessment = Field(default_factory=Assessment, description="The data protection impact assessment.")
    clauses: ClauseValues = Field(
        default_factory=dict, description="Values for the parameters of standard clauses, by clause id."
    )
    accepted: list[Acceptance] = Field(default_factory=list, description="Findings that someone accepts.")
    signatories: Annotated[dict[PartyId, Line], Gap("the role that signs for each party")] = Field(
        default_factory=dict, description="The role that signs for each party. Names are written by hand."
    )

    signed: dict[Annotated[Id, NamesParty(then=True)], Date] = Field(
        default_factory=dict, description="The day on which each party signed, by party."
    )

    @property
    def is_final(self) -> bool:
        """Tell whether the agreement claims to be agreed or later."""
        return self.status in FINAL_STATUSES

    @property
    def taking_part(self) -> frozenset[str]:
        """Give the parties of the flows that were not withdrawn. A party of an overarching agreement may be in none."""
        flows = [flow for flow in self.flows.values() if flow.withdrawn_in is None]
        return frozenset(party for flow in flows for party in (flow.from_, *flow.to))

    @property
    def current_version(self) -> str:
        """Give the number of the version that is built: the last one."""
        return list(self.versions)[-1]

    @property
    def version_date(self) -> Date:
        """Give the date that every output carries."""
        return self.versions[self.current_version].date


class AgreementFile(Agreement):
    """An agreement as it stands in a file: it may hold its own registers (a single-file workspace)."""

    registers: Registers | None = Field(None, description="The definitions of a single-file workspace.")
