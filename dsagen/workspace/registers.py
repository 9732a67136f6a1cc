"""The registers: parties, people and datasets by id, wherever they are written."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

from pydantic import BaseModel

from dsagen.model.dataset import Dataset
from dsagen.model.finding import Finding
from dsagen.model.party import Party
from dsagen.model.people import People
from dsagen.workspace.files import Files
from dsagen.workspace.nodes import Entry, Mapping, Node
from dsagen.workspace.paths import join_path
from dsagen.workspace.spot import Spot
from dsagen.workspace.syntax import problem
from dsagen.workspace.validate import validate, validate_id

__all__ = ["KINDS", "Kind", "Registers", "not_a_mapping"]

Kind = Literal["parties", "people", "datasets"]
KINDS: dict[Kind, type[BaseModel]] = {"parties": Party, "people": People, "datasets": Dataset}


def not_a_mapping(node: Node, what: str) -> Finding:
    """Say that a file starts with something else than keys."""
    fix = f"Start each line at the left with a key and a colon: {what}."
    return problem(node.source, "the file is not a mapping (keys with values)", fix, "SRC-VALUE")


class Registers:
    """What is defined in a workspace, and whether everything could be read."""

    def __init__(self) -> None:
        self.entries: dict[Kind, dict[str, Entry]] = {kind: {} for kind in KINDS}
        self.valid: dict[Kind, dict[str, BaseModel]] = {kind: {} for kind in KINDS}
        self.whole: dict[Kind, bool] = dict.fromkeys(KINDS, True)
        """Whether every file of a register could be read. Where one could not, an id may be in it."""
        self.problems: list[Finding] = []
        self._unsound: dict[Kind, set[str]] = {kind: set() for kind in KINDS}
        """Ids in files with mistakes of writing: they are known, but what they say is not certain."""

    def read(self, files: Files) -> None:
        """Read the three folders of a workspace."""
        for kind in KINDS:
            for file in files.listed(kind):
                node = files.read(file)
                if isinstance(node, Mapping):
                    self.add(kind, node, sound=files.is_sound(file))
                elif node is not None:
                    self.problems.append(not_a_mapping(node, f"the id of one of the {kind}"))
                    self.whole[kind] = False
                elif file not in files.empty:
                    self.whole[kind] = False

    def add(self, kind: Kind, node: Mapping, *, sound: bool = True) -> None:
        """Add the definitions of one mapping; an id that is there already is a problem."""
        known = self.entries[kind]
        self._unsound[kind] |= set() if sound else set(node.entries)
        for key, entry in node.entries.items():
            if key in known:
                message = f"`{key}` is defined twice in {kind}: the first is at {known[key].key}"
                self.problems.append(
                    problem(entry.key, message, "Keep one, or give the other an id of its own.", "SRC-KEY")
                )
            else:
                known[key] = entry

    def validate(self) -> None:
        """Check every definition against the model."""
        for kind, model in KINDS.items():
            for key, entry in self.entries[kind].items():
                path = join_path(kind, key)
                entity, problems = validate(model, entry.value, path, key=entry.key)
                problems += validate_id(key, entry.key, path)
                self.problems.extend(problems)
                if entity is not None and not problems and key not in self._unsound[kind]:
                    self.valid[kind][key] = entity

    def spots(self, kind: Kind) -> Iterator[tuple[str, Spot]]:
        """Give each definition, valid or not."""
        for key, entry in self.entries[kind].items():
            yield key, Spot(entry.value, join_path(kind, key), entry.key)

    def spot(self, kind: Kind, key: str) -> Spot | None:
        """Give one definition."""
        entry = self.entries[kind].get(key)
        return Spot(entry.value, join_path(kind, key), entry.key) if entry is not None else None
