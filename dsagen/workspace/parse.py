"""One YAML file as nodes: read from the C parser's events, with budgets.

Why events and not `compose()`: composing is recursive in C, so a file with thousands of brackets ends the process.
Events come one at a time, from the same parser, and the depth is counted before anything is built.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from typing import Any

from ruamel.yaml import YAML
from ruamel.yaml.error import YAMLError
from ruamel.yaml.events import (
    AliasEvent,
    DocumentStartEvent,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
)

from dsagen.model.finding import Finding, Source
from dsagen.workspace.merge import merge_keys
from dsagen.workspace.nodes import Entry, Mapping, Node, Scalar, Sequence, broken
from dsagen.workspace.syntax import problem, say_syntax
from dsagen.workspace.text import Text, refused_character

__all__ = ["DEEPEST", "LARGEST", "parse", "parsing_once", "yaml_events"]

LARGEST = 100_000
"""Values in a file, each alias and include written out."""
DEEPEST = 40
"""Levels in a file. An agreement has about ten."""

_NULLS = frozenset({"", "~", "null", "Null", "NULL"})
_FOLLOW = "Divide the file, or write the values out."


class _Stop(Exception):
    """Nothing more can be read from this file."""


def yaml_events(content: str) -> Iterator[Any]:
    """Give the events of a YAML text, from ruamel.yaml's C parser."""
    return iter(YAML(typ="safe").parse(content))


_known: ContextVar[dict[tuple[str, str], tuple[Node | None, list[Finding]]] | None] = ContextVar("known", default=None)


@contextmanager
def parsing_once() -> Iterator[None]:
    """Keep what each file says for as long as this lasts.

    Why: an edit that is tried in copies reads each file many times, and most of them say the same every time. Elsewhere
    a file is read once, and keeping it would only hold memory.
    """
    token = _known.set({})
    try:
        yield
    finally:
        _known.reset(token)


def parse(text: Text) -> tuple[Node | None, list[Finding]]:
    """Read a file: its value, or None where it is empty or cannot be read, and everything that is wrong with it."""
    known = _known.get()
    if known is None:
        return _parsed(text)
    key = (text.file, text.content)
    if key not in known:
        known[key] = _parsed(text)
    node, problems = known[key]
    return node, list(problems)


def _parsed(text: Text) -> tuple[Node | None, list[Finding]]:
    reader = _Reader(text)
    node: Node | None = None
    try:
        node = reader.document()
    except _Stop:
        pass
    except YAMLError as error:
        reader.problems.append(say_syntax(error, text))
    return node, reader.problems


def _plain(event: Any) -> bool:
    """Tell whether a value is written without quotation marks."""
    return bool(event.implicit[0])


class _Reader:
    def __init__(self, text: Text) -> None:
        self._text = text
        self._events = yaml_events(text.content)
        self._anchors: dict[str, Node | None] = {}
        self._size = 0
        self._tabs = "\t" in text.content
        self.problems: list[Finding] = []

    def document(self) -> Node | None:
        """Read the one document of a file."""
        found: Node | None = None
        documents = 0
        for event in self._events:
            if isinstance(event, DocumentStartEvent):
                documents += 1
                if documents > 1:
                    message = "a second document starts here, and a file holds only one"
                    self._stop(self._place(event), message, "Take the line `---` away, or make a second file.")
            elif isinstance(event, (ScalarEvent, AliasEvent, MappingStartEvent, SequenceStartEvent)):
                found = self._node(event, 1)
        return found

    def _stop(self, source: Source, message: str, fix: str = "") -> None:
        self.problems.append(problem(source, message, fix))
        raise _Stop

    def _place(self, event: Any) -> Source:
        return self._text.source(event.start_mark.index)

    def _node(self, event: Any, depth: int) -> Node:
        place = self._place(event)
        if depth > DEEPEST:
            self._stop(place, f"the file has more than {DEEPEST} levels of indentation or brackets", _FOLLOW)
        if isinstance(event, AliasEvent):
            return self._alias(event, place)
        self._count(1, place)
        self._refuse_tab(place)
        if event.anchor is not None:
            self._anchors[event.anchor] = None
        node = self._value(event, place, depth)
        if event.tag is not None:
            message = f"`{self._written(event)}` is a YAML tag, and tags are not used here"
            self.problems.append(problem(place, message, "Take it away; quote a value that starts with `!`."))
        if event.anchor is not None:
            self._anchors[event.anchor] = node
        return node

    def _written(self, event: Any) -> str:
        line = self._text.line(self._place(event).line)[self._place(event).column - 1 :]
        return next((word for word in line.split() if word.startswith("!")), "!")

    def _value(self, event: Any, place: Source, depth: int) -> Node:
        if isinstance(event, SequenceStartEvent):
            return self._sequence(place, depth)
        if isinstance(event, MappingStartEvent):
            return self._mapping(place, depth)
        if _plain(event) and event.value in _NULLS:
            return Scalar(None, place)
        refused = refused_character(event.value)
        if refused:
            fix = "Delete it, or the backslash and the letters that stand for it."
            self.problems.append(problem(place, f"this value holds {refused}, which no document can print", fix))
            return broken(place)
        return Scalar(event.value, place)

    def _count(self, number: int, place: Source) -> None:
        self._size += number
        if self._size > LARGEST:
            self._stop(place, f"the file has more than {LARGEST:,} values, each use of an alias (`*`) counted", _FOLLOW)

    def _alias(self, event: Any, place: Source) -> Node:
        name = event.anchor
        if name not in self._anchors:
            fix = f"Write `&{name}` before the value that is meant, above this line; quote words that start with `*`."
            self.problems.append(problem(place, f"`*{name}` stands for nothing that is named above", fix))
            return broken(place)
        node = self._anchors[name]
        if node is None:
            self.problems.append(
                problem(place, f"`*{name}` stands for a value that contains it", "Write the value out.")
            )
            return broken(place)
        self._count(node.size, place)
        return node

    def _sequence(self, place: Source, depth: int) -> Node:
        items: list[Node] = []
        for event in self._events:
            if isinstance(event, SequenceEndEvent):
                break
            items.append(self._node(event, depth + 1))
        return self._within(Sequence(tuple(items), place))

    def _mapping(self, place: Source, depth: int) -> Node:
        entries: dict[str, Entry] = {}
        merged: list[tuple[Source, Node]] = []
        for event in self._events:
            if isinstance(event, MappingEndEvent):
                break
            at = self._place(event)
            key = self._node(event, depth + 1)
            value = self._node(next(self._events), depth + 1)
            if isinstance(event, ScalarEvent) and event.value == "<<" and _plain(event):
                merged.append((at, value))
            else:
                self._add(entries, key, at, value)
        if merged:
            entries = merge_keys(entries, merged, self.problems)
        return self._within(Mapping(entries, place))

    def _within(self, node: Node) -> Node:
        """Refuse what is too deep once its aliases are written out."""
        if node.depth > DEEPEST:
            self._stop(
                node.source, f"the file has more than {DEEPEST} levels once its aliases are written out", _FOLLOW
            )
        return node

    def _add(self, entries: dict[str, Entry], key: Node, at: Source, value: Node) -> None:
        if not isinstance(key, Scalar) or key.text is None:
            if not (isinstance(key, Scalar) and key.broken):
                kind = "empty" if isinstance(key, Scalar) else "a list" if isinstance(key, Sequence) else "a mapping"
                fix = "Write a word before the colon; quote text that starts with a bracket."
                self.problems.append(problem(at, f"a key is one word or text, and this one is {kind}", fix, "SRC-KEY"))
        elif key.text in entries:
            first = entries[key.text].key.line
            message = f"the key `{key.text}` is here a second time; the first is on line {first}"
            self.problems.append(problem(at, message, "Keep one of the two.", "SRC-KEY"))
        else:
            entries[key.text] = Entry(at, value)

    def _refuse_tab(self, place: Source) -> None:
        if not self._tabs:
            return
        before = self._text.line(place.line)[: place.column - 1]
        if "\t" in before and not before.strip():
            tab = Source(place.file, place.line, before.index("\t") + 1)
            message = "a tab is used for indentation"
            found = problem(tab, message, "Use spaces: YAML does not allow tabs there.")
            if found not in self.problems:
                self.problems.append(found)
