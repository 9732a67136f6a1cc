"""Findings as annotations on GitHub, and as a table for the summary of a run.

Source: GitHub's workflow commands (`::error file=…,line=…::message`).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from dsagen.model.finding import Finding

__all__ = ["annotation_lines", "summary"]

_COMMANDS: Mapping[str, str] = {"error": "error", "gap": "warning", "warning": "warning", "advice": "notice"}


def annotation_lines(findings: Iterable[Finding]) -> Iterator[str]:
    """Give a line for each finding that nobody accepts. Its file is as it is reached from the repository's root."""
    for finding in findings:
        if finding.is_accepted:
            continue
        place = finding.source
        where = {"file": place.file, "line": str(place.line), "col": str(place.column)} if place is not None else {}
        properties = {**where, "title": f"{finding.rule} ({finding.severity})"}
        said = ",".join(f"{name}={_property(value)}" for name, value in properties.items())
        words = "\n".join(word for word in (finding.message, finding.fix, finding.authority) if word)
        yield f"::{_COMMANDS[finding.severity]} {said}::{_data(words)}"


def summary(findings: Iterable[Finding], tally: str) -> str:
    """Give a Markdown table of the findings, to be added to the summary of a run."""
    rows = [
        f"| {finding.severity} | {finding.rule} | {_cell(str(finding.source or ''))} | {_cell(finding.message)} |"
        for finding in findings
        if not finding.is_accepted
    ]
    table = ["| Severity | Rule | Where | What |", "| --- | --- | --- | --- |", *rows, ""] if rows else []
    return "\n".join(["## dsagen check", "", *table, tally, ""])


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")


def _cell(text: str) -> str:
    return " ".join(text.split()).replace("\\", "\\\\").replace("|", "\\|").replace("<", "&lt;")
