"""A workspace as a proposed edit would make it: a copy, so that nothing is changed by asking."""

from __future__ import annotations

import shutil
from collections.abc import Sequence
from pathlib import Path

from dsagen.workspace import Reading, read_workspace
from dsagen.workspace.edit import Change, make_changes

__all__ = ["copied", "read_copy", "sources_of", "with_changes"]

_WHOLE_FOLDERS = ("templates", "law", "patterns")
"""Folders of which every file counts, whether or not it was read."""


def sources_of(reading: Reading) -> list[str]:
    """Give the name of every file that a workspace is made of, in order."""
    beside = (path for folder in _WHOLE_FOLDERS for path in (reading.root / folder).rglob("*"))
    names = {path.relative_to(reading.root).as_posix() for path in beside}
    names |= reading.shared.union(*reading.used.values())
    return sorted(name for name in names if (reading.root / name).is_file())


def copied(reading: Reading, into: Path) -> Path:
    """Copy the sources of a workspace into an empty folder, and give it."""
    root = into.resolve()
    for name in sources_of(reading):
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(reading.root / name, root / name)
    return root


def read_copy(reading: Reading, root: Path) -> Reading:
    """Read a copy as the workspace itself was read: as a folder, or as one file that stands alone."""
    alone = [file for file in reading.used if "/" not in file]
    return read_workspace(root / alone[0] if alone else root)


def with_changes(reading: Reading, start: Path, changes: Sequence[Change], into: Path) -> Reading:
    """Copy what was read into an empty folder, make the changes there, and read the copy.

    `start` is the path that was read. Raise `EditRefused` where a change cannot be made, or makes a problem that was
    not there before.
    """
    there = copied(reading, into) / start.resolve().relative_to(reading.root.resolve())
    if start.is_dir():
        there.mkdir(parents=True, exist_ok=True)
    make_changes(lambda: read_workspace(there), changes)
    return read_workspace(there)
