"""Routes through the duty of confidence, where the manual pages show no example."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.checks.pages import AS_AT, found_in, read_changed

ROUTE = "agreements/FER-001/flows/{}/confidentiality/route"


def _found(changes: str, folder: Path, rule: str) -> list[tuple[str, str]]:
    reading = read_changed(changes, folder)
    assert not reading.problems, reading.problems
    return [(finding.path, finding.severity) for finding, _ in found_in(reading, AS_AT) if finding.rule == rule]


@pytest.mark.parametrize(
    ("kind", "to", "severity"),
    [
        ("adult_social_care", "council", None),
        ("health_care_direct", "friends", "error"),
        ("young_carer_support", "council", "warning"),
        ("safeguard_child", "council", "error"),
        ("young_carer_support", "friends", "error"),
    ],
)
def test_implied_consent_reaches_direct_care(kind: str, to: str, severity: str | None, tmp_path: Path) -> None:
    changes = f"""
purposes: {{offer-assessment: {{kind: {kind}}}}}
flows:
  F01:
    to: [{to}]
    viewers: [care team]
    retention: {{instead: {{}}}}
    bases: {{instead: {{surgery: {{article6: e}}}}}}
    confidentiality: {{route: consent_implied_direct_care}}
"""
    places = [] if severity is None else [(ROUTE.format("F01"), severity)]
    assert _found(changes, tmp_path, "DP-CONF-002") == places


@pytest.mark.parametrize("frequency", ["continuous", "daily", "termly", "yearly"])
def test_a_feed_cannot_stand_on_the_public_interest(frequency: str, tmp_path: Path) -> None:
    changes = f"flows: {{F06: {{frequency: {frequency}}}}}\n"
    assert _found(changes, tmp_path, "DP-CONF-003") == [(ROUTE.format("F06"), "error")]


@pytest.mark.parametrize("more", ["frequency: on_request", "frequency: daily, emergency_only: yes"])
def test_single_cases_and_emergencies_can(more: str, tmp_path: Path) -> None:
    assert _found(f"flows: {{F06: {{{more}}}}}\n", tmp_path, "DP-CONF-003") == []


@pytest.mark.parametrize(
    ("route", "gateway", "is_found"),
    [
        ("statutory_permission", "common-law-public-interest-disclosure", True),
        ("statutory_permission", "children-act-2004-s10", True),
        ("statutory_permission", "pcsca-2022-s16", False),
        ("statutory_duty", "children-act-2004-s10", True),
        ("statutory_duty", "children-act-2004-s16la", False),
    ],
)
def test_the_law_that_is_cited_lifts_confidence(route: str, gateway: str, is_found: bool, tmp_path: Path) -> None:
    changes = f"""
flows: {{F05: {{confidentiality: {{instead: {{route: {route}}}}}, bases: {{council: {{gateways: [{gateway}]}}}}}}}}
"""
    assert bool(_found(changes, tmp_path, "DP-CONF-004")) is is_found


@pytest.mark.parametrize(("expires", "is_found"), [("2026-11-22", True), ("2026-11-23", False)])
def test_support_ends_on_the_first_day_on_which_it_no_longer_holds(
    expires: str, is_found: bool, tmp_path: Path
) -> None:
    changes = f"""
flows: {{F01: {{confidentiality: {{instead: {{route: s251_support, approval: {{reference: a,
  expires: {expires}}}}}}}}}}}
"""
    assert bool(_found(changes, tmp_path, "DP-CONF-005")) is is_found


@pytest.mark.parametrize(
    ("nation", "kind", "is_found"),
    [
        ("england", "statistics_planning", True),
        ("wales", "statistics_planning", False),
        ("england", "health_care_direct", False),
    ],
)
def test_the_opt_out_is_english_and_about_other_uses(nation: str, kind: str, is_found: bool, tmp_path: Path) -> None:
    changes = f"""
nation: {nation}
purposes: {{offer-assessment: {{kind: {kind}}}}}
flows: {{F01: {{confidentiality: {{instead: {{route: s251_support}}}}}}}}
"""
    assert bool(_found(changes, tmp_path, "DP-CONF-006")) is is_found


def test_a_school_needs_no_caldicott_guardian(tmp_path: Path) -> None:
    changes = "registers: {parties: {council: {functions: [education_authority], caldicott_guardian: }}}\n"
    assert _found(changes, tmp_path, "DP-CONF-007") == []


@pytest.mark.parametrize(
    ("ages", "label", "kind", "is_found"),
    [
        ("13 to 17", "Seen by the counselling service", "code", True),
        ("0 to 12", "Seen by the counselling service", "code", False),
        ("18 and over", "Contraception", "code", False),
        ("0 to 17", "School counsellor's telephone number", "contact", False),
        ("0 to 17", "Days absent in another school", "code", False),
    ],
)
def test_young_people_decide_about_their_own_services(
    ages: str, label: str, kind: str, is_found: bool, tmp_path: Path
) -> None:
    changes = f"""
flows: {{F03: {{fields: {{other: To help.}}}}}}
registers:
  people: {{child: {{ages: {ages}}}}}
  datasets: {{attendance: {{fields: {{other: {{label: "{label}", kind: {kind}, detail: code}}}}}}}}
"""
    assert bool(_found(changes, tmp_path, "DP-CONF-008")) is is_found
