"""From the id of a value to the place in the file where people wrote it."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from dsagen.model.finding import Finding, Source
from dsagen.workspace.edit.errors import EditRefused
from dsagen.workspace.edit.layout import Layout, Place
from dsagen.workspace.nodes import Mapping, Node, Sequence
from dsagen.workspace.parse import parse
from dsagen.workspace.paths import split_path
from dsagen.workspace.reading import Reading
from dsagen.workspace.text import Text, read_text

__all__ = ["Target", "Written", "find", "opened"]

_BY_HAND = "Make the change by hand."


@dataclass(frozen=True)
class Written:
    """A file as it stands on the disk."""

    file: str
    path: Path
    text: Text
    node: Node
    layout: Layout
    marked: bool
    """Whether the file starts with a byte order mark."""

    def source(self, index: int) -> Source:
        """Give the place of a character."""
        return self.text.source(index)


@dataclass(frozen=True)
class Target:
    """Where a value stands, or where it would stand.

    `holders` leads from the top of the file to what is there already; `steps` are the keys between them. `rest` are
    the keys that are not there yet: empty where the value is.
    """

    written: Written
    holders: tuple[Place, ...]
    steps: tuple[str, ...]
    rest: tuple[str, ...]

    @property
    def place(self) -> Place:
        """Give the value, or the nearest thing that would hold it."""
        return self.holders[-1]


def opened(root: Path, file: str, path: str) -> Written:
    """Read a file to edit it. Raises `EditRefused` where it cannot be read, or has mistakes of writing."""
    place = root / file
    if not place.resolve().is_relative_to(root.resolve()):
        raise EditRefused(path, f"`{file}` is outside the workspace", fix=_BY_HAND)
    text = read_text(place, file)
    if isinstance(text, Finding):
        raise EditRefused(path, text.message, source=text.source, fix=text.fix)
    data = place.read_bytes()
    marked = data.startswith(b"\xef\xbb\xbf")
    if data.decode("utf-8").removeprefix("\ufeff") != text.content:
        raise EditRefused(path, f"the lines of {file} end in an unusual way (U+0085)", fix=_BY_HAND)
    node, problems = parse(text)
    if problems or node is None:
        first = problems[0] if problems else None
        reason = first.message if first is not None else f"{file} is empty"
        raise EditRefused(path, reason, source=first.source if first else Source(file, 1, 1), fix="Mend that first.")
    return Written(file, place, text, node, Layout(text.content), marked)


def find(reading: Reading, path: str) -> Target:
    """Find where a value is written, or would be. What a pattern says has the name of its file before it.

    Raises `EditRefused` where the value is inherited, merged or shared, so that an edit would change more than it.
    """
    segments = split_path(path)
    if segments[:1] == ["patterns"]:
        written = opened(reading.root, "/".join(segments[:2]), path)
        return _Walk(reading, path).down(written, segments[2:])
    head = 1 if segments[:1] == ["settings"] else 2
    start = reading.sources.value(segments[0]) if head == 1 else reading.sources.key("/".join(segments[:head]))
    if start is None or len(segments) < head or not _known(reading, segments[:head]):
        raise EditRefused(path, "there is no such thing in this workspace")
    pattern = _pattern(reading, start.file) if segments[0] == "agreements" else None
    if pattern is not None:
        reason = f"it comes from the pattern {pattern}, and a change there changes other agreements too"
        fix = "Change the pattern by hand, or write it under `overrides` for this row."
        raise EditRefused(path, reason, source=reading.sources.value(path) or start, fix=fix)
    written = opened(reading.root, start.file, path)
    inside = segments[head:]
    if segments[0] not in ("settings", "agreements"):
        has_registers = isinstance(written.node, Mapping) and "registers" in written.node.entries
        inside = [*(["registers", segments[0]] if has_registers else []), segments[1], *inside]
    return _Walk(reading, path).down(written, inside)


def _pattern(reading: Reading, file: str) -> str | None:
    """Give the pattern that a file of agreements is, or that includes it."""
    return next((each for each, used in reading.used.items() if each.startswith("patterns/") and file in used), None)


def _known(reading: Reading, segments: list[str]) -> bool:
    """Tell whether something has this id, and not only what holds it."""
    here, above = ("/".join(segments[: len(segments) - less]) for less in (0, 1))
    return reading.sources.key(here) != (reading.sources.key(above) if above else None)


class _Walk:
    def __init__(self, reading: Reading, path: str) -> None:
        self._reading = reading
        self._path = path
        self._segments = split_path(path)
        self._open: list[Path] = []

    def down(self, written: Written, inside: list[str]) -> Target:
        """Follow keys into a file, and into the files that it includes."""
        if written.path.resolve() in self._open:
            raise EditRefused(self._path, f"files include each other in a circle: {written.file}")
        self._open.append(written.path.resolve())
        root = written.layout.root
        assert root is not None
        holders, steps = [root], list[str]()
        for at, segment in enumerate(inside):
            place = holders[-1]
            self._not_shared(written, place)
            included = place.entry("include") if place.kind == "mapping" and len(place.keys) == 1 else None
            if included is not None and included[1].kind == "scalar":
                return self.down(self._included(included[1]), inside[at:])
            step = self._step(written, place, segment)
            if step is None:
                if _known(self._reading, self._segments):
                    self._refuse_inherited()
                return Target(written, tuple(holders), tuple(steps), tuple(inside[at:]))
            holders.append(step)
            steps.append(segment)
        last = holders[-1]
        self._not_shared(written, last)
        included = last.entry("include") if last.kind == "mapping" and len(last.keys) == 1 else None
        if included is not None and included[1].kind == "scalar":
            return self.down(self._included(included[1]), [])
        if last.kind == "scalar" and len(holders) > 1 and self._is_written_elsewhere(written, holders[-2], steps[-1]):
            self._refuse_inherited()
        return Target(written, tuple(holders), tuple(steps), ())

    def _included(self, name: Place) -> Written:
        return opened(self._reading.root, (name.text or "").strip(), self._path)

    def _step(self, written: Written, place: Place, segment: str) -> Place | None:
        if place.kind == "mapping":
            pair = place.entry(segment)
            if pair is None and any(key.is_merge for key, _ in place.keys):
                self._not_merged(written, place, segment)
            return pair[1] if pair is not None else None
        if place.kind == "sequence":
            if segment.isascii() and segment.isdigit() and int(segment) < len(place.items):
                return place.items[int(segment)]
            here = written.source(place.start)
            reason = f"there is a list at {here}, and `{segment}` is not one of its items"
            raise EditRefused(self._path, reason, source=here)
        if place.is_null:
            return None
        here = written.source(place.start)
        raise EditRefused(self._path, f"there is a single value at {here}, which holds no `{segment}`", source=here)

    def _not_merged(self, written: Written, place: Place, segment: str) -> None:
        merged = next(key for key, _ in place.keys if key.is_merge)
        node = _node_at(written.node, written, place)
        if isinstance(node, Mapping) and segment in node.entries:
            there, here = node.entries[segment].key, written.source(merged.start)
            reason = f"`{segment}` is merged in by `<<` at {here}; it is written at {there}"
            raise EditRefused(self._path, reason, source=there, fix="Change it there, or write it out here by hand.")

    def _not_shared(self, written: Written, place: Place) -> None:
        if place.kind == "alias":
            here = written.source(place.start)
            reason = f"`*{place.anchor}` at {here} stands for a value that is written elsewhere"
            raise EditRefused(self._path, reason, source=here, fix="Write the value out here, or change it there.")
        other = written.layout.aliases.get(place.anchor) if place.anchor else None
        if other is not None:
            there = written.source(other.start)
            reason = f"the value is shared: `*{place.anchor}` at {there} uses it as well"
            raise EditRefused(self._path, reason, source=there, fix="Write the value out in both places first.")

    def _is_written_elsewhere(self, written: Written, holder: Place, key: str) -> bool:
        """Tell whether an empty value here is filled by one that is inherited."""
        pair = holder.entry(key) if holder.kind == "mapping" else None
        there = self._reading.sources.value(self._path)
        return pair is not None and pair[1].is_null and there != written.source(pair[1].start)

    def _refuse_inherited(self) -> None:
        there = self._reading.sources.key(self._path)
        fix = "Change it there, for all that inherit it, or write it out here by hand."
        raise EditRefused(self._path, f"the value is inherited: it is written at {there}", source=there, fix=fix)


def _node_at(node: Node, written: Written, place: Place) -> Node | None:
    """Give what was read at a place of the file."""
    if node.source == written.source(place.start):
        return node
    parts = [entry.value for entry in node.entries.values()] if isinstance(node, Mapping) else []
    parts += node.items if isinstance(node, Sequence) else ()
    return next((found for part in parts if (found := _node_at(part, written, place)) is not None), None)
