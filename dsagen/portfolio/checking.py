"""Check a workspace: read it, and ask every rule about every agreement."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from dsagen.documents.library import Library
from dsagen.model.finding import Finding
from dsagen.portfolio.findings import findings_of
from dsagen.workspace import Reading

__all__ = ["Checked", "checked", "placed"]


@dataclass(frozen=True)
class Checked:
    """What a check found."""

    root: Path
    findings: tuple[Finding, ...]
    """Each with its place, where it has one."""
    agreements: tuple[str, ...]
    """The references of the agreements that were read."""
    final: frozenset[str]
    """Those that claim to be agreed or later."""
    failed: tuple[str, ...]
    """The files of the agreements that could not be read, relative to the root."""
    unreadable: bool
    """Whether something in the sources is wrong."""


def checked(reading: Reading, as_at: date) -> Checked:
    """Check what was read, for a day."""
    library = Library(reading.root / "templates")
    agreements = reading.workspace.agreements
    found = [
        finding
        for agreement in agreements.values()
        for finding in findings_of(agreement, reading.workspace, library, reading.law, as_at)
    ]
    return Checked(
        root=reading.root,
        findings=tuple(placed(reading, (*reading.problems, *found))),
        agreements=tuple(agreements),
        final=frozenset(key for key, agreement in agreements.items() if agreement.is_final),
        failed=reading.failed,
        unreadable=reading.has_errors,
    )


def placed(reading: Reading, findings: Iterable[Finding]) -> Iterator[Finding]:
    """Give findings with their places."""
    for finding in findings:
        yield finding if finding.source is not None else replace(finding, source=reading.sources.key(finding.path))
