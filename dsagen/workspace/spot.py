"""A walk through what was read that never fails: a place that is not there is an empty spot."""

from __future__ import annotations

from dataclasses import dataclass

from dsagen.model.finding import Source
from dsagen.workspace.nodes import Mapping, Node, Scalar, Sequence
from dsagen.workspace.paths import join_path

__all__ = ["NOWHERE", "Spot"]


@dataclass(frozen=True)
class Spot:
    """A value, its id and the place of its key.

    Why: references are checked on what is written, not on the model, so that one wrong word does not hide ten others.
    """

    node: Node | None
    path: str
    key: Source

    def get(self, *keys: str) -> Spot:
        """Give the value under a key, and the one under that."""
        spot = self
        for key in keys:
            entry = spot.node.entries.get(key) if isinstance(spot.node, Mapping) else None
            place = entry.key if entry is not None else spot.key
            spot = Spot(entry.value if entry is not None else None, join_path(spot.path, key), place)
        return spot

    def entries(self) -> list[tuple[str, Spot]]:
        """Give each key with its value; nothing where this is not a mapping."""
        if not isinstance(self.node, Mapping):
            return []
        return [
            (key, Spot(entry.value, join_path(self.path, key), entry.key)) for key, entry in self.node.entries.items()
        ]

    def items(self) -> list[Spot]:
        """Give each item; nothing where this is not a list."""
        if not isinstance(self.node, Sequence):
            return []
        return [Spot(item, join_path(self.path, index), item.source) for index, item in enumerate(self.node.items)]

    def words(self) -> list[str]:
        """Give the text of each item."""
        return [item.text for item in self.items() if item.text]

    @property
    def text(self) -> str:
        """Give what is written here: empty where this is not one value."""
        return (self.node.text or "").strip() if isinstance(self.node, Scalar) else ""

    @property
    def place(self) -> Source:
        """Give the place of the value, or of its key where there is none."""
        return self.node.source if self.node is not None else self.key


NOWHERE = Spot(None, "", Source("", 0, 0))
