"""A pattern: one source, and an agreement for each row."""

from __future__ import annotations

import re
from collections.abc import Iterator

from dsagen.model.finding import Finding
from dsagen.workspace.agreements import Written
from dsagen.workspace.files import Files
from dsagen.workspace.nodes import Entry, Mapping, Node, Scalar, Sequence
from dsagen.workspace.registers import Registers
from dsagen.workspace.suggest import did_you_mean
from dsagen.workspace.syntax import problem
from dsagen.workspace.tables import Row, rows_of

__all__ = ["ALL", "references_of", "written_by"]

_KEYS = ("for_each", "except", "overrides", "agreement")
_PLACEHOLDER = re.compile(r"\{\{|\}\}|\{([^{}]*)\}")


ALL = (0, 1)
"""All rows: the first share of one."""


def references_of(file: str, node: Mapping, files: Files, registers: Registers) -> list[str] | None:
    """Give the reference of every agreement of a pattern, without making them; None where that cannot be told."""
    body = node.entries.get("agreement")
    held = body.value.entries.get("reference") if body is not None and isinstance(body.value, Mapping) else None
    if body is None or held is None:
        return None
    short = Entry(body.key, Mapping({"reference": held}, body.value.source))
    made, problems = written_by(file, Mapping({**node.entries, "agreement": short}, node.source), files, registers)
    return [each.reference for each in made] if not problems else None


def written_by(
    file: str, node: Mapping, files: Files, registers: Registers, share: tuple[int, int] = ALL
) -> tuple[list[Written], list[Finding]]:
    """Give the agreements of a pattern in the order of its rows, and what is wrong with the pattern.

    `share` says which part of the rows, of how many: `(0, 4)` is the first quarter.
    """
    problems = [
        problem(entry.key, f"`{key}` is not a key of a pattern", did_you_mean(key, _KEYS, "one of"), "SRC-KEY")
        for key, entry in node.entries.items()
        if key not in _KEYS
    ]
    each, body = (node.entries.get(key) for key in ("for_each", "agreement"))
    if each is None or not isinstance(each.value, Mapping) or len(each.value.entries) != 1:
        place = each.value.source if each is not None else node.source
        return [], [
            *problems,
            problem(place, "`for_each` names one thing", "Write `for_each: {school: […]}`.", "SRC-KEY"),
        ]
    if body is None or not isinstance(body.value, Mapping):
        return [], [*problems, problem(node.source, "a pattern has an `agreement`", "Write it.", "SRC-KEY")]
    name, source = next(iter(each.value.entries.items()))
    rows, found = rows_of(name, source.value, files, registers)
    names = {row.name for row in rows}
    left_out = node.entries.get("except")
    if left_out is not None and any(not isinstance(item, Scalar) for item in _items(left_out.value)):
        message = "`except` lists the names of rows"
        problems.append(problem(left_out.value.source, message, "Write `except: [oak-school]`.", "SRC-VALUE"))
    without = {item.text: item for item in _scalars(left_out.value)} if left_out is not None else {}
    changes = node.entries.get("overrides")
    if changes is not None and not isinstance(changes.value, Mapping):
        message = "`overrides` holds the name of a row, and under it what differs"
        problems.append(problem(changes.value.source, message, "Write `overrides: {birch-school: {…}}`.", "SRC-VALUE"))
    overrides = changes.value.entries if changes is not None and isinstance(changes.value, Mapping) else {}
    places = [(str(key), item.source) for key, item in without.items()]
    places += [(key, entry.key) for key, entry in overrides.items()]
    problems += found + [
        problem(place, f"no row is called `{key}`", did_you_mean(key, names, "one of"), "SRC-REF")
        for key, place in places
        if key not in names
    ]
    sound = files.is_sound(file)
    made = []
    part, count = share
    for row in rows[len(rows) * part // count : len(rows) * (part + 1) // count]:
        if row.name in without:
            continue
        own = overrides.get(row.name)
        whole: Node = _over(own.value, body.value) if own is not None else body.value
        filler = _Filler(row, registers)
        filled = filler.fill(whole)
        problems += filler.problems
        if isinstance(filled, Mapping):
            made.append(Written(file, filled, sound and not filler.problems, row.label))
    return made, problems


def _items(node: Node) -> tuple[Node, ...]:
    return node.items if isinstance(node, Sequence) else (node,)


def _scalars(node: Node) -> Iterator[Scalar]:
    yield from (item for item in _items(node) if isinstance(item, Scalar))


def _over(near: Node, far: Node) -> Node:
    """Lay an override over the agreement: mappings are merged, lists and values are replaced."""
    if not isinstance(near, Mapping) or not isinstance(far, Mapping):
        return near
    entries = dict(far.entries)
    for key, entry in near.entries.items():
        under = entries.get(key)
        entries[key] = Entry(entry.key, _over(entry.value, under.value) if under is not None else entry.value)
    return Mapping(entries, far.source)


class _Filler:
    """Write one row into a pattern."""

    def __init__(self, row: Row, registers: Registers) -> None:
        self._row = row
        self._parties = registers.entries["parties"]
        self.problems: list[Finding] = []

    def fill(self, node: Node) -> Node:
        if isinstance(node, Sequence):
            return Sequence(tuple(self.fill(item) for item in node.items), node.source)
        if isinstance(node, Mapping):
            bare = self._bare(node)
            if bare is not None:
                return self.fill(bare)
            entries: dict[str, Entry] = {}
            for key, entry in node.entries.items():
                written = self._words(Scalar(key, entry.key))
                if written in entries:
                    message = f"the key `{written}` is here twice (for {self._row.label})"
                    self.problems.append(problem(entry.key, message, "Give each a key of its own.", "SRC-KEY"))
                entries[written] = Entry(entry.key, self.fill(entry.value), entry.inherited)
            return Mapping(entries, node.source)
        if node.text is None or ("{" not in node.text and "}" not in node.text):
            return node
        cell = self._row.cells.get(node.text[1:-1]) if node.text.startswith("{") else None
        if cell is not None and self._row.owns_cells:
            return cell
        return Scalar(self._words(node), node.source, node.broken)

    def _bare(self, node: Mapping) -> Scalar | None:
        """Give a placeholder that stands without quotation marks: YAML takes `{school}` for keys with values."""
        if len(node.entries) != 1:
            return None
        key, entry = next(iter(node.entries.items()))
        empty = isinstance(entry.value, Scalar) and entry.value.text is None and not entry.value.broken
        return Scalar(f"{{{key}}}", node.source) if empty and key in self._row.cells else None

    def _words(self, node: Scalar) -> str:
        def said(match: re.Match[str]) -> str:
            return match[0][0] if match[1] is None else self._value(match[1].strip(), node)

        return _PLACEHOLDER.sub(said, node.text or "")

    def _value(self, name: str, node: Scalar) -> str:
        column, _, rest = name.partition(".")
        cell = self._row.cells.get(column)
        if cell is None:
            offer = did_you_mean(column, self._row.cells, "a column")
            return self._refuse(f"`{{{name}}}` names no column", offer, node)
        if not rest:
            return cell.text or ""
        entry = self._parties.get(cell.text or "")
        if entry is None:
            return self._refuse(f"`{cell.text}` is no party of the register", "Check the id.", cell)
        found: Node = entry.value
        for step in rest.split("."):
            held = found.entries if isinstance(found, Mapping) else {}
            under = held.get(step) or (held.get("name") if step == "called" else None)
            if under is None:
                offer = did_you_mean(step, held, "an attribute")
                return self._refuse(f"`{cell.text}` has no `{step}` for `{{{name}}}`", offer, node)
            found = under.value
        return found.text or "" if isinstance(found, Scalar) else ""

    def _refuse(self, message: str, fix: str, node: Scalar) -> str:
        self.problems.append(problem(node.source, f"{message} (for {self._row.label})", fix, "SRC-REF"))
        return ""
