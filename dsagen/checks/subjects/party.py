"""A party to the agreement, and what the law makes of it."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from dsagen.model.party import Party
from dsagen.model.vocabulary import Nation
from dsagen.workspace.paths import join_path

if TYPE_CHECKING:
    from dsagen.checks.subjects.case import Case

__all__ = ["PartySubject"]


@dataclass(frozen=True)
class PartySubject:
    """A party of one agreement."""

    case: Case
    key: str

    @cached_property
    def party(self) -> Party:
        """Give the party as the register has it."""
        return self.case.workspace.parties[self.key]

    @cached_property
    def path(self) -> str:
        """Give the id of the party."""
        return join_path("parties", self.key)

    @property
    def called(self) -> str:
        """Give the name that messages use."""
        return self.party.called

    @cached_property
    def nation(self) -> Nation:
        """Give the nation whose law the party acts under."""
        return self.party.nation or self.case.nation

    @cached_property
    def type_label(self) -> str:
        """Give its type in words, such as `Academy`."""
        return self.case.law.party_types[self.party.type].label

    @cached_property
    def is_public_authority(self) -> bool:
        """Tell whether it is a public authority (Data Protection Act 2018 section 7).

        A type for which that depends counts as one only where the party says so.
        """
        if self.party.public_authority is not None:
            return self.party.public_authority
        return self.case.law.party_types[self.party.type].public_authority == "yes"

    @cached_property
    def may_be_competent_authority(self) -> bool:
        """Tell whether it is, at least for some of its functions, a competent authority (section 30, Schedule 7)."""
        return self.case.law.party_types[self.party.type].competent_authority != "no"

    @cached_property
    def is_competent_authority(self) -> bool:
        """Tell whether it is a competent authority whatever it does: a council is one for some functions only."""
        return self.case.law.party_types[self.party.type].competent_authority == "yes"
