"""Where agreements stand, as people, programs and spreadsheets read it."""

from __future__ import annotations

import csv
import io
import json
from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path

from dsagen.cli.saying import counted, reached, styled
from dsagen.model.finding import SEVERITIES
from dsagen.portfolio.standing import STATES
from dsagen.portfolio.status import OutputCounts, Row
from dsagen.workspace import Reading

__all__ = ["csv_of", "json_of", "lines"]

_HEADINGS = ("State", "Reference", "Review by", "Days", "Ends", "Err", "Gap", "Wrn", "Adv", "Outputs")
_RIGHT = {"Days", "Err", "Gap", "Wrn", "Adv"}
_COLOURS = {"lapsed": "red", "overdue": "red", "cannot_be_read": "red", "due": "yellow"}
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n")
"""What makes a spreadsheet read a cell as a formula (OWASP, CSV injection)."""
_WIDTH = 80
_BYTE_ORDER_MARK = "\ufeff"
"""Without it Excel reads UTF-8 as the code page of the machine."""


def lines(rows: Sequence[Row], reading: Reading, day: date) -> Iterator[str]:
    """Give a table with two lines an agreement, then how many there are, then what is wrong with the workspace."""
    known = [row for row in rows if row.state != "cannot_be_read"]
    cells = [_cells(row) for row in known]
    widths = [max(map(len, column)) for column in zip(_HEADINGS, *cells, strict=True)]
    for row in rows:
        if row.state == "cannot_be_read":
            yield f"{styled(_said(row.state), 'red')}  {reached(reading.root / row.file)}: run `dsagen check`"
    if known:
        yield _line(_HEADINGS, widths)
    for row, shown in zip(known, cells, strict=True):
        colour = _COLOURS.get(row.state)
        line = _line(shown, widths)
        yield styled(line[: widths[0]], colour) + line[widths[0] :] if colour else line
        yield from _named(row)
    yield from ([""] if rows else [])
    yield _tally(rows, day)
    errors = [problem for problem in reading.problems if problem.severity == "error" and not problem.agreement]
    if errors:
        yield f"Something in the YAML is wrong ({counted(len(errors), 'error')}): run `dsagen check`."


def _named(row: Row) -> Iterator[str]:
    """Give the title and the lead: on one line where there is room for both."""
    together = f"  {row.title} ({row.lead})"
    yield from [together] if len(together) <= _WIDTH else [f"  {row.title}", f"  ({row.lead})"]


def _cells(row: Row) -> tuple[str, ...]:
    findings = row.findings or {}
    return (
        _said(row.state),
        row.reference,
        str(row.review_by or "-"),
        "-" if row.days is None else str(row.days),
        str(row.ends or "-"),
        *(str(findings.get(severity, 0)) for severity in SEVERITIES),
        _outputs(row.outputs),
    )


def _line(cells: Sequence[str], widths: Sequence[int]) -> str:
    padded = (
        cell.rjust(width) if heading in _RIGHT else cell.ljust(width)
        for heading, cell, width in zip(_HEADINGS, cells, widths, strict=True)
    )
    return " ".join(padded).rstrip()


def _outputs(counts: OutputCounts | None) -> str:
    if counts is None or not counts.wanted:
        return "none"
    if counts.failed:
        return "not known"
    if not counts.built:
        return "not built"
    return f"{counts.stale} out of date" if counts.stale else "up to date"


def _said(state: str) -> str:
    return state.replace("_", " ")


def _tally(rows: Sequence[Row], day: date) -> str:
    numbers = Counter(row.state for row in rows)
    parts = [f"{numbers[state]} {_said(state)}" for state in STATES if numbers[state]]
    found = f": {', '.join(parts)}" if parts else " (they stand in `agreements/`, one a file)"
    return f"{counted(len(rows), 'agreement')} on {day}{found}."


def json_of(rows: Sequence[Row], root: Path) -> str:
    """Give the rows as JSON."""
    return json.dumps({"version": 1, "agreements": [_record(row, root) for row in rows]}, indent=2, ensure_ascii=False)


def _record(row: Row, root: Path) -> dict[str, object]:
    counts = row.outputs
    return {
        "reference": row.reference,
        "title": row.title,
        "lead": row.lead,
        "state": row.state,
        "status": row.status,
        "review_by": str(row.review_by) if row.review_by is not None else None,
        "days_to_review": row.days,
        "ends": str(row.ends) if row.ends is not None else None,
        "days_to_end": row.days_to_end,
        "findings": None if row.findings is None else {each: row.findings.get(each, 0) for each in SEVERITIES},
        "outputs": None if counts is None else {"state": _outputs(counts), **vars(counts)},
        "file": reached(root / row.file),
    }


def csv_of(rows: Sequence[Row], root: Path) -> str:
    """Give the rows as CSV for a spreadsheet: with a byte-order mark, and with no cell that is a formula (RFC 4180)."""
    page = io.StringIO()
    writer = csv.writer(page)
    writer.writerow([*_COLUMNS[:-3], *(f"{severity}_findings" for severity in SEVERITIES), *_COLUMNS[-3:]])
    for row in rows:
        findings = row.findings
        record = _record(row, root)
        told = [record[name] for name in _COLUMNS[:-3]]
        told += ["" if findings is None else findings.get(severity, 0) for severity in SEVERITIES]
        stale = row.outputs.stale if row.outputs is not None else ""
        told += ["" if row.outputs is None else _outputs(row.outputs), stale, record["file"]]
        writer.writerow([_harmless(cell) for cell in told])
    return _BYTE_ORDER_MARK + page.getvalue()


_COLUMNS = (
    *("reference", "title", "lead", "state", "status", "review_by", "days_to_review", "ends", "days_to_end"),
    *("outputs", "outputs_out_of_date", "file"),
)


def _harmless(cell: object) -> object:
    """Give a cell that no spreadsheet takes for a formula. Numbers are numbers."""
    if isinstance(cell, str) and cell.startswith(_FORMULA):
        return f"'{cell}"
    return "" if cell is None else cell
