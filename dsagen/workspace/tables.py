"""The rows that a pattern is made for: ids, parties of a type, or a table. Every cell knows its place."""

from __future__ import annotations

import csv
from collections.abc import Mapping as MappingOf
from dataclasses import dataclass
from pathlib import Path

from dsagen.model.finding import Finding, Source
from dsagen.workspace.files import Astray, Files, is_yaml
from dsagen.workspace.nodes import Mapping, Node, Scalar, Sequence
from dsagen.workspace.registers import Registers
from dsagen.workspace.syntax import problem
from dsagen.workspace.text import LARGEST_FILE, Text, refused_character

__all__ = ["MOST_ROWS", "Row", "rows_of"]

MOST_ROWS = 10_000
_FORMULA = ("=", "+", "@", "-", "\t")
_FIX = "Write a list, `{parties_of_type: …}` or `{table: folder/file.csv}`."


@dataclass(frozen=True)
class Row:
    """One row."""

    name: str
    label: str
    """What messages call it: `birch-school, row 3 of schools.csv`."""
    cells: MappingOf[str, Scalar]
    source: Source
    owns_cells: bool = True
    """Whether a wrong cell is put right at the row; the register is no such place."""


def rows_of(name: str, node: Node, files: Files, registers: Registers) -> tuple[list[Row], list[Finding]]:
    """Give the rows that `for_each` names, with what is wrong with them."""
    if isinstance(node, Sequence):
        return _listed(name, node, "the list")
    if isinstance(node, Mapping) and len(node.entries) == 1:
        key, entry = next(iter(node.entries.items()))
        if isinstance(entry.value, Scalar) and entry.value.text:
            if key == "parties_of_type":
                return _of_type(name, entry.value, registers)
            if key == "table":
                return _table(name, entry.value, files)
    return [], [problem(node.source, f"`{name}` names no rows", _FIX, "SRC-VALUE")]


def _of_type(name: str, wanted: Scalar, registers: Registers) -> tuple[list[Row], list[Finding]]:
    rows = []
    for party, entry in registers.entries["parties"].items():
        held = entry.value.entries.get("type") if isinstance(entry.value, Mapping) else None
        if held is not None and isinstance(held.value, Scalar) and held.value.text == wanted.text:
            rows.append(Row(party, party, {name: Scalar(party, wanted.source)}, wanted.source, owns_cells=False))
    if rows:
        return rows, []
    fix = "Check the type, or add the parties to the register."
    return [], [problem(wanted.source, f"no party has the type `{wanted.text}`", fix, "SRC-REF")]


def _listed(name: str, node: Sequence, where: str) -> tuple[list[Row], list[Finding]]:
    rows: list[Row] = []
    problems = []
    for number, item in enumerate(node.items, 1):
        cells: dict[str, Scalar] = {}
        if isinstance(item, Scalar):
            cells = {name: item}
        elif isinstance(item, Mapping):
            cells = {key: entry.value for key, entry in item.entries.items() if isinstance(entry.value, Scalar)}
            for key, entry in item.entries.items():
                if not isinstance(entry.value, Scalar):
                    problems.append(problem(entry.value.source, f"`{key}` is not one value", "Write one.", "SRC-VALUE"))
        _add(rows, problems, Row("", f"row {number} of {where}", cells, item.source), name)
    return _bounded(rows, problems, node.source)


def _table(name: str, written: Scalar, files: Files) -> tuple[list[Row], list[Finding]]:
    real = files.locate(written.text or "", lambda path: is_yaml(path) or path.suffix.lower() == ".csv")
    if isinstance(real, Astray):
        return [], [problem(written.source, real.message, real.fix, "SRC-FILE")]
    file = real.relative_to(files.root.resolve()).as_posix()
    files.rest(written.source.file, file)
    if is_yaml(real):
        node = files.read(file)
        if isinstance(node, Sequence):
            return _listed(name, node, file)
        return [], [problem(written.source, f"`{file}` is not a list of rows", "Write a list.", "SRC-VALUE")]
    content = _content(real)
    if content is None:
        fix = "Save it as “CSV UTF-8”, below 2 MB."
        return [], [problem(written.source, f"`{file}` cannot be read as UTF-8", fix, "SRC-FILE")]
    text = Text(file, content)
    files.texts[file] = text
    return _csv(name, text)


def _content(real: Path) -> str | None:
    try:
        if not real.is_file() or real.stat().st_size > LARGEST_FILE:
            return None
        return real.read_bytes().decode("utf-8-sig")
    except (OSError, UnicodeDecodeError):
        return None


def _csv(name: str, text: Text) -> tuple[list[Row], list[Finding]]:
    start = Source(text.file, 1, 1)
    first = text.line(1)
    reader = csv.reader(
        text.content.splitlines(keepends=True), delimiter=";" if first.count(";") > first.count(",") else ","
    )
    rows: list[Row] = []
    problems: list[Finding] = []
    try:
        header = [cell.strip() for cell in next(reader, [])]
        if len(set(header)) < len(header) or "" in header:
            return [], [problem(start, "two columns have the same name, or one has none", "Name each.", "SRC-KEY")]
        line = reader.line_num + 1
        for values in reader:
            here, line = line, reader.line_num + 1
            if not any(value.strip() for value in values):
                continue
            label = f"row {len(rows) + 1} of {text.file}"
            if len(values) != len(header):
                message = f"{label} has {len(values)} cells and the table has {len(header)} columns"
                problems.append(problem(Source(text.file, here, 1), message, "Check the row.", "SRC-VALUE"))
                continue
            cells = _cells(header, values, text, here)
            _add(rows, problems, Row("", label, cells, Source(text.file, here, 1)), name)
    except csv.Error as error:
        problems.append(problem(start, f"the table cannot be read: {error}", "Save it again as CSV.", "SRC-FILE"))
    return _bounded(rows, problems, start)


def _cells(header: list[str], values: list[str], text: Text, line: int) -> dict[str, Scalar]:
    cells, after, written = {}, 0, text.line(line)
    for column, value in zip(header, values, strict=True):
        at = max(written.find(value, after), after)
        after = at + len(value)
        cells[column] = Scalar(value.strip() or None, Source(text.file, line, at + 1))
    return cells


def _add(rows: list[Row], problems: list[Finding], row: Row, name: str) -> None:
    """Keep a row that has a name, and whose cells are words."""
    cell = row.cells.get(name)
    if cell is None or not cell.text:
        fix = f"Give each row the column `{name}`."
        problems.append(problem(row.source, f"{row.label} has no `{name}`", fix, "SRC-KEY"))
        return
    for column, value in row.cells.items():
        if (value.text or "").startswith(_FORMULA) or refused_character(value.text or ""):
            message = f"`{column}` of {row.label} starts like a formula, or holds a character that no document may"
            problems.append(problem(value.source, message, "Write the words themselves.", "SRC-VALUE"))
            return
    rows.append(Row(cell.text, f"{cell.text}, {row.label}", row.cells, row.source, row.owns_cells))


def _bounded(rows: list[Row], problems: list[Finding], place: Source) -> tuple[list[Row], list[Finding]]:
    if len(rows) > MOST_ROWS:
        message = f"the table has more than {MOST_ROWS} rows"
        return [], [*problems, problem(place, message, "Divide the table.", "SRC-FILE")]
    if not rows and not problems:
        problems = [problem(place, "the table has no rows", "Write a row, or delete the pattern.", "SRC-FILE")]
    return rows, problems
