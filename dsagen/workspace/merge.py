"""YAML merge keys: `<<: *common` in one file."""

from __future__ import annotations

from dsagen.model.finding import Finding, Source
from dsagen.workspace.nodes import Entry, Mapping, Node, Scalar, Sequence
from dsagen.workspace.syntax import problem

__all__ = ["merge_keys"]


def merge_keys(own: dict[str, Entry], merged: list[tuple[Source, Node]], problems: list[Finding]) -> dict[str, Entry]:
    """Add what `<<` brings in. A mapping's own keys win, then the mapping that is named first (YAML merge key type)."""
    if len(merged) > 1:
        first, second = merged[0][0], merged[1][0]
        message = f"`<<` is here a second time; the first is on line {first.line}"
        problems.append(problem(second, message, "Write one list: `<<: [*one, *two]`.", "SRC-KEY"))
    found: dict[str, Entry] = {}
    for place, value in merged[:1]:
        for part in value.items if isinstance(value, Sequence) else (value,):
            if isinstance(part, Mapping):
                found = found | {key: entry for key, entry in part.entries.items() if key not in found}
            elif not (isinstance(part, Scalar) and part.broken):
                fix = "Name a mapping: `<<: *name`."
                problems.append(problem(place, "`<<` merges mappings, and this is not one", fix, "SRC-KEY"))
    return found | own
