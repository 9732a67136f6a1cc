"""Lawful bases: one mistake is one finding, and what is right is left alone."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.checks.pages import AS_AT, found_in, read_changed

_FRIENDS = "agreements/FER-001/flows/F06/bases/friends"
_COUNCIL = "agreements/FER-001/flows/F02/bases/council"


def _found(changes: str, folder: Path, *rules: str) -> list[tuple[str, str]]:
    reading = read_changed(changes, folder)
    assert not reading.problems, reading.problems
    found = [(finding.rule, finding.path) for finding, _ in found_in(reading, AS_AT)]
    return [pair for pair in found if pair[0].startswith(rules or ("DP-LAW", "DP-PUR", "DP-GW", "TRAP"))]


def test_no_power_and_no_law_is_one_finding(tmp_path: Path) -> None:
    assert _found("flows: {F02: {bases: {council: {gateways: []}}}}", tmp_path) == [
        ("DP-GW-001", f"{_COUNCIL}/gateways")
    ]


def test_a_wrong_basis_is_not_also_asked_for_its_condition(tmp_path: Path) -> None:
    assert _found("flows: {F02: {bases: {council: {article6: ea}}}}", tmp_path) == [
        ("DP-LAW-002", f"{_COUNCIL}/article6")
    ]
    (tmp_path / "f").mkdir()
    assert _found("flows: {F02: {bases: {council: {article6: f}}}}", tmp_path / "f") == [
        ("DP-LAW-003", f"{_COUNCIL}/article6")
    ]


def test_a_duty_of_another_nation_is_one_finding(tmp_path: Path) -> None:
    changes = "flows: {F04: {bases: {police: {gateways: [sswbwa-2014-s128-130], article6: c}}}}"
    assert _found(changes, tmp_path) == [("DP-GW-006", "agreements/FER-001/flows/F04/bases/police/gateways/0")]


@pytest.mark.parametrize("law", ["DPA 2018 s8(1)(d)", "Data Protection Act 2018 section 8 (d)"])
def test_section_8d_is_not_for_a_council(law: str, tmp_path: Path) -> None:
    changes = f"flows: {{F02: {{bases: {{council: {{article6_law: {law}}}}}}}}}"
    assert _found(changes, tmp_path, "DP-LAW-013") == [("DP-LAW-013", f"{_COUNCIL}/article6_law")]


@pytest.mark.parametrize("law", ["Data Protection Act 2018 section 8(c)", "Care Act 2014 section 8(d)"])
def test_other_laws_are_left_alone(law: str, tmp_path: Path) -> None:
    changes = f"flows: {{F02: {{bases: {{council: {{article6_law: {law}}}}}}}}}"
    assert _found(changes, tmp_path, "DP-LAW-013") == []


@pytest.mark.parametrize("kind", ["voluntary_org", "independent_school", "early_years_provider", "housing_provider"])
def test_recognised_legitimate_interest_is_open_to_private_bodies(kind: str, tmp_path: Path) -> None:
    changes = f"registers: {{parties: {{friends: {{type: {kind}}}}}}}"
    assert _found(changes, tmp_path, "DP-LAW") == []


def test_a_part_3_side_is_asked_for_no_basis_of_the_uk_gdpr(tmp_path: Path) -> None:
    changes = "flows: {F05: {bases: {police: {regime: part3, article6: ea}}}}"
    assert _found(changes, tmp_path, "DP-LAW") == []


def test_bodies_of_one_type_with_other_functions_may_differ(tmp_path: Path) -> None:
    changes = """
flows:
  F02:
    to: [academy, primary]
    bases:
      academy: {gateways: [], capacity: private, article6: ea, annex1: 6}
      primary:
        article6: f
        legitimate_interests: {interest: To help., necessity: We must know., balance: One fact.}
registers:
  parties: {academy: {type: voluntary_org}, primary: {type: voluntary_org, functions: [commissioned_by_listed_body]}}
"""
    assert _found(changes, tmp_path, "DP-LAW-012") == []


@pytest.mark.parametrize(
    ("action", "vague"),
    [
        ("To share information", True),
        ("Partnership working and service improvement for better outcomes in the county", True),
        ("Support the child.", True),
        ("The front door social worker decides within one working day whether to visit.", False),
        ("The worker rings the parent to support the family and offers an assessment.", False),
    ],
)
def test_what_counts_as_a_purpose(action: str, vague: bool, tmp_path: Path) -> None:
    changes = f"purposes: {{protect-child: {{action: {action}}}}}"
    path = "agreements/FER-001/purposes/protect-child/action"
    assert _found(changes, tmp_path, "DP-PUR") == ([("DP-PUR-001", path)] if vague else [])


@pytest.mark.parametrize(
    ("words", "closed"),
    [("para 1", True), ("Annex 2, paragraph 1", True), ("answering a request", True), ("paragraph 10", False)],
)
def test_which_words_name_paragraph_1_of_annex_2(words: str, closed: bool, tmp_path: Path) -> None:
    changes = f'flows: {{F05: {{bases: {{council: {{compatibility: {{annex2: "{words}"}}}}}}}}}}'
    path = "agreements/FER-001/flows/F05/bases/council/compatibility/annex2"
    assert _found(changes, tmp_path, "DP-PUR") == ([("DP-PUR-003", path)] if closed else [])
