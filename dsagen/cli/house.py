"""`dsagen house`: a reference document to start from."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from dsagen.cli.exit_codes import ExitCode
from dsagen.cli.options import WorkspaceArgument

__all__ = ["EXAMPLE", "house"]

EXAMPLE = "Example: dsagen house --write reference.docx"


def house(
    path: WorkspaceArgument = None,
    write: Annotated[
        Path | None,
        typer.Option(
            "--write",
            metavar="FILE",
            help="Write the reference document. Example: --write reference.docx",
            show_default=False,
        ),
    ] = None,
) -> None:
    """Write a Word file with every style that documents use, to make it your own.

    It has the accent and font of the workspace, where there is one. Change the styles in Word, add a header and a
    footer, and name the file as `reference` under `house_style` in dsagen.yaml. A file that is there is not replaced.
    """
    from dsagen.cli.opening import house_of, open_workspace
    from dsagen.documents.house import PLAIN
    from dsagen.workspace import find_root
    from dsagen.writers.docx.starting import starting_document

    if write is None or write.suffix.lower() != ".docx":
        typer.echo(f"Name the file to write, one that ends in `.docx`.\n{EXAMPLE}", err=True)
        raise typer.Exit(ExitCode.USAGE)
    known = path is not None or find_root(Path()) is not None
    content = starting_document(house_of(open_workspace(path, "house")) if known else PLAIN)
    try:
        write.parent.mkdir(parents=True, exist_ok=True)
        with write.open("xb") as file:
            file.write(content)
    except FileExistsError:
        typer.echo(f"`{write}` is there already, and is left as it is. Choose another name.", err=True)
        raise typer.Exit(ExitCode.USAGE) from None
    except OSError as error:
        typer.echo(f"`{write}` cannot be written: {error.strerror}.", err=True)
        raise typer.Exit(ExitCode.USAGE) from None
    typer.echo(write.as_posix())
