"""The edits: set a value, add to a list, remove. Each is checked before anything is written."""

from __future__ import annotations

from collections.abc import Callable
from copy import deepcopy
from dataclasses import dataclass
from typing import Any

from ruamel.yaml.error import YAMLError

from dsagen.model.finding import Source
from dsagen.workspace.edit.additions import Splice, added_item, added_keys, replaced
from dsagen.workspace.edit.errors import EditRefused
from dsagen.workspace.edit.layout import Layout
from dsagen.workspace.edit.removals import removed
from dsagen.workspace.edit.walk import Target, find
from dsagen.workspace.edit.whole import replace_files
from dsagen.workspace.edit.written import Value, plain_of
from dsagen.workspace.nodes import plain
from dsagen.workspace.parse import parse
from dsagen.workspace.reading import Reading
from dsagen.workspace.text import Text

__all__ = ["Edited", "add_to_list", "remove", "same_comments", "set_value"]


@dataclass(frozen=True)
class Edited:
    """An edit that was made."""

    source: Source
    """Where the value stands now, or stood before it was removed."""
    line: str
    """The line there, as it is now written."""


def add_to_list(reading: Reading, path: str, item: Value) -> Edited:
    """Add an item at the end of the list with this id. A list that is not there yet is made, with what holds it.

    Raises `EditRefused` where the list is inherited, merged or shared, where it has the item already, or where the
    edit would change anything else; `OSError` where the file cannot be written.
    """
    target = find(reading, path)
    place = target.place
    if target.rest or place.is_null:
        return _set(target, path, [item])
    if place.kind != "sequence":
        raise EditRefused(path, "this is not a list", source=target.written.source(place.start))
    held = _at(plain(target.written.node), target.steps)
    if plain_of(item) in held:
        raise EditRefused(path, f"the list has `{plain_of(item)}` already", source=target.written.source(place.start))
    splice = added_item(target.written.layout, place, item, _outer(target))
    return _made(target, path, splice, lambda data: _at(data, target.steps).append(plain_of(item)), str(len(held)))


def set_value(reading: Reading, path: str, value: Value) -> Edited:
    """Set the value with this id. One that is not there yet is made, with what holds it.

    Raises `EditRefused` where the value is inherited, merged or shared, where comments stand inside the old value, or
    where the edit would change anything else; `OSError` where the file cannot be written.
    """
    return _set(find(reading, path), path, value)


def remove(reading: Reading, path: str) -> Edited:
    """Remove the key, or the item of a list, with this id. Comments that stand in it stay in the file.

    Raises `EditRefused` where it is not there, or is inherited, merged or shared, or where the edit would change
    anything else; `OSError` where the file cannot be written.
    """
    target = find(reading, path)
    if target.rest or len(target.holders) < 2:
        raise EditRefused(path, "this is not written in any file, or is a whole file", source=None)
    holder, last = target.holders[-2], target.steps[-1]
    if holder.kind == "mapping":
        index = next(at for at, (key, _) in enumerate(holder.keys) if key.text == last)
    else:
        index = int(last)

    def change(data: Any) -> None:
        held = _at(data, target.steps[:-1])
        del held[index if isinstance(held, list) else last]

    return _made(target, path, removed(target.written.layout, holder, index), change, None)


def _set(target: Target, path: str, value: Value) -> Edited:
    layout, place = target.written.layout, target.place
    if not target.rest and len(target.holders) < 2:
        raise EditRefused(path, f"this is the whole file {target.written.file}", fix="Make the change by hand.")
    if not target.rest:
        inside = layout.comments(place.start, place.end)
        if inside and place.style not in ("|", ">"):
            here = target.written.source(inside[0][0])
            raise EditRefused(path, "comments stand inside the old value", source=here, fix="Make the change by hand.")
        splice = replaced(layout, place, value)
    elif place.kind == "mapping" or place.is_null:
        splice = added_keys(layout, place, target.rest, value, _outer(target))
    else:
        raise EditRefused(path, "what should hold it is no mapping", source=target.written.source(place.start))

    def change(data: Any) -> None:
        steps = (*target.steps, *target.rest)
        for at in range(len(target.steps), len(steps)):
            if _at(data, steps[:at]) is None:
                _put(data, steps[:at], {})
            elif at < len(steps) - 1:
                _at(data, steps[:at])[steps[at]] = None
        _put(data, steps, plain_of(value))

    return _made(target, path, splice, change, None)


def _outer(target: Target) -> int:
    """Give the column of the line that holds the value: that of its key, or of the dash before it."""
    layout = target.written.layout
    if len(target.holders) < 2:
        return -1
    holder, last = target.holders[-2], target.steps[-1]
    pair = holder.entry(last) if holder.kind == "mapping" else None
    return layout.column(pair[0].start if pair is not None else holder.start)


def _at(data: Any, steps: tuple[str, ...]) -> Any:
    for step in steps:
        data = data[int(step)] if isinstance(data, list) else data.get(step)
    return data


def _put(data: Any, steps: tuple[str, ...], value: object) -> None:
    held = _at(data, steps[:-1])
    held[int(steps[-1]) if isinstance(held, list) else steps[-1]] = value


def _made(target: Target, path: str, splice: Splice, change: Callable[[Any], None], item: str | None) -> Edited:
    """Check that the text says what was asked for and nothing else has changed, then write it."""
    written = target.written
    content = splice.into(written.text.content)
    expected = deepcopy(plain(written.node))
    change(expected)
    text = Text(written.file, content)
    node, problems = parse(text)
    after = _layout_of(content)
    if problems or node is None or plain(node) != expected or after is None or not _same(written.layout, after):
        fix = "Make the change by hand."
        source = written.source(min(splice.start, len(written.text.content)))
        raise EditRefused(path, "the way it is written leaves no room for a change by dsagen", source=source, fix=fix)
    replace_files({written.path: (b"\xef\xbb\xbf" if written.marked else b"") + content.encode("utf-8")})
    source = _place_in(after, text, (*target.steps, *target.rest, *([item] if item else [])))
    return Edited(source, text.line(source.line))


def same_comments(before: Layout, content: str) -> bool:
    """Tell whether a text has the comments that it had before, in their order."""
    after = _layout_of(content)
    return after is not None and _same(before, after)


def _layout_of(content: str) -> Layout | None:
    try:
        return Layout(content)
    except YAMLError:
        return None


def _same(before: Layout, after: Layout) -> bool:
    return [text.rstrip() for _, text in before.comments()] == [text.rstrip() for _, text in after.comments()]


def _place_in(layout: Layout, text: Text, steps: tuple[str, ...]) -> Source:
    place = layout.root
    assert place is not None
    start = place.start
    for step in steps:
        if place.kind == "sequence":
            if int(step) >= len(place.items):
                break
            place = place.items[int(step)]
            start = place.start
        else:
            pair = place.entry(step)
            if pair is None:
                break
            start, place = pair[0].start, pair[1]
    return text.source(start)
