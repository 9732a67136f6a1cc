"""The formats of `dsagen check`."""

from __future__ import annotations

import os
from enum import StrEnum
from typing import Annotated

import typer

__all__ = ["CheckFormat", "CheckFormatOption", "chosen_format"]


class CheckFormat(StrEnum):
    """How the findings of a check are printed."""

    AUTO = "auto"
    TEXT = "text"
    JSON = "json"
    GITHUB = "github"
    SARIF = "sarif"
    JUNIT = "junit"


CheckFormatOption = Annotated[
    CheckFormat,
    typer.Option(
        "--format",
        help="Text for people; JSON, SARIF or JUnit for programs; annotations on GitHub. `auto` is text, and the "
        "GitHub form inside that service. Example: --format json",
    ),
]


def chosen_format(asked: CheckFormat) -> CheckFormat:
    """Give the format to print: what was asked for, or what fits the place."""
    if asked is not CheckFormat.AUTO:
        return asked
    return CheckFormat.GITHUB if os.environ.get("GITHUB_ACTIONS") == "true" else CheckFormat.TEXT
