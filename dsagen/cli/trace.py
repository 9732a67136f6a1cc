"""`dsagen trace`: from words in a document to the line that they come from, and to everything that shows it."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from dsagen.cli.exit_codes import ExitCode
from dsagen.cli.options import ReportFormat, ReportFormatOption
from dsagen.cli.saying import reached

if TYPE_CHECKING:
    from dsagen.portfolio.plan import PlannedDocument
    from dsagen.portfolio.tracing import Others, Trace
    from dsagen.workspace import Reading

__all__ = ["EXAMPLE", "trace"]

EXAMPLE = 'Example: dsagen trace NYC-001 "12 months"    or: dsagen trace build/NYC-001/dpia.docx "Public task"'

_What = Annotated[
    str,
    typer.Argument(
        metavar="REFERENCE|FILE", help="An agreement by its reference, or a document: Word, PDF, text or HTML."
    ),
]
_Words = Annotated[str, typer.Argument(metavar="WORDS", help="Words of one paragraph or cell, in quotation marks.")]
_Folder = Annotated[
    Path | None,
    typer.Option("-C", metavar="DIR", help="The workspace, instead of the nearest one.", show_default=False),
]
_Alone = Annotated[bool, typer.Option("--alone", help="Look at the documents of this agreement only.")]
_Everywhere = Annotated[
    bool, typer.Option("--everywhere", help="Look at all other agreements, also where they are more than 24.")
]
_EXTENSIONS = frozenset({".docx", ".pdf", ".txt", ".html", ".htm", ".doc"})


def trace(
    what: _What,
    words: _Words,
    folder: _Folder = None,
    alone: _Alone = False,
    everywhere: _Everywhere = False,
    report_format: ReportFormatOption = ReportFormat.TEXT,
) -> None:
    """Say where words of a document come from, and what else shows the same.

    It names the line of the YAML, the law record, the clause or the template, and every section that shows it.
    The case, white space, quotation marks and hyphens may differ.
    Exit code 0: found. 2: no such agreement, document or words. 3: the agreement or `dsagen.lock` cannot be read.
    4: a document cannot be composed, and the others do not have the words.
    """
    from dsagen.cli.opening import open_workspace
    from dsagen.cli.traced import json_of, lines
    from dsagen.portfolio import tracing

    if not any(letter.isalnum() for letter in words):
        raise typer.BadParameter("give at least one word to look for.", param_hint="WORDS")
    if alone and everywhere:
        raise typer.BadParameter("`--alone` and `--everywhere` ask for opposite things.", param_hint="--alone")
    file = _file(what)
    reading = open_workspace(_start(folder, file), "trace")
    document = _document(file, reading) if file is not None else None
    reference = document.agreement if document is not None else _reference(what, reading)
    found = tracing.trace(reading, reference, words, document, others=_others(alone, everywhere))
    for problem in found.problems:
        typer.echo(problem, err=True)
    if not found.sources:
        raise typer.Exit(_refuse(words, found, file, reference))
    if report_format is ReportFormat.JSON:
        typer.echo(json_of(found, reading))
        return
    if found.elsewhere and file is not None:
        typer.echo(f"{reached(file)} does not say “{words}”. Other documents of {reference} do.\n")
    for line in lines(found, reading, reference):
        typer.echo(line)


def _others(alone: bool, everywhere: bool) -> Others:
    return "none" if alone else "all" if everywhere else "few"


def _file(what: str) -> Path | None:
    path = Path(what)
    return path if path.suffix.lower() in _EXTENSIONS or path.is_file() else None


def _start(folder: Path | None, file: Path | None) -> Path | None:
    """Give where to look for the workspace: what was named, else around the file, else here."""
    from dsagen.workspace import find_root

    if folder is not None or file is None:
        return folder
    return find_root(file.absolute().parent)


def _reference(written: str, reading: Reading) -> str:
    from dsagen.workspace.suggest import did_you_mean

    known = list(reading.workspace.agreements)
    match = next((each for each in known if each.lower() == written.strip().lower()), None)
    if match is not None:
        return match
    for failed in reading.failed:
        typer.echo(
            f"{reached(reading.root / failed)} cannot be read, so nothing is said of it. Run `dsagen check`.", err=True
        )
    if reading.failed:
        raise typer.Exit(ExitCode.SOURCE)
    offer = did_you_mean(written, known, "one of") if known else "The workspace has none."
    raise typer.BadParameter(f"there is no agreement `{written}`. {offer}", param_hint="REFERENCE")


def _document(file: Path, reading: Reading) -> PlannedDocument:
    """Give the document that a file is of, and say where it is not as it was built."""
    from dsagen.portfolio.lock import LockUnreadable
    from dsagen.portfolio.whose import whose

    if file.suffix.lower() in (".yaml", ".yml"):
        raise typer.BadParameter(
            f"`{file}` is a source. Name an agreement by its reference, or a document that was built.",
            param_hint="FILE",
        )
    try:
        found = whose(file, reading)
    except LockUnreadable as problem:
        typer.echo(f"{reached(problem.path)} cannot be used. {problem}.", err=True)
        raise typer.Exit(ExitCode.SOURCE) from None
    if found is None:
        exists = "is no document of" if file.exists() else "is not there, and no document of"
        raise typer.BadParameter(
            f"`{file}` {exists} the workspace {reached(reading.root)}{_other_reason(reading)}. "
            "Name an agreement by its reference, or name the workspace with -C.",
            param_hint="FILE",
        )
    notes = {
        "changed_by_hand": "somebody has changed it since it was built",
        "not_in_lock": "dsagen.lock does not know it",
        "gone": "it is not there",
    }
    if found.state in notes:
        typer.echo(f"{reached(file)}: {notes[found.state]}. What the sources say now is looked at.", err=True)
    return found.document


def _other_reason(reading: Reading) -> str:
    return ", as far as that can be read (run `dsagen check`)" if reading.has_errors else ""


def _refuse(words: str, found: Trace, file: Path | None, reference: str) -> ExitCode:
    """Say that nothing has the words, and what is most like them."""
    if found.problems:
        return ExitCode.DOCUMENT
    nearest = ", ".join(f"“{each}”" for each in found.nearest)
    offer = f"The nearest: {nearest}." if nearest else "Give fewer words, as the document has them."
    which = f"Neither {reached(file)} nor any other" if file is not None else "No"
    typer.echo(
        f"{which} document of {reference} says “{words}”. {offer}\n"
        "The words must stand in one paragraph, heading or cell.",
        err=True,
    )
    return ExitCode.USAGE
