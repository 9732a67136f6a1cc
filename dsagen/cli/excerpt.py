"""The line that a finding is about, with a caret under the place."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from pathlib import Path

from dsagen.model.finding import Source
from dsagen.workspace.text import Text, read_text

__all__ = ["Excerpts"]

_WIDEST = 160
"""Columns of an offending line that are shown."""


class Excerpts:
    """Show lines of the files of a workspace. Each file is read once, when it is first shown."""

    def __init__(self, root: Path) -> None:
        self._root = root
        self._texts: dict[str, Text | None] = {}
        self.files: dict[str, str] = {}
        """The name that is shown for a file -> its name in the workspace."""

    def around(self, place: Source | None) -> Iterator[str]:
        """Give the line and the caret under it, or nothing where there is no such line."""
        line = self._line(place) if place is not None else ""
        if place is None or not line.strip():
            return
        start = max(0, place.column - _WIDEST // 2) if len(line) > _WIDEST else 0
        shown = line[start : start + _WIDEST]
        yield shown
        yield f"{_under(shown, place.column - 1 - start)}^"

    def _line(self, place: Source) -> str:
        file = self.files.get(place.file, place.file)
        if file not in self._texts:
            text = read_text(self._root / file, file)
            self._texts[file] = text if isinstance(text, Text) else None
        held = self._texts[file]
        return held.line(place.line) if held is not None else ""


def _under(line: str, column: int) -> str:
    """Give the blanks that end under a character: tabs stay tabs, wide characters take two columns, accents none."""
    blanks = []
    for character in line[:column]:
        if character == "\t":
            blanks.append("\t")
        elif unicodedata.combining(character) or unicodedata.category(character) in {"Cf", "Mn", "Me"}:
            continue
        else:
            blanks.append("  " if unicodedata.east_asian_width(character) in {"W", "F"} else " ")
    return "".join(blanks)
