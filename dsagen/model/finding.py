"""What `dsagen` tells people: findings, and the places that they point at."""

from __future__ import annotations

from dataclasses import dataclass
from sys import intern
from typing import Literal

from dsagen.model.agreement import Acceptance

__all__ = ["SEVERITIES", "Finding", "Severity", "Source"]

Severity = Literal["error", "warning", "advice", "gap"]
SEVERITIES: tuple[Severity, ...] = ("error", "gap", "warning", "advice")
"""Worst first."""


@dataclass(frozen=True, order=True, slots=True)
class Source:
    """A place in a file. `file` is relative to the workspace; `line` and `column` count from 1."""

    file: str
    line: int
    column: int

    def __str__(self) -> str:
        return f"{self.file}:{self.line}:{self.column}"


@dataclass(frozen=True)
class Finding:
    """Something that a person should know or mend.

    `path` is the id of the value that it is about (`agreements/NYC-001/flows/F01/trigger`): it becomes a `source`
    last, so that moving a line changes no finding. A finding about a file that cannot be read has a source and no path.
    """

    rule: str
    severity: Severity
    message: str
    path: str = ""
    agreement: str = ""
    why: str = ""
    fix: str = ""
    authority: str = ""
    source: Source | None = None
    facts: str = ""
    """The fingerprint of the facts that the rule read: an acceptance that names it ends when they change."""
    acceptance: Acceptance | None = None
    """Who accepts it, why and until when, where someone does."""
    changed: str = ""
    """Why the severity is not the rule's own, where the workspace has changed it."""

    def __post_init__(self) -> None:
        """Share the words that all findings of a rule have: of a thousand agreements there are many thousands."""
        for name in ("rule", "why", "fix", "authority"):
            object.__setattr__(self, name, intern(str(getattr(self, name))))

    @property
    def is_accepted(self) -> bool:
        """Tell whether someone accepts it, with a reason and an end."""
        return self.acceptance is not None
