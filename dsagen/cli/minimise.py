"""`dsagen minimise`: take each field away, say what then fails, and propose what could be left out."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from dsagen.cli.as_at import AsAtOption, day_of
from dsagen.cli.exit_codes import ExitCode
from dsagen.cli.options import ReportFormat, ReportFormatOption, WorkspaceArgument
from dsagen.cli.words import known_word

if TYPE_CHECKING:
    from datetime import date

    from dsagen.checks.subjects import Case
    from dsagen.workspace import Reading

__all__ = ["EXAMPLE", "minimise"]

EXAMPLE = (
    "Example: dsagen minimise examples/young-carer-flag --flow F01    "
    "or: dsagen minimise --write NYC-001/F01/home-address"
)

_Agreement = Annotated[
    str | None,
    typer.Option("--agreement", metavar="REFERENCE", help="Only this agreement. Example: --agreement NYC-001"),
]
_Flow = Annotated[str | None, typer.Option("--flow", metavar="FLOW", help="Only this flow. Example: --flow F01")]
_Write = Annotated[
    list[str] | None,
    typer.Option(
        "--write",
        metavar="PROPOSAL",
        help="Apply a proposal to the YAML. Give it again for another. Nothing else in the file changes. "
        "Example: --write NYC-001/F01/home-address",
    ),
]
_ExitCode = Annotated[
    bool, typer.Option("--exit-code", help="End with exit code 1 where something could be left out, for scripts.")
]


def minimise(
    path: WorkspaceArgument = None,
    agreement: _Agreement = None,
    flow: _Flow = None,
    write: _Write = None,
    as_at: AsAtOption = None,
    form: ReportFormatOption = ReportFormat.TEXT,
    exit_code: _ExitCode = False,
) -> None:
    """Show what each field is needed for, and what could be left out.

    For every flow and every recipient it takes each field away and says what then fails. It gives the smallest sets of
    fields that are enough, and proposes what could be left out, lowered or slowed down. The tool proposes, and a
    person decides.
    Exit code 0: fine, whatever is found, unless --exit-code asks otherwise. 2: no such agreement, flow or proposal, or
    a change that dsagen cannot make. 3: an agreement could not be read.
    """
    from dsagen.cli.minimised import Minimised
    from dsagen.cli.opening import open_workspace

    day = day_of(as_at)
    reading = open_workspace(path, "minimise")
    cases = _cases(reading, agreement, flow, day)
    if write:
        from dsagen.cli.reducing import apply_proposals

        apply_proposals(lambda: open_workspace(path, "minimise"), cases, write)
        return
    minimised = Minimised(reading, cases, flow)
    if form is ReportFormat.JSON:
        typer.echo(minimised.json())
    else:
        for line in minimised.lines():
            typer.echo(line)
    for file in reading.failed:
        typer.echo(f"{file} could not be read, so nothing is said of it. Run `dsagen check`.", err=True)
    if reading.failed:
        raise typer.Exit(ExitCode.SOURCE)
    if exit_code and minimised.is_open:
        raise typer.Exit(ExitCode.FINDINGS)


def _cases(reading: Reading, agreement: str | None, flow: str | None, day: date) -> list[Case]:
    from dsagen.checks.subjects import Case

    agreements = reading.workspace.agreements
    if agreement is not None:
        known_word(agreement, list(agreements), "--agreement", "agreement")
    chosen = [found for reference, found in agreements.items() if agreement in (None, reference)]
    cases = [Case(found, reading.workspace, reading.law, day) for found in chosen]
    if flow is not None and cases:
        known_word(flow, list(dict.fromkeys(found.key for case in cases for found in case.flows)), "--flow", "flow")
        cases = [case for case in cases if any(found.key == flow for found in case.flows)]
    return cases
