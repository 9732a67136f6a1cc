"""What the last whole build was made from, value by value, so that a later one can say why it would write a file."""

from __future__ import annotations

import zlib
from collections.abc import Iterable, Iterator

from dsagen.portfolio.inputs import Inputs
from dsagen.portfolio.leaves import differing, leaves_of
from dsagen.portfolio.store import Store

__all__ = ["LastBuild"]

_SHARED = "shared"
"""What every document rests on: the settings, and the workspace's own templates and law."""


class LastBuild:
    """Remember every value by its hash."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._known = store.marks("entity")
        self._seen: set[str] = set()

    def changed(self, inputs: Inputs) -> frozenset[str] | None:
        """Give the path of every value that came or changed since. Nothing is known before a first build."""
        return frozenset(self._changed(inputs)) if _SHARED in self._known else None

    def add(self, inputs: Inputs) -> None:
        """Note what a part of a build was made from."""
        for path, digest in _digests(inputs):
            if path not in self._seen and self._known.get(path) != digest:
                self._store.put("entity", path, digest, _leaves(inputs, path))
            self._seen.add(path)

    def still(self, paths: Iterable[str]) -> None:
        """Note values that are as they were."""
        self._seen.update(paths)

    def remember(self) -> None:
        """Say that all of the build was noted, so that what was not is gone."""
        self._store.drop("entity", self._known.keys() - self._seen)

    def _changed(self, inputs: Inputs) -> Iterator[str]:
        for path, digest in _digests(inputs):
            if path not in self._known:
                yield path
            elif self._known[path] != digest:
                held = self._store.value("entity", path) or {}
                yield from differing(dict(held), _leaves(inputs, path))


def _digests(inputs: Inputs) -> Iterator[tuple[str, str]]:
    yield from ((path, inputs.digest(path)) for path in inputs.all_entities)
    yield _SHARED, inputs.shared_digest


def _leaves(inputs: Inputs, path: str) -> dict[str, str]:
    if path == _SHARED:
        found = {**leaves_of("settings", inputs.settings), **inputs.files}
    else:
        found = leaves_of(path, inputs.all_entities[path])
    return {name: f"{zlib.crc32(value.encode()):08x}" for name, value in found.items()}
