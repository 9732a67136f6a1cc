"""The workspace: settings, registers and agreements."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from dsagen.model.agreement import Agreement, ClauseValues
from dsagen.model.base import Address, Entity, Id, Line
from dsagen.model.dataset import Dataset
from dsagen.model.flow import FlowDefaults
from dsagen.model.house import HouseStyle
from dsagen.model.party import Contact, Party
from dsagen.model.people import People
from dsagen.model.safeguards import Governance, Security, Transparency
from dsagen.model.vocabulary import DocumentKind, FileFormat, Nation, PolicyMode

__all__ = ["Defaults", "Regulator", "Settings", "SeverityChange", "Workspace"]


class Regulator(Entity):
    """The data protection regulator, where its name or address differs from the catalogue's."""

    name: Line = Field(description="Its name as documents print it.")
    website: Address = Field(description="Its web address.")
    telephone: Line | None = Field(None, description="Its telephone number.")
    address: Line | None = Field(None, description="Its postal address, on one line.")


class Defaults(Entity):
    """What every agreement has unless it says otherwise. Mappings are merged; lists and values are replaced."""

    layout: Line | None = Field(None, description="The layout of each agreement, such as `waspi_isp`.")
    classification: Line | None = Field(None, description="A marking for the top and bottom of every page.")
    prohibited_uses: list[Line] = Field(default_factory=list, description="Uses that are never allowed.")
    urgent_contacts: list[Contact] = Field(
        default_factory=list, description="Whom to ring when a child is at risk now."
    )
    flow_defaults: FlowDefaults = Field(
        default_factory=FlowDefaults, description="What every flow has unless it says otherwise."
    )
    security: Security = Field(default_factory=Security, description="How the information is protected.")
    transparency: Transparency = Field(default_factory=Transparency, description="How people are told.")
    governance: Governance = Field(default_factory=Governance, description="Who looks after the agreements.")
    clauses: ClauseValues = Field(default_factory=dict, description="Values for the parameters of standard clauses.")


class SeverityChange(Entity):
    """Another severity for a rule, in this workspace."""

    severity: Literal["error", "warning", "advice"] = Field(description="How much it matters here.")
    reason: Line = Field(description="Why. It is printed in the assessment.")


class Settings(Entity):
    """The file `dsagen.yaml` at the root of a workspace."""

    format: Literal["1"] = Field(description="The format of the workspace: 1.")
    name: Line = Field(description="The workspace's name, such as the partnership's.")
    nation: Nation = Field("england", description="The nation whose law applies unless an agreement says otherwise.")
    regulator: Regulator | None = Field(None, description="The regulator, where it differs from the catalogue's.")
    house_style: HouseStyle = Field(default_factory=HouseStyle, description="How the documents look.")
    documents: list[DocumentKind] = Field(
        default=["dsa", "dpia", "appropriate_policy", "privacy_notice"], description="The documents to build."
    )
    policy_mode: PolicyMode = Field(
        "supplement",
        description="How policy documents are written for parties that have a corporate one. "
        "For a party that has none it is always `standalone`.",
    )
    formats: list[FileFormat] = Field(default=["docx", "pdf"], description="The formats to build.")
    notice_formats: list[FileFormat] = Field(
        default=["docx", "pdf", "html"],
        description="The formats to build privacy notices in, which are published as web pages.",
    )
    severities: dict[Line, SeverityChange] = Field(
        default_factory=dict, description="Rules that matter more or less in this workspace, by the rule's id."
    )
    defaults: Defaults = Field(
        default_factory=Defaults, description="What every agreement has unless it says otherwise."
    )


class Workspace(Entity):
    """Everything that was read: the settings, the registers and the agreements by reference."""

    settings: Settings = Field(description="The settings.")
    parties: dict[Id, Party] = Field(description="The parties, keyed by id.")
    people: dict[Id, People] = Field(description="The groups of people, keyed by id.")
    datasets: dict[Id, Dataset] = Field(description="The datasets, keyed by id.")
    agreements: dict[str, Agreement] = Field(description="The agreements, keyed by reference.")
