"""Opening the workspace that a command is about."""

from __future__ import annotations

from pathlib import Path

import typer

from dsagen.cli.exit_codes import ExitCode
from dsagen.documents.house import House, make_house
from dsagen.documents.library import Library
from dsagen.workspace import SETTINGS_FILE, Reading, WorkspaceNotFound, read_workspace

__all__ = ["house_of", "library_of", "open_workspace"]


def open_workspace(path: Path | None, command: str = "check") -> Reading:
    """Read the workspace at a path, or the nearest one. Where there is none, say how to go on and exit with 2."""
    start = path if path is not None else Path()
    try:
        return read_workspace(start)
    except WorkspaceNotFound as error:
        typer.echo(_say(path, command, exists=error.exists), err=True)
        raise typer.Exit(ExitCode.USAGE) from None


def library_of(reading: Reading) -> Library:
    """Give the templates and clauses of a workspace: its own in front of those that ship with the program."""
    return Library(reading.root / "templates")


def house_of(reading: Reading) -> House:
    """Give the house style of a workspace, as far as it is sound."""
    return make_house(reading.workspace.settings, reading.house)


def _say(path: Path | None, command: str, *, exists: bool) -> str:
    go_on = (
        f"A workspace is a folder with a file `{SETTINGS_FILE}`. Name one (`dsagen {command} FOLDER`), go into one, "
        "or copy a folder from `examples/` and change it."
    )
    if not exists:
        return f"There is no file or folder `{path}`.\n{go_on}"
    place = "here" if path is None else f"at `{path}`"
    return f"There is no workspace {place}, nor in the folders above.\n{go_on}"
