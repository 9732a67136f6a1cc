"""Findings as people and programs read them."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from dsagen.cli.excerpt import Excerpts
from dsagen.cli.saying import counted, reached, styled
from dsagen.model.finding import SEVERITIES, Finding

__all__ = ["Report"]

_COLOURS = {"error": "red", "gap": "yellow", "warning": "yellow", "advice": "cyan"}
_WORKSPACE = "The workspace"


class Report:
    """Print findings about one workspace. File names are shown as they are reached from where the command runs."""

    def __init__(
        self, root: Path, findings: Iterable[Finding], agreements: Sequence[str] = (), failed: Sequence[str] = ()
    ) -> None:
        self._excerpts = Excerpts(root)
        self.agreements = tuple(agreements)
        self._failed = [reached(root / file) for file in failed]
        self.findings = [self._reached(finding, root) for finding in sorted(_once(findings), key=_order)]

    def _reached(self, finding: Finding, root: Path) -> Finding:
        if finding.source is None:
            return finding
        shown = reached(root / finding.source.file)
        self._excerpts.files[shown] = finding.source.file
        return replace(finding, source=replace(finding.source, file=shown))

    def json(self, **others: Sequence[Mapping[str, object]]) -> str:
        """Give the findings as JSON, after other lists of records that a command has."""
        records = [_record(finding) for finding in self.findings]
        return json.dumps({"version": 1, **others, "findings": records}, indent=2, ensure_ascii=False)

    def lines(self, *, brief: bool = False) -> Iterator[str]:
        """Give the lines of the text report, grouped by agreement, the worst first; one line a finding if brief.

        Findings that someone accepts come last, one line each.
        """
        groups: dict[str, list[Finding]] = {}
        for finding in self.findings:
            if not finding.is_accepted:
                groups.setdefault(finding.agreement, []).append(finding)
        for number, (agreement, found) in enumerate(groups.items()):
            if not brief:
                yield from ([""] if number else [])
                yield agreement or _WORKSPACE
            for finding in found:
                yield from [_line(finding)] if brief else self._whole(finding)
        if not brief:
            yield from self._accepted(bool(groups))

    def _whole(self, finding: Finding) -> Iterator[str]:
        yield _line(finding)
        yield from (f"      {line}" for line in self._excerpts.around(finding.source))
        for label, words in (
            ("Why", finding.why),
            ("Mend", finding.fix),
            ("Law", finding.authority),
            ("Changed here", finding.changed),
            ("Facts", finding.facts),
        ):
            if words:
                yield f"    {label}: {words}"

    def _accepted(self, more: bool) -> Iterator[str]:
        accepted = [finding for finding in self.findings if finding.is_accepted]
        if accepted:
            yield from ([""] if more else [])
            yield "Accepted"
        for finding in accepted:
            acceptance = finding.acceptance
            assert acceptance is not None
            where = str(finding.source or finding.path)
            yield f"{where}: accepted {finding.severity}: {finding.message} [{finding.rule}]"
            yield f"    By the {acceptance.by}, until {acceptance.until}: {acceptance.reason}"

    def ending(self) -> str:
        """Give the last lines: what could not be read, and how much was found."""
        files = [f"Not read to the end, so not all is known of it: {file}" for file in self._failed]
        return "\n".join(["", *files, self.tally()] if self.findings or files else [self.tally()])

    def tally(self) -> str:
        """Give the closing line."""
        agreements = len(self.agreements) + len(self._failed)
        read = f"{counted(agreements, 'agreement')} read"
        numbers = Counter(finding.severity for finding in self.findings if not finding.is_accepted)
        found = [counted(numbers[severity], severity) for severity in SEVERITIES if numbers[severity]]
        accepted = sum(finding.is_accepted for finding in self.findings)
        found += [f"{accepted} accepted"] if accepted else []
        if not agreements:
            read += " (they stand in `agreements/`, one a file)"
        if not numbers:
            return f"{read}: no problems, no gaps{f' ({accepted} accepted)' if accepted else ''}."
        return f"{read}: {' and '.join([', '.join(found[:-1]), found[-1]] if len(found) > 1 else found)}."


def _once(findings: Iterable[Finding]) -> Iterator[Finding]:
    """Give each finding once: a thing that two agreements use is reported with the first of them."""
    seen = set()
    for finding in findings:
        key = (finding.source or finding.path, finding.rule, finding.message, finding.is_accepted)
        if key not in seen:
            seen.add(key)
            yield finding


def _order(finding: Finding) -> tuple[object, ...]:
    place = finding.source
    where = (place.file, place.line, place.column) if place is not None else ("", 0, 0)
    return finding.agreement, SEVERITIES.index(finding.severity), *where, finding.rule, finding.message


def _record(finding: Finding) -> dict[str, object]:
    place, acceptance = finding.source, finding.acceptance
    return {
        "rule": finding.rule,
        "severity": finding.severity,
        "message": finding.message,
        "agreement": finding.agreement,
        "file": place.file if place is not None else "",
        "line": place.line if place is not None else None,
        "column": place.column if place is not None else None,
        "path": finding.path,
        "why": finding.why,
        "fix": finding.fix,
        "authority": finding.authority,
        "facts": finding.facts,
        "accepted": finding.is_accepted,
        "acceptance": acceptance.model_dump(mode="json", exclude_none=True) if acceptance is not None else None,
    }


def _line(finding: Finding) -> str:
    where = str(finding.source) if finding.source is not None else finding.path or finding.agreement
    severity = styled(finding.severity, _COLOURS[finding.severity])
    return f"{where}: {severity}: {finding.message} [{finding.rule}]"
