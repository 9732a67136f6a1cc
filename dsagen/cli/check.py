"""`dsagen check`: read a workspace, and say everything that is wrong or missing."""

from __future__ import annotations

import typer

from dsagen.cli.exit_codes import ExitCode, first_of
from dsagen.cli.fail_on import FailOn, code_for
from dsagen.cli.options import FailOnOption, QuietOption, ReportFormat, ReportFormatOption, WorkspaceArgument

__all__ = ["EXAMPLE", "check"]

EXAMPLE = "Example: dsagen check examples/young-carer-flag"


def check(
    path: WorkspaceArgument = None,
    report_format: ReportFormatOption = ReportFormat.TEXT,
    quiet: QuietOption = False,
    fail_on: FailOnOption = FailOn.ERROR,
) -> None:
    """Check a workspace.

    Every problem comes in one run, each with its file, line and column, and what to do.
    Exit code 0: fine. 1: a finding at or above --fail-on, or a gap in an agreement that is agreed or later.
    3: something in the YAML is wrong.
    """
    from dsagen.cli.opening import library_of, open_workspace
    from dsagen.cli.report import Report
    from dsagen.portfolio.findings import findings_of

    reading = open_workspace(path)
    library = library_of(reading)
    agreements = reading.workspace.agreements.values()
    found = [finding for agreement in agreements for finding in findings_of(agreement, reading.workspace, library)]
    report = Report(reading, [*reading.problems, *found])
    if report_format is ReportFormat.JSON:
        typer.echo(report.json())
    else:
        for line in report.lines(brief=quiet):
            typer.echo(line)
        if not quiet:
            typer.echo(report.ending())
    final = {agreement.reference for agreement in agreements if agreement.is_final}
    codes = [code_for(found, fail_on, final)]
    codes += [ExitCode.SOURCE] if reading.problems or reading.failed else []
    raise typer.Exit(first_of(codes))
