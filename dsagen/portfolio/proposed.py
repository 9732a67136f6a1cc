"""A workspace as a proposed edit would make it: a copy, so that nothing is changed by asking."""

from __future__ import annotations

import shutil
from collections.abc import Sequence
from pathlib import Path

from dsagen.workspace import Reading, read_workspace
from dsagen.workspace.edit import Change, make_changes

__all__ = ["with_changes"]

_WHOLE_FOLDERS = ("templates", "law")
"""Folders of which every file counts, whether or not it was read."""


def with_changes(reading: Reading, start: Path, changes: Sequence[Change], into: Path) -> Reading:
    """Copy what was read into an empty folder, make the changes there, and read the copy.

    `start` is the path that was read. Raise `EditRefused` where a change cannot be made, or makes a problem that was
    not there before.
    """
    root = into.resolve()
    for name in sorted(reading.shared.union(*reading.used.values()) | _beside(reading.root)):
        if (reading.root / name).is_file():
            (root / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(reading.root / name, root / name)
    there = root / start.resolve().relative_to(reading.root.resolve())
    if start.is_dir():
        there.mkdir(parents=True, exist_ok=True)
    make_changes(lambda: read_workspace(there), changes)
    return read_workspace(there)


def _beside(root: Path) -> set[str]:
    found = (path for folder in _WHOLE_FOLDERS for path in (root / folder).rglob("*"))
    return {path.relative_to(root).as_posix() for path in found if path.is_file()}
