"""Parties: the organisations that share, one controller each."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from dsagen.model.base import Address, Date, Entity, Gap, Id, Line, NamesParty, VersionNumber, YesNo
from dsagen.model.vocabulary import Nation, NoticeAudience, PartyFunction, PartyType, PolicyMode

__all__ = ["AppropriatePolicy", "Contact", "Notices", "Party", "Predecessor", "Team"]


class Contact(Entity):
    """A role that people can reach. Roles, never named people."""

    role: Line = Field(description="The role, such as `duty social worker`.")
    email: Line | None = Field(None, description="A team mailbox, not a person's.", pattern=r"^[^@\s]+@[^@\s]+$")
    telephone: Line | None = Field(None, description="A team telephone number, as people dial it.")
    hours: Line | None = Field(None, description="When the contact can be reached, such as `any time` or `9am to 5pm`.")


class Team(Entity):
    """A team inside a party. A department is never a party of its own."""

    title: Line = Field(description="The team's name.")
    function: Line | None = Field(None, description="What the team does in this sharing, in a few words.")


class Notices(Entity):
    """Where a party publishes its privacy notices."""

    adult: Address | None = Field(None, description="The web address of the privacy notice for adults.")
    child: Address | None = Field(None, description="The web address of the privacy notice for children.")
    audiences: list[NoticeAudience] | None = Field(
        None, description="The shorter notices that this party publishes. Those of the agreement if left out."
    )
    complaints: Address | None = Field(
        None, description="The web address where people can complain about how their information is used."
    )


class AppropriatePolicy(Entity):
    """A party's corporate appropriate policy document."""

    reference: Line = Field(description="Its name or reference.")
    version: VersionNumber | None = Field(None, description="Its version.")
    date: Date | None = Field(None, description="The date of that version.")
    paragraphs: list[int] = Field(
        default_factory=list, description="The paragraphs of Schedule 1 that it covers, by number."
    )
    schedule8: list[int] = Field(
        default_factory=list, description="For Part 3: the conditions in Schedule 8 that it covers, by number."
    )
    mode: PolicyMode | None = Field(
        None,
        description="How the document for an agreement is written: beside this one, whole, or as rows for it. "
        "As the workspace says if left out.",
    )


class Predecessor(Entity):
    """A body that this party took over from."""

    name: Line = Field(description="The earlier body's name.")
    until: Date = Field(description="The first day on which it no longer existed.")


class Party(Entity):
    """An organisation that is a controller in its own right."""

    name: Line = Field(description="The legal name, as it stands in the register of fee payers.")
    short_name: Line | None = Field(
        None, description="A shorter name that the documents use after the first mention. It may start a sentence."
    )
    child_plain: Line | None = Field(
        None, description="What it is, in words for the notice for children, such as `the police`."
    )
    type: PartyType = Field(description="What the party is. The law that it may use depends on it.")
    functions: list[PartyFunction] = Field(
        default_factory=list, description="What the party does, where a gateway turns on it."
    )
    nation: Nation | None = Field(None, description="Where the party is. The workspace's nation unless it is given.")
    does: Line | None = Field(None, description="What the party does in this sharing, in a few words.")
    public_authority: YesNo | None = Field(
        None, description="Whether it is a public authority. Worked out from the type unless it is given."
    )
    online_service: YesNo = Field(
        False, description="Whether it offers an online service that children are likely to use."
    )
    registration: Annotated[Line | None, Gap("the party's data protection fee registration number")] = Field(
        None, description="The registration number in the regulator's register of fee payers."
    )
    address: Line | None = Field(None, description="The postal address, on one line.")
    website: Address | None = Field(None, description="The party's web address.")
    teams: dict[Id, Team] = Field(default_factory=dict, description="The teams that send or receive, keyed by id.")
    contact: Annotated[Contact | None, Gap("who answers for this agreement day to day")] = Field(
        None, description="The role that answers questions about the agreement."
    )
    urgent_contact: Contact | None = Field(None, description="Whom to ring when a child is at risk now.")
    incident_contact: Annotated[Contact | None, Gap("whom to tell of a personal data breach")] = Field(
        None, description="Whom partners tell of a personal data breach."
    )
    rights_contact: Contact | None = Field(
        None,
        description="Who answers requests from people about their information. The data protection officer if empty.",
    )
    data_protection_officer: Annotated[Contact | None, Gap("how to reach the data protection officer or lead")] = Field(
        None, description="The data protection officer, or the lead where none is required."
    )
    caldicott_guardian: Contact | None = Field(None, description="The Caldicott Guardian, where there is one.")
    senior_owner: Line | None = Field(
        None, description="The role that owns the information risk, such as `senior information risk owner`."
    )
    notices: Notices = Field(default_factory=Notices, description="Where its privacy notices are published.")
    appropriate_policy: AppropriatePolicy | None = Field(
        None, description="Its corporate appropriate policy document, if it has one."
    )
    security_baseline: list[Line] = Field(
        default_factory=list, description="The security standards that it meets, one a line, each with its year."
    )
    succeeds: list[Predecessor] = Field(default_factory=list, description="The bodies that it took over from.")
    until: Date | None = Field(None, description="The first day on which the party no longer exists.")
    succeeded_by: Annotated[Id, NamesParty(then=True)] | None = Field(
        None, description="The party that took over from it, by its id."
    )

    @property
    def called(self) -> str:
        """Give the short name, or the legal name where there is none."""
        return self.short_name or self.name
