"""`dsagen succeed`: one body takes the place of others, in every agreement that runs on or after a day."""

from __future__ import annotations

import tempfile
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from dsagen.cli.exit_codes import ExitCode, first_of
from dsagen.cli.fail_on import FailOn, code_for
from dsagen.cli.options import FailOnOption, ReportFormat, ReportFormatOption

if TYPE_CHECKING:
    from dsagen.portfolio.succession import Brought, Proposal, Succession
    from dsagen.workspace import Reading

__all__ = ["EXAMPLE", "succeed"]

EXAMPLE = (
    "Example: dsagen succeed northmoor-council southmoor-council moorland-council --from 2028-04-01 --dry-run    "
    "or: dsagen succeed old-board new-board --from 2027-10-01 -C partnership"
)

_Parties = Annotated[
    list[str], typer.Argument(metavar="PARTY", help="Those that end, by id, and last the one that stands.")
]
_From = Annotated[
    str,
    typer.Option("--from", metavar="DATE", help="The first day of the new body. Example: --from 2028-04-01"),
]
_Author = Annotated[
    str | None,
    typer.Option(
        "--author",
        metavar="ROLE",
        help="The role that writes the new versions. Without it: the author of the last one of each agreement.",
        show_default=False,
    ),
]
_Folder = Annotated[
    Path | None,
    typer.Option(
        "-C",
        metavar="DIR",
        help="The workspace. Without it: the nearest dsagen.yaml, from here upwards. Example: -C partnership",
        show_default=False,
    ),
]
_DryRun = Annotated[bool, typer.Option("--dry-run", help="Show the findings and the edit, and write nothing.")]


def succeed(
    parties: _Parties,
    from_: _From,
    author: _Author = None,
    folder: _Folder = None,
    dry_run: _DryRun = False,
    fail_on: FailOnOption = FailOn.ERROR,
    report_format: ReportFormatOption = ReportFormat.TEXT,
) -> None:
    """Let one body take the place of others: a merger, or an abolition.

    It edits the YAML, with comments and order kept, and adds a version to each agreement that changes. First it shows
    what check finds on that day and did not find before, and what a person has to decide. Then it shows the edit, and
    writes all of it or nothing. The old bodies stay in the register of parties.
    Exit code 0: fine. 1: a new finding at or above --fail-on, or something for a person to decide. 2: no such party or
    day, or an edit that dsagen cannot make. 3: something in the YAML is wrong.
    """
    from dsagen.cli.succeeded import print_nothing, print_proposal, print_rebuild
    from dsagen.cli.succession_json import json_of
    from dsagen.portfolio.succession import Brought, brought, propose
    from dsagen.workspace.edit import EditRefused
    from dsagen.workspace.parse import parsing_once

    text = report_format is ReportFormat.TEXT
    with parsing_once(), _folder() as made, _folder() as other:
        reading = _opened(folder)
        asked = _asked(parties, _day(from_), author, reading)
        try:
            proposal = propose(reading, asked, Path(made))
            if not proposal.contents and text:
                print_nothing(proposal)
                return
            found = brought(proposal, Path(other)) if proposal.contents else Brought((), (), (), ())
            if text:
                print_proposal(proposal, found)
            if not dry_run:
                proposal.write()
        except EditRefused as refused:
            where = f"{refused.source}: " if refused.source else ""
            _stop(f"{where}Nothing was written: {refused.reason}. {refused.fix}".rstrip())
        if text:
            print_rebuild(proposal, found, written=not dry_run)
        else:
            typer.echo(json_of(proposal, found, written=not dry_run))
    raise typer.Exit(_code(proposal, found, fail_on))


def _folder() -> tempfile.TemporaryDirectory[str]:
    return tempfile.TemporaryDirectory(prefix="dsagen-")


def _opened(folder: Path | None) -> Reading:
    from dsagen.cli.opening import open_workspace
    from dsagen.cli.saying import reached
    from dsagen.workspace import SETTINGS_FILE, read_workspace

    reading = open_workspace(folder, "succeed -C")
    is_part = folder is not None and folder.is_file()
    if is_part and any("/" in file for file in reading.used) and (reading.root / SETTINGS_FILE).is_file():
        reading = read_workspace(reading.root)  # a succession is about all agreements, wherever the path leads
    wrong = [problem for problem in reading.problems if problem.severity == "error"]
    if not wrong and not reading.failed:
        return reading
    for problem in wrong:
        place = problem.source
        where = f"{reached(reading.root / place.file)}:{place.line}:{place.column}: " if place is not None else ""
        typer.echo(f"{where}{problem.message} [{problem.rule}]", err=True)
    typer.echo("Nothing was written: a place could be missed. Mend this first. `dsagen check` says how.", err=True)
    raise typer.Exit(ExitCode.SOURCE)


def _day(written: str) -> date:
    try:
        return date.fromisoformat(written.strip())
    except ValueError:
        raise typer.BadParameter(
            f"`{written}` is no day. Write year-month-day, such as 2028-04-01.", param_hint="--from"
        ) from None


def _asked(parties: list[str], day: date, author: str | None, reading: Reading) -> Succession:
    from dsagen.portfolio.succession import Refused, Succession, refuse

    *olds, new = parties
    if not olds:
        raise typer.BadParameter("name at least two parties: those that end, and last the one that stands.")
    asked = Succession(tuple(dict.fromkeys(olds)), new, day, author)
    try:
        refuse(asked, reading.workspace)
    except Refused as refused:
        _stop(f"Nothing was written: {refused.reason}. {refused.fix}".rstrip())
    return asked


def _code(proposal: Proposal, found: Brought, fail_on: FailOn) -> ExitCode:
    final = {key for key, agreement in proposal.before.workspace.agreements.items() if agreement.is_final}
    codes = [code_for(found.findings, fail_on, final)]
    codes += [ExitCode.FINDINGS] if proposal.left and fail_on is not FailOn.NEVER else []
    return first_of(codes)


def _stop(words: str) -> None:
    typer.echo(words, err=True)
    raise typer.Exit(ExitCode.USAGE)
