"""From the id of a value to its place in a file."""

from __future__ import annotations

from collections.abc import Mapping as MappingOf

from dsagen.model.finding import Source
from dsagen.workspace.nodes import Entry, Mapping, Node, Sequence
from dsagen.workspace.paths import split_path
from dsagen.workspace.text import Text

__all__ = ["Sources"]


class Sources:
    """Know where every value was written.

    An id that is not in any file (a gap, a value that is worked out) has the place of the nearest thing that holds it.
    """

    def __init__(self, tree: Node, texts: MappingOf[str, Text]) -> None:
        self._tree = tree
        self._texts = texts

    def key(self, path: str) -> Source | None:
        """Give the place of the key of a value (of the value itself, for an item of a list)."""
        return self._find(path)[0]

    def value(self, path: str) -> Source | None:
        """Give the place where a value starts."""
        return self._find(path)[1]

    def line_text(self, source: Source) -> str:
        """Give the line that a place is on."""
        text = self._texts.get(source.file)
        return text.line(source.line) if text is not None else ""

    def _find(self, path: str) -> tuple[Source | None, Source | None]:
        node: Node = self._tree
        found: tuple[Source | None, Source | None] = (None, None)
        for segment in split_path(path):
            step = _step(node, segment)
            if step is None:
                break
            entry, node = step
            here = (entry.key if entry is not None else node.source, node.source)
            if here[0].line:
                found = here
        return found


def _step(node: Node, segment: str) -> tuple[Entry | None, Node] | None:
    if isinstance(node, Mapping) and segment in node.entries:
        entry = node.entries[segment]
        return entry, entry.value
    if isinstance(node, Sequence) and segment.isascii() and segment.isdigit() and int(segment) < len(node.items):
        return None, node.items[int(segment)]
    return None
