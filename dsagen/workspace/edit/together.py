"""Several edits that belong together: all of them are made, or none."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from dsagen.workspace.edit.edits import Edited, remove, set_value
from dsagen.workspace.edit.errors import EditRefused
from dsagen.workspace.edit.walk import find
from dsagen.workspace.edit.written import Value
from dsagen.workspace.reading import Reading

__all__ = ["Change", "make_changes"]


@dataclass(frozen=True)
class Change:
    """One edit of a value, by its id."""

    action: Literal["set", "remove"]
    path: str
    value: Value = None
    where_written: bool = False
    """Whether it is left alone where the value is not written at its own place, such as one list for every party."""


def make_changes(read: Callable[[], Reading], changes: Iterable[Change]) -> list[Edited]:
    """Make the changes one after the other; `read` reads the workspace again before each.

    Raises `EditRefused` where one cannot be made, or where the sources have a problem afterwards that they had not
    before. Then every file is as it was. Raises `OSError` where a file cannot be written.
    """
    before: dict[Path, bytes] = {}
    reading = read()
    known = {(problem.path, problem.message) for problem in reading.problems}
    made: list[Edited] = []
    try:
        for change in changes:
            edited = _made(reading, change, before)
            made += [edited] if edited is not None else []
            reading = read()
        new = next((each for each in reading.problems if (each.path, each.message) not in known), None)
        if new is not None:
            raise EditRefused(new.path, f"after the change, {new.message}", source=new.source, fix=new.fix)
    except BaseException:
        for path, content in before.items():
            path.write_bytes(content)
        raise
    return made


def _made(reading: Reading, change: Change, before: dict[Path, bytes]) -> Edited | None:
    try:
        target = find(reading, change.path)
    except EditRefused:
        if change.where_written:
            return None
        raise
    if change.where_written and target.rest:
        return None
    real = target.written.path.resolve()
    before.setdefault(real, real.read_bytes())
    return remove(reading, change.path) if change.action == "remove" else set_value(reading, change.path, change.value)
