"""What dsagen remembers of the last build, in one file of `.dsagen/`.

It may be deleted whenever no build runs: then more is looked at again, reasons are less exact, and nothing else is.
A file that cannot be read is as good as none.
"""

from __future__ import annotations

import json
import sqlite3
import zlib
from collections.abc import Collection, Mapping
from contextlib import closing, suppress
from pathlib import Path
from typing import Any, Literal

__all__ = ["Sort", "Store"]

Sort = Literal["entity", "found", "family"]
"""What is remembered: values of the model, what was found, and what is made from the files of agreements."""

_TABLE = (
    "CREATE TABLE IF NOT EXISTS held (sort TEXT, name TEXT, mark TEXT, value BLOB, PRIMARY KEY (sort, name)) "
    "WITHOUT ROWID"
)
_UNREADABLE = (sqlite3.Error, OSError, ValueError, zlib.error)


class Store:
    """Values by sort and name, each with a mark that tells whether it still holds. Nothing is written until `save`.

    Until then new values wait in a file of their own, which goes with the process: those of thousands of agreements
    are not held in memory.
    """

    def __init__(self, folder: Path) -> None:
        self._file = folder / "last-build.sqlite"
        self._held: sqlite3.Connection | None = None
        self._waiting: sqlite3.Connection | None = None
        self._gone: set[tuple[Sort, str]] = set()
        with suppress(*_UNREADABLE):
            if self._file.is_file():
                self._held = sqlite3.connect(f"{self._file.absolute().as_uri()}?mode=ro", uri=True)

    def marks(self, sort: Sort) -> dict[str, str]:
        """Give the mark of every value of a sort, by name, as of the last build."""
        with suppress(*_UNREADABLE):
            if self._held is not None:
                return dict(self._held.execute("SELECT name, mark FROM held WHERE sort = ?", (sort,)))
        return {}

    def value(self, sort: Sort, name: str, mark: str | None = None) -> Mapping[str, Any] | None:
        """Give a value of the last build, if it has this mark; with any mark where none is given."""
        with suppress(*_UNREADABLE):
            if self._held is not None:
                row = self._held.execute(
                    "SELECT mark, value FROM held WHERE sort = ? AND name = ?", (sort, name)
                ).fetchone()
                if row is not None and mark in (None, row[0]):
                    value = json.loads(zlib.decompress(row[1]))
                    return value if isinstance(value, Mapping) else None
        return None

    def put(self, sort: Sort, name: str, mark: str, value: Mapping[str, Any]) -> None:
        """Hold a value, to be written by `save`."""
        with suppress(sqlite3.Error):
            if self._waiting is None:
                # A database without a name is a file that the system removes when it is let go of.
                self._waiting = sqlite3.connect("")
                self._waiting.execute(_TABLE)
            held = (sort, name, mark, zlib.compress(json.dumps(value).encode(), 1))
            self._waiting.execute("REPLACE INTO held VALUES (?, ?, ?, ?)", held)

    def drop(self, sort: Sort, names: Collection[str]) -> None:
        """Forget values, when `save` is called."""
        self._gone.update((sort, name) for name in names)

    def save(self, sorts: Collection[Sort]) -> None:
        """Write what is held of some sorts, if that can be done, and let go of everything."""
        self._let_go()
        with suppress(sqlite3.Error, OSError):
            try:
                self._write(sorts)
            except sqlite3.DatabaseError:
                self._file.unlink(missing_ok=True)
                self._write(sorts)
        self.close()

    def close(self) -> None:
        """Let go of everything."""
        self._let_go()
        if self._waiting is not None:
            self._waiting.close()
            self._waiting = None

    def _let_go(self) -> None:
        if self._held is not None:
            self._held.close()
            self._held = None

    def _write(self, sorts: Collection[Sort]) -> None:
        gone = [key for key in self._gone if key[0] in sorts]
        with closing(sqlite3.connect(self._file)) as store, store:
            store.execute(_TABLE)
            store.executemany("DELETE FROM held WHERE sort = ? AND name = ?", gone)
            if self._waiting is not None:
                for sort in sorts:
                    new = self._waiting.execute("SELECT * FROM held WHERE sort = ?", (sort,))
                    store.executemany("REPLACE INTO held VALUES (?, ?, ?, ?)", new)
