"""What `build` made, as people and programs read it."""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterable, Sequence
from pathlib import Path

import typer

from dsagen.cli.saying import counted, reached
from dsagen.portfolio.build import Built

__all__ = ["count", "print_files", "records"]


def records(files: Iterable[Built], folder: Path) -> list[dict[str, object]]:
    """Give each file as a record for JSON."""
    return [
        {
            "agreement": file.document.agreement,
            "document": file.document.kind,
            "party": file.document.party,
            "format": file.format,
            "path": reached(folder / file.path),
            "outcome": file.outcome,
            "reason": file.reason,
        }
        for file in files
    ]


def print_files(files: Sequence[Built], folder: Path) -> None:
    """Print a table on a terminal, and one plain line a file anywhere else."""
    if sys.stdout.isatty():
        _print_table(files, folder)
    for file in files:
        if not sys.stdout.isatty() or file.reason:
            reason = f": {file.reason}" if file.reason else ""
            typer.echo(f"{file.outcome:<9} {reached(folder / file.path)}{reason}")


def _print_table(files: Sequence[Built], folder: Path) -> None:
    """Print a table with a row for each document and a column for each format."""
    from rich import box
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    formats = list(dict.fromkeys(file.format for file in files))
    outcomes = {(file.document, file.format): file.outcome for file in files}
    table = Table(box=box.SIMPLE_HEAD, pad_edge=False)
    table.add_column(Text(reached(folder)), no_wrap=True)
    for format in formats:
        table.add_column(format)
    for document in dict.fromkeys(file.document for file in files):
        made = [outcomes.get((document, format), "") for format in formats]
        styled = [Text(word, style="red" if word == "failed" else "") for word in made]
        table.add_row(Text(str(document.file(""))), *styled)
    Console().print(table)


def count(files: Sequence[Built], folder: Path) -> str:
    """Give the closing line: how many files, where, and what became of them."""
    numbers = Counter(file.outcome for file in files)
    found = ", ".join(f"{number} {outcome}" for outcome, number in sorted(numbers.items(), reverse=True))
    return f"{counted(len(files), 'file')} in {reached(folder)}: {found}." if files else "There was nothing to build."
