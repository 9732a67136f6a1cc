"""What changes between today and another day: `dsagen check --as-at`."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from dsagen.checks.becoming import LegalChange, legal_changes
from dsagen.checks.subjects import Case
from dsagen.model.finding import Finding
from dsagen.portfolio.checking import Checked, checked
from dsagen.workspace import Reading

__all__ = ["Later"]

_STATES = {
    "in_force": "in force",
    "announced": "announced",
    "prospective": "not in force",
    "repealed": "repealed",
    "not_for_nation": "not for this nation",
}


class Later:
    """Compare what is found for a day with what is found for today."""

    def __init__(self, reading: Reading, then: Checked, today: date, day: date) -> None:
        now = checked(reading, today)
        self._today, self._day = today, day
        self._new = _only(then, now)
        self._gone = _only(now, then)
        self._lapsed = [
            (agreement.reference, acceptance)
            for agreement in reading.workspace.agreements.values()
            for acceptance in agreement.accepted
            if today < acceptance.until <= day
        ]
        self._law: dict[tuple[str, str], LegalChange] = {}
        for agreement in reading.workspace.agreements.values():
            for change in legal_changes(
                Case(agreement, reading.workspace, reading.law, min(today, day)), max(today, day)
            ):
                self._law.setdefault((change.gateway.id, change.nation), change)

    def records(self) -> list[dict[str, object]]:
        """Give the changes as records for JSON."""
        found: list[dict[str, object]] = []
        for kind, findings in (("finding_appears", self._new), ("finding_ends", self._gone)):
            found += [
                {
                    "change": kind,
                    "rule": each.rule,
                    "agreement": each.agreement,
                    "path": each.path,
                    "words": each.message,
                }
                for each in findings
            ]
        found += [
            {"change": "acceptance_ends", "rule": acceptance.rule, "agreement": reference, "on": str(acceptance.until)}
            for reference, acceptance in self._lapsed
        ]
        found += [
            {
                "change": "law",
                "gateway": change.gateway.id,
                "nation": change.nation,
                "before": change.before,
                "after": change.after,
                "announced_for": str(change.announced_for) if change.announced_for else None,
                "parties": list(change.parties),
                "cited": change.cited,
            }
            for change in self._law.values()
        ]
        return found

    def lines(self) -> Iterator[str]:
        """Give the changes as lines of text."""
        yield ""
        yield f"Between today ({self._today}) and {self._day}"
        lines = [
            *(f"  new: {_where(each)}{each.severity}: {each.message} [{each.rule}]" for each in self._new),
            *(f"  no longer: {_where(each)}{each.severity}: {each.message} [{each.rule}]" for each in self._gone),
            *(
                f"  {reference}: the acceptance of {acceptance.rule} ends on {acceptance.until}."
                for reference, acceptance in self._lapsed
            ),
            *(f"  {_said(change)}" for change in self._law.values()),
        ]
        yield from lines or ["  nothing changes that the catalogue and the agreements know of."]


def _only(these: Checked, those: Checked) -> list[Finding]:
    others = {(each.rule, each.path, each.agreement) for each in those.findings}
    return [each for each in these.findings if (each.rule, each.path, each.agreement) not in others]


def _where(finding: Finding) -> str:
    return f"{finding.source}: " if finding.source is not None else ""


def _said(change: LegalChange) -> str:
    name, nation = change.gateway.short_citation or change.gateway.citation, change.nation.replace("_", " ").title()
    parties = ", ".join(change.parties)
    if change.announced_for is not None:
        return (
            f"{name} ({change.gateway.id}) was announced for {change.announced_for} in {nation}. It is not confirmed, "
            f"so nothing may rest on it. Once someone has seen the commencement, record it in "
            f"`law/confirmations.yaml`. "
            f"It would concern: {parties}."
        )
    return (
        f"{name} ({change.gateway.id}) in {nation}: {_STATES[change.before]} today, {_STATES[change.after]} then. "
        f"It concerns: {parties}."
    )
