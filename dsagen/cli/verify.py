"""`dsagen verify`: whether the documents are those that dsagen wrote, and what the sources say now."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from dsagen.cli.exit_codes import ExitCode, first_of
from dsagen.cli.options import ReportFormat, ReportFormatOption, WorkspaceArgument

__all__ = ["EXAMPLE", "verify"]

EXAMPLE = "Example: dsagen verify examples/young-carer-flag    or: dsagen verify --rebuild --output public"

_Output = Annotated[
    Path | None,
    typer.Option(
        "--output",
        "-o",
        metavar="DIR",
        help="The folder to verify. Without it: `build` in the workspace. Example: --output public",
        show_default=False,
    ),
]
_Rebuild = Annotated[
    bool, typer.Option("--rebuild", help="Make every file again, in memory, and compare its bytes. It takes as long.")
]
_Jobs = Annotated[
    int, typer.Option("--jobs", "-j", min=0, metavar="N", help="How many processes work. 0: one a processor.")
]


def verify(
    path: WorkspaceArgument = None,
    output: _Output = None,
    rebuild: _Rebuild = False,
    jobs: _Jobs = 0,
    report_format: ReportFormatOption = ReportFormat.TEXT,
) -> None:
    """Say which documents somebody has changed, and which are out of date.

    Each file is compared with `dsagen.lock`, and `dsagen.lock` with what the sources say now. It needs no git, and
    writes nothing.
    Exit code 0: fine. 3: `dsagen.lock` or something in the YAML cannot be read. 4: with what is there, a document could
    not be made again. 5: something is out of date, missing or changed by hand.
    """
    from dsagen.cli.built import open_outputs
    from dsagen.cli.opening import house_of, library_of, open_workspace
    from dsagen.cli.report import Report
    from dsagen.cli.verified import print_verification, records
    from dsagen.portfolio import verifying
    from dsagen.portfolio.checking import placed

    reading = open_workspace(path, "verify")
    folder = output if output is not None else reading.root / "build"
    if output is not None and not folder.is_dir():
        raise typer.BadParameter(
            f"there is no folder `{output}`. Name the folder that `dsagen build --output` wrote to.",
            param_hint="--output",
        )
    with open_outputs(folder, reading.root, dry=True) as outputs:
        found = verifying.verify(reading, library_of(reading), house_of(reading), outputs, rebuild=rebuild, jobs=jobs)
    wrong = [finding for finding in placed(reading, reading.problems) if finding.severity == "error"]
    report = Report(reading.root, wrong, tuple(reading.workspace.agreements), reading.failed)
    if report_format is ReportFormat.JSON:
        typer.echo(report.json(outputs=records(found), others=[{"path": str(name)} for name in found.others]))
    else:
        for line in report.lines(brief=True):
            typer.echo(line)
        print_verification(found)
    codes = [ExitCode.SOURCE] if reading.has_errors else []
    codes += [ExitCode.DOCUMENT] if found.failures and not reading.has_errors else []
    codes += [ExitCode.STALE] if found.is_stale else []
    raise typer.Exit(first_of(codes))
