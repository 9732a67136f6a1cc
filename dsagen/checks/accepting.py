"""Which findings someone accepts, and whether that still holds."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from dsagen.model.agreement import Acceptance
from dsagen.model.finding import Finding
from dsagen.workspace.paths import join_path

if TYPE_CHECKING:
    from dsagen.checks.subjects.case import Case

__all__ = ["acceptance_of", "covers_place", "holds_at"]


def acceptance_of(finding: Finding, case: Case) -> Acceptance | None:
    """Give the acceptance that covers a finding on the day of the case, if there is one."""
    for acceptance in case.agreement.accepted:
        same_facts = acceptance.facts is None or acceptance.facts == finding.facts
        if same_facts and _is_about(acceptance, finding, case) and holds_at(acceptance, case.as_at):
            return acceptance
    return None


def holds_at(acceptance: Acceptance, as_at: date) -> bool:
    """Tell whether an acceptance has not yet reached its end."""
    return as_at < acceptance.until


def covers_place(acceptance: Acceptance, path: str, case: Case) -> bool:
    """Tell whether a place is the one that an acceptance names, or inside it. Without a name it covers every place."""
    if acceptance.where is None:
        return True
    named = acceptance.where.strip("/")
    return any(
        path == place or path.startswith(f"{place}/") for place in (named, f"{case.path}/{named}", join_path(named))
    )


def _is_about(acceptance: Acceptance, finding: Finding, case: Case) -> bool:
    return acceptance.rule == finding.rule and covers_place(acceptance, finding.path, case)
