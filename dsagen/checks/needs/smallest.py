"""The fewest fields that are enough: exact, by branching on what is hardest to meet.

What one requirement asks for is a choice of sets, and all requirements must be met at once. Fields without which some
requirement fails are taken first. What is left falls apart into groups that share no field; each is searched by itself,
and a branch is given up when it cannot be smaller than the best that is known.

**Why a budget in steps and not in seconds:** the same description must give the same answer on a slow machine.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence, Set
from dataclasses import dataclass
from itertools import product

__all__ = ["Smallest", "smallest_sets"]

FieldSet = frozenset[str]
Choice = tuple[FieldSet, ...]

_STEPS = 50_000
_SHOWN = 20


@dataclass(frozen=True)
class Smallest:
    """The smallest sets of fields that meet every requirement."""

    sets: tuple[FieldSet, ...]
    """The sets, in the order of their fields' names. Where it is not exact, one set from which nothing can be taken."""
    exact: bool
    """Whether every possibility was weighed, so that no smaller set is enough."""
    more: bool = False
    """Whether there are further sets of the same size that are not given."""

    @property
    def size(self) -> int:
        """Give the number of fields in each."""
        return len(self.sets[0])


def smallest_sets(requirements: Iterable[Sequence[FieldSet]], *, steps: int = _STEPS, shown: int = _SHOWN) -> Smallest:
    """Give the smallest sets that hold one set of each requirement whole.

    `steps` bounds the search, and `shown` the number of sets that are given. A requirement without any set cannot be
    met and is left aside.
    """
    choices = [_least(sets) for sets in requirements if sets]
    forced: FieldSet = frozenset()
    while True:
        single = frozenset().union(*(choice[0] for choice in choices if len(choice) == 1))
        if single <= forced:
            break
        forced |= single
        choices = [_least([one - forced for one in choice]) for choice in choices]
    choices = [choice for choice in dict.fromkeys(choices) if frozenset() not in choice]
    budget = _Budget(steps)
    found = [_best_of(group, budget, shown) for group in _apart(choices)]
    if not budget.is_left:
        return Smallest((_shrunk(forced, choices),), exact=False)
    joined = [forced.union(*parts) for parts in _firsts(found, shown + 1)]
    more = len(joined) > shown or any(each.cut for each in found)
    return Smallest(tuple(sorted(joined, key=sorted)[:shown]), exact=True, more=more)


class _Budget:
    def __init__(self, steps: int) -> None:
        self._left = steps

    @property
    def is_left(self) -> bool:
        return self._left > 0

    def step(self) -> bool:
        self._left -= 1
        return self._left > 0


@dataclass
class _Best:
    """The best sets of one group so far."""

    shown: int
    size: int
    sets: dict[FieldSet, None]
    cut: bool = False

    def offer(self, fields: FieldSet) -> None:
        if len(fields) < self.size:
            self.size, self.sets, self.cut = len(fields), {}, False
        if len(self.sets) < self.shown:
            self.sets[fields] = None
        elif fields not in self.sets:
            self.cut = True


def _best_of(choices: list[Choice], budget: _Budget, shown: int) -> _Best:
    best = _Best(shown, len(_shrunk(frozenset(), choices)), {})
    _search(frozenset(), choices, best, budget)
    return best


def _search(taken: FieldSet, choices: list[Choice], best: _Best, budget: _Budget) -> None:
    """Meet the requirement with the fewest ways first, by each of its ways."""
    if not budget.step():
        return
    left = [_least([one - taken for one in choice]) for choice in choices]
    left = [choice for choice in left if frozenset() not in choice]
    if not left:
        best.offer(taken)
        return
    if len(taken) + _at_least(left) > best.size:
        return
    hardest = min(left, key=lambda choice: (len(choice), -min(map(len, choice)), sorted(map(sorted, choice))))
    for one in sorted(hardest, key=lambda one: (len(one), sorted(one))):
        _search(taken | one, left, best, budget)


def _at_least(choices: Iterable[Choice]) -> int:
    """Give a number of fields below which no set can fall: requirements that share no field add up."""
    seen: set[str] = set()
    total = 0
    for choice in sorted(choices, key=lambda choice: -min(map(len, choice))):
        fields = frozenset().union(*choice)
        if not fields & seen:
            seen |= fields
            total += min(map(len, choice))
    return total


def _least(sets: Iterable[FieldSet]) -> Choice:
    """Leave out each set that holds another one."""
    distinct = list(dict.fromkeys(sets))
    return tuple(one for one in distinct if not any(other < one for other in distinct))


def _apart(choices: Sequence[Choice]) -> Iterator[list[Choice]]:
    """Give groups of requirements that share no field with another group."""
    groups: list[tuple[set[str], list[Choice]]] = []
    for choice in choices:
        fields = set().union(*choice)
        held = [choice]
        for group in [group for group in groups if group[0] & fields]:
            groups.remove(group)
            fields |= group[0]
            held = [*group[1], *held]
        groups.append((fields, held))
    return (held for _, held in groups)


def _shrunk(forced: FieldSet, choices: Sequence[Choice]) -> FieldSet:
    """Give a set that is enough and from which nothing can be taken, though another may be smaller."""
    kept = forced.union(*(min(choice, key=lambda one: (len(one), sorted(one))) for choice in choices))
    for field in sorted(kept - forced):
        if _meets(kept - {field}, choices):
            kept -= {field}
    return kept


def _meets(fields: Set[str], choices: Iterable[Choice]) -> bool:
    return all(any(one <= fields for one in choice) for choice in choices)


def _firsts(found: Sequence[_Best], number: int) -> Iterator[tuple[FieldSet, ...]]:
    """Give the first ways to take one set of each group."""
    ways = product(*(sorted(each.sets, key=sorted) for each in found))
    return (way for way, _ in zip(ways, range(number), strict=False))
