"""What the commands about gateways share: the format, the law that they look in, and words of closed lists."""

from __future__ import annotations

from collections.abc import Collection
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from dsagen.law.catalogue import Catalogue

__all__ = ["Folder", "Format", "FormatOption", "law_of", "word"]


_FEW = 12
"""Words that a message can list."""


class Format(StrEnum):
    """How the answer is printed."""

    TEXT = "text"
    JSON = "json"


FormatOption = Annotated[Format, typer.Option("--format", help="Text, or JSON for programs. Example: --format json")]
Folder = Annotated[
    Path | None,
    typer.Option(
        "-C",
        metavar="DIR",
        help="A workspace whose own records and confirmations count too. Without it: the catalogue alone. "
        "Example: -C examples/young-carer-flag",
        show_default=False,
    ),
]


def law_of(folder: Path | None, command: str) -> Catalogue:
    """Give the law: the catalogue, with what a workspace adds where one is named. Say if part of that is wrong."""
    from dsagen.law.catalogue import catalogue

    if folder is None:
        return catalogue()
    from dsagen.cli.opening import open_workspace

    reading = open_workspace(folder, f"{command} -C")
    wrong = [problem for problem in reading.problems if problem.source and problem.source.file.startswith("law/")]
    for problem in wrong:
        typer.echo(f"{problem.source}: {problem.message}. It is left out. Run `dsagen check`.", err=True)
    return reading.law


def word(written: str | None, known: Collection[str], option: str, kind: str) -> str | None:
    """Give a word of a closed list, however it is written. Raise `typer.BadParameter` for any other."""
    if written is None:
        return None
    meant = written.strip().lower().replace("-", "_").replace(" ", "_")
    if meant in known:
        return meant
    from dsagen.workspace.suggest import did_you_mean

    close = [name for name in known if meant and meant in name.split("_")] if len(known) > _FEW else []
    offer = f"Did you mean `{'` or `'.join(close)}`?" if close else did_you_mean(written, known, "one of")
    raise typer.BadParameter(f"`{written}` is no {kind}. {offer}", param_hint=option)
