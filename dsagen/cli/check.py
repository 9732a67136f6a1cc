"""`dsagen check`: read a workspace, and say everything that is wrong or missing."""

from __future__ import annotations

import os
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from dsagen.cli.as_at import AsAtOption, day_of, today
from dsagen.cli.check_formats import CheckFormat, CheckFormatOption, chosen_format
from dsagen.cli.exit_codes import ExitCode, first_of
from dsagen.cli.fail_on import FailOn, code_for
from dsagen.cli.options import FailOnOption, QuietOption, WorkspaceArgument

if TYPE_CHECKING:
    from dsagen.cli.later import Later
    from dsagen.cli.report import Report
    from dsagen.portfolio.checking import Checked

__all__ = ["EXAMPLE", "check"]

_Fresh = Annotated[
    bool,
    typer.Option(
        "--fresh", help="Ask every rule again, also about agreements that have not changed since the last check."
    ),
]

EXAMPLE = "Example: dsagen check examples/young-carer-flag    or: dsagen check --as-at 2027-01-31"


def check(
    path: WorkspaceArgument = None,
    as_at: AsAtOption = None,
    report_format: CheckFormatOption = CheckFormat.AUTO,
    quiet: QuietOption = False,
    fresh: _Fresh = False,
    fail_on: FailOnOption = FailOn.ERROR,
) -> None:
    """Check a workspace against the law and against what reviewers send back.

    Every problem comes in one run, each with its file, line and column, why it matters, how to mend it and the
    authority. `dsagen explain RULE` says more. With --as-at it also says what changes between today and that day.
    Exit code 0: fine. 1: a finding at or above --fail-on that nobody accepts, or a gap in an agreement that is agreed
    or later. 3: something in the YAML is wrong.
    """
    from dsagen.cli.report import Report

    day = day_of(as_at)
    found = _many(path, day, fresh=fresh) if as_at is None else None
    later = None
    if found is None:
        found, later = _whole(path, day, compare=as_at is not None)
    report = Report(found.root, found.findings, found.agreements, found.failed)
    _print(report, chosen_format(report_format), later, quiet=quiet)
    codes = [code_for(found.findings, fail_on, found.final)]
    codes += [ExitCode.SOURCE] if found.unreadable else []
    raise typer.Exit(first_of(codes))


def _many(path: Path | None, day: date, *, fresh: bool) -> Checked | None:
    """Check a large workspace whose agreements stand alone; None where the workspace is another."""
    from dsagen.portfolio.many import check_many, many_at

    large = many_at(path)
    return check_many(*large, day, fresh=fresh) if large is not None else None


def _whole(path: Path | None, day: date, *, compare: bool) -> tuple[Checked, Later | None]:
    """Check any workspace, and say what changes between today and the day where that was asked."""
    from dsagen.cli.later import Later
    from dsagen.cli.opening import open_workspace
    from dsagen.portfolio.checking import checked

    reading = open_workspace(path)
    found = checked(reading, day)
    return found, Later(reading, found, today(), day) if compare else None


def _print(report: Report, chosen: CheckFormat, later: Later | None, *, quiet: bool) -> None:
    if chosen is CheckFormat.JSON:
        typer.echo(report.json(**({"changes": later.records()} if later is not None else {})))
    elif chosen is CheckFormat.SARIF:
        from dsagen import __version__
        from dsagen.checks.rulebook import rulebook
        from dsagen.exchange.sarif import sarif_log

        typer.echo(sarif_log(report.findings, rulebook(), __version__))
    elif chosen is CheckFormat.JUNIT:
        from dsagen.exchange.junit import junit_report

        typer.echo(junit_report(report.findings, report.agreements), nl=False)
    elif chosen is CheckFormat.GITHUB:
        _annotate(report)
    else:
        for line in report.lines(brief=quiet):
            typer.echo(line)
        if not quiet:
            typer.echo(report.ending())
            for line in later.lines() if later is not None else ():
                typer.echo(line)


def _annotate(report: Report) -> None:
    from dsagen.exchange.github import annotation_lines, summary

    for line in annotation_lines(report.findings):
        typer.echo(line)
    typer.echo(report.tally())
    file = os.environ.get("GITHUB_STEP_SUMMARY")
    if file:
        with Path(file).open("a", encoding="utf-8") as page:
            page.write(summary(report.findings, report.tally()))
