"""`dsagen status`: where every agreement stands, the most urgent first."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from dsagen.cli.as_at import AsAtOption, day_of
from dsagen.cli.exit_codes import ExitCode, first_of
from dsagen.cli.options import WorkspaceArgument

if TYPE_CHECKING:
    from collections.abc import Iterable

    from dsagen.portfolio.standing import Span
    from dsagen.portfolio.status import Row

__all__ = ["EXAMPLE", "status"]

EXAMPLE = "Example: dsagen status --due-within 3m    or: dsagen status --format csv > agreements.csv"


class StatusFormat(StrEnum):
    """How the rows are printed."""

    TEXT = "text"
    JSON = "json"
    CSV = "csv"


class FailOnState(StrEnum):
    """The least urgent state that fails a run."""

    DUE = "due"
    OVERDUE = "overdue"
    LAPSED = "lapsed"
    NEVER = "never"


_RANKS = (FailOnState.LAPSED, FailOnState.OVERDUE, FailOnState.DUE)
_DueWithin = Annotated[
    str,
    typer.Option(
        "--due-within",
        metavar="TIME",
        help="How soon a review or an end is due: days, weeks or months. Example: --due-within 90d, 12w or 3m",
    ),
]
_FailOn = Annotated[
    FailOnState,
    typer.Option(
        "--fail-on",
        help="The least urgent state that makes the exit code 1: `due`, `overdue` and `lapsed`, in this order. "
        "Example: --fail-on overdue",
    ),
]
_Format = Annotated[
    StatusFormat,
    typer.Option("--format", help="Text for people, JSON for programs, CSV for spreadsheets. Example: --format csv"),
]
_Output = Annotated[
    Path | None,
    typer.Option(
        "--output",
        "-o",
        metavar="DIR",
        help="The folder with the documents. Without it: `build` in the workspace. Example: --output public",
        show_default=False,
    ),
]


def status(
    path: WorkspaceArgument = None,
    due_within: _DueWithin = "90d",
    fail_on: _FailOn = FailOnState.NEVER,
    as_at: AsAtOption = None,
    report_format: _Format = StatusFormat.TEXT,
    output: _Output = None,
) -> None:
    """Say where every agreement stands: its state, its next review, what is open, and whether it is built.

    The most urgent comes first. docs/status.md says what each state means.
    Exit code 0: fine. 1: an agreement is in the state of --fail-on, or a more urgent one. 3: an agreement or
    `dsagen.lock` cannot be read.
    """
    from dsagen.cli.built import open_outputs
    from dsagen.cli.opening import house_of, library_of, open_workspace
    from dsagen.cli.stood import csv_of, json_of, lines
    from dsagen.portfolio.status import check_for_status
    from dsagen.portfolio.status import status as rows_of
    from dsagen.portfolio.verifying import verify

    day, span = day_of(as_at), _span(due_within)
    reading = open_workspace(path, "status")
    folder = output if output is not None else reading.root / "build"
    with open_outputs(folder, reading.root, dry=True) as outputs:
        verification = verify(reading, library_of(reading), house_of(reading), outputs)
    rows = rows_of(reading, check_for_status(reading, day), verification, day, span)
    if report_format is StatusFormat.JSON:
        typer.echo(json_of(rows, reading.root))
    elif report_format is StatusFormat.CSV:
        typer.echo(csv_of(rows, reading.root).encode(), nl=False)
    else:
        for line in lines(rows, reading, day):
            typer.echo(line)
    codes = [ExitCode.SOURCE] if reading.has_errors else []
    codes += [ExitCode.FINDINGS] if _fails(rows, fail_on) else []
    raise typer.Exit(first_of(codes))


def _span(written: str) -> Span:
    from dsagen.portfolio.standing import Span

    try:
        return Span.written(written)
    except ValueError:
        raise typer.BadParameter(
            f"`{written}` is no length of time. Write days, weeks or months, such as 90d, 12w or 3m.",
            param_hint="--due-within",
        ) from None


def _fails(rows: Iterable[Row], fail_on: FailOnState) -> bool:
    if fail_on is FailOnState.NEVER:
        return False
    failing = {state.value for state in _RANKS[: _RANKS.index(fail_on) + 1]}
    return any(row.state in failing for row in rows)
