"""A purpose of the agreement."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from dsagen.model.purpose import Purpose
from dsagen.workspace.paths import join_path

if TYPE_CHECKING:
    from dsagen.checks.subjects.case import Case
    from dsagen.checks.subjects.flow import FlowSubject

__all__ = ["PurposeSubject"]


@dataclass(frozen=True)
class PurposeSubject:
    """A purpose of one agreement."""

    case: Case
    key: str

    @cached_property
    def purpose(self) -> Purpose:
        """Give the purpose as it is written."""
        return self.case.agreement.purposes[self.key]

    @cached_property
    def path(self) -> str:
        """Give the id of the purpose."""
        return join_path(self.case.path, "purposes", self.key)

    @cached_property
    def flows(self) -> tuple[FlowSubject, ...]:
        """Give the flows that serve it."""
        return tuple(flow for flow in self.case.flows if self.key in flow.flow.purposes)

    def is_for(self, party: str) -> bool:
        """Tell whether a recipient acts on it: one that it names, or any where it names none."""
        recipients = self.purpose.recipients
        return not recipients or party in recipients
