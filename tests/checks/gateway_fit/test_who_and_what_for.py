"""Gateways that do not fit the party, the recipient, the purpose or the people: the mistakes that people make."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.checks.pages import AS_AT, found_in, read_changed

_F01 = "agreements/FER-001/flows/F01/bases/surgery/gateways/0"
_F02 = "agreements/FER-001/flows/F02/bases"
_F04 = "agreements/FER-001/flows/F04/bases"
_F05 = "agreements/FER-001/flows/F05/bases/council"


def _found(changes: str, folder: Path, *rules: str) -> list[tuple[str, str]]:
    reading = read_changed(changes, folder)
    assert not reading.problems, reading.problems
    found = [(finding.rule, finding.path) for finding, _ in found_in(reading, AS_AT)]
    return [pair for pair in found if pair[0].startswith(rules or ("DP-GW", "TRAP", "DP-LAW"))]


@pytest.mark.parametrize("kind", ["school", "academy", "gp_practice", "nhs_trust", "voluntary_org"])
def test_section_115_does_not_reach_a_body_that_is_no_relevant_authority(kind: str, tmp_path: Path) -> None:
    changes = f"registers: {{parties: {{police: {{type: {kind}}}}}}}"
    assert ("DP-GW-003", f"{_F05}/gateways/0") in _found(changes, tmp_path, "DP-GW-003")


@pytest.mark.parametrize("kind", ["parish_council", "probation", "local_health_board", "fire_rescue"])
def test_section_115_reaches_a_relevant_authority(kind: str, tmp_path: Path) -> None:
    changes = f"registers: {{parties: {{police: {{type: {kind}}}}}}}"
    assert ("DP-GW-003", f"{_F05}/gateways/0") not in _found(changes, tmp_path, "DP-GW-003")


def test_a_charity_may_disclose_to_the_police_by_section_115(tmp_path: Path) -> None:
    changes = """
flows:
  F06:
    to: [police]
    purposes: [detect-crime]
    viewers: [detective in charge]
    retention: {instead: {police: {period: 6 years, trigger: the case is closed, action: delete}}}
    bases:
      instead:
        friends: {gateways: [cda-1998-s115], capacity: private, article6: ea, annex1: 5, compatibility: {annex2: crime}}
        police: {gateways: [common-law-policing], regime: part3}
"""
    assert _found(changes, tmp_path, "DP-GW", "TRAP") == []


@pytest.mark.parametrize(
    "key",
    [
        "nhs-act-2006-s82",
        "children-act-2004-s11",
        "children-act-2004-s10",
        "children-act-1989-s27",
        "children-act-1989-s47",
    ],
)
def test_what_binds_an_nhs_body_is_not_for_a_practice_and_section_84_is_proposed(key: str, tmp_path: Path) -> None:
    reading = read_changed(f"flows: {{F01: {{bases: {{surgery: {{gateways: [{key}]}}}}}}}}", tmp_path)
    (finding,) = (finding for finding, _ in found_in(reading, AS_AT) if finding.rule == "DP-GW-002")
    assert finding.path == _F01
    assert "`nhs-act-2006-s84`" in finding.fix


@pytest.mark.parametrize(
    ("kind", "cited", "proposed"),
    [
        ("academy", "education-act-2002-s175", "independent-school-standards-2014-para7"),
        ("independent_school", "education-act-2002-s175", "independent-school-standards-2014-para7"),
        ("school", "education-act-2002-s157", "education-act-2002-s175"),
        ("fe_college", "independent-school-standards-2014-para7", "education-act-2002-s175"),
    ],
)
def test_the_type_of_school_decides(kind: str, cited: str, proposed: str, tmp_path: Path) -> None:
    changes = f"""
flows: {{F02: {{bases: {{academy: {{gateways: [{cited}]}}}}}}}}
registers: {{parties: {{academy: {{type: {kind}}}}}}}
"""
    reading = read_changed(changes, tmp_path)
    (finding,) = (finding for finding, _ in found_in(reading, AS_AT) if finding.rule == "DP-GW-002")
    assert finding.path == f"{_F02}/academy/gateways/0"
    assert f"`{proposed}`" in finding.fix


def test_a_sixteen_to_nineteen_academy_has_section_175(tmp_path: Path) -> None:
    changes = """
flows: {F02: {bases: {academy: {gateways: [education-act-2002-s175, children-act-2004-s10]}}}}
registers: {parties: {academy: {functions: [sixteen_to_nineteen]}}}
"""
    assert _found(changes, tmp_path) == []


def test_a_gateway_that_reaches_nobody_is_not_also_asked_for_its_purposes(tmp_path: Path) -> None:
    changes = "flows: {F05: {bases: {council: {gateways: [children-act-1989-s47]}}}}"
    assert _found(changes, tmp_path, "DP-GW", "TRAP") == [("DP-GW-003", f"{_F05}/gateways/0")]


def test_a_recipient_whom_nothing_reaches_is_named_alone(tmp_path: Path) -> None:
    changes = """
flows:
  F05:
    to: [police, academy]
    bases: {academy: {gateways: [independent-school-standards-2014-para7, children-act-2004-s10], article6: e}}
"""
    reading = read_changed(changes, tmp_path)
    (finding,) = (finding for finding, _ in found_in(reading, AS_AT) if finding.rule == "DP-GW-003")
    assert "Fern Learning Trust" in finding.message
    assert "Fernshire Constabulary" not in finding.message


def test_another_purpose_that_another_gateway_serves_is_no_mistake(tmp_path: Path) -> None:
    changes = """
flows:
  F05:
    purposes: [detect-crime, protect-child]
    bases: {council: {gateways: [cda-1998-s115, children-act-1989-s47-1]}}
"""
    assert _found(changes, tmp_path, "DP-GW-004") == []


def test_a_private_body_is_not_pushed_to_name_a_power(tmp_path: Path) -> None:
    changes = "flows: {F06: {bases: {friends: {gateways: []}}}}"
    assert _found(changes, tmp_path) == []


def test_a_council_does_not_escape_the_question_by_calling_itself_private(tmp_path: Path) -> None:
    changes = "flows: {F02: {bases: {council: {gateways: [], capacity: private}}}}"
    assert _found(changes, tmp_path, "DP-GW-001") == [("DP-GW-001", f"{_F02}/council/gateways")]


@pytest.mark.parametrize(
    ("functions", "kind", "fits"),
    [
        ("public_health", "health_care_direct", True),
        ("public_health", "adult_social_care", False),
        ("adult_social_care", "health_care_direct", False),
    ],
)
def test_public_health_nurses_are_inside_section_251b(functions: str, kind: str, fits: bool, tmp_path: Path) -> None:
    changes = f"""
purposes: {{offer-assessment: {{kind: {kind}}}}}
flows: {{F01: {{bases: {{surgery: {{gateways: [hsca-2012-s251b]}}}}}}}}
registers: {{parties: {{council: {{functions: [education_authority, {functions}]}}}}}}
"""
    assert (_found(changes, tmp_path, "DP-GW-005") == []) is fits


def test_an_adult_victim_of_slavery_is_named_only_with_consent(tmp_path: Path) -> None:
    changes = """
flows: {F04: {bases: {police: {gateways: [modern-slavery-act-2015-s52]}}}}
registers:
  parties: {council: {type: home_office}}
  people: {child: {label: Adults, ages: 18 and over}}
"""
    assert _found(changes, tmp_path, "DP-GW-005") == [("DP-GW-005", f"{_F04}/police/gateways/0")]
    consent = changes.replace("F04: {", "F04: {confidentiality: {route: consent_explicit}, ")
    (tmp_path / "consent").mkdir()
    assert _found(consent, tmp_path / "consent", "DP-GW-005") == []
