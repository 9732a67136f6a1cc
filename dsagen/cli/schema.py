"""`dsagen schema`: JSON Schema for editors, one a kind of file."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from dsagen.cli.exit_codes import ExitCode

__all__ = ["EXAMPLE", "Kind", "schema"]

EXAMPLE = "Example: dsagen schema agreement    or: dsagen schema --write schema"


class Kind(StrEnum):
    """The kinds of file in a workspace."""

    SETTINGS = "settings"
    PARTIES = "parties"
    PEOPLE = "people"
    DATASETS = "datasets"
    AGREEMENT = "agreement"
    ASSESSMENT = "assessment"
    PATTERN = "pattern"


def schema(
    kind: Annotated[Kind | None, typer.Argument(help="The kind of file. Without it: all, with --write.")] = None,
    write: Annotated[
        Path | None,
        typer.Option("--write", metavar="DIR", help="Write the files into this folder. Example: --write schema"),
    ] = None,
) -> None:
    """Print or write the JSON Schema of the YAML files.

    An editor that reads it completes keys, explains them and marks mistakes. The first line of a file names its
    schema: `# yaml-language-server: $schema=../schema/dsagen-agreement.schema.json`.
    """
    from dsagen.workspace.schema import schema_name, schema_text

    kinds = list(Kind) if kind is None else [kind]
    if write is None:
        if kind is None:
            known = ", ".join(each.value for each in Kind)
            typer.echo(f"Name the kind of file ({known}), or give `--write DIR` for all of them.\n{EXAMPLE}", err=True)
            raise typer.Exit(ExitCode.USAGE)
        typer.echo(schema_text(kind.value), nl=False)
        return
    try:
        write.mkdir(parents=True, exist_ok=True)
        for each in kinds:
            target = write / schema_name(each.value)
            target.write_text(schema_text(each.value), encoding="utf-8", newline="\n")
            typer.echo(target.as_posix())
    except OSError as error:
        typer.echo(f"The folder `{write}` cannot be written to: {error.strerror}.", err=True)
        raise typer.Exit(ExitCode.USAGE) from None
