"""Conditions for special category and criminal-offence information, where the manual pages show no example."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.checks.pages import AS_AT, found_in, read_changed


def _found(changes: str, folder: Path, rule: str) -> list[tuple[str, str]]:
    reading = read_changed(changes, folder)
    assert not reading.problems, reading.problems
    return [(finding.path, finding.severity) for finding, _ in found_in(reading, AS_AT) if finding.rule == rule]


def test_a_field_is_reported_once_however_many_flows_carry_it(tmp_path: Path) -> None:
    changes = """
flows:
  F01: {fields: {diagnosis: To understand.}}
  F02: {fields: {diagnosis: To understand.}}
registers:
  datasets:
    young-carer-flags: {fields: {diagnosis: {label: Diagnosis, kind: code, detail: code, confidential: yes}}}
"""
    assert _found(changes, tmp_path, "DP-ART9-013") == [("datasets/young-carer-flags/fields/diagnosis", "warning")]


@pytest.mark.parametrize(
    ("field", "hinted"),
    [
        ("{label: The day on which staff send the form, kind: code, detail: code}", False),
        ("{label: SEND support, kind: code, detail: code}", True),
        ("{label: Race night ticket holder's embrace, kind: name, detail: text}", False),
        (
            "{label: Help, kind: code, detail: code, meaning: It does not say the diagnosis. It names no medication.}",
            False,
        ),
        ("{label: Help, kind: code, detail: code, meaning: Which medication the child takes.}", True),
        ("{label: Help, kind: code, detail: code, values: [allergy, none]}", True),
        ("{label: Disabled child's name, kind: name, detail: text}", False),
    ],
)
def test_words_that_hint_at_a_special_category(field: str, hinted: bool, tmp_path: Path) -> None:
    changes = f"""
flows: {{F03: {{fields: {{help: To help.}}}}}}
registers: {{datasets: {{attendance: {{fields: {{help: {field}}}}}}}}}
"""
    assert bool(_found(changes, tmp_path, "DP-ART9-013")) is hinted


@pytest.mark.parametrize(
    ("given_by", "found"),
    [("[child]", True), ("[the children]", True), ("[grandparent]", True), ("[]", True), ("[parent]", False)],
)
def test_agreement_of_other_people_stands_beside_paragraph_18(given_by: str, found: bool, tmp_path: Path) -> None:
    changes = f"""
flows:
  F02:
    confidentiality: {{given_by: {given_by}}}
    bases:
      academy: {{schedule1: [18], no_consent_reason: The school cannot reasonably be expected to obtain consent.}}
registers: {{datasets: {{young-carer-flags: {{fields: {{possible-young-carer: {{people: [child]}}}}}}}}}}
"""
    places = [("agreements/FER-001/flows/F02/bases/academy/schedule1/0", "warning")]
    assert _found(changes, tmp_path, "DP-ART9-008") == (places if found else [])


def test_an_agreed_consent_basis_is_one_finding(tmp_path: Path) -> None:
    changes = """
flows:
  F02:
    bases:
      council: {article6: a, article9: a, schedule1: [6, 18], no_consent_reason: The family has given consent.}
"""
    places = [("agreements/FER-001/flows/F02/bases/council/schedule1/1", "error")]
    assert _found(changes, tmp_path, "DP-ART9-008") == places


def test_paragraph_18_as_a_route_for_offences_has_limbs_as_well(tmp_path: Path) -> None:
    changes = "flows: {F04: {bases: {council: {schedule1: [], no_consent_reason: }}}}\n"
    places = [("agreements/FER-001/flows/F04/bases/council/no_consent_reason", "error")]
    assert _found(changes, tmp_path, "DP-ART9-008") == places


def test_no_substantial_public_interest_is_asked_for_offences_alone(tmp_path: Path) -> None:
    changes = "flows: {F04: {bases: {council: {substantial_public_interest: }}}}\n"
    assert _found(changes, tmp_path, "DP-ART9-004") == []


def test_a_party_under_part_3_is_not_asked_for_article_9_or_10(tmp_path: Path) -> None:
    changes = "registers: {datasets: {households: {fields: {household-code: {special: [health], criminal: yes}}}}}\n"
    assert _found(changes, tmp_path, "DP-ART9-001") == [
        ("agreements/FER-001/flows/F05/bases/council/article9", "error")
    ]
    (tmp_path / "again").mkdir()
    places = [("agreements/FER-001/flows/F05/bases/council/article10", "error")]
    assert _found(changes, tmp_path / "again", "DP-ART10-001") == places


@pytest.mark.parametrize(
    ("route", "rules"),
    [
        ("Schedule 1 paragraph 36", ["DP-ART10-001"]),
        ("Schedule 1 paragraphs 20 and 37", []),
        ("Schedule 1 paragraph 20", ["DP-ART10-002"]),
        ("Schedule 8 paragraph 4", ["DP-ART10-001"]),
        ("official authority", []),
    ],
)
def test_routes_for_offences(route: str, rules: list[str], tmp_path: Path) -> None:
    reading = read_changed(f"flows: {{F04: {{bases: {{council: {{article10: {route}}}}}}}}}\n", tmp_path)
    assert [finding.rule for finding, _ in found_in(reading, AS_AT) if finding.rule.startswith("DP-ART10")] == rules


def test_the_date_of_birth_of_a_victim_is_no_offence(tmp_path: Path) -> None:
    changes = """
flows: {F03: {fields: {offence-child-date-of-birth: To tell children apart.}}}
registers:
  datasets:
    attendance:
      fields: {offence-child-date-of-birth: {label: Date of birth of the victim, kind: date, detail: date}}
"""
    assert _found(changes, tmp_path, "DP-ART10-003") == []


def test_people_without_ages_are_given_the_benefit_of_the_doubt(tmp_path: Path) -> None:
    changes = """
purposes:
  protect-child: {needs: {instead: {Which child: [child-name, worry-code]}}}
  find-home: {kind: homelessness, title: Find a safe home}
flows:
  F04: {purposes: [find-home], fields: {instead: {worry-code: To find a home.}}}
registers:
  people: {parent: {ages: }}
  datasets: {incidents: {fields: {worry-code: {people: [parent]}}}}
"""
    assert _found(changes, tmp_path, "DP-ART9-009") == []
