"""The status of a portfolio: one row an agreement, the most urgent first."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from dsagen.model.agreement import Agreement
from dsagen.model.finding import Finding
from dsagen.portfolio.alone import stand_alone
from dsagen.portfolio.checking import Checked, checked
from dsagen.portfolio.many import FEW, agreement_files, check_many
from dsagen.portfolio.standing import STATES, Span, State, state_of
from dsagen.portfolio.verifying import Verification
from dsagen.workspace import SETTINGS_FILE, Reading

__all__ = ["OutputCounts", "Row", "check_for_status", "status"]


@dataclass(frozen=True)
class OutputCounts:
    """How many outputs an agreement has, and how many of them are not what the sources say."""

    wanted: int = 0
    built: int = 0
    stale: int = 0
    """Those that were built and are out of date, gone or changed by hand, and those that are still to be built."""
    failed: int = 0
    """Those that could not be made again."""


@dataclass(frozen=True)
class Row:
    """Where one agreement stands."""

    reference: str
    state: State
    title: str = ""
    lead: str = ""
    """The name of the lead party."""
    status: str = ""
    """Its status, as it is written in the YAML."""
    review_by: date | None = None
    days: int | None = None
    """From the day that was asked for to the review. Less than nothing where that has passed."""
    ends: date | None = None
    days_to_end: int | None = None
    findings: Mapping[str, int] | None = None
    """How many are open, by severity. None where the agreement cannot be read."""
    outputs: OutputCounts | None = None
    file: str = ""
    """The file of the agreement, relative to the root."""


def check_for_status(reading: Reading, day: date) -> Checked:
    """Check what was read, as `check` does: with what it keeps of many agreements that stand alone."""
    files = agreement_files(reading.root)
    whole = set(files) == {*reading.used, *reading.failed} and (reading.root / SETTINGS_FILE).is_file()
    alone = stand_alone(reading.root, files) if whole and len(reading.workspace.agreements) > FEW else None
    return check_many(reading.root, alone, day) if alone is not None else checked(reading, day)


def status(reading: Reading, found: Checked, verification: Verification, day: date, due_within: Span) -> list[Row]:
    """Give a row for each agreement, the most urgent first."""
    counts = _counted(found.findings)
    outputs = _outputs(verification)
    agreements = reading.workspace.agreements.values()
    rows = [
        _row(reading, agreement, day, due_within, counts.get(agreement.reference, {}), outputs)
        for agreement in agreements
    ]
    rows += [Row(Path(file).stem, "cannot_be_read", file=file) for file in reading.failed]
    return sorted(rows, key=_urgency)


def _row(
    reading: Reading,
    agreement: Agreement,
    day: date,
    due_within: Span,
    findings: Mapping[str, int],
    outputs: Mapping[str, OutputCounts],
) -> Row:
    review, ends = agreement.review_by, agreement.ends
    lead = reading.workspace.parties.get(agreement.lead)
    place = reading.sources.value(f"agreements/{agreement.reference}/reference")
    return Row(
        reference=agreement.reference,
        state=state_of(agreement, day, due_within),
        title=agreement.title,
        lead=lead.name if lead is not None else agreement.lead,
        status=agreement.status,
        review_by=review,
        days=(review - day).days if review is not None else None,
        ends=ends,
        days_to_end=(ends - day).days if ends is not None else None,
        findings=findings,
        outputs=outputs.get(agreement.reference, OutputCounts()),
        file=place.file if place is not None else "",
    )


def _urgency(row: Row) -> tuple[object, ...]:
    near = [days for days in (row.days, row.days_to_end) if days is not None]
    worst = tuple(-(row.findings or {}).get(severity, 0) for severity in ("error", "gap"))
    return STATES.index(row.state), min(near, default=10**6), worst, row.reference


def _counted(findings: tuple[Finding, ...]) -> Mapping[str, Counter[str]]:
    """Count what is open about each agreement, each finding once."""
    counts: dict[str, Counter[str]] = {}
    seen = set()
    for finding in findings:
        key = (finding.agreement, finding.source or finding.path, finding.rule, finding.message)
        if not finding.is_accepted and key not in seen:
            seen.add(key)
            counts.setdefault(finding.agreement, Counter())[finding.severity] += 1
    return counts


def _outputs(verification: Verification) -> Mapping[str, OutputCounts]:
    """Count the outputs of each agreement."""
    numbers: dict[str, Counter[str]] = {}
    for output in verification.outputs:
        if output.document is not None:
            counter = numbers.setdefault(output.document.agreement, Counter())
            counter["wanted"] += 1
            counter["built"] += output.state not in ("not_built", "not_in_lock")
            counter["stale"] += output.is_stale
            counter["failed"] += output.state == "failed"
    return {reference: OutputCounts(**counter) for reference, counter in numbers.items()}
