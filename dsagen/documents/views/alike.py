"""Put together what says the same, so that a document says it once."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any, TypeVar

__all__ = ["alike", "by_party", "in_rows"]

_T = TypeVar("_T")
_LONGEST_CELL = 240
"""Characters of names in one cell."""


def alike(items: Iterable[_T], key: Callable[[_T], object]) -> list[list[_T]]:
    """Give items in groups of one key, in the order of first use."""
    found: list[tuple[object, list[_T]]] = []
    for item in items:
        wanted = key(item)
        group = next((group for known, group in found if known == wanted), None)
        if group is None:
            found.append((wanted, [item]))
        else:
            group.append(item)
    return [group for _, group in found]


def by_party(sides: Iterable[Any]) -> list[list[Any]]:
    """Give sides of flows in groups of one party, in the order of first use."""
    return alike(sides, lambda side: side.party.key.value)


def in_rows(groups: Iterable[list[_T]], name: Callable[[_T], str]) -> list[list[_T]]:
    """Divide groups whose names together are too long for the first cell of a row, so that no cell is a page high."""
    found: list[list[_T]] = []
    for group in groups:
        names: set[str] = set()
        for place, item in enumerate(group):
            names.add(name(item))
            if place == 0 or sum(map(len, names)) > _LONGEST_CELL:
                found.append([])
                names = {name(item)}
            found[-1].append(item)
    return found
