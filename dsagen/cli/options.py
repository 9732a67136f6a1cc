"""Options that several commands share."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from dsagen.cli.fail_on import FailOn

__all__ = ["FailOnOption", "QuietOption", "ReportFormat", "ReportFormatOption", "WorkspaceArgument"]


class ReportFormat(StrEnum):
    """How findings are printed."""

    TEXT = "text"
    JSON = "json"


WorkspaceArgument = Annotated[
    Path | None,
    typer.Argument(
        metavar="PATH",
        help="A workspace, a folder or file in one, or an agreement with its own `registers`. "
        "Without it: the nearest dsagen.yaml, from here upwards.",
        show_default=False,
    ),
]
ReportFormatOption = Annotated[
    ReportFormat, typer.Option("--format", help="Text for people, or JSON for programs. Example: --format json")
]
QuietOption = Annotated[bool, typer.Option("--quiet", "-q", help="Print one line a finding, and nothing else.")]
FailOnOption = Annotated[
    FailOn,
    typer.Option("--fail-on", help="The least severity that makes the exit code 1. Example: --fail-on warning"),
]
