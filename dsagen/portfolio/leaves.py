"""What differs between two readings of a workspace: which values, and how an agreement comes to rest on them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from dsagen.portfolio.inputs import Inputs
from dsagen.workspace import join_path

__all__ = ["Chain", "chains", "changed_leaves", "leaves"]


@dataclass(frozen=True)
class Chain:
    """How an agreement rests on something: from itself, by what names what, to the thing."""

    steps: tuple[str, ...]
    """Paths of entities, the agreement first."""

    def __str__(self) -> str:
        return " → ".join(self.steps)


def leaves(inputs: Inputs, reference: str) -> dict[str, str]:
    """Give every value that an agreement rests on, by its path."""
    return {
        path: value
        for entity, model in inputs.entities(reference)
        for path, value in _flat(entity, model.model_dump(mode="json", by_alias=True, exclude_defaults=True))
    }


def changed_leaves(before: Mapping[str, str], after: Mapping[str, str]) -> list[str]:
    """Give the paths of the values that came, went or changed, in order."""
    return [path for path in {**before, **after} if before.get(path) != after.get(path)]


def chains(inputs: Inputs, reference: str) -> dict[str, Chain]:
    """Give, for everything that an agreement rests on, the shortest way to it."""
    found: dict[str, Chain] = {}
    for path, parent in inputs.ways(reference):
        steps = found[parent].steps if parent else ()
        found[path] = Chain((*steps, path))
    return found


def _flat(path: str, value: Any) -> Iterator[tuple[str, str]]:
    if isinstance(value, Mapping):
        for key, each in value.items():
            yield from _flat(join_path(path, key), each)
    elif isinstance(value, Sequence) and not isinstance(value, str):
        for index, each in enumerate(value):
            yield from _flat(join_path(path, index), each)
    else:
        yield path, str(value)
