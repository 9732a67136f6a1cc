"""Where a purpose stands on the ladder, and which ways are less intrusive than that."""

from __future__ import annotations

from pathlib import Path
from typing import get_args

import pytest

from dsagen.checks import ladder
from dsagen.checks.ladder import Chosen, chosen, is_less
from dsagen.checks.subjects import Case
from dsagen.model.vocabulary import Alternative, Detail
from tests.checks.pages import AS_AT, found_in, read_changed

_FIELDS = "registers: {datasets: {attendance: {fields: {days-absent: {detail: %s}}}}}\n"
_NAMES = "{pupil-name: {detail: pseudonym}, pupil-date-of-birth: {detail: pseudonym}, days-absent: {detail: %s}}"
_PSEUDONYMS = "registers: {datasets: {attendance: {fields: " + _NAMES + "}}}\n"


def taken(changes: str, folder: Path, purpose: str = "raise-attendance") -> Chosen | None:
    reading = read_changed(changes, folder)
    assert not reading.problems
    case = Case(reading.workspace.agreements["FER-001"], reading.workspace, reading.law, AS_AT)
    return next(chosen(subject) for subject in case.purposes if subject.key == purpose)


def test_every_detail_has_a_rung_and_the_more_it_says_the_higher_it_is() -> None:
    rungs = [get_args(Alternative).index(ladder._WHAT[detail]) for detail in get_args(Detail) if detail != "none"]
    assert rungs == sorted(rungs)
    assert set(ladder._WHAT) == set(get_args(Detail))


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ("reference: FER-001\n", Chosen("code", "by_event")),
        ("flows: {F03: {frequency: on_request}}", Chosen("code", "on_request")),
        ("flows: {F03: {frequency: weekly}}", Chosen("code", "bulk")),
        ("flows: {F03: {frequency: weekly, emergency_only: yes}}", Chosen("code", "by_event")),
        ("flows: {F03: {frequency: once}}", Chosen("code", "bulk")),
        ("flow_defaults: {frequency: (taken away)}", Chosen("code", "bulk")),
        ("flows: {F03: {method: direct_access}}", Chosen("direct_access", "direct_access")),
        (_FIELDS % "flag", Chosen("flag", "by_event")),
        (_FIELDS % "text", Chosen("summary", "by_event")),
        (_FIELDS % "record", Chosen("full_record", "by_event")),
        (_FIELDS % "aggregate", Chosen("flag", "by_event")),
        (_PSEUDONYMS % "aggregate", Chosen("pseudonymised", "by_event")),
    ],
)
def test_what_is_told_and_how(changes: str, expected: Chosen, tmp_path: Path) -> None:
    assert taken(changes, tmp_path) == expected


def test_the_most_intrusive_flow_counts_in_each_respect(tmp_path: Path) -> None:
    changes = "flows: {F04: {frequency: weekly}, F06: {fields: {child-name: To find the child.}}}"
    assert taken(changes, tmp_path, "protect-child") == Chosen("code", "bulk")


def test_a_purpose_without_a_flow_stands_nowhere(tmp_path: Path) -> None:
    assert taken("flows: {F03: {purposes: [protect-child]}}", tmp_path) is None


def less_than(what: Alternative, how: Alternative) -> set[Alternative]:
    return {way for way in get_args(Alternative) if is_less(way, Chosen(what, how))}


_NOTHING_TOLD = {"none", "signpost", "self_referral", "consent_referral"}


def test_what_is_told_and_how_are_compared_apart() -> None:
    nameless = {*_NOTHING_TOLD, "aggregate", "anonymised", "pseudonymised"}
    assert less_than("flag", "on_request") == nameless
    assert less_than("flag", "by_event") == {*nameless, "on_request"}
    assert less_than("summary", "by_event") == {*nameless, "flag", "code", "on_request"}
    assert less_than("flag", "bulk") == {*nameless, "on_request", "by_event"}


def test_everything_else_is_less_than_direct_access() -> None:
    assert less_than("direct_access", "direct_access") == set(get_args(Alternative)) - {"direct_access"}


def found(alternatives: str, flow: str, folder: Path) -> list[str]:
    purpose = f"{{raise-attendance: {{necessity: {{alternatives: {{instead: {{{alternatives}}}}}}}}}}}"
    changes = f"purposes: {purpose}\nflows: {{F03: {{{flow}}}}}\n"
    reading = read_changed(changes, folder)
    assert not reading.problems
    return [hit.rule for hit, _ in found_in(reading, AS_AT) if hit.rule in ("DP-NEC-001", "PROP-008")]


@pytest.mark.parametrize(
    ("alternatives", "flow", "expected"),
    [
        ("code: It is what was chosen in the end", "frequency: per_case", ["PROP-008"]),
        ("bulk: A weekly list would reach all pupils", "frequency: per_case", ["PROP-008"]),
        ("by_event: The officer would hear too late", "frequency: weekly", []),
        ("full_record: The officer needs three facts of it", "method: direct_access", []),
        ("full_record: The officer needs three facts of it, none: Nobody would visit the child", "", []),
        ("", "frequency: per_case", ["DP-NEC-001"]),
    ],
)
def test_it_fires_where_nothing_less_was_considered(
    alternatives: str, flow: str, expected: list[str], tmp_path: Path
) -> None:
    assert found(alternatives, flow, tmp_path) == expected
