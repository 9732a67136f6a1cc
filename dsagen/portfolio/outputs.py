"""An output folder while it is built into: its lock file, its journal, and the guard that keeps a second build out."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path, PurePosixPath
from types import TracebackType
from typing import Literal, Self

from filelock import FileLock, Timeout

from dsagen.portfolio.journal import Journal, read_journal
from dsagen.portfolio.lock import LOCK_FILE, Entry, read_lock, write_lock
from dsagen.portfolio.replacing import replace_file

__all__ = ["BUILD_FOLDER", "ChangedByHand", "FolderBusy", "Outputs", "digest_of", "file_digest"]

BUILD_FOLDER = "build"
_OWN = ".dsagen"
"""What dsagen keeps for itself. It ignores itself in git, and may be deleted whenever no build runs."""


class FolderBusy(Exception):
    """Another build writes into the same folder."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        super().__init__(f"another build is writing to {folder}")


class ChangedByHand(Exception):
    """A file is there that dsagen has not written, or that somebody has changed since."""


def digest_of(data: bytes) -> str:
    """Give the hash of a file's bytes, as the lock file has it."""
    return hashlib.sha256(data).hexdigest()


def file_digest(path: Path) -> str | None:
    """Give the hash of a file, or nothing where there is none that can be read."""
    try:
        with path.open("rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest()
    except OSError:
        return None


class Outputs:
    """The outputs of one folder.

    The lock file of a workspace's own `build/` stands at the workspace's root, so that both are committed together.
    That of any other folder stands in the folder. The paths in it start where it stands.
    """

    def __init__(self, folder: Path, root: Path, *, dry: bool = False) -> None:
        """`dry` says that nothing is written, so that other builds need not be kept out."""
        self.folder = folder
        self._dry = dry
        self.home = root if folder.absolute() == (root / BUILD_FOLDER).absolute() else folder
        self.entries: dict[PurePosixPath, Entry] = {}
        self.own = self.home / _OWN
        """What dsagen keeps for itself there."""
        self._guard = FileLock(self.own / "build.guard")
        self._journal = Journal(self.own / "build.journal")

    def __enter__(self) -> Self:
        """Keep other builds out, and read what is there. Raise `FolderBusy`, `LockUnreadable` or `OSError`."""
        if self._dry:
            self.entries = known_outputs(self.home)
            return self
        self.own.mkdir(parents=True, exist_ok=True)
        (self.own / ".gitignore").write_text("*\n", encoding="utf-8")
        try:
            self._guard.acquire(timeout=0)
        except Timeout:
            raise FolderBusy(self.home) from None
        try:
            self.entries = known_outputs(self.home)
        except BaseException:
            self._guard.release()
            raise
        self._journal.__enter__()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Write the lock file, whatever has happened, and let others in."""
        if self._dry:
            return
        try:
            self._journal.__exit__(kind, error, trace)
            if self.entries or (self.home / LOCK_FILE).exists():
                write_lock(self.home, self.entries)
            self._journal.clear()
        finally:
            self._guard.release()

    def name(self, path: PurePosixPath) -> PurePosixPath:
        """Give the name of an output in the lock file."""
        return path if self.home == self.folder else PurePosixPath(self.folder.name) / path

    def entry(self, path: PurePosixPath) -> Entry | None:
        """Give what an output was made from, if it is there at all."""
        found = self.entries.get(self.name(path))
        return found if found is not None and (self.folder / path).is_file() else None

    def keep(self, path: PurePosixPath, entry: Entry) -> None:
        """Say what an output that stays as it is would be made from now."""
        self.entries[self.name(path)] = entry

    def write(
        self, path: PurePosixPath, data: bytes, entry: Entry, *, force: bool = False
    ) -> Literal["written", "unchanged"]:
        """Put an output in its place.

        Raise `ChangedByHand` where the file that is there is not the one that was built, unless `force` is given, and
        `OSError` where it cannot be written.
        """
        there = file_digest(self.folder / path)
        known = self.entries.get(self.name(path))
        if there not in (None, entry.file) and (known is None or known.file != there) and not force:
            raise ChangedByHand
        self._journal.note(self.name(path), entry)
        outcome = replace_file(self.folder / path, data)
        self.entries[self.name(path)] = entry
        return outcome

    def prune(self, name: PurePosixPath) -> bool:
        """Remove an output, unless it is not the file that was built, and forget it if it is gone."""
        path = self.home / name
        if file_digest(path) not in (None, self.entries[name].file):
            return False
        path.unlink(missing_ok=True)
        del self.entries[name]
        with suppress(OSError):
            path.parent.rmdir()
        return True


def known_outputs(home: Path) -> dict[PurePosixPath, Entry]:
    """Give every output that is known: those of the lock file, and those that a build noted before it was stopped.

    Raise `LockUnreadable` where the lock file cannot be read.
    """
    noted: Mapping[PurePosixPath, Entry] = read_journal(home / _OWN / "build.journal")
    made = {path: entry for path, entry in noted.items() if file_digest(home / path) == entry.file}
    return {**read_lock(home), **made}
