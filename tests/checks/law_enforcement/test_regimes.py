"""Part 3 and the UK GDPR, where the manual pages show no example."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.checks.pages import AS_AT, found_in, read_changed

NEEDS = "protect-child: {needs: {instead: {Which child: [child-name, worry-code]}}}"


def _rules(changes: str, folder: Path) -> list[tuple[str, str]]:
    reading = read_changed(changes, folder)
    assert not reading.problems, reading.problems
    found = [finding for finding, _ in found_in(reading, AS_AT)]
    return [(finding.rule, finding.path) for finding in found if finding.rule.startswith("DP-LE")]


@pytest.mark.parametrize("regime", ["part3", "uk_gdpr"])
def test_a_council_that_claims_schedule_8_for_social_work_is_told_once(regime: str, tmp_path: Path) -> None:
    changes = f"flows: {{F04: {{bases: {{council: {{regime: {regime}, schedule8: [4]}}}}}}}}\n"
    key = "regime" if regime == "part3" else "schedule8"
    assert _rules(changes, tmp_path) == [("DP-LE-001", f"agreements/FER-001/flows/F04/bases/council/{key}")]


@pytest.mark.parametrize(
    ("kind", "is_found"),
    [("detect_crime", False), ("debt_and_fraud", False), ("domestic_abuse", True), ("attendance", True)],
)
def test_a_council_is_a_competent_authority_when_it_enforces(kind: str, is_found: bool, tmp_path: Path) -> None:
    changes = f"""
purposes: {{{NEEDS}, other: {{kind: {kind}, title: Something else}}}}
flows: {{F04: {{purposes: [other], bases: {{council: {{instead: {{regime: part3}}}}}}}}}}
"""
    places = [("DP-LE-001", "agreements/FER-001/flows/F04/bases/council/regime")]
    assert [found for found in _rules(changes, tmp_path) if found[0] == "DP-LE-001"] == (places if is_found else [])


def test_a_discloser_that_never_enforces_is_told_by_the_first_rule(tmp_path: Path) -> None:
    changes = "flows: {F01: {bases: {surgery: {regime: part3}}}}\n"
    assert _rules(changes, tmp_path) == [("DP-LE-001", "agreements/FER-001/flows/F01/bases/surgery/regime")]


@pytest.mark.parametrize(
    ("kind", "is_found"),
    [("safeguard_child", True), ("domestic_abuse", True), ("prevent_crime", False), ("youth_justice", False)],
)
def test_onward_use_is_asked_for_other_purposes(kind: str, is_found: bool, tmp_path: Path) -> None:
    changes = f"""
purposes: {{{NEEDS}, other: {{kind: {kind}, title: Something else}}}}
flows: {{F04: {{purposes: [other], bases: {{police: {{onward_authority: }}}}}}}}
"""
    places = [("DP-LE-003", "agreements/FER-001/flows/F04/bases/police/onward_authority")]
    assert _rules(changes, tmp_path) == (places if is_found else [])


def test_a_department_does_not_hold_everything_under_part_3(tmp_path: Path) -> None:
    changes = """
flows: {F04: {bases: {police: {onward_authority: }}}}
registers:
  parties: {police: {type: dfe}}
  datasets: {incidents: {logging: , subject_classes: []}}
"""
    assert _rules(changes, tmp_path) == []


def test_a_copy_of_someone_elses_records_is_not_taken_out_of_part_3(tmp_path: Path) -> None:
    changes = """
flows: {F04: {bases: {police: {onward_authority: }}}}
registers: {datasets: {incidents: {holder: council, logging: , subject_classes: []}}}
"""
    assert _rules(changes, tmp_path) == []


def test_records_under_part_3_are_reported_once(tmp_path: Path) -> None:
    second = """
flows:
  F07:
    title: The police tell the charity
    from: police
    to: [friends]
    dataset: incidents
    purposes: [protect-child]
    fields: {worry-code: To decide how soon to visit.}
    bases:
      police: {article6: e, onward_authority: Common law (section 36)}
registers: {datasets: {incidents: {subject_classes: [], logging: }}}
"""
    assert _rules(second, tmp_path) == [
        ("DP-LE-006", "datasets/incidents/subject_classes"),
        ("DP-LE-007", "datasets/incidents/logging"),
    ]


SENSITIVE = "registers: {datasets: {households: {fields: {household-code: {special: [health]}}}}}"


def test_consent_under_part_3_needs_a_policy_document_alone(tmp_path: Path) -> None:
    changes = f"flows: {{F05: {{bases: {{police: {{article9: a}}}}}}}}\n{SENSITIVE}\n"
    assert _rules(changes, tmp_path) == []
    (tmp_path / "again").mkdir()
    documents = f"settings: {{documents: [dsa, dpia, privacy_notice]}}\n{changes}"
    places = [("DP-LE-004", "agreements/FER-001/flows/F05/bases/police/article9")]
    assert _rules(documents, tmp_path / "again") == places


def test_a_recorded_policy_covers_schedule_8(tmp_path: Path) -> None:
    changes = f"""
settings: {{documents: [dsa, dpia, privacy_notice]}}
flows: {{F05: {{bases: {{police: {{schedule8: [4], strict_necessity: It is strictly necessary.}}}}}}}}
registers:
  parties: {{police: {{appropriate_policy: {{reference: Police policy, schedule8: [4]}}}}}}
  {SENSITIVE.removeprefix("registers: ").removeprefix("{").removesuffix("}")}
"""
    assert _rules(changes, tmp_path) == []
