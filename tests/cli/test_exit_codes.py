"""The exit codes are a promise."""

from __future__ import annotations

from itertools import permutations

import pytest

from dsagen.cli.exit_codes import ExitCode, first_of
from dsagen.cli.fail_on import FailOn, code_for
from dsagen.model.finding import Finding, Severity


def test_the_numbers_do_not_change() -> None:
    assert {code.name: int(code) for code in ExitCode} == {
        "FINE": 0, "FINDINGS": 1, "USAGE": 2, "SOURCE": 3, "DOCUMENT": 4, "STALE": 5, "FAULT": 70,
    }  # fmt: skip
    assert all(code.meaning for code in ExitCode)


def test_the_first_of_2_3_4_1_5_wins() -> None:
    order = [ExitCode.USAGE, ExitCode.SOURCE, ExitCode.DOCUMENT, ExitCode.FINDINGS, ExitCode.STALE]
    for start in range(len(order)):
        for codes in permutations(order[start:]):
            assert first_of([ExitCode.FINE, *codes]) == order[start]
    assert first_of([]) == ExitCode.FINE


@pytest.mark.parametrize(
    ("severity", "fail_on", "code"),
    [
        ("error", "error", 1), ("error", "warning", 1), ("error", "advice", 1), ("error", "never", 0),
        ("warning", "error", 0), ("warning", "warning", 1), ("warning", "advice", 1), ("warning", "never", 0),
        ("advice", "error", 0), ("advice", "warning", 0), ("advice", "advice", 1), ("advice", "never", 0),
    ],
)  # fmt: skip
def test_fail_on(severity: Severity, fail_on: str, code: int) -> None:
    finding = Finding("X", severity, "m", agreement="A")
    assert code_for([finding], FailOn(fail_on), final=[]) == code


@pytest.mark.parametrize(("final", "code"), [(["A"], 1), (["B"], 0), ([], 0)])
def test_a_gap_fails_an_agreement_that_is_final(final: list[str], code: int) -> None:
    assert code_for([Finding("DOC-GAP", "gap", "m", agreement="A")], FailOn.ERROR, final) == code
