"""Review, signatures and the assessment: what the manual pages do not show."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from dsagen.checks.review.dp_dpia_007 import _says_nothing
from dsagen.checks.review.dp_rev_003 import _COPIES
from dsagen.model.finding import Finding
from tests.checks.pages import AS_AT, found_in, read_changed

HERE = "agreements/FER-001/"


def found(changes: str, rule: str, folder: Path, as_at: date = AS_AT) -> list[Finding]:
    """Give what one rule finds in the changed agreement."""
    reading = read_changed(changes, folder)
    assert not reading.problems, reading.problems
    return [finding for finding, _ in found_in(reading, as_at) if finding.rule == rule]


def paths(changes: str, rule: str, folder: Path) -> list[str]:
    """Give where one rule finds something."""
    return [finding.path.removeprefix(HERE) for finding in found(changes, rule, folder)]


VERSION = 'versions: {{"1.0": {{date: {}, author: information governance lead, reason: First edition}}}}\n'


@pytest.mark.parametrize(
    ("version", "review", "late"),
    [
        ("2026-11-22", "2028-11-22", False),
        ("2026-11-22", "2028-11-23", True),
        ("2028-02-29", "2030-03-01", False),
        ("2028-02-29", "2030-03-02", True),
    ],
)
def test_a_review_is_due_in_two_years_at_most(version: str, review: str, late: bool, tmp_path: Path) -> None:
    changes = VERSION.format(version) + f"starts: {version}\nreview_by: {review}\n"
    assert bool(paths(changes, "DP-REV-001", tmp_path)) is late


def test_a_signature_of_the_version_s_own_day_counts(tmp_path: Path) -> None:
    assert paths("signed: {police: 2026-11-22, friends: 2026-11-21}\n", "DP-REV-002", tmp_path) == ["signed/friends"]


@pytest.mark.parametrize(
    "words", ["It deletes them.", "All copies are given back.", "Each party keeps its own record."]
)
def test_an_ending_may_speak_of_copies_in_many_words(words: str) -> None:
    assert _COPIES.search(words)


def test_one_finding_speaks_for_all_old_records(tmp_path: Path) -> None:
    (finding,) = found("reference: FER-001\n", "DP-REV-004", tmp_path, date(2028, 2, 1))
    assert finding.path.startswith(f"{HERE}flows/F01/bases/")
    assert "others that the agreement cites" in finding.message


def test_a_record_of_just_a_year_ago_is_fresh(tmp_path: Path) -> None:
    assert found("reference: FER-001\n", "DP-REV-004", tmp_path, date(2027, 11, 22)) == []


NO_ASSESSMENT = "assessment: {instead: {}}\n"


def test_no_assessment_is_said_once(tmp_path: Path) -> None:
    reading = read_changed(NO_ASSESSMENT, tmp_path)
    about = {finding.rule for finding, _ in found_in(reading, AS_AT) if finding.path.startswith(f"{HERE}assessment")}
    assert about == {"DP-DPIA-001"}


@pytest.mark.parametrize(
    ("taken", "path"),
    [
        ("function_creep: (taken away)", "assessment/function_creep"),
        ("context: {instead: {}}", "assessment/context"),
        ("context: {instead: {control: They may say no.}}", None),
        ("function_creep: (taken away), context: {instead: {}}", "assessment"),
        ("risks: {instead: {}}", "assessment/risks"),
    ],
)
def test_what_an_assessment_lacks_is_said_where_it_belongs(taken: str, path: str | None, tmp_path: Path) -> None:
    assert paths(f"assessment: {{{taken}}}\n", "DP-DPIA-003", tmp_path) == ([path] if path else [])


def test_an_empty_list_of_risks_is_not_thin_as_well(tmp_path: Path) -> None:
    assert paths("assessment: {risks: {instead: {}}}\n", "DP-DPIA-006", tmp_path) == []


def test_private_bodies_without_an_officer_need_no_advice(tmp_path: Path) -> None:
    bodies = ("council", "academy", "primary", "surgery", "police", "friends")
    private = ", ".join(
        f"{body}: {{type: voluntary_org, functions: [], data_protection_officer: (taken away)}}" for body in bodies
    )
    changes = f"registers: {{parties: {{{private}}}}}\nassessment: {{advice: (taken away)}}\n"
    assert paths(changes, "DP-DPIA-004", tmp_path) == []


def test_a_feed_of_plain_information_needs_the_usual_risks(tmp_path: Path) -> None:
    changes = "flows: {F03: {frequency: weekly}}\nassessment: {risks: {R22: {library: R23}}}\n"
    (finding,) = found(changes, "DP-DPIA-006", tmp_path)
    assert "F03" in finding.message
    assert "R22" in finding.message
    assert "R01" not in finding.message


@pytest.mark.parametrize("words", ["Low.", "N/A", "Risk is now mitigated", "See the measures above"])
def test_reasons_that_say_nothing(words: str) -> None:
    assert _says_nothing(words)


@pytest.mark.parametrize("words", ["a person confirms each match", "No address travels", "Few people can see it"])
def test_reasons_that_say_something(words: str) -> None:
    assert not _says_nothing(words)


def test_risks_without_measures_are_not_repeated_where_there_are_no_measures_at_all(tmp_path: Path) -> None:
    risks = ", ".join(f"{key}: {{measures: []}}" for key in ("R01", "R02", "R05", "R07", "R10", "R18", "R22", "R28"))
    changes = f"assessment: {{measures: {{instead: {{}}}}, risks: {{{risks}}}}}\n"
    assert paths(changes, "DP-DPIA-007", tmp_path) == []
    assert paths(changes, "DP-DPIA-003", tmp_path) == ["assessment/measures"]


def test_a_measure_that_accepts_a_risk_is_carried_out_by_nobody(tmp_path: Path) -> None:
    changes = "assessment: {measures: {M01: {section: (taken away), effect: accepted}}}\n"
    assert paths(changes, "DP-CNS-006", tmp_path) == []
