"""`dsagen minimise`: against a check of the same agreement, and its search against trying every set of fields."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from itertools import combinations
from pathlib import Path
from random import Random

from benchmarks.measure import medians, show
from dsagen.checks.needs import deliveries_of, smallest_sets, weigh
from dsagen.checks.reductions import proposals_of
from dsagen.checks.run import check_rules
from dsagen.checks.subjects import Case
from dsagen.workspace import read_workspace

__all__ = ["minimising"]

DAY = date(2026, 11, 23)
MINIMISE, CHECK = "minimise", "the rules of check"
SEARCH, BRUTE = "smallest sets: search", "smallest sets: every set tried"
FieldSets = list[list[frozenset[str]]]


def minimising(folder: Path, rounds: int) -> None:
    """Time both for an example, and the search for a made-up choice of 16 fields."""
    reading = read_workspace(folder)

    def cases() -> list[Case]:
        workspace = reading.workspace
        return [Case(agreement, workspace, reading.law, DAY) for agreement in workspace.agreements.values()]

    def minimise() -> None:
        for case in cases():
            for delivery in deliveries_of(case):
                weigh(delivery)
            list(proposals_of(case))

    choices = _choices(Random(4), fields=16, questions=8)
    steps: dict[str, Callable[[], object]] = {
        MINIMISE: minimise,
        CHECK: lambda: [list(check_rules(case)) for case in cases()],
        SEARCH: lambda: smallest_sets(choices),
        BRUTE: lambda: _by_trying_all(choices),
    }
    for step in steps.values():
        step()
    taken = medians(steps, rounds)
    print(f"\nMinimise, {folder.name}, median of {rounds} rounds")
    for name, seconds in taken.items():
        show(name, seconds * 1000, "ms")
    show("minimise, against the rules of check", taken[MINIMISE] / taken[CHECK], "")
    show("search, against trying every set", taken[SEARCH] / taken[BRUTE], "")


def _choices(chance: Random, fields: int, questions: int) -> FieldSets:
    """Make questions with three ways to answer each, of one to three fields."""
    names = [f"field-{number:02}" for number in range(fields)]
    return [[frozenset(chance.sample(names, chance.randint(1, 3))) for _ in range(3)] for _ in range(questions)]


def _by_trying_all(choices: FieldSets) -> frozenset[str]:
    names = sorted({name for choice in choices for one in choice for name in one})
    return next(
        frozenset(some)
        for size in range(len(names) + 1)
        for some in combinations(names, size)
        if all(any(one <= set(some) for one in choice) for choice in choices)
    )
