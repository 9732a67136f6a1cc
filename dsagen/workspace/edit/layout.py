"""Where everything stands in the text of one YAML file: the start and end of every value, key and comment."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Any, Literal

from ruamel.yaml.events import (
    AliasEvent,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
)

from dsagen.workspace.parse import yaml_events

__all__ = ["Layout", "Place"]

_NULLS = (None, "", "~", "null", "Null", "NULL")
_BREAK = re.compile(r"\r\n|\n|\r")
_COMMENT = re.compile(r"(?:(?<=[\s\[{,\]}])|^)#[^\r\n]*", re.MULTILINE)


@dataclass
class Place:
    """A value in the text. `end` is where its last character ends, without the blanks and comments that follow."""

    kind: Literal["scalar", "sequence", "mapping", "alias"]
    start: int
    end: int
    style: str = ""
    """`{` or `[` for what stands in brackets; the quotation mark or `|` and `>` of a value."""
    anchor: str = ""
    text: str | None = None
    keys: list[tuple[Place, Place]] = field(default_factory=list)
    items: list[Place] = field(default_factory=list)
    inside: int = 0
    """Where the content of a pair of brackets starts."""

    def entry(self, key: str) -> tuple[Place, Place] | None:
        """Give the key and value that are written under a key."""
        return next(
            (pair for pair in self.keys if pair[0].kind == "scalar" and pair[0].text == key and not pair[0].is_merge),
            None,
        )

    @property
    def is_merge(self) -> bool:
        """Tell whether this key is `<<`."""
        return self.text == "<<" and not self.style

    @property
    def is_empty(self) -> bool:
        """Tell whether nothing is written here."""
        return self.kind == "scalar" and self.start == self.end

    @property
    def is_null(self) -> bool:
        """Tell whether this stands for no value."""
        return self.kind == "scalar" and not self.style and self.text in _NULLS

    def walk(self) -> Iterator[Place]:
        """Give this place and everything in it, in the order of the text."""
        yield self
        for key, value in self.keys:
            yield from key.walk()
            yield from value.walk()
        for item in self.items:
            yield from item.walk()


class Layout:
    """The places of one file. The text must be one that dsagen reads without a problem."""

    def __init__(self, content: str) -> None:
        self.content = content
        self._starts = [0, *(match.end() for match in _BREAK.finditer(content))]
        self._events = iter(yaml_events(content))
        self.root = next((self._place(event) for event in self._events if isinstance(event, _VALUES)), None)

    def _place(self, event: Any) -> Place:
        start, end = event.start_mark.index, event.end_mark.index
        if isinstance(event, AliasEvent):
            return Place("alias", start, end, anchor=event.anchor)
        anchor = event.anchor or ""
        if isinstance(event, ScalarEvent):
            style = (event.style or "").strip()
            if style in ("|", ">"):
                end = self._block_end(start, end)
            return Place("scalar", start, end, style, anchor, event.value)
        flow = bool(event.flow_style)
        if isinstance(event, MappingStartEvent):
            return self._mapping(Place("mapping", start, end, "{" if flow else "", anchor, inside=end))
        return self._sequence(Place("sequence", start, end, "[" if flow else "", anchor, inside=end))

    def _mapping(self, place: Place) -> Place:
        while not isinstance(event := next(self._events), MappingEndEvent):
            key = self._place(event)
            place.keys.append((key, self._place(next(self._events))))
        if place.style:
            place.end = event.end_mark.index
        elif place.keys:
            key, value = place.keys[-1]
            place.end = max(key.end, value.end)
        return place

    def _sequence(self, place: Place) -> Place:
        while not isinstance(event := next(self._events), SequenceEndEvent):
            place.items.append(self._place(event))
        if place.style:
            place.end = event.end_mark.index
        elif place.items:
            place.end = max(place.items[-1].end, place.start + 1)
        return place

    def _block_end(self, start: int, end: int) -> int:
        """Give the end of a value under `|` or `>`: with `+` the empty lines after it are part of it."""
        written = self.content[start:end]
        if "+" in written.split("#")[0].splitlines()[0]:
            return start + len(re.sub(r"(\r\n|\n|\r)\Z", "", written))
        return start + len(written.rstrip())

    def line_start(self, index: int) -> int:
        """Give where the line of a character starts."""
        return self._starts[bisect_right(self._starts, index) - 1]

    def line_end(self, index: int) -> int:
        """Give where the line of a character ends, without its line break."""
        found = _BREAK.search(self.content, index)
        return found.start() if found else len(self.content)

    def next_line(self, index: int) -> int:
        """Give where the next line starts, or the end of the text."""
        found = _BREAK.search(self.content, index)
        return found.end() if found else len(self.content)

    def column(self, index: int) -> int:
        """Give how far from the start of its line a character stands."""
        return index - self.line_start(index)

    def before(self, index: int) -> str:
        """Give what stands on the line before a character."""
        return self.content[self.line_start(index) : index]

    def break_at(self, index: int) -> str:
        """Give the line break of the line of a character, or that of the file where the line has none."""
        found = _BREAK.search(self.content, index) or _BREAK.search(self.content)
        return found[0] if found else "\n"

    def comments(self, start: int = 0, end: int | None = None) -> list[tuple[int, str]]:
        """Give every comment in a part of the text: where it starts, and what it says."""
        stop = len(self.content) if end is None else end
        scalars = [place for place in self.root.walk() if place.kind == "scalar"] if self.root is not None else []
        spans = [self._text_span(place) for place in scalars if not place.is_empty]
        edges = [(0, 0), *spans, (len(self.content), len(self.content))]
        found = []
        for (_, after), (before, _) in pairwise(edges):
            for match in _COMMENT.finditer(self.content, after, max(before, after)):
                found.append((match.start(), match[0]))
        return [(at, text) for at, text in found if start <= at < stop]

    def _text_span(self, place: Place) -> tuple[int, int]:
        """Give what a value takes of the text. A comment may stand on the first line of one under `|` or `>`."""
        if place.style not in ("|", ">"):
            return place.start, place.end
        return self.next_line(place.start), max(place.end, self.next_line(place.start))

    @property
    def pairs(self) -> Iterator[tuple[Place, Place]]:
        """Give every key of the file with its value."""
        for place in self.root.walk() if self.root is not None else ():
            yield from place.keys

    @property
    def aliases(self) -> dict[str, Place]:
        """Give the first use of every alias, by the name of its anchor."""
        found: dict[str, Place] = {}
        for place in self.root.walk() if self.root is not None else ():
            if place.kind == "alias":
                found.setdefault(place.anchor, place)
        return found

    @property
    def step(self) -> int:
        """Give by how many blanks this file indents."""
        for place in self.root.walk() if self.root is not None else ():
            if place.kind == "mapping" and not place.style:
                outer = self.column(place.start)
                for _, value in place.keys:
                    if value.kind == "mapping" and not value.style and not value.anchor:
                        return max(self.column(value.start) - outer, 1)
        return 2


_VALUES = (ScalarEvent, AliasEvent, MappingStartEvent, SequenceStartEvent)
