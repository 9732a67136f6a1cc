"""What suggests a risk: each sign is found where the structure has it, and not where it does not."""

from __future__ import annotations

from pathlib import Path
from typing import get_args

import pytest

from dsagen.checks.risks import feared_events, suggested_risks, usual_severities
from dsagen.checks.risks.signs import SIGNS
from dsagen.checks.subjects import Case
from dsagen.law import assessment as law_words
from dsagen.law import catalogue
from dsagen.law.assessment import FearedEvent, RiskSign
from dsagen.model import vocabulary
from tests.checks.pages import AS_AT, read_changed


def case(changes: str, folder: Path) -> Case:
    """Give the changed agreement as a case."""
    reading = read_changed(changes, folder)
    assert not reading.problems, reading.problems
    return Case(reading.workspace.agreements["FER-001"], reading.workspace, reading.law, AS_AT)


def test_every_sign_can_be_found_and_is_used() -> None:
    assert set(SIGNS) == set(get_args(RiskSign))
    assert {sign for risk in catalogue().risks.values() for sign in risk.suggested_by} == set(SIGNS)


def test_the_feared_events_are_the_same_words_in_law_and_model() -> None:
    assert get_args(law_words.FearedEvent) == get_args(vocabulary.FearedEvent)
    assert {event for risk in catalogue().risks.values() for event in risk.feared} == set(get_args(FearedEvent))


PRESENT = {
    "allegation", "always", "confidential_health", "consent", "looked_up", "many_controllers", "matching", "not_told",
    "outside_body", "own_confidence", "seen_at_school", "sensitive", "several_purposes",
}  # fmt: skip


def test_the_signs_of_the_sound_agreement(tmp_path: Path) -> None:
    sound = case("reference: FER-001\n", tmp_path)
    found = {sign for sign, find in SIGNS.items() if find(sound)}
    assert PRESENT - {"outside_body"} <= found
    assert found.isdisjoint({"joint", "nhs_number", "place", "record", "sent_by_hand", "whole_feed"})


@pytest.mark.parametrize(
    ("sign", "changes", "fact"),
    [
        ("joint", "form: joint_controllers\n", "The parties are joint controllers."),
        ("sent_by_hand", "flows: {F03: {method: fax}}\n",
         "Someone enters by hand where it is sent in F03."),
        ("frequent", "flows: {F03: {frequency: daily}}\n", "Information is sent daily or without a pause in F03."),
        ("supplier", "processors: {form: {name: A, acts_for: council, does: hosts, contract: C}}\n",
         "Suppliers handle the information for a party."),
        ("record", "registers: {datasets: {attendance: {fields: {days-absent: {detail: record}}}}}\n",
         "A whole record travels in F03."),
        ("automated", "assessment: {automated_decisions: A score.}\n", "A machine decides, scores or profiles."),
        ("place", "registers: {datasets: {attendance: {fields: {days-absent: {label: Home address}}}}}\n",
         "An address, or a place where a child is, travels in F03."),
    ],
)  # fmt: skip
def test_a_sign_that_is_planted_is_found(sign: RiskSign, changes: str, fact: str, tmp_path: Path) -> None:
    before = tmp_path / "before"
    before.mkdir()
    assert SIGNS[sign](case("reference: FER-001\n", before)) != fact
    assert SIGNS[sign](case(changes, tmp_path)) == fact


def test_a_withdrawn_flow_suggests_nothing(tmp_path: Path) -> None:
    gone = "".join(f"  F0{number}: {{withdrawn_in: '1.0'}}\n" for number in range(1, 7))
    assert SIGNS["always"](case(f"flows:\n{gone}", tmp_path)) == ""


def test_what_was_done_about_a_suggestion(tmp_path: Path) -> None:
    found = {
        risk.key: risk for risk in suggested_risks(case("assessment: {set_aside: {R04: (taken away)}}\n", tmp_path))
    }
    assert (found["R02"].taken_up, found["R02"].is_open) == (("R02",), False)
    assert (found["R03"].taken_up, found["R03"].is_open) == ((), False)
    assert found["R03"].set_aside
    assert found["R04"].is_open
    assert found["R04"].facts == ("Records are matched in F01, F02.",)
    assert "R31" not in found, "nothing suggests it, and nobody spoke of it"


def test_a_feared_event_has_risks_or_a_reason(tmp_path: Path) -> None:
    found = {each.event: each for each in feared_events(case("reference: FER-001\n", tmp_path))}
    assert list(found) == list(get_args(FearedEvent))
    assert found["wrong_person"].risks == ("R02",)
    assert (found["loss"].risks, found["loss"].is_open) == ((), False)


@pytest.mark.parametrize(("ages", "usual"), [("0 to 17", "serious"), ("18 and over", "some")])
def test_severity_goes_up_a_step_for_children(ages: str, usual: str, tmp_path: Path) -> None:
    groups = f"{{child: {{ages: {ages}, label: People}}}}"
    found = {each.key: each for each in usual_severities(case(f"registers: {{people: {groups}}}\n", tmp_path))}
    assert found["R18"].usual == usual
    assert found["R18"].is_lower == (usual == "serious")
    assert found["R05"].usual == "serious", "the worst stays the worst"
