"""Which fields are taken for a number that stands for a person."""

from __future__ import annotations

from pathlib import Path

import pytest

from dsagen.checks.subjects import Case, Item
from tests.checks.pages import AS_AT, found_in, read_changed


@pytest.mark.parametrize(
    ("field", "number"),
    [
        ("label: NHS No.", "nhs_number"),
        ("label: Child's NHS number", "nhs_number"),
        ("label: Unique pupil number (UPN)", "upn"),
        ("label: Social care ID", "local_authority_number"),
        ("label: Consistent child identifier", "child_identifier"),
        ("label: NHS number, identifier: other", "other"),
        ("label: Admission number", None),
        ("label: Tenancy reference", None),
        ("label: Days on which school was open to no pupil", None),
    ],
)
def test_a_field_is_known_by_its_identifier_or_its_name(field: str, number: str | None, tmp_path: Path) -> None:
    changes = f"registers: {{datasets: {{attendance: {{fields: {{days-absent: {{{field}}}}}}}}}}}\n"
    reading = read_changed(changes, tmp_path)
    assert not reading.problems
    case = Case(reading.workspace.agreements["FER-001"], reading.workspace, reading.law, AS_AT)
    (flow,) = (flow for flow in case.flows if flow.key == "F03")
    assert Item(flow, "days-absent").number == number


@pytest.mark.parametrize(
    ("number", "severity"),
    [
        ("upn", "warning"),
        ("passport_or_visa", "warning"),
        ("child_identifier", "warning"),
        ("local_authority_number", "advice"),
        ("unique_learner_number", "advice"),
        ("national_insurance_number", "advice"),
        ("other", None),
    ],
)
def test_each_side_names_a_rule_for_each_number(number: str, severity: str | None, tmp_path: Path) -> None:
    field = f"{{label: Reference, kind: identifier, detail: none, identifier: {number}}}"
    changes = f"registers: {{datasets: {{attendance: {{fields: {{pupil-name: {field}}}}}}}}}\n"
    reading = read_changed(changes, tmp_path)
    hits = [hit for hit, _ in found_in(reading, AS_AT) if hit.rule == "LINK-006"]
    sides = [f"agreements/FER-001/flows/F03/bases/{party}/identifiers/pupil-name" for party in ("primary", "council")]
    assert [(hit.path, hit.severity) for hit in hits] == ([(side, severity) for side in sides] if severity else [])


def test_a_pupil_number_outside_education_is_one_finding(tmp_path: Path) -> None:
    field = "{label: Pupil number, kind: identifier, detail: none, identifier: upn}"
    reading = read_changed(f"registers: {{datasets: {{incidents: {{fields: {{child-name: {field}}}}}}}}}\n", tmp_path)
    found = [
        hit.rule for hit, _ in found_in(reading, AS_AT) if hit.path.endswith("bases/police/identifiers/child-name")
    ]
    assert found == ["DP-LNK-007"]
