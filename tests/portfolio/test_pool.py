"""Pieces of work are all done, whatever becomes of the processes that do them."""

from __future__ import annotations

import os
import signal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dsagen.portfolio.pool import Crashed, spread


def double(number: int) -> int:
    """Die at 13, fail at 17, and otherwise double."""
    if number == 13:
        os.kill(os.getpid(), signal.SIGKILL)
    if number == 17:
        raise ValueError("seventeen")
    return number * 2


@settings(max_examples=8, deadline=None)
@given(st.lists(st.integers(0, 12), max_size=30), st.integers(1, 3))
def test_each_piece_has_its_result(numbers: list[int], jobs: int) -> None:
    assert sorted(spread(double, numbers, jobs)) == sorted((number, number * 2) for number in numbers)


def test_one_process_keeps_the_order() -> None:
    assert [piece for piece, _ in spread(double, [3, 1, 2], 1)] == [3, 1, 2]


@pytest.mark.parametrize("jobs", [2, 3])
def test_a_process_that_dies_costs_its_piece_alone(jobs: int) -> None:
    numbers = [*range(13), 13, *range(20, 40)]
    found = dict(spread(double, numbers, jobs))
    assert isinstance(found.pop(13), Crashed)
    assert found == {number: number * 2 for number in numbers if number != 13}


def test_two_that_die() -> None:
    found = list(spread(double, [13, 1, 13, 2], 2))
    assert [piece for piece, result in found if isinstance(result, Crashed)] == [13, 13]
    assert len(found) == 4


def test_an_exception_is_raised() -> None:
    with pytest.raises(ValueError, match="seventeen"):
        list(spread(double, [1, 17, 2], 2))
