"""Words that several commands print."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import typer

__all__ = ["counted", "reached", "styled"]


def reached(path: Path) -> str:
    """Give a path as it is reached from where the command runs."""
    try:
        return Path(os.path.relpath(path)).as_posix()
    except ValueError:  # another drive
        return path.as_posix()


def counted(number: int, word: str) -> str:
    """Give a number with its word: `1 gap`, `2 gaps`, `3 pieces of advice`."""
    if word == "advice":
        return f"{number} {'piece' if number == 1 else 'pieces'} of advice"
    return f"{number} {word}" + ("" if number == 1 else "s")


def styled(word: str, colour: str) -> str:
    """Give a word in colour on a terminal that shows colours, and as it is anywhere else (https://no-color.org)."""
    if sys.stdout.isatty() and not os.environ.get("NO_COLOR"):
        return typer.style(word, fg=colour)
    return word
