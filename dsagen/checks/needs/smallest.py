"""The fewest fields that are enough: exact, by branching on what is hardest to meet.

Each requirement is a choice of sets, and all requirements must be met at once. Fields without which some requirement
fails are taken first. What is left falls apart into groups that share no field; each is searched by itself, and a
branch is given up when it cannot be as small as the best that is known.

**Why a budget in looks and not in seconds:** the same description must give the same answer on a slow machine.
**Why whole numbers for sets:** one bit a field makes a look about ten times cheaper.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import islice, product

__all__ = ["Smallest", "smallest_sets"]

FieldSet = frozenset[str]
Choice = tuple[int, ...]
"""The sets of one requirement, each as a whole number with one bit a field."""

_LOOKS = 200_000
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


def smallest_sets(requirements: Iterable[Sequence[FieldSet]], *, looks: int = _LOOKS, shown: int = _SHOWN) -> Smallest:
    """Give the smallest sets that hold one set of each requirement whole.

    `looks` bounds the search, in looks at a requirement, and `shown` the number of sets that are given. A requirement
    without any set cannot be met and is left aside.
    """
    wanted = [sets for sets in requirements if sets]
    names = sorted({name for sets in wanted for one in sets for name in one})
    bits = {name: 1 << place for place, name in enumerate(names)}
    forced, choices = _forced([_least(sum(bits[name] for name in one) for one in sets) for sets in wanted])
    budget = _Budget(looks)
    found = [_best_of(group, budget, shown) for group in _apart(choices)]
    if not budget.is_left:
        return Smallest((_named(_shrunk(forced, choices), names),), exact=False)
    ways = islice(product(*(sorted(best.sets) for best in found)), shown + 1)
    joined = [forced | sum(way) for way in ways]  # groups share no field, so their bits add up
    more = len(joined) > shown or any(best.cut for best in found)
    return Smallest(tuple(sorted((_named(one, names) for one in joined[:shown]), key=sorted)), exact=True, more=more)


@dataclass
class _Budget:
    left: int

    @property
    def is_left(self) -> bool:
        return self.left > 0

    def spend(self, looks: int) -> bool:
        self.left -= looks
        return self.left > 0


@dataclass
class _Best:
    """The best sets of one group so far."""

    shown: int
    size: int
    sets: dict[int, None] = field(default_factory=dict)
    cut: bool = False

    def offer(self, fields: int) -> None:
        if fields.bit_count() < self.size:
            self.size, self.sets, self.cut = fields.bit_count(), {}, False
        if len(self.sets) < self.shown:
            self.sets[fields] = None
        elif fields not in self.sets:
            self.cut = True


def _forced(choices: list[Choice]) -> tuple[int, list[Choice]]:
    """Take the fields that leave no choice, and give them with the choices that are left."""
    forced = 0
    while True:
        single = 0
        for choice in choices:
            single |= choice[0] if len(choice) == 1 else 0
        if not single & ~forced:
            return forced, [choice for choice in dict.fromkeys(choices) if 0 not in choice]
        forced |= single
        choices = [_least(one & ~forced for one in choice) for choice in choices]


def _best_of(choices: list[Choice], budget: _Budget, shown: int) -> _Best:
    best = _Best(shown, _shrunk(0, choices).bit_count())
    _search(0, choices, best, budget)
    return best


def _search(taken: int, choices: list[Choice], best: _Best, budget: _Budget) -> None:
    """Meet the requirement with the fewest ways first, by each of its ways."""
    if not budget.spend(1 + len(choices)):
        return
    left = [_least(one & ~taken for one in choice) for choice in choices]
    left = [choice for choice in left if choice[0]]
    if taken.bit_count() + _at_least(left) > best.size:
        return
    if not left:
        best.offer(taken)
        return
    hardest = min(left, key=lambda choice: (len(choice), -choice[0].bit_count(), choice))
    for one in hardest:
        _search(taken | one, left, best, budget)


def _at_least(choices: Iterable[Choice]) -> int:
    """Give a number of fields below which no set can fall: requirements that share no field add up."""
    seen = total = 0
    for choice in sorted(choices, key=lambda choice: -choice[0].bit_count()):
        fields = 0
        for one in choice:
            fields |= one
        if not fields & seen:
            seen |= fields
            total += choice[0].bit_count()
    return total


def _least(sets: Iterable[int]) -> Choice:
    """Leave out each set that holds another one. The one with the fewest fields comes first."""
    kept: list[int] = []
    for one in sorted(set(sets), key=lambda one: (one.bit_count(), one)):
        if not any(other & one == other for other in kept):
            kept.append(one)
    return tuple(kept)


def _apart(choices: Sequence[Choice]) -> Iterator[list[Choice]]:
    """Give groups of requirements that share no field with another group."""
    groups: list[tuple[int, list[Choice]]] = []
    for choice in choices:
        fields, held = 0, [choice]
        for one in choice:
            fields |= one
        for group in [group for group in groups if group[0] & fields]:
            groups.remove(group)
            fields |= group[0]
            held = [*group[1], *held]
        groups.append((fields, held))
    return (held for _, held in groups)


def _shrunk(forced: int, choices: Sequence[Choice]) -> int:
    """Give a set that is enough and from which nothing can be taken, though another may be smaller."""
    kept = forced
    for choice in choices:
        kept |= choice[0]
    for place in range(kept.bit_length()):
        without = kept & ~(1 << place)
        if not forced >> place & 1 and all(any(one & without == one for one in choice) for choice in choices):
            kept = without
    return kept


def _named(fields: int, names: Sequence[str]) -> FieldSet:
    return frozenset(name for place, name in enumerate(names) if fields >> place & 1)
