"""What `build` says at its end: what was made, what could not be, what is left over, and the exit code."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path, PurePosixPath

import typer

from dsagen.cli.exit_codes import ExitCode, first_of
from dsagen.cli.fail_on import FailOn, code_for
from dsagen.cli.libraries import install_lines
from dsagen.cli.made import count, print_files
from dsagen.cli.report import Report
from dsagen.cli.saying import counted, reached
from dsagen.portfolio.build import BuildReport
from dsagen.portfolio.lock import LOCK_FILE, LockUnreadable
from dsagen.portfolio.outputs import FolderBusy, Outputs
from dsagen.writers.errors import PdfLibrariesMissing

__all__ = ["code_of", "explain", "open_outputs", "print_left", "print_report"]


@contextmanager
def open_outputs(folder: Path, root: Path, *, dry: bool) -> Iterator[Outputs]:
    """Give the outputs of a folder, or say why they cannot be had."""
    outputs = Outputs(folder, root, dry=dry)
    try:
        outputs.__enter__()
    except FolderBusy as busy:
        typer.echo(f"Another build is writing to {reached(busy.folder)}. Wait until it has ended.", err=True)
        raise typer.Exit(ExitCode.DOCUMENT) from None
    except LockUnreadable as problem:
        typer.echo(
            f"{reached(outputs.home / LOCK_FILE)} cannot be used. {problem}.\n"
            "Take it from git again, or delete it: then everything is built anew.",
            err=True,
        )
        raise typer.Exit(ExitCode.SOURCE) from None
    except OSError as error:
        typer.echo(f"{reached(outputs.home)} cannot be written to: {error.strerror}. Nothing was built.", err=True)
        raise typer.Exit(ExitCode.DOCUMENT) from None
    try:
        yield outputs
    finally:
        outputs.__exit__(None, None, None)


def print_left(left: Sequence[PurePosixPath], pruned: Sequence[PurePosixPath], home: Path, *, prune: bool) -> None:
    """Print what nothing asks for any more."""
    for name in pruned:
        typer.echo(f"removed   {reached(home / name)}")
    if not left:
        return
    files = counted(len(left), "file")
    if prune:
        typer.echo(f"{files} kept, because somebody has changed what was built:")
    else:
        typer.echo(f"Nothing in the workspace asks for {files} any more. `dsagen build --prune` removes:")
    for name in left:
        typer.echo(f"  {reached(home / name)}")


def print_report(report: Report, built: BuildReport, folder: Path, *, quiet: bool) -> None:
    """Print every file, every finding and the closing lines; what failed alone, if quiet."""
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
    for reference in sorted(_not_complete(built)):
        status = built.agreements[reference].replace("_", " ")
        typer.echo(f"{reference} claims the status `{status}` and is not complete: its documents say DRAFT.")
    typer.echo(count(built.files, folder))


def _not_complete(built: BuildReport) -> set[str]:
    """Give the agreements that claim to be agreed or later, and have a gap or an error."""
    return {
        reference
        for reference, findings in built.findings.items()
        if built.agreements[reference]
        and any(each.severity in ("error", "gap") and not each.is_accepted for each in findings)
    }


def explain(built: BuildReport, *, debug: bool) -> None:
    """Say what can be done about documents that could not be made."""
    if built.missing_libraries:
        missing = PdfLibrariesMissing(built.missing_libraries)
        word = any(file.format == "docx" and file.outcome != "failed" for file in built.files)
        typer.echo(
            f"\n{missing}.{' The Word files were made.' if word else ''}\n"
            "Install the libraries, then run the same command again:",
            err=True,
        )
        for line in install_lines(missing):
            typer.echo(line, err=True)
    traces = list(dict.fromkeys(file.trace for file in built.files if file.trace))
    for trace in traces if debug else []:
        typer.echo(trace, err=True)
    if traces and not debug:
        typer.echo(
            "\ndsagen itself has failed. Please report it, with what `dsagen --debug build` prints. "
            "Take out what is confidential first.",
            err=True,
        )


def code_of(built: BuildReport, *, stale: bool) -> ExitCode:
    """Give the exit code."""
    final = _not_complete(built)
    found = (finding for reference in final for finding in built.findings[reference])
    codes = [code_for(found, FailOn.ERROR, final)]
    codes += [ExitCode.SOURCE] if built.unreadable else []
    codes += [ExitCode.DOCUMENT] if built.failures else []
    codes += [ExitCode.STALE] if stale else []
    return first_of(codes)
