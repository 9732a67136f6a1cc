"""What is put into a text: an item at the end of a list, a key at the end of a mapping, another value."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from dsagen.workspace.edit.layout import Layout, Place
from dsagen.workspace.edit.written import Value, written, written_text

__all__ = ["Splice", "added_item", "added_keys", "replaced"]


@dataclass(frozen=True)
class Splice:
    """A part of the text, and what stands there afterwards."""

    start: int
    end: int
    text: str

    def into(self, content: str) -> str:
        """Give the text with this done."""
        return content[: self.start] + self.text + content[self.end :]


def added_item(layout: Layout, place: Place, value: Value, outer: int) -> Splice:
    """Put an item at the end of a list. `outer` is the column of what holds the list."""
    if place.style:
        return _into_brackets(place, written(value))
    dash = layout.column(_dash(layout, place))
    at = _after(layout, place.end, max(dash, outer + 1))
    return _lines(layout, at, [" " * dash + "- " + written(value)])


def added_keys(layout: Layout, place: Place, keys: Sequence[str], value: Value, outer: int) -> Splice:
    """Put a key, with the keys inside it and a value, at the end of a mapping or in the place of nothing.

    `outer` is the column of what holds the place.
    """
    if place.kind == "mapping" and place.style:
        return _into_brackets(place, _entry_in_brackets(keys, value))
    if place.kind == "mapping":
        column = layout.column(place.keys[0][0].start)
        at = _after(layout, place.end, column)
        siblings = [item for _, item in place.keys if item.kind == "mapping"]
        in_brackets = bool(siblings) and bool(siblings[-1].style)
        in_lines = bool(siblings) and not siblings[-1].style
        return _lines(layout, at, _entry(layout, keys, value, column, in_brackets=in_brackets, in_lines=in_lines))
    if not place.is_empty:  # `null` or `~`
        return Splice(place.start, place.end, "{" + _entry_in_brackets(keys, value) + "}")
    if _in_brackets(layout, place):
        return Splice(place.start, place.end, " {" + _entry_in_brackets(keys, value) + "}")
    lines = _entry(layout, keys, value, outer + layout.step, in_brackets=False)
    return _lines(layout, layout.line_end(place.end), lines)


def replaced(layout: Layout, place: Place, value: Value) -> Splice:
    """Put another value in the place of one."""
    if place.is_empty:
        return Splice(place.start, place.end, " " + written(value))
    if place.kind == "scalar" and isinstance(value, str) and place.style in ("", '"', "'"):
        style = place.style or ("plain" if place.text is not None else "")
        return Splice(place.start, place.end, written_text(value, style))
    if place.kind == "sequence" and not place.style and isinstance(value, list | tuple) and value:
        dash = _dash(layout, place)
        between = layout.break_at(dash) + " " * layout.column(dash) + "- "
        return Splice(dash, place.end, "- " + between.join(written(item) for item in value))
    if place.style in ("|", ">"):
        header = layout.content[place.start : min(layout.line_end(place.start), place.end)]
        kept = header[header.index("#") - 1 :].rstrip() if "#" in header else ""
        return Splice(place.start, place.end, written(value) + (" " + kept.lstrip() if kept else ""))
    if place.style or place.kind == "scalar":
        return Splice(place.start, place.end, written(value))
    return _in_one_line(layout, place, value)


def _in_one_line(layout: Layout, place: Place, value: Value) -> Splice:
    """Put a value behind the key of a mapping or list that stood in lines of its own. What is between them stays."""
    key = next((key for key, held in layout.pairs if held is place), None)
    if key is None or layout.before(place.start).strip():
        return Splice(place.start, place.end, written(value))
    point = layout.content.index(":", key.end) + 1
    between = layout.content[point : layout.line_start(place.start)]
    rest = layout.content[place.end : layout.line_end(place.end)]
    kept = between + " " * layout.column(place.start) if "#" in between and "#" in rest else between.rstrip()
    return Splice(point, place.end, f" {written(value)}{kept}")


def _dash(layout: Layout, place: Place) -> int:
    """Give where the first dash of a list stands, behind an anchor if there is one."""
    first = place.items[0].start if place.items else place.end
    at = layout.content.find("-", place.start, max(first, place.start + 1) + 1) if not place.anchor else -1
    return at if at >= 0 else layout.content.rindex("-", place.start, first)


def _into_brackets(place: Place, text: str) -> Splice:
    parts = [value for _, value in place.keys] or place.items
    if not parts:
        return Splice(place.inside, place.inside, text)
    key_end = place.keys[-1][0].end if place.keys else 0
    end = max(parts[-1].end, key_end)
    return Splice(end, end, f", {text}")


def _in_brackets(layout: Layout, place: Place) -> bool:
    """Tell whether a place stands between brackets."""
    return any(
        other.style in ("{", "[") and other.start < place.start < other.end
        for other in (layout.root.walk() if layout.root is not None else ())
    )


def _after(layout: Layout, end: int, column: int) -> int:
    """Give the end of the line after which something goes: behind the comments that belong to what stands above."""
    at = layout.line_end(end)
    while (start := layout.next_line(at)) > at:
        line = layout.content[start : layout.line_end(start)]
        text = line.lstrip(" \t")
        if not text.startswith("#") or len(line) - len(text) < column:
            break
        at = layout.line_end(start)
    return at


def _lines(layout: Layout, at: int, lines: Sequence[str]) -> Splice:
    new = layout.break_at(at)
    return Splice(at, at, "".join(new + line for line in lines))


def _entry_in_brackets(keys: Sequence[str], value: Value) -> str:
    nested: Value = value
    for key in reversed(keys[1:]):
        nested = {key: nested}
    return f"{written_text(keys[0])}: {written(nested)}"


def _entry(
    layout: Layout, keys: Sequence[str], value: Value, column: int, *, in_brackets: bool, in_lines: bool = False
) -> list[str]:
    """Write a key, and those inside it, with a value; as the mappings beside it are written."""
    if in_brackets:
        return [" " * column + _entry_in_brackets(keys, value)]
    lines = []
    for depth, key in enumerate(keys):
        lines.append(" " * (column + depth * layout.step) + written_text(key) + ":")
    if isinstance(value, Mapping) and value and in_lines:
        indent = " " * (column + len(keys) * layout.step)
        return [*lines, *(f"{indent}{written_text(key)}: {written(item)}" for key, item in value.items())]
    if isinstance(value, list | tuple) and value and _lists_are_in_lines(layout, keys[-1]):
        indent = " " * (column + len(keys) * layout.step)
        return [*lines, *(f"{indent}- {written(item)}" for item in value)]
    lines[-1] += " " + written(value)
    return lines


def _lists_are_in_lines(layout: Layout, key: str) -> bool:
    """Tell whether this file writes the list under a key with an item on each line."""
    for place in layout.root.walk() if layout.root is not None else ():
        pair = place.entry(key)
        if pair is not None and pair[1].kind == "sequence":
            return not pair[1].style
    return False
