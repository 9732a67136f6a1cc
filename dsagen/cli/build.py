"""`dsagen build`: make the documents of a workspace."""

from __future__ import annotations

import sys
import traceback
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, get_args

import typer

from dsagen.cli.exit_codes import ExitCode, first_of
from dsagen.cli.fail_on import FailOn, code_for
from dsagen.cli.options import ReportFormat, ReportFormatOption, WorkspaceArgument

if TYPE_CHECKING:
    from dsagen.cli.report import Report
    from dsagen.cli.watching import Silent
    from dsagen.portfolio.build import BuildReport
    from dsagen.workspace import Reading

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
_Quiet = Annotated[bool, typer.Option("--quiet", "-q", help="Print only what failed, and one line a finding.")]
_Verbose = Annotated[bool, typer.Option("--verbose", "-v", help="Print each file as it is made, with its time.")]


def build(
    context: typer.Context,
    path: WorkspaceArgument = None,
    output: _Output = None,
    only: _Only = None,
    to: _To = None,
    quiet: _Quiet = False,
    verbose: _Verbose = False,
    report_format: ReportFormatOption = ReportFormat.TEXT,
) -> None:
    """Make the documents of a workspace.

    A file is replaced whole or not at all, and one whose content would be the same is not touched.
    What fails does not stop the rest.
    Exit code 0: fine. 1: an agreement that is agreed or later has a gap or an error, so its documents say DRAFT.
    3: something in the YAML is wrong. 4: a document could not be written.
    """
    from dsagen.cli.made import records
    from dsagen.cli.opening import house_of, library_of, open_workspace
    from dsagen.cli.report import Report
    from dsagen.cli.words import chosen
    from dsagen.model.vocabulary import DocumentKind, FileFormat
    from dsagen.portfolio import build as portfolio
    from dsagen.portfolio.checking import placed
    from dsagen.portfolio.plan import Formats

    reading = open_workspace(path, "build")
    workspace, law = reading.workspace, reading.law
    settings = workspace.settings
    kinds = chosen(only, get_args(DocumentKind), settings.documents, "--only")
    formats = Formats(
        chosen(to, get_args(FileFormat), settings.formats, "--to"),
        chosen(to, get_args(FileFormat), settings.notice_formats, "--to"),
    )
    folder = output if output is not None else reading.root / "build"
    documents = portfolio.planned(workspace, law, kinds)
    if documents:
        _make(folder)
    with _watching(sum(len(formats.of(document)) for document in documents), quiet=quiet, verbose=verbose) as progress:
        built = portfolio.build(
            workspace, law, library_of(reading), documents, formats, folder, progress, house_of(reading)
        )
    found = placed(reading, [*reading.problems, *built.findings])
    report = Report(reading.root, found, tuple(workspace.agreements), reading.failed)
    if report_format is ReportFormat.JSON:
        typer.echo(report.json(outputs=records(built.files, folder)))
    else:
        _print(reading, report, built, folder, quiet=quiet)
    _explain(built, debug=bool(context.obj))
    raise typer.Exit(_code(reading, built))


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


def _watching(files: int, *, quiet: bool, verbose: bool) -> Silent:
    from dsagen.cli.watching import Bar, Lines, Silent

    if verbose:
        return Lines()
    return Bar(files) if files and not quiet and sys.stderr.isatty() else Silent()


def _print(reading: Reading, report: Report, built: BuildReport, folder: Path, *, quiet: bool) -> None:
    from dsagen.cli.made import count, print_files

    files = built.failures if quiet else built.files
    if files:
        print_files(files, folder)
    if not quiet and report.findings:
        typer.echo()
    for line in report.lines(brief=quiet):
        typer.echo(line)
    if quiet:
        return
    typer.echo(report.ending())
    for reference in sorted(_not_complete(reading, built)):
        status = reading.workspace.agreements[reference].status.replace("_", " ")
        typer.echo(f"{reference} claims the status `{status}` and is not complete: its documents say DRAFT.")
    typer.echo(count(built.files, folder))


def _not_complete(reading: Reading, built: BuildReport) -> set[str]:
    """Give the agreements that claim to be agreed or later, and have a gap or an error."""
    blocking = [each for each in built.findings if each.severity in ("error", "gap") and not each.is_accepted]
    found = {finding.agreement for finding in blocking}
    return {reference for reference in found if reading.workspace.agreements[reference].is_final}


def _explain(built: BuildReport, *, debug: bool) -> None:
    """Say what can be done about documents that could not be made."""
    from dsagen.cli.libraries import install_lines

    if built.pdf_libraries is not None:
        word = any(file.format == "docx" and file.outcome != "failed" for file in built.files)
        typer.echo(
            f"\n{built.pdf_libraries}.{' The Word files were made.' if word else ''}\n"
            "Install the libraries, then run the same command again:",
            err=True,
        )
        for line in install_lines(built.pdf_libraries):
            typer.echo(line, err=True)
    faults = list({id(file.fault): file.fault for file in built.files if file.fault is not None}.values())
    for fault in faults if debug else []:
        typer.echo("".join(traceback.format_exception(fault)), err=True)
    if faults and not debug:
        typer.echo(
            "\ndsagen itself has failed. Please report it, with what `dsagen --debug build` prints. "
            "Take out what is confidential first.",
            err=True,
        )


def _code(reading: Reading, built: BuildReport) -> ExitCode:
    final = _not_complete(reading, built)
    codes = [code_for((finding for finding in built.findings if finding.agreement in final), FailOn.ERROR, final)]
    codes += [ExitCode.SOURCE] if reading.has_errors else []
    codes += [ExitCode.DOCUMENT] if built.failures else []
    return first_of(codes)
