"""Check a workspace: read it, and ask every rule about every agreement."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from dsagen.documents.library import Library
from dsagen.law.catalogue import Catalogue
from dsagen.model.finding import Finding
from dsagen.model.workspace import Workspace
from dsagen.portfolio.findings import findings_of
from dsagen.portfolio.pool import Crashed, spread
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


@dataclass(frozen=True)
class _Asking:
    """Ask every rule about one agreement, in this process or in another."""

    workspace: Workspace
    library: Library
    law: Catalogue
    as_at: date

    def __call__(self, reference: str) -> list[Finding]:
        agreement = self.workspace.agreements[reference]
        return list(findings_of(agreement, self.workspace, self.library, self.law, self.as_at))


def checked(reading: Reading, as_at: date, jobs: int = 1) -> Checked:
    """Check what was read, for a day, in one process or in several. The answer is the same."""
    agreements = reading.workspace.agreements
    asking = _Asking(reading.workspace, Library(reading.root / "templates"), reading.law, as_at)
    by_agreement: dict[str, list[Finding]] = {}
    for reference, answer in spread(asking, tuple(agreements), jobs):
        by_agreement[reference] = asking(reference) if isinstance(answer, Crashed) else answer
    found = [finding for reference in agreements for finding in by_agreement[reference]]
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
