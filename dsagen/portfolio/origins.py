"""Where a source stands: the line of the YAML, the law record, the clause or the template."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from dsagen.documents.library import Library
from dsagen.documents.problems import TemplateProblem
from dsagen.portfolio.sought import Sought
from dsagen.workspace import Reading, split_path

__all__ = ["Origin", "Origins"]

_TAG = re.compile(r"<[^>]*>")


@dataclass(frozen=True)
class Origin:
    """Where words come from."""

    kind: Literal["value", "law", "clause", "template", "rule"]
    path: str
    """The id of the source; for a template, its name."""
    file: str = ""
    """From the root of the workspace. Nothing where it ships with dsagen."""
    line: int | None = None
    column: int | None = None


class Origins:
    """Find where the sources of one workspace stand."""

    def __init__(self, reading: Reading, library: Library) -> None:
        self._reading = reading
        self._library = library

    def of_source(self, source: str, words: str) -> Origin:
        """Give where a source stands. `words` are what it says: an id that is printed stands where its key does."""
        first = source.partition("/")[0]
        if first == "clauses":
            return self._clause(source)
        if first == "law":
            return self._law(source)
        if first == "rules":
            return Origin("rule", source)
        sources = self._reading.sources
        is_key = split_path(source)[-1] == words
        place = sources.key(source) if is_key else sources.value(source)
        if place is None:
            return Origin("value", source)
        return Origin("value", source, place.file, place.line, place.column)

    def of_template(self, name: str, words: str) -> Origin:
        """Give where a template says some words: the line too, where one line of it says them all."""
        folder = name.partition("/")[0]
        others = (path for each in self._library.folders for path in sorted((each / folder).glob("*.html")))
        shared = (path for each in self._library.folders for path in sorted((each / "shared").glob("*.html")))
        order = f"{folder}/outline.yaml"
        for path in (*self._found(name), *self._found(order), *others, *shared):
            line = _line(path, Sought(words))
            if line is not None:
                found = next(each for each in self._library.folders if path.is_relative_to(each))
                return self._template("template", path.relative_to(found).as_posix(), "", line)
        return self._template("template", name, "", None)

    def _found(self, name: str) -> list[Path]:
        try:
            return [self._library.find(name)]
        except TemplateProblem:
            return []

    def _clause(self, source: str) -> Origin:
        _, identifier, *keys = split_path(source)
        name = f"clauses/{identifier}.yaml"
        if keys and keys[0] == "parameters":
            return self._template("clause", name, source, _key_line(self._found(name), keys[-1]))
        _, line = self._library.place(f"{name}#{keys[0]}", None) if keys else (name, None)
        return self._template("clause", name, source, line)

    def _template(self, kind: Literal["clause", "template"], name: str, source: str, line: int | None) -> Origin:
        own = (self._reading.root / "templates" / name).is_file()
        return Origin(kind, source or f"templates/{name}", f"templates/{name}" if own else "", line)

    def _law(self, source: str) -> Origin:
        """Give the record. One of the workspace's own has a place."""
        record = "/".join(source.split("/")[:3])
        sources = self._reading.sources
        table = sources.key("/".join(source.split("/")[:2]))
        place = sources.key(record)
        if place is None or place == table:
            return Origin("law", source)
        exact = sources.value(source) or place
        return Origin("law", source, exact.file, exact.line, exact.column)


def _line(path: Path, sought: Sought) -> int | None:
    """Give the first line of a template that says some words."""
    lines = path.read_text(encoding="utf-8").splitlines()
    return next((number for number, line in enumerate(lines, 1) if any(sought.spans(_TAG.sub("", line)))), None)


def _key_line(paths: list[Path], key: str) -> int | None:
    for path in paths:
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
            if line.strip().startswith(f"{key}:"):
                return number
    return None
