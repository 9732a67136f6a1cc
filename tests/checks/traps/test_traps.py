"""The traps of the gateways note, where the manual pages show no example."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from dsagen.checks import traps
from dsagen.checks.rulebook import rulebook
from tests.checks.pages import AS_AT, found_in, read_changed


def _found(changes: str, folder: Path, *rules: str) -> list[tuple[str, str, str]]:
    reading = read_changed(changes, folder)
    assert not reading.problems, reading.problems
    found = [(finding.rule, finding.path, finding.severity) for finding, _ in found_in(reading, AS_AT)]
    return [each for each in found if each[0].startswith(rules)]


def test_every_trap_is_caught_by_rules_that_exist() -> None:
    page = traps.__doc__ or ""
    lines = re.findall(r"^- (J\d+)\b(.*?)(?=^- |^$)", page, re.M | re.S)
    assert [name for name, _ in lines] == [f"J{number}" for number in range(1, 13)]
    for name, words in lines:
        rules = re.findall(r"\b(?:DP-[A-Z]+-\d{3}|TRAP-\d{2})\b", words)
        assert rules and set(rules) <= set(rulebook()), name


def test_a_duty_without_a_request_is_one_finding(tmp_path: Path) -> None:
    changes = """
flows:
  F05:
    purposes: [protect-child]
    bases: {council: {gateways: [children-act-2004-s16h], article6: c, request: (taken away)}}
"""
    path = "agreements/FER-001/flows/F05/bases/council/request"
    assert _found(changes, tmp_path, "DP-LAW", "TRAP") == [("TRAP-03", path, "error")]


def test_a_school_is_bound_by_no_request_under_section_31(tmp_path: Path) -> None:
    changes = """
purposes: {raise-attendance: {kind: send_support}}
flows:
  F03:
    bases:
      primary:
        gateways: [children-and-families-act-2014-s28-31]
        article6: c
        request: {asked_by: council, recorded_in: case log}
"""
    path = "agreements/FER-001/flows/F03/bases/primary/article6"
    assert _found(changes, tmp_path, "DP-LAW-006", "TRAP-03") == [("DP-LAW-006", path, "error")]


@pytest.mark.parametrize(
    ("words", "severity"),
    [
        ("Criminal Justice Act 2000 s.325", "warning"),
        ("the clinical commissioning group's protocol", "advice"),
        ("Children Act 2004 section 14B", "warning"),
        ("Children Act 2004 section 16H", None),
    ],
)
def test_old_and_wrong_names_in_a_text(words: str, severity: str | None, tmp_path: Path) -> None:
    changes = f"flows: {{F04: {{bases: {{council: {{article6_law: {words}}}}}}}}}"
    path = "agreements/FER-001/flows/F04/bases/council/article6_law"
    assert _found(changes, tmp_path, "TRAP-13") == ([("TRAP-13", path, severity)] if severity else [])


def test_history_may_use_the_old_names(tmp_path: Path) -> None:
    changes = """
registers:
  parties:
    police: {succeeds: [{name: Fernshire clinical commissioning group, until: 2022-07-01}]}
"""
    assert _found(changes, tmp_path, "TRAP-13") == []


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("LADO", True),
        ("the local authority designated officer", True),
        ("designated safeguarding lead", False),
        ("colado team", False),
        ("designated clinical officer", False),
    ],
)
def test_who_is_a_designated_officer(words: str, found: bool, tmp_path: Path) -> None:
    changes = f"flows: {{F06: {{viewers: [{words}]}}}}"
    path = "agreements/FER-001/flows/F06/viewers/council/0"
    assert _found(changes, tmp_path, "TRAP-14") == ([("TRAP-14", path, "error")] if found else [])


def test_a_designated_officers_team_is_found(tmp_path: Path) -> None:
    changes = """
flows: {F06: {teams: {council: lado}, viewers: [duty officer, LADO]}}
registers: {parties: {council: {teams: {lado: {title: LADO service}}}}}
"""
    assert _found(changes, tmp_path, "TRAP-14") == [("TRAP-14", "agreements/FER-001/flows/F06/teams/council", "error")]


def test_a_power_beside_it_does_not_make_an_exemption_a_gateway(tmp_path: Path) -> None:
    changes = "flows: {F05: {bases: {council: {gateways: [dpa-2018-sch2, cda-1998-s115]}}}}"
    path = "agreements/FER-001/flows/F05/bases/council/gateways/0"
    assert _found(changes, tmp_path, "DP-GW", "TRAP") == [("TRAP-09", path, "warning")]


def test_an_exemption_alone_is_one_finding(tmp_path: Path) -> None:
    changes = "flows: {F05: {bases: {council: {gateways: [dpa-2018-sch2]}}}}"
    path = "agreements/FER-001/flows/F05/bases/council/gateways"
    assert _found(changes, tmp_path, "DP-GW", "DP-LAW", "TRAP") == [("DP-GW-001", path, "error")]


@pytest.mark.parametrize("kind", ["homelessness", "benefits_support"])
def test_homelessness_is_a_prescribed_purpose_by_its_kind(kind: str, tmp_path: Path) -> None:
    changes = f"""
purposes: {{protect-child: {{kind: {kind}}}}}
flows: {{F04: {{bases: {{police: {{gateways: [welfare-reform-act-2012-s131]}}}}}}}}
registers: {{parties: {{police: {{type: dwp}}}}}}
"""
    assert bool(_found(changes, tmp_path, "TRAP-06")) is (kind != "homelessness")
