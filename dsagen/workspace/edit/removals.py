"""What is taken out of a text: a key with its value, or an item of a list. Comments inside it stay."""

from __future__ import annotations

from dsagen.workspace.edit.additions import Splice
from dsagen.workspace.edit.layout import Layout, Place

__all__ = ["removed"]


def removed(layout: Layout, holder: Place, index: int) -> Splice:
    """Take one entry or item out of the mapping or list that holds it."""
    parts = _parts(layout, holder)
    if len(parts) == 1:
        return _emptied(layout, holder, parts[0])
    if holder.style:
        return _from_brackets(parts, index)
    return _from_lines(layout, parts, index)


def _parts(layout: Layout, holder: Place) -> list[tuple[int, int]]:
    """Give where each entry or item starts and ends, a dash included."""
    if holder.kind == "mapping":
        return [(key.start, max(key.end, value.end)) for key, value in holder.keys]
    if holder.style:
        return [(item.start, item.end) for item in holder.items]
    starts = [layout.content.rindex("-", holder.start, max(item.start, holder.start + 1)) for item in holder.items]
    return [(start, max(item.end, start + 1)) for start, item in zip(starts, holder.items, strict=True)]


def _emptied(layout: Layout, holder: Place, part: tuple[int, int]) -> Splice:
    """Leave empty brackets where the last entry goes."""
    brackets = "{}" if holder.kind == "mapping" else "[]"
    if holder.style:
        closing = holder.end - 1
        return Splice(holder.inside, closing, "")
    start, end = part
    key = next((key for key, value in layout.pairs if value is holder), None)
    if key is None or layout.before(start).strip():  # it starts behind a dash, or is the whole file
        return Splice(start, end, brackets)
    point = layout.content.index(":", key.end) + 1
    if holder.anchor:
        point = holder.start + 1 + len(holder.anchor)
    between = layout.content[point : layout.line_start(start)]
    column, new = layout.column(start), layout.break_at(start)
    comments = [" " * column + text.rstrip() for _, text in layout.comments(start, layout.line_end(end))]
    if not comments:
        between = between.removesuffix("\n").removesuffix("\r")
    return Splice(point, layout.line_end(end), f" {brackets}{between}{new.join(comments)}")


def _from_brackets(parts: list[tuple[int, int]], index: int) -> Splice:
    if index + 1 < len(parts):
        return Splice(parts[index][0], parts[index + 1][0], "")
    return Splice(parts[index - 1][1], parts[index][1], "")


def _from_lines(layout: Layout, parts: list[tuple[int, int]], index: int) -> Splice:
    start, end = parts[index]
    comments = [text.rstrip() for _, text in layout.comments(start, layout.line_end(end))]
    column = layout.column(start)
    new = layout.break_at(start)
    if layout.before(start).strip():  # it stands behind the dash of the list that holds it
        after = parts[index + 1][0]
        between = layout.comments(start, after)
        kept = "".join(text.rstrip() + new + " " * column for _, text in between)
        return Splice(start, after, kept)
    kept = "".join(" " * column + text + new for text in comments)
    stop = layout.next_line(end)
    if stop == len(layout.content) and not layout.content.endswith(("\n", "\r")):
        before = len(layout.content[: layout.line_start(start)].rstrip("\r\n"))
        whole = layout.content[before : layout.line_start(start)]
        first = whole[: len(new)] if kept else ""
        return Splice(before, stop, first + kept.removesuffix(new))
    return Splice(layout.line_start(start), stop, kept)
