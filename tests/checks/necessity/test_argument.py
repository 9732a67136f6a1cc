"""The argument for a purpose: which question is asked of whom."""

from __future__ import annotations

from pathlib import Path

import pytest

from dsagen.checks.necessity._why_not import gives_reason
from tests.checks.pages import AS_AT, found_in, read_changed

PURPOSE = "agreements/FER-001/purposes/raise-attendance"


def found(changes: str, rule: str, folder: Path) -> list[tuple[str, str]]:
    reading = read_changed(changes, folder)
    assert not reading.problems
    return [(hit.path, hit.message) for hit, _ in found_in(reading, AS_AT) if hit.rule == rule]


@pytest.mark.parametrize(
    ("question", "rule"),
    [("evidence", "PROP-001"), ("effect", "PROP-002"), ("expected", "PROP-004"), ("safeguards", "PROP-005")],
)
def test_each_unanswered_question_is_one_warning_on_its_purpose(question: str, rule: str, tmp_path: Path) -> None:
    reading = read_changed(f"purposes: {{raise-attendance: {{necessity: {{{question}: (taken away)}}}}}}\n", tmp_path)
    hits = [hit for hit, _ in found_in(reading, AS_AT)]
    assert [(hit.rule, hit.severity, hit.path) for hit in hits] == [
        (rule, "warning", f"{PURPOSE}/necessity/{question}")
    ]


def test_connected_people_are_named_and_nobody_else_is_asked_about(tmp_path: Path) -> None:
    sibling = "registers: {datasets: {attendance: {people: [child, parent]}}}\n"
    ((path, message),) = found(sibling, "PROP-003", tmp_path)
    assert path == f"{PURPOSE}/necessity/others"
    assert "Parents" in message and "Children" not in message


_ONE_PURPOSE = """
purposes:
  instead:
    raise-attendance:
      kind: attendance
      title: Act on absence
flows:
  instead:
    F03:
      title: The primary school sends its attendance return
      from: primary
      to: [council]
      dataset: attendance
      purposes: [raise-attendance]
      fields: {days-absent: To see who needs a visit.}
"""


@pytest.mark.parametrize(("context", "asked"), [("", []), ("expectation: (taken away)", ["necessity/expected"])])
def test_one_purpose_alone_may_answer_in_the_context(context: str, asked: list[str], tmp_path: Path) -> None:
    changes = _ONE_PURPOSE + (f"assessment: {{context: {{{context}}}}}\n" if context else "")
    paths = [path for path, _ in found(changes, "PROP-004", tmp_path)]
    assert paths == [f"{PURPOSE}/{place}" for place in asked]


_TWO_RECEIVE = "flows: {F03: {to: [council, academy]}}\n"


@pytest.mark.parametrize(
    ("changes", "count"),
    [
        ("reference: FER-001\n", 0),
        (_TWO_RECEIVE, 1),
        (_TWO_RECEIVE + "purposes: {raise-attendance: {recipients: {council: It alone visits families.}}}\n", 0),
        ("flows: {F03: {to: [council]}, F01: {purposes: [offer-assessment, raise-attendance]}}\n", 0),
        ("flows: {F02: {purposes: [support-at-school, raise-attendance]}}\n", 1),
    ],
)
def test_recipients_are_asked_for_where_there_are_several(changes: str, count: int, tmp_path: Path) -> None:
    assert len(found(changes, "PROP-006", tmp_path)) == count


def test_each_question_about_the_law_is_asked_apart(tmp_path: Path) -> None:
    paths = [path for path, _ in found("assessment: {quality_of_law: (taken away)}\n", "PROP-007", tmp_path)]
    base = "agreements/FER-001/assessment/quality_of_law"
    assert paths == [f"{base}/{name}" for name in ("accessible", "foreseeable", "safeguards")]


@pytest.mark.parametrize(
    ("words", "gives"),
    [
        ("Not suitable.", False),
        ("N/A", False),
        ("Considered and rejected.", False),
        ("It would not be enough for our purposes here.", False),
        ("This is not a practicable option for the partners.", False),
        ("The council does not know which child to ask about.", True),
        ("Tried for a year, and nobody rang.", True),
        ("A number does not tell the officer whom to visit.", True),
    ],
)
def test_a_reason_says_more_than_that_a_way_is_not_suitable(words: str, gives: bool) -> None:
    assert gives_reason(words) is gives


def test_a_feed_without_a_reason_is_found_once(tmp_path: Path) -> None:
    changes = (
        "purposes: {raise-attendance: {necessity: {alternatives: {on_request: Not suitable.}}}}\n"
        "flows: {F03: {frequency: weekly, bases: {primary: {gateways: [children-act-2004-s10]}}}}\n"
    )
    assert len(found(changes, "DP-NEC-005", tmp_path)) == 1
    assert found(changes, "PROP-009", tmp_path) == []
