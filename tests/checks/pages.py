"""Reading the manual pages of rules: their examples change one thing in the sound agreement of `fernshire.yaml`."""

from __future__ import annotations

import re
import shutil
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Literal

from dsagen.checks.run import check_rules
from dsagen.checks.subjects import Case
from dsagen.model.finding import Finding, Source
from dsagen.workspace import SETTINGS_FILE
from dsagen.workspace.files import Files
from dsagen.workspace.nodes import Entry, Mapping, Node, Scalar
from dsagen.workspace.reading import Reading, _Reader

__all__ = ["AS_AT", "Example", "examples_in", "found_in", "read_changed"]

BASE = Path(__file__).parent / "fernshire.yaml"
AS_AT = date(2026, 11, 22)
_BLOCK = re.compile(r"^(Wrong|Right)\b(?P<words>[^\n]*(?:\n(?!```)[^\n]*)*)\n```yaml\n(?P<yaml>.*?)^```", re.M | re.S)
_CARET = re.compile(r"^ *\^ *$")
_AS_AT = re.compile(r"^# as at (\d{4}-\d{2}-\d{2})$", re.M)
TERMS = frozenset({"MASH"})


@dataclass(frozen=True)
class Example:
    """One example of a manual page."""

    kind: Literal["Wrong", "Right"]
    yaml: str
    places: tuple[tuple[int, int], ...]
    """Lines and columns that the page marks with a caret, both from 1, in `yaml`."""
    as_at: date


def examples_in(page: str) -> list[Example]:
    """Give the examples of a manual page."""
    found = []
    for match in _BLOCK.finditer(page):
        lines: list[str] = []
        places = []
        for line in match["yaml"].splitlines():
            if _CARET.match(line):
                places.append((len(lines), line.index("^") + 1))
            else:
                lines.append(line)
        said = _AS_AT.search(match["yaml"])
        as_at = date.fromisoformat(said[1]) if said else AS_AT
        kind: Literal["Wrong", "Right"] = "Wrong" if match[1] == "Wrong" else "Right"
        found.append(Example(kind, "\n".join(lines) + "\n", tuple(places), as_at))
    return found


def read_changed(changes: str, folder: Path) -> Reading:
    """Read the sound agreement with some changes: mappings are merged, lists and values replaced.

    What the changes say has its place in `changes.yaml`. `(taken away)` removes a key, and a mapping under the only key
    `instead` stands in the place of the old one. What stands under `settings` is laid over the workspace's settings,
    and `overarching` makes a second agreement, the sound one with those changes.
    """
    shutil.copy(BASE, folder)
    shutil.copy(BASE.with_name("fernshire-settings.yaml"), folder / "settings.yaml")
    (folder / "changes.yaml").write_text(changes, encoding="utf-8")
    files = ["changes.yaml", *(["overarching.yaml"] if "\noverarching:" in f"\n{changes}" else [])]
    return _Reader(_Changed(folder), files, alone=False).read()


def found_in(reading: Reading, as_at: date) -> list[tuple[Finding, Source | None]]:
    """Give what the rules find, each with its place."""
    agreement = next(iter(reading.workspace.agreements.values()))
    case = Case(agreement, reading.workspace, reading.law, as_at, TERMS)
    return [(finding, reading.sources.key(finding.path)) for finding in check_rules(case)]


class _Changed(Files):
    """The files of a workspace in which the changes are laid over the sound agreement."""

    def read(self, file: str) -> Node | None:
        if file not in ("changes.yaml", "overarching.yaml", SETTINGS_FILE):
            return super().read(file)
        changes = super().read("changes.yaml")
        base = super().read("settings.yaml" if file == SETTINGS_FILE else "fernshire.yaml")
        assert isinstance(changes, Mapping) and isinstance(base, Mapping)
        own = changes.entries.get("settings")
        if file == SETTINGS_FILE:
            return _laid_over(own.value, base) if own and isinstance(own.value, Mapping) else base
        above = changes.entries.get("overarching")
        if file == "overarching.yaml" and above is not None and isinstance(above.value, Mapping):
            rest = {key: entry for key, entry in base.entries.items() if key != "registers"}
            return _laid_over(above.value, Mapping(rest, base.source))
        others = {key: entry for key, entry in changes.entries.items() if key not in ("settings", "overarching")}
        return _laid_over(Mapping(others, changes.source), base)


def _laid_over(own: Mapping, base: Mapping) -> Mapping:
    entries = dict(base.entries)
    for key, entry in own.entries.items():
        old = base.entries.get(key)
        if isinstance(entry.value, Scalar) and entry.value.text == "(taken away)":
            del entries[key]
        elif isinstance(entry.value, Mapping) and list(entry.value.entries) == ["instead"]:
            entries[key] = Entry(entry.key, entry.value.entries["instead"].value)
        elif old is not None and isinstance(entry.value, Mapping) and isinstance(old.value, Mapping):
            entries[key] = Entry(entry.key, _laid_over(entry.value, old.value))
        else:
            entries[key] = entry
    return Mapping(entries, own.source)
