"""`dsagen build`: make the documents of a workspace."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, get_args

import typer

from dsagen.cli.exit_codes import ExitCode
from dsagen.cli.options import ReportFormat, ReportFormatOption, WorkspaceArgument

if TYPE_CHECKING:
    from dsagen.cli.watching import Silent

__all__ = ["EXAMPLE", "build"]

EXAMPLE = "Example: dsagen build examples/young-carer-flag    or: dsagen build --only dsa,dpia --to docx"

_Output = Annotated[
    Path | None,
    typer.Option(
        "--output",
        "-o",
        metavar="DIR",
        help="The folder for the documents. Without it: `build` in the workspace. Example: --output documents",
        show_default=False,
    ),
]
_Only = Annotated[
    str | None,
    typer.Option(
        metavar="DOCUMENTS",
        help="Build these alone: dsa, dpia, appropriate_policy, privacy_notice. Without it: those that dsagen.yaml "
        "names. Example: --only dsa,dpia",
        show_default=False,
    ),
]
_To = Annotated[
    str | None,
    typer.Option(
        metavar="FORMATS",
        help="The formats: docx, pdf, text, html, fragment. Without it: those that dsagen.yaml "
        "names. Example: --to docx,pdf",
        show_default=False,
    ),
]
_Jobs = Annotated[
    int,
    typer.Option(
        min=0,
        metavar="NUMBER",
        help="How many processes work. 0: one a processor. Example: --jobs 2",
        show_default=False,
    ),
]
_Force = Annotated[
    bool, typer.Option(help="Make everything again, and replace files that somebody has changed by hand.")
]
_DryRun = Annotated[bool, typer.Option("--dry-run", help="Write nothing. Say what would be written, and why.")]
_Check = Annotated[bool, typer.Option("--check", help="Write nothing. Exit with 5 if anything is out of date.")]
_Prune = Annotated[
    bool, typer.Option("--prune", help="Remove outputs that nothing in the workspace asks for any more.")
]
_Quiet = Annotated[bool, typer.Option("--quiet", "-q", help="Print only what failed, and one line a finding.")]
_Verbose = Annotated[bool, typer.Option("--verbose", "-v", help="Print each file as it is made, with its time.")]


def build(
    context: typer.Context,
    path: WorkspaceArgument = None,
    output: _Output = None,
    only: _Only = None,
    to: _To = None,
    jobs: _Jobs = 0,
    force: _Force = False,
    dry_run: _DryRun = False,
    check: _Check = False,
    prune: _Prune = False,
    quiet: _Quiet = False,
    verbose: _Verbose = False,
    report_format: ReportFormatOption = ReportFormat.TEXT,
) -> None:
    """Make the documents of a workspace.

    Only what would change is made, and `dsagen.lock` records what each file was made from.
    A file is replaced whole or not at all. What fails does not stop the rest, and a build that is stopped goes on
    where it was.
    Exit code 0: fine. 1: an agreement that is agreed or later has a gap or an error, so its documents say DRAFT.
    3: something in the YAML is wrong. 4: a document could not be written. 5: with `--check`, something is out of date.
    """
    from dsagen.cli.built import code_of, explain, open_outputs, print_left, print_report
    from dsagen.cli.made import records
    from dsagen.cli.opening import house_of, library_of, open_workspace
    from dsagen.cli.report import Report
    from dsagen.cli.words import chosen
    from dsagen.model.vocabulary import DocumentKind, FileFormat
    from dsagen.portfolio.build import Building, Choices, build_whole
    from dsagen.portfolio.build_many import build_many
    from dsagen.portfolio.many import many_at
    from dsagen.portfolio.plan import Formats, planned
    from dsagen.workspace import read_agreements

    large = many_at(path)
    reading = read_agreements(large[0], ()) if large is not None else open_workspace(path, "build")
    settings = reading.workspace.settings
    kinds = chosen(only, get_args(DocumentKind), settings.documents, "--only")
    formats = Formats(
        chosen(to, get_args(FileFormat), settings.formats, "--to"),
        chosen(to, get_args(FileFormat), settings.notice_formats, "--to"),
    )
    folder = output if output is not None else reading.root / "build"
    choices = Choices(formats, jobs, force=force, dry=dry_run or check)
    if not choices.dry and (large is not None or planned(reading.workspace, reading.law, kinds)):
        _make(folder)
    with open_outputs(folder, reading.root, dry=choices.dry) as outputs:
        with _watching(quiet=quiet or check, verbose=verbose) as progress:
            building = Building(library_of(reading), house_of(reading), outputs, choices, progress)
            if large is not None:
                built = build_many(building, reading, large[1], kinds)
            else:
                built = build_whole(building, reading, kinds)
        left = built.left_over
        pruned = [name for name in left if prune and not choices.dry and outputs.prune(name)]
    found = [*built.problems, *(each for every in built.findings.values() for each in every)]
    report = Report(reading.root, found, tuple(built.agreements), sorted(set(built.failed)))
    if report_format is ReportFormat.JSON:
        typer.echo(report.json(outputs=records(built.files, folder)))
    else:
        print_report(report, built, folder, quiet=quiet)
        print_left([name for name in left if name not in pruned], pruned, outputs.home, prune=prune)
    explain(built, debug=bool(context.obj))
    raise typer.Exit(code_of(built, stale=check and bool(built.stale)))


def _make(folder: Path) -> None:
    """Make the output folder, or say why that cannot be."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except (FileExistsError, NotADirectoryError):
        typer.echo(f"The documents cannot be put in `{folder}`: a file of that name, not a folder, is there.", err=True)
        raise typer.Exit(ExitCode.USAGE) from None
    except OSError as error:
        typer.echo(f"The folder `{folder}` cannot be made: {error.strerror}. Nothing was built.", err=True)
        raise typer.Exit(ExitCode.DOCUMENT) from None


def _watching(*, quiet: bool, verbose: bool) -> Silent:
    from dsagen.cli.watching import Bar, Lines, Silent

    if verbose:
        return Lines()
    return Bar() if not quiet and sys.stderr.isatty() else Silent()
