"""Screening: what structure shows, and when an assessment is needed."""

from __future__ import annotations

from pathlib import Path

import pytest

from dsagen.checks.screening import Screened, assessment_needed, screened
from dsagen.checks.subjects import Case
from dsagen.law import catalogue
from tests.checks.pages import AS_AT, read_changed


def answers(changes: str, folder: Path) -> dict[str, Screened]:
    """Screen the changed agreement."""
    reading = read_changed(changes, folder)
    assert not reading.problems, reading.problems
    case = Case(reading.workspace.agreements["FER-001"], reading.workspace, reading.law, AS_AT)
    return {answer.key: answer for answer in screened(case)}


def test_every_trigger_is_answered(tmp_path: Path) -> None:
    found = answers("reference: FER-001\n", tmp_path)
    assert list(found) == list(catalogue().dpia_triggers)
    assert {key for key, answer in found.items() if answer.applies} == {
        "ico_data_matching", "ico_invisible_processing", "ico_children_or_vulnerable", "wp248_sensitive_data",
        "wp248_matching_datasets", "wp248_vulnerable_people",
    }  # fmt: skip
    assert found["wp248_matching_datasets"].fact == "Records are matched in F01, F02."
    assert found["wp248_vulnerable_people"].fact == "These people are children, or are vulnerable: Children; Parents."


def test_what_the_assessment_says_comes_first(tmp_path: Path) -> None:
    said = answers("assessment: {screening: {wp248_large_scale: Every child in the county.}}\n", tmp_path)
    answer = said["wp248_large_scale"]
    assert (answer.applies, answer.fact) == (True, "Every child in the county.")
    assert answer.path == "agreements/FER-001/assessment/screening/wp248_large_scale"


def test_a_document_gives_its_own_words_for_categories(tmp_path: Path) -> None:
    reading = read_changed("flows: {F04: {withdrawn_in: '1.0'}}\n", tmp_path)
    case = Case(reading.workspace.agreements["FER-001"], reading.workspace, reading.law, AS_AT)
    found = {answer.key: answer.fact for answer in screened(case, {"health": "how people are"})}
    assert found["wp248_sensitive_data"] == "The flows carry, or let people infer: how people are."


_RISK = (
    "{title: A contact tells someone violent, library: R05, source: a letter, affected: parents, right: safety, "
    "harm: Violence., likelihood: possible, likelihood_reason: It was said., severity: serious, "
    "severity_reason: It is violence., residual_likelihood: remote, residual_severity: serious, "
    "residual_reason: No letter is sent., owner: head of service}"
)


_MACHINE = "{what: A score., human_review: yes}"


@pytest.mark.parametrize(
    ("changes", "key", "fact"),
    [
        (
            "purposes: {raise-attendance: {kind: domestic_abuse}}\n",
            "ico_risk_of_physical_harm",
            "A purpose is about violence: Act on absence.",
        ),
        (
            "registers: {datasets: {attendance: {fields: {days-absent: "
            "{label: Home address, withheld_when: it is protected}}}}}\n",
            "ico_risk_of_physical_harm",
            "An address travels in F03, and some people need theirs hidden.",
        ),
        (
            f"assessment: {{risks: {{R01: {_RISK}}}}}\n",
            "ico_risk_of_physical_harm",
            "Someone could be physically harmed: see R01 in section 10.",
        ),
        (
            f"purposes: {{raise-attendance: {{kind: housing_support, automated_decision: {_MACHINE}}}}}\n",
            "ico_denial_of_service",
            "A machine takes part in decisions about a service: Act on absence.",
        ),
        (
            f"purposes: {{raise-attendance: {{automated_decision: {_MACHINE}}}}}\n",
            "wp248_automated_decisions",
            "Automated decisions or profiling are described in section 9.",
        ),
    ],
)
def test_structure_shows_danger_and_machines(changes: str, key: str, fact: str, tmp_path: Path) -> None:
    before = tmp_path / "before"
    before.mkdir()
    assert not answers("reference: FER-001\n", before)[key].applies
    assert answers(changes, tmp_path)[key].fact == fact


def test_a_risk_of_another_kind_or_of_less_harm_shows_no_danger(tmp_path: Path) -> None:
    for number, other in enumerate(
        (_RISK.replace("R05", "R07"), _RISK.replace("severity: serious", "severity: some"), "{}")
    ):
        folder = tmp_path / str(number)
        folder.mkdir()
        risks = f"{{R01: {other}}}" if other != "{}" else "{}"
        assert not answers(f"assessment: {{risks: {risks}}}\n", folder)["ico_risk_of_physical_harm"].applies


@pytest.mark.parametrize(
    ("met", "needed"),
    [
        ([], False),
        (["wp248_sensitive_data"], False),
        (["wp248_sensitive_data", "wp248_vulnerable_people"], True),
        (["ico_data_matching"], True),
        (["article35_monitoring"], True),
        (["ico_biometrics"], False),
        (["ico_biometrics", "ico_tracking"], False),
        (["ico_biometrics", "wp248_sensitive_data"], True),
    ],
)
def test_two_criteria_or_one_entry_of_a_list_call_for_an_assessment(met: list[str], needed: bool) -> None:
    triggers = catalogue().dpia_triggers
    every = [Screened(key, trigger, key in met, "", "") for key, trigger in triggers.items()]
    assert {answer.key for answer in assessment_needed(every)} == (set(met) if needed else set())
