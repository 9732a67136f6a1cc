"""Security, transparency and governance: what holds for every flow of an agreement."""

from __future__ import annotations

import re
from typing import Annotated

from pydantic import Field

from dsagen.model.base import Address, Date, Entity, Gap, Line, PeriodText, Prose, YesNo
from dsagen.model.vocabulary import NoticeAudience

__all__ = ["Exception_", "Governance", "Helpline", "QualityAssurance", "Security", "Training", "Transparency"]

_ANSWERS_ALONE = re.compile(
    r"\baccess requests? only\b|\bonly access requests?\b|\bsch(edule)?\.? 3\b.*\bpara(graph)?s?\.? 21\b", re.IGNORECASE
)
"""Words of a provision that limits what an answer to a request holds, and no duty to tell people."""


class Security(Entity):
    """How the information is protected."""

    transit: Annotated[Prose | None, Gap("how the information is protected while it is sent")] = Field(
        None, description="How it is protected while it is sent."
    )
    rest: Annotated[Prose | None, Gap("how the information is protected where it is kept")] = Field(
        None, description="How it is protected where it is kept."
    )
    access: Annotated[Prose | None, Gap("how access is given, limited and taken away")] = Field(
        None, description="How access is given, limited and taken away."
    )
    audit: Annotated[Prose | None, Gap("how access is logged and checked")] = Field(
        None, description="How access is logged, who checks the log, and how often."
    )
    location: Line | None = Field(
        None, description="Where the information is kept. The United Kingdom unless it is given."
    )


class Exception_(Entity):
    """A case in which people are not told, or not yet."""

    situation: Line = Field(description="When this applies.")
    provision: Line = Field(
        description=(
            "The provision that allows it, such as `Data Protection Act 2018 Schedule 2 paragraph 2`. "
            "Add `(access requests only)` where people are told all the same, and only an answer is limited."
        )
    )
    decided_by: Line = Field(description="The role that decides, case by case.")
    extent: Line | None = Field(None, description="How far it reaches: which information, and for how long.")

    @property
    def leaves_people_untold(self) -> bool:
        """Whether people may go without being told, and not only without a part of an answer.

        Source: Data Protection Act 2018 Schedule 3 paragraph 21, which lifts UK GDPR Article 15(1) to (3) alone. For
        other provisions the agreement says so itself, with the words "access requests only".
        """
        return not _ANSWERS_ALONE.search(self.provision)


class Helpline(Entity):
    """Someone to talk to, for the privacy notice."""

    name: Line = Field(description="Who they are.")
    offers: Line = Field(description="What they help with.")
    contact: Line = Field(description="How to reach them.")
    children: YesNo = Field(True, description="Whether they are there for children and young people as well.")


class Transparency(Entity):
    """How people are told."""

    telling: Annotated[Prose | None, Gap("how and when people are told about the sharing")] = Field(
        None, description="How and when people are told about the sharing."
    )
    safe_to_tell: Prose | None = Field(
        None, description="How staff make sure that telling someone does not put a child or adult at risk."
    )
    exceptions: list[Exception_] = Field(
        default_factory=list, description="The cases in which people are not told, or not yet, and who decides."
    )
    languages: Line | None = Field(None, description="The other languages and formats that notices are offered in.")
    help: list[Helpline] = Field(default_factory=list, description="Whom people can talk to.")
    audiences: list[NoticeAudience] | None = Field(
        None,
        description="The shorter privacy notices to build, or `[]` for none. Those that fit people's ages if left out.",
    )
    child_roles: dict[Line, Line] = Field(
        default_factory=dict,
        description="Roles in words for children, such as `form tutor: your form tutor`.",
    )


class Training(Entity):
    """Training that a role needs before it uses the agreement."""

    who: Line = Field(description="The roles.")
    what: Line = Field(description="What they learn.")
    every: PeriodText | None = Field(None, description="How often, such as `1 year`.")


class QualityAssurance(Entity):
    """A quality assurance of the agreement by a group or panel."""

    group: Line = Field(description="The group that assures it.")
    date: Date | None = Field(None, description="When it did.")
    reference: Line | None = Field(None, description="The certificate or minute.")
    outcome: Line | None = Field(None, description="What it decided.")


class Governance(Entity):
    """Who looks after the agreement, and how it is kept alive."""

    owner: Annotated[Line | None, Gap("the role that owns the agreement")] = Field(
        None, description="The role that owns the agreement and keeps it up to date."
    )
    group: Annotated[Line | None, Gap("the group that oversees the agreement")] = Field(
        None, description="The group that oversees it."
    )
    measures: list[Line] = Field(
        default_factory=list, description="How the parties will know whether the sharing works, one measure a line."
    )
    review_triggers: list[Line] = Field(
        default_factory=list, description="Events that bring the review forward, beside the standard ones."
    )
    ending: Prose | None = Field(
        None, description="What happens to the information when a party leaves or the agreement ends."
    )
    signatory_roles: list[Line] = Field(
        default_factory=list, description="The roles that may sign, where the group has set a level."
    )
    disputes: list[Line] = Field(
        default_factory=list, description="Who settles a disagreement: the first step first, one role or group a line."
    )
    training: list[Training] = Field(default_factory=list, description="Training by role.")
    signed_copy: Annotated[Line | None, Gap("where the signed copy is kept")] = Field(
        None, description="Where the signed copy is kept."
    )
    register_url: Address | None = Field(None, description="The web address of the register that lists the agreement.")
    publication: Line | None = Field(None, description="What is published, where, and what is held back.")
    quality_assurance: QualityAssurance | None = Field(None, description="Quality assurance by a group or panel.")
