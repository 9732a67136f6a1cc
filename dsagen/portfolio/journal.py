"""The journal of a build: each output is noted as it is made, so that a build that is killed loses nothing."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path, PurePosixPath
from types import TracebackType
from typing import IO, Self

from dsagen.portfolio.lock import Entry, LockUnreadable, entries_of, line_of

__all__ = ["Journal", "read_journal"]


def read_journal(path: Path) -> dict[PurePosixPath, Entry]:
    """Give what a build that did not end has noted. A last line without its end does not count."""
    found: dict[PurePosixPath, Entry] = {}
    with suppress(OSError, UnicodeDecodeError):
        for line in path.read_bytes().decode().splitlines(keepends=True):
            with suppress(LockUnreadable):
                found |= entries_of([line] if line.endswith("\n") else [], path)
    return found


class Journal:
    """Note outputs, one a line, each on disk before the next is begun."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._file: IO[str] | None = None

    def __enter__(self) -> Self:
        return self

    def note(self, path: PurePosixPath, entry: Entry) -> None:
        """Note an output that is now in its place."""
        if self._file is None:
            self._file = self._path.open("a", encoding="utf-8")
        self._file.write(line_of(path, entry) + "\n")
        self._file.flush()

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._file is not None:
            self._file.close()

    def clear(self) -> None:
        """Forget what was noted: the lock file says it now."""
        self._path.unlink(missing_ok=True)
