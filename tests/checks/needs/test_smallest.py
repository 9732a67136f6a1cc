"""The smallest sets, against brute force."""

from __future__ import annotations

from itertools import combinations

from hypothesis import given, settings
from hypothesis import strategies as st

from dsagen.checks.needs.smallest import smallest_sets

FieldSet = frozenset[str]

_fields = st.sampled_from("abcdefghi")
_set = st.frozensets(_fields, min_size=1, max_size=4)
_choice = st.lists(_set, min_size=1, max_size=4)
_choices = st.lists(_choice, min_size=1, max_size=7)


def is_enough(fields: FieldSet, choices: list[list[FieldSet]]) -> bool:
    """Tell whether every requirement has one of its sets whole."""
    return all(any(one <= fields for one in choice) for choice in choices)


def by_trying_all(choices: list[list[FieldSet]]) -> set[FieldSet]:
    """Give every set of the least size that is enough."""
    everything = sorted({field for choice in choices for one in choice for field in one})
    for size in range(len(everything) + 1):
        found = {frozenset(some) for some in combinations(everything, size) if is_enough(frozenset(some), choices)}
        if found:
            return found
    raise AssertionError("everything together is enough")


@settings(max_examples=400, deadline=None)
@given(_choices)
def test_they_are_those_that_brute_force_finds(choices: list[list[FieldSet]]) -> None:
    smallest = smallest_sets(choices, shown=10_000)
    assert smallest.exact and not smallest.more
    assert set(smallest.sets) == by_trying_all(choices)


@settings(max_examples=200, deadline=None)
@given(_choices)
def test_without_any_field_of_a_smallest_set_something_fails(choices: list[list[FieldSet]]) -> None:
    for one in smallest_sets(choices).sets:
        assert is_enough(one, choices)
        for field in one:
            assert not is_enough(one - {field}, choices)


@settings(max_examples=200, deadline=None)
@given(_choices, st.integers(1, 40))
def test_a_search_that_is_cut_short_says_so_and_is_still_enough(choices: list[list[FieldSet]], looks: int) -> None:
    smallest = smallest_sets(choices, looks=looks)
    (*_, one) = smallest.sets
    assert is_enough(one, choices)
    for field in one:
        assert not is_enough(one - {field}, choices)
    if smallest.exact:
        assert set(smallest.sets) <= by_trying_all(choices)


@settings(max_examples=100, deadline=None)
@given(_choices, st.integers(1, 3))
def test_what_is_not_shown_is_said(choices: list[list[FieldSet]], shown: int) -> None:
    smallest = smallest_sets(choices, shown=shown)
    every = by_trying_all(choices)
    assert set(smallest.sets) <= every
    assert smallest.more == (len(every) > len(smallest.sets))


@given(_choices, st.randoms())
def test_the_order_of_the_description_changes_nothing(choices: list[list[FieldSet]], random: object) -> None:
    turned = [list(reversed(choice)) for choice in reversed(choices)]
    assert smallest_sets(choices, shown=10_000) == smallest_sets(turned, shown=10_000)


def test_greed_would_be_wrong() -> None:
    """Taking the smallest way of each question gives three fields here, where two are enough."""
    choices = [
        [frozenset("a"), frozenset("xy")],
        [frozenset("b"), frozenset("xy")],
        [frozenset("c"), frozenset("xy")],
    ]
    assert smallest_sets(choices).sets == (frozenset("xy"),)


def test_nothing_is_needed_for_nothing() -> None:
    assert smallest_sets([]).sets == (frozenset(),)
    assert smallest_sets([[]]).sets == (frozenset(),)


def test_a_hard_case_ends_and_says_that_it_was_not_weighed_to_the_end() -> None:
    """Two hundred questions, each with a choice of many fields that others share: nobody could try all."""
    names = [f"f{number:03}" for number in range(120)]
    choices = [
        [frozenset({names[(7 * row + 13 * way * way) % 120], names[(3 * row + 29 * way) % 120]}) for way in range(8)]
        for row in range(200)
    ]
    smallest = smallest_sets(choices)
    assert not smallest.exact
    assert len(smallest.sets) == 1
    assert is_enough(smallest.sets[0], choices)
