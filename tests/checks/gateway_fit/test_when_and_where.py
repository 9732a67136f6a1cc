"""Commencement and nation: what an announced start may carry, and what a confirmation lifts."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from dsagen.checks.run import check_rules
from dsagen.checks.subjects import Case
from dsagen.law import catalogue
from dsagen.law.local import Confirmation, LocalLaw
from tests.checks.pages import AS_AT, found_in, read_changed

_POLICE = "agreements/FER-001/flows/F04/bases/police"
_TESTS = "duty_tests: {may_facilitate: It helps the council., not_more_detrimental: The sergeant asks.}"
_BEGUN = LocalLaw(
    confirmations={
        "children-act-2004-s16la": Confirmation(
            in_force_from=date(2026, 9, 30),
            confirmed_on=date(2026, 11, 1),
            confirmed_by="head of legal services",
            source="the commencement regulations",
        )
    }
)


def _found(basis: str, folder: Path, law: LocalLaw | None = None, flow: str = "") -> list[str]:
    changes = f"flows: {{F04: {{{flow} bases: {{police: {{{basis}, {_TESTS}}}}}}}}}"
    reading = read_changed(changes, folder)
    assert not reading.problems, reading.problems
    (agreement,) = reading.workspace.agreements.values()
    known = catalogue().with_local(law) if law else reading.law
    case = Case(agreement, reading.workspace, known, AS_AT)
    return [finding.rule for finding in check_rules(case) if finding.rule in ("DP-GW-007", "DP-GW-008", "DP-LAW-006")]


@pytest.mark.parametrize(
    ("basis", "flow", "expected"),
    [
        ("gateways: [children-act-2004-s16la]", "", ["DP-GW-007"]),
        ("gateways: [common-law-policing, children-act-2004-s16la]", "", ["DP-GW-008"]),
        ("gateways: [common-law-policing, children-act-2004-s16la], article6: c", "", ["DP-GW-007"]),
        (
            "gateways: [common-law-policing, children-act-2004-s16la]",
            "confidentiality: {route: statutory_duty},",
            ["DP-GW-007"],
        ),
        (
            "gateways: [children-act-1989-s46, children-act-2004-s16la], article6: c",
            "confidentiality: {route: statutory_duty},",
            ["DP-GW-008"],
        ),
        ("gateways: [dpa-2018-sch2, children-act-2004-s16la]", "", ["DP-GW-007"]),
    ],
)
def test_an_announced_start_may_carry_nothing(basis: str, flow: str, expected: list[str], tmp_path: Path) -> None:
    assert _found(basis, tmp_path, flow=flow) == expected


@pytest.mark.parametrize("article6", ["c", "e"])
def test_a_confirmation_lifts_both(article6: str, tmp_path: Path) -> None:
    assert _found(f"gateways: [children-act-2004-s16la], article6: {article6}", tmp_path, _BEGUN) == []


def test_a_confirmed_duty_to_tell_makes_nobody_receive(tmp_path: Path) -> None:
    changes = "flows: {F04: {bases: {council: {gateways: [children-act-2004-s16la], article6: c}}}}"
    reading = read_changed(changes, tmp_path)
    (agreement,) = reading.workspace.agreements.values()
    case = Case(agreement, reading.workspace, catalogue().with_local(_BEGUN), AS_AT)
    found = [finding for finding in check_rules(case) if finding.rule == "DP-LAW-006"]
    assert [finding.path for finding in found] == ["agreements/FER-001/flows/F04/bases/council/article6"]


def test_a_law_that_began_later_is_not_yet_in_force(tmp_path: Path) -> None:
    reading = read_changed("flows: {F04: {bases: {police: {gateways: [domestic-abuse-act-2021-s49a]}}}}", tmp_path)
    before = [finding for finding, _ in found_in(reading, date(2025, 11, 6)) if finding.rule == "DP-GW-007"]
    assert ["begins on 2025-11-07" in finding.message for finding in before] == [True]
    assert [finding for finding, _ in found_in(reading, date(2025, 11, 7)) if finding.rule == "DP-GW-007"] == []


@pytest.mark.parametrize(
    ("nation", "kind", "cited", "proposed"),
    [
        ("wales", "police_force", "children-act-2004-s11", "children-act-2004-s28"),
        ("england", "police_force", "children-act-2004-s28", "children-act-2004-s11"),
        ("wales", "local_authority", "children-act-1989-s27", "sswbwa-2014-s162-164a"),
        ("wales", "local_authority", "children-act-1989-s17", None),
    ],
)
def test_the_equivalent_of_the_other_nation_is_proposed(
    nation: str, kind: str, cited: str, proposed: str | None, tmp_path: Path
) -> None:
    changes = f"""
flows: {{F04: {{bases: {{police: {{gateways: [{cited}]}}}}}}}}
registers: {{parties: {{police: {{type: {kind}, nation: {nation}}}}}}}
"""
    found = [finding for finding, _ in found_in(read_changed(changes, tmp_path), AS_AT)]
    about = [finding for finding in found if finding.path == f"{_POLICE}/gateways/0"]
    assert [finding.rule for finding in about] == ["DP-GW-006"]
    assert (f"`{proposed}`" if proposed else "dsagen gateways suggest") in about[0].fix
