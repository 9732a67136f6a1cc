"""The option `--as-at`: the day that a question is asked for."""

from __future__ import annotations

from datetime import date
from typing import Annotated

import typer

__all__ = ["AsAtOption", "day_of", "today"]

AsAtOption = Annotated[
    str | None,
    typer.Option(
        "--as-at",
        metavar="DATE",
        help="The day that the question is asked for, instead of today. Example: --as-at 2027-01-31",
        show_default=False,
    ),
]


def today() -> date:
    """Give today. Nothing that is built depends on it."""
    return date.today()


def day_of(written: str | None) -> date:
    """Give the day that was written, or today. Raise `typer.BadParameter` for what is no day."""
    if written is None:
        return today()
    try:
        return date.fromisoformat(written.strip())
    except ValueError:
        raise typer.BadParameter(
            f"`{written}` is no day. Write year-month-day, such as 2027-01-31.", param_hint="--as-at"
        ) from None
