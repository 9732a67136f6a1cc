"""Matching of many records at once: which flows it is, and which question is asked of them."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.checks.pages import AS_AT, found_in, read_changed

BULK = ("LINK-001", "LINK-002", "LINK-003", "LINK-004")
MATCHING = "agreements/FER-001/flows/F03/matching"
NAMED = """
registers: {datasets: {attendance: {fields: {pupil-postcode: {label: Postcode, kind: contact, detail: none}}}}}
purposes:
  raise-attendance:
    needs: {"Which pupil is absent, and how much?": [pupil-name, pupil-date-of-birth, pupil-postcode, days-absent]}
flows:
  F03:
    fields: {pupil-postcode: To tell apart pupils of one name and birthday.}
    matching:
      identifiers: [pupil-name, pupil-date-of-birth, pupil-postcode]
      rule: All three agree.
      review: The officer rings the school.
      unmatch: It is undone the same day.
"""


def found(changes: str, folder: Path, *rules: str) -> dict[str, str]:
    reading = read_changed(changes, folder)
    assert not reading.problems
    return {hit.rule: hit.path for hit, _ in found_in(reading, AS_AT) if hit.rule in rules}


@pytest.mark.parametrize(
    ("setting", "bulk"),
    [
        ("frequency: weekly", True),
        ("frequency: once", True),
        ("frequency: per_case", False),
        ("frequency: on_request", False),
        ("emergency_only: yes", False),
    ],
)
def test_four_questions_are_asked_of_many_records_and_none_of_a_single_case(
    setting: str, bulk: bool, tmp_path: Path
) -> None:
    assert found(NAMED + f"    {setting}\n", tmp_path, *BULK) == (
        {
            "LINK-001": f"{MATCHING}/threshold",
            "LINK-002": f"{MATCHING}/error",
            "LINK-003": f"{MATCHING}/groups",
            "LINK-004": f"{MATCHING}/compared",
        }
        if bulk
        else {}
    )


def test_linking_as_the_very_purpose_is_bulk_at_any_frequency(tmp_path: Path) -> None:
    linking = NAMED.replace("raise-attendance:\n", "raise-attendance:\n    kind: identity_matching\n")
    assert set(found(linking, tmp_path, *BULK)) == set(BULK)


def test_nobody_asks_for_groups_where_no_name_is_compared(tmp_path: Path) -> None:
    numbers = NAMED.replace(
        "pupil-name, pupil-date-of-birth, pupil-postcode]\n      rule", "pupil-postcode]\n      rule"
    )
    assert set(found(numbers + "    frequency: weekly\n", tmp_path, *BULK)) == {"LINK-001", "LINK-002", "LINK-004"}


@pytest.mark.parametrize("compared", ["hashed", "pseudonymised", "in_stages", "at_source"])
def test_a_form_that_shows_less_needs_no_reason(compared: str, tmp_path: Path) -> None:
    changes = NAMED + f"      compared: {compared}\n    frequency: weekly\n"
    assert not found(changes, tmp_path, "LINK-004")


@pytest.mark.parametrize(
    ("afterwards", "asked"),
    [
        ("", True),
        ("afterwards: kept", True),
        ("afterwards_reason: It goes on the letter.", True),
        ("afterwards: kept\n      afterwards_reason: It goes on the letter.", False),
        ("afterwards: held_apart", False),
        ("afterwards: deleted", False),
    ],
)
def test_what_only_the_match_needs_stops_there_in_any_match(afterwards: str, asked: bool, tmp_path: Path) -> None:
    fields = "[possible-young-carer, child-name, child-date-of-birth]"
    changes = (
        f'purposes: {{offer-assessment: {{needs: {{"Which child may be a young carer?": {fields}}}}}}}\n'
        f"flows:\n  F01:\n    matching:\n      review: A person looks.\n      {afterwards}\n"
    )
    assert bool(found(changes, tmp_path, "LINK-005")) is asked


def test_a_field_that_matching_does_not_compare_is_one_finding(tmp_path: Path) -> None:
    changes = "flows: {F01: {matching: {identifiers: [child-name, child-date-of-birth]}}}\n"
    wanted = {"DP-MIN-007": "agreements/FER-001/flows/F01/fields/child-postcode"}
    assert found(changes, tmp_path, "DP-MIN-007", "LINK-005") == wanted
