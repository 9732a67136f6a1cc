"""Findings as people and programs read them."""

from __future__ import annotations

import json
import os
import sys
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path

import typer

from dsagen.model.finding import SEVERITIES, Finding, Source
from dsagen.workspace import Reading

__all__ = ["Report", "counted", "reached"]

_COLOURS = {"error": "red", "gap": "yellow", "warning": "yellow", "advice": "cyan"}
_WIDEST = 160
"""Columns of an offending line that are shown."""


class Report:
    """Print findings about one workspace. File names are shown as they are reached from where the command runs."""

    def __init__(self, reading: Reading, findings: Iterable[Finding]) -> None:
        self._reading = reading
        self.findings = list(findings)

    def place(self, finding: Finding) -> Source | None:
        """Give the place of a finding, whether or not it has one of its own."""
        return finding.source or self._reading.sources.key(finding.path)

    def _shown(self, file: str) -> str:
        return reached(self._reading.root / file)

    def json(self, **others: Sequence[Mapping[str, object]]) -> str:
        """Give the findings as JSON, after other lists of records that a command has."""
        records = [self._record(finding) for finding in sorted(self.findings, key=self._order)]
        return json.dumps({"version": 1, **others, "findings": records}, indent=2, ensure_ascii=False)

    def _record(self, finding: Finding) -> dict[str, object]:
        place = self.place(finding)
        return {
            "rule": finding.rule,
            "severity": finding.severity,
            "message": finding.message,
            "agreement": finding.agreement,
            "file": self._shown(place.file) if place is not None else "",
            "line": place.line if place is not None else None,
            "column": place.column if place is not None else None,
            "path": finding.path,
            "fix": finding.fix,
            "authority": finding.authority,
            "accepted": False,
        }

    def lines(self, *, brief: bool = False) -> Iterator[str]:
        """Give the lines of the text report, grouped by file; one line a finding where it is brief.

        A thing that two agreements use is reported once.
        """
        seen: set[tuple[Source | None, str]] = set()
        file = None
        for finding in sorted(self.findings, key=self._order):
            place = self.place(finding)
            if (place, finding.message) in seen:
                continue
            seen.add((place, finding.message))
            shown = self._shown(place.file) if place is not None else finding.agreement
            if not brief and shown != file:
                yield from ([""] if file is not None else [])
                yield shown
                file = shown
            yield self._line(finding, place)
            if not brief:
                yield from self._excerpt(place)
                yield from (f"    {words}" for words in (finding.fix, finding.authority) if words)

    def _order(self, finding: Finding) -> tuple[Source, int, str]:
        place = self.place(finding) or Source("", 0, 0)
        return place, SEVERITIES.index(finding.severity), finding.message

    def _line(self, finding: Finding, place: Source | None) -> str:
        where = f"{self._shown(place.file)}:{place.line}:{place.column}" if place is not None else finding.path
        severity = typer.style(finding.severity, fg=_COLOURS[finding.severity]) if _in_colour() else finding.severity
        return f"{where}: {severity}: {finding.message}"

    def _excerpt(self, place: Source | None) -> Iterator[str]:
        line = self._reading.sources.line_text(place) if place is not None else ""
        if place is None or not line.strip():
            return
        start = max(0, place.column - _WIDEST // 2) if len(line) > _WIDEST else 0
        shown = line[start : start + _WIDEST]
        yield f"      {shown}"
        yield f"      {_under(shown, place.column - 1 - start)}^"

    def ending(self) -> str:
        """Give the last lines: what could not be read, and how much was found."""
        files = [
            f"Not read to the end, so its gaps are not known: {self._shown(file)}" for file in self._reading.failed
        ]
        return "\n".join(["", *files, self.tally()] if self.findings or files else [self.tally()])

    def tally(self) -> str:
        """Give the closing line."""
        agreements = len(self._reading.workspace.agreements) + len(self._reading.failed)
        read = f"{counted(agreements, 'agreement')} read"
        unique = {(self.place(finding), finding.message): finding.severity for finding in self.findings}
        numbers = Counter(unique.values())
        found = [counted(numbers[severity], severity) for severity in SEVERITIES if numbers[severity]]
        if not agreements:
            read += " (they stand in `agreements/`, one a file)"
        if not found:
            return f"{read}: no problems, no gaps."
        return f"{read}: {' and '.join([', '.join(found[:-1]), found[-1]] if len(found) > 1 else found)}."


def reached(path: Path) -> str:
    """Give a path as it is reached from where the command runs."""
    try:
        return Path(os.path.relpath(path)).as_posix()
    except ValueError:  # another drive
        return path.as_posix()


def counted(number: int, word: str) -> str:
    """Give a number with its word: `1 gap`, `2 gaps`, `3 pieces of advice`."""
    if word == "advice":
        return f"{number} {'piece' if number == 1 else 'pieces'} of advice"
    return f"{number} {word}" + ("" if number == 1 else "s")


def _in_colour() -> bool:
    return sys.stdout.isatty() and not os.environ.get("NO_COLOR")


def _under(line: str, column: int) -> str:
    """Give the blanks that end under a character: tabs stay tabs, wide characters take two columns, accents none."""
    blanks = []
    for character in line[:column]:
        if character == "\t":
            blanks.append("\t")
        elif unicodedata.combining(character) or unicodedata.category(character) in {"Cf", "Mn", "Me"}:
            continue
        else:
            blanks.append("  " if unicodedata.east_asian_width(character) in {"W", "F"} else " ")
    return "".join(blanks)
