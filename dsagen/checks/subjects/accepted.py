"""A finding that someone accepts, beside what was really found."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from dsagen.checks.accepting import covers_place, holds_at
from dsagen.model.agreement import Acceptance
from dsagen.model.finding import Finding
from dsagen.workspace.paths import join_path

if TYPE_CHECKING:
    from dsagen.checks.subjects.case import Case

__all__ = ["Accepted"]


@dataclass(frozen=True)
class Accepted:
    """One acceptance of an agreement. It is asked about last, when everything else has been found."""

    case: Case
    index: int
    found: tuple[Finding, ...]
    """What the other rules found about the agreement, accepted or not."""

    @cached_property
    def acceptance(self) -> Acceptance:
        """Give the acceptance as it is written."""
        return self.case.agreement.accepted[self.index]

    @cached_property
    def path(self) -> str:
        """Give the id of the acceptance."""
        return join_path(self.case.path, "accepted", str(self.index))

    @cached_property
    def holds(self) -> bool:
        """Tell whether it has not yet reached its end."""
        return holds_at(self.acceptance, self.case.as_at)

    @cached_property
    def about(self) -> tuple[Finding, ...]:
        """Give the findings of its rule, in its place, whether or not the facts are still the same."""
        return tuple(
            finding
            for finding in self.found
            if finding.rule == self.acceptance.rule and covers_place(self.acceptance, finding.path, self.case)
        )
