"""What a YAML file says, as data that knows its places.

Why: a value that is included, merged or inherited keeps the place where it was written, whatever mapping it ends up in.
"""

from __future__ import annotations

from collections.abc import Mapping as MappingOf
from dataclasses import dataclass
from functools import cached_property

from dsagen.model.finding import Source

__all__ = ["Entry", "Mapping", "Node", "Scalar", "Sequence", "broken", "plain"]


@dataclass(frozen=True, slots=True)
class Scalar:
    """One value. `text` is what was written, or None where nothing was."""

    text: str | None
    source: Source
    broken: bool = False
    """Stands for something that could not be read and has been reported."""

    size = 1
    depth = 1


@dataclass(frozen=True)
class Sequence:
    """A list."""

    items: tuple[Node, ...]
    source: Source

    @cached_property
    def size(self) -> int:
        """Count the values in it, each alias and include written out."""
        return 1 + sum(item.size for item in self.items)

    @cached_property
    def depth(self) -> int:
        """Count the levels in it."""
        return 1 + max((item.depth for item in self.items), default=0)


@dataclass(frozen=True, slots=True)
class Entry:
    """A key and its value."""

    key: Source
    value: Node
    inherited: bool = False
    """Whether it was written as a default somewhere else."""


@dataclass(frozen=True)
class Mapping:
    """Keys with values."""

    entries: MappingOf[str, Entry]
    source: Source

    @cached_property
    def size(self) -> int:
        """Count the values in it, each alias and include written out."""
        return 1 + sum(entry.value.size for entry in self.entries.values())

    @cached_property
    def depth(self) -> int:
        """Count the levels in it."""
        return 1 + max((entry.value.depth for entry in self.entries.values()), default=0)


Node = Scalar | Sequence | Mapping


def broken(source: Source) -> Scalar:
    """Give a stand-in for something that has been reported."""
    return Scalar(None, source, broken=True)


def plain(node: Node) -> object:
    """Give the data alone: dictionaries, lists, text and None."""
    if isinstance(node, Mapping):
        return {key: plain(entry.value) for key, entry in node.entries.items()}
    if isinstance(node, Sequence):
        return [plain(item) for item in node.items]
    return node.text
