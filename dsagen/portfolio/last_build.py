"""What the last whole build was made from, value by value, so that a later one can say why it would write a file.

It stands in `.dsagen/` and may be deleted whenever no build runs: then reasons are less exact, and nothing else is.
"""

from __future__ import annotations

import json
import sqlite3
import zlib
from collections.abc import Iterator, Mapping
from contextlib import closing, suppress
from pathlib import Path

from dsagen.portfolio.inputs import Inputs
from dsagen.portfolio.leaves import differing, leaves_of

__all__ = ["LastBuild"]

_TABLE = "CREATE TABLE IF NOT EXISTS entities (path TEXT PRIMARY KEY, digest TEXT, leaves BLOB)"
_SHARED = "shared"
"""What every document rests on: the settings, and the workspace's own templates and law."""


class LastBuild:
    """Remember every value by its hash. A file that cannot be read is as good as none."""

    def __init__(self, folder: Path) -> None:
        self._file = folder / "last-build.sqlite"

    def changed(self, inputs: Inputs) -> frozenset[str] | None:
        """Give the path of every value that came, went or changed since. Nothing is known before a first build."""
        with suppress(sqlite3.Error, OSError, ValueError, zlib.error):
            if self._file.is_file():
                with closing(sqlite3.connect(f"{self._file.as_uri()}?mode=ro", uri=True)) as store:
                    return frozenset(_changed(dict(_digests(store)), store, inputs))
        return None

    def remember(self, inputs: Inputs) -> None:
        """Remember what a whole build was made from, if that can be done."""
        with suppress(sqlite3.Error, OSError):
            try:
                self._write(inputs)
            except sqlite3.DatabaseError:
                self._file.unlink(missing_ok=True)
                self._write(inputs)

    def _write(self, inputs: Inputs) -> None:
        with closing(sqlite3.connect(self._file)) as store, store:
            store.execute(_TABLE)
            known = dict(_digests(store))
            now = {**{path: inputs.digest(path) for path in inputs.all_entities}, _SHARED: inputs.shared_digest}
            store.executemany("DELETE FROM entities WHERE path = ?", [(path,) for path in known if path not in now])
            new = [path for path, digest in now.items() if known.get(path) != digest]
            store.executemany(
                "REPLACE INTO entities VALUES (?, ?, ?)", ((path, now[path], _packed(inputs, path)) for path in new)
            )


def _digests(store: sqlite3.Connection) -> Iterator[tuple[str, str]]:
    yield from store.execute("SELECT path, digest FROM entities")


def _changed(known: Mapping[str, str], store: sqlite3.Connection, inputs: Inputs) -> Iterator[str]:
    for path in {**known, **inputs.all_entities}:
        if path == _SHARED:
            continue
        if path not in known or path not in inputs.all_entities:
            yield path
        elif known[path] != inputs.digest(path):
            yield from differing(_unpacked(store, path), _leaves(inputs, path))
    if known.get(_SHARED) != inputs.shared_digest:
        yield from differing(_unpacked(store, _SHARED), _leaves(inputs, _SHARED))


def _leaves(inputs: Inputs, path: str) -> dict[str, str]:
    if path == _SHARED:
        found = {**leaves_of("settings", inputs.settings), **inputs.files}
    else:
        found = leaves_of(path, inputs.all_entities[path])
    return {name: f"{zlib.crc32(value.encode()):08x}" for name, value in found.items()}


def _packed(inputs: Inputs, path: str) -> bytes:
    return zlib.compress(json.dumps(_leaves(inputs, path)).encode(), 1)


def _unpacked(store: sqlite3.Connection, path: str) -> dict[str, str]:
    row = store.execute("SELECT leaves FROM entities WHERE path = ?", (path,)).fetchone()
    held = json.loads(zlib.decompress(row[0])) if row is not None else {}
    return held if isinstance(held, dict) else {}
