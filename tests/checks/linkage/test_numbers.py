"""Which fields are taken for a number that stands for a person."""

from __future__ import annotations

from pathlib import Path

import pytest

from dsagen.checks.subjects import Case, Item
from tests.checks.pages import AS_AT, read_changed


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
