"""What differs between two readings of a workspace: which values, and how an agreement comes to rest on them."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from pydantic import BaseModel

from dsagen.portfolio.inputs import Inputs
from dsagen.workspace import join_path

__all__ = ["Chain", "chains", "changed_values", "differing", "entity_of", "leaves_of", "read_of"]


@dataclass(frozen=True)
class Chain:
    """How an agreement rests on something: from itself, by what names what, to the thing."""

    steps: tuple[str, ...]
    """Paths of entities, the agreement first."""

    def __str__(self) -> str:
        return " → ".join(self.steps)


def changed_values(before: Inputs, after: Inputs) -> list[str]:
    """Give the path of every value that came, went or changed: of the model, the settings, the templates and the law.

    A file of the templates or the law counts as one value.
    """
    found: list[str] = []
    for path in {**before.all_entities, **after.all_entities}:
        old, new = before.all_entities.get(path), after.all_entities.get(path)
        if old is None or new is None:
            found.append(path)
        elif before.digest(path) != after.digest(path):
            found += differing(leaves_of(path, old), leaves_of(path, new))
    found += differing(leaves_of("settings", before.settings), leaves_of("settings", after.settings))
    found += differing(before.files, after.files)
    return found


def differing(before: Mapping[str, str], after: Mapping[str, str]) -> list[str]:
    """Give the paths of the values that came, went or changed."""
    return [path for path in {**before, **after} if before.get(path) != after.get(path)]


def leaves_of(path: str, entity: BaseModel) -> dict[str, str]:
    """Give every value of an entity, by its path."""
    return dict(_flat(path, entity.model_dump(mode="json", by_alias=True, exclude_defaults=True)))


def _flat(path: str, value: Any) -> Iterator[tuple[str, str]]:
    if isinstance(value, Mapping) and value:
        for key, each in value.items():
            yield from _flat(join_path(path, key), each)
    elif isinstance(value, Sequence) and not isinstance(value, str) and value:
        for index, each in enumerate(value):
            yield from _flat(join_path(path, index), each)
    else:
        yield path, str(value)


def entity_of(path: str) -> str:
    """Give the path of the entity that a value belongs to: `parties/x` for `parties/x/name`."""
    return "/".join(path.split("/")[:2])


def chains(inputs: Inputs, reference: str) -> dict[str, Chain]:
    """Give, for everything that an agreement rests on, the shortest way to it."""
    found: dict[str, Chain] = {}
    for path, parent in inputs.ways(reference):
        steps = found[parent].steps if parent else ()
        found[path] = Chain((*steps, path))
    return found


def read_of(watched: Collection[str], reads: Mapping[str, str]) -> frozenset[str]:
    """Give those of the watched values that a document read: themselves, something in them, or what holds them."""
    if not watched:
        return frozenset()
    parents = {source[:at] for source in reads for at, letter in enumerate(source) if letter == "/"}
    return frozenset(
        path for path in watched if path in reads or path in parents or any(each in reads for each in _above(path))
    )


def _above(path: str) -> Iterator[str]:
    steps = path.split("/")
    return ("/".join(steps[:length]) for length in range(2, len(steps)))
