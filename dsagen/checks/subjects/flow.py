"""A flow of the agreement: who, what, about whom, and for what."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from dsagen.checks.needs.delivery import Delivery
from dsagen.checks.needs.requirement import Requirement
from dsagen.checks.subjects.item import Item
from dsagen.checks.subjects.party import PartySubject
from dsagen.checks.subjects.purpose import PurposeSubject
from dsagen.checks.subjects.side import Side
from dsagen.model.dataset import Dataset
from dsagen.model.flow import Flow
from dsagen.model.people import People
from dsagen.workspace.paths import join_path

if TYPE_CHECKING:
    from dsagen.checks.subjects.case import Case

__all__ = ["FlowSubject"]

_ROUTINE = frozenset({"continuous", "daily", "weekly", "monthly", "termly", "quarterly", "yearly"})


@dataclass(frozen=True)
class FlowSubject:
    """One flow of one agreement."""

    case: Case
    key: str

    @cached_property
    def flow(self) -> Flow:
        """Give the flow as it is written."""
        return self.case.agreement.flows[self.key]

    @cached_property
    def path(self) -> str:
        """Give the id of the flow."""
        return join_path(self.case.path, "flows", self.key)

    @cached_property
    def sender(self) -> PartySubject:
        """Give the party that discloses."""
        return PartySubject(self.case, self.flow.from_)

    @cached_property
    def recipients(self) -> tuple[PartySubject, ...]:
        """Give the parties that receive."""
        return tuple(PartySubject(self.case, key) for key in self.flow.to)

    @cached_property
    def sides(self) -> tuple[Side, ...]:
        """Give each controller's side, the discloser's first."""
        return (
            Side(self, self.sender, "discloser"),
            *(Side(self, recipient, "recipient") for recipient in self.recipients),
        )

    @cached_property
    def purposes(self) -> tuple[PurposeSubject, ...]:
        """Give the purposes that it serves."""
        return tuple(PurposeSubject(self.case, key) for key in self.flow.purposes)

    @cached_property
    def deliveries(self) -> tuple[Delivery, ...]:
        """Give what it brings to each recipient, and what it is needed for there."""
        return tuple(Delivery(self, recipient) for recipient in self.recipients)

    @cached_property
    def requirements(self) -> dict[tuple[tuple[str, frozenset[str]], ...], tuple[Requirement, ...]]:
        """Hold what its fields do for recipients, by their purposes and by what else arrives for each."""
        return {}

    @cached_property
    def kinds(self) -> frozenset[str]:
        """Give the kinds of its purposes."""
        return frozenset(purpose.purpose.kind for purpose in self.purposes)

    @cached_property
    def dataset(self) -> Dataset:
        """Give the dataset that its fields belong to."""
        return self.case.workspace.datasets[self.flow.dataset]

    @cached_property
    def items(self) -> tuple[Item, ...]:
        """Give the fields that travel."""
        return tuple(Item(self, key) for key in self.flow.fields)

    @cached_property
    def people(self) -> dict[str, People]:
        """Give the groups of people whom its fields are about."""
        return {key: group for item in self.items for key, group in item.people.items()}

    @cached_property
    def special(self) -> frozenset[str]:
        """Give the special categories that travel."""
        return frozenset(category for item in self.items for category in item.field.special)

    @cached_property
    def is_criminal(self) -> bool:
        """Tell whether criminal-offence information travels."""
        return any(item.field.criminal for item in self.items)

    @cached_property
    def is_confidential(self) -> bool:
        """Tell whether confidential information travels."""
        return any(item.field.confidential for item in self.items)

    @cached_property
    def is_routine(self) -> bool:
        """Tell whether it is sent again and again, whatever the case: a feed."""
        return self.flow.frequency in _ROUTINE and not self.flow.emergency_only

    @cached_property
    def has_children(self) -> bool:
        """Tell whether any group may hold people under 18. A group without ages may, where its label says so."""
        return any(is_about_children(group) for group in self.people.values())


def is_about_children(group: People) -> bool:
    """Tell whether a group may hold people under 18."""
    return group.may_be_aged(0, 17)
