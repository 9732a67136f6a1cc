"""Whose file it is: from the path or the bytes of an output to its document."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import Literal, get_args

from dsagen.model.vocabulary import DocumentKind
from dsagen.portfolio.lock import LOCK_FILE
from dsagen.portfolio.outputs import BUILD_FOLDER, Outputs, file_digest
from dsagen.portfolio.plan import PlannedDocument, planned
from dsagen.workspace import Reading
from dsagen.writers import FORMATS

__all__ = ["Whose", "whose"]


@dataclass(frozen=True)
class Whose:
    """The document that a file is of, and whether it is as it was built."""

    document: PlannedDocument
    state: Literal["as_built", "changed_by_hand", "not_in_lock", "gone"]


def whose(file: Path, reading: Reading) -> Whose | None:
    """Give the document that a file is of, by its bytes or its path; None where it is no output of the workspace.

    Raise `LockUnreadable` where the lock file beside it cannot be read.
    """
    home = next((folder for folder in file.absolute().parents if (folder / LOCK_FILE).is_file()), None)
    folder = reading.root / BUILD_FOLDER if home in (None, reading.root.absolute()) else home
    assert folder is not None
    with Outputs(folder, reading.root, dry=True) as outputs:
        names = {
            outputs.name(document.file(format.extension)): document
            for document in planned(reading.workspace, reading.law, get_args(DocumentKind))
            for format in FORMATS.values()
        }
        digest = file_digest(file)
        copied = (name for name, entry in outputs.entries.items() if entry.file == digest and name in names)
        name = _name(file, outputs.home, names) or next(copied, None)
        if name is None:
            return None
        entry = outputs.entries.get(name)
        if digest is None:
            return Whose(names[name], "gone")
        if entry is None:
            return Whose(names[name], "not_in_lock")
        return Whose(names[name], "as_built" if entry.file == digest else "changed_by_hand")


def _name(file: Path, home: Path, names: dict[PurePosixPath, PlannedDocument]) -> PurePosixPath | None:
    """Give the name of an output that a path is, from where the lock file stands."""
    try:
        name = PurePosixPath(file.absolute().relative_to(home.absolute()).as_posix())
    except ValueError:
        return None
    return name if name in names else None
