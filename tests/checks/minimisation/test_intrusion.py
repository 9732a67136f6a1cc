"""The score of section 6.4: one point for each of eight things."""

from __future__ import annotations

from pathlib import Path

import pytest

from dsagen.checks.minimisation._intrusion import HIGH, intrusions
from dsagen.checks.subjects import Case
from tests.checks.pages import AS_AT, read_changed


def score(changes: str, flow: str, folder: Path) -> int:
    reading = read_changed(changes, folder)
    assert not reading.problems
    case = Case(reading.workspace.agreements["FER-001"], reading.workspace, reading.law, AS_AT)
    return next(len(intrusions(subject)) for subject in case.flows if subject.key == flow)


def test_an_ordinary_flow_scores_nothing(tmp_path: Path) -> None:
    assert score("reference: FER-001\n", "F03", tmp_path) == 0


@pytest.mark.parametrize(
    "changes",
    [
        "flows: {F03: {frequency: daily}}",
        "flows: {F03: {method: direct_access}}",
        "flows: {F03: {retention: (taken away)}}",
        "transparency: {telling: (taken away)}",
        "registers: {datasets: {attendance: {fields: {days-absent: {criminal: yes}}}}}",
        "registers: {datasets: {attendance: {fields: {days-absent: {special: [health]}}}}}",
        "registers: {datasets: {attendance: {fields: {days-absent: {kind: narrative, detail: text}}}}}",
        "registers: {datasets: {attendance: {people: [child, parent]}}}",
        "registers: {parties: {council: {type: voluntary_org}}}",
    ],
)
def test_each_thing_scores_one(changes: str, tmp_path: Path) -> None:
    assert score(changes, "F03", tmp_path) == 1


def test_the_points_add_up(tmp_path: Path) -> None:
    changes = "flows: {F03: {frequency: daily, method: direct_access, retention: (taken away)}}\n"
    assert score(changes + "transparency: {telling: (taken away)}", "F03", tmp_path) == HIGH
