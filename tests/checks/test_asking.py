"""Texts that agreements share: asked about once, with the answer that asking again would give."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dsagen.checks import asking
from dsagen.checks.document_shape import doc_001, doc_006, doc_007, doc_018
from dsagen.checks.rule import Found, Rule, WrittenRule
from dsagen.checks.rulebook import rulebook
from dsagen.checks.run import check_rules
from dsagen.checks.subjects import Accepted, Case, Text, subjects_of
from dsagen.workspace import Reading, read_workspace
from tests.workspace.builder import Builder

ROOT = Path(__file__).resolve().parents[2]
WORKSPACES = sorted(
    file.parent for place in ("examples", "tests/flawed") for file in ROOT.glob(f"{place}/*/dsagen.yaml")
)
DAY = date(2026, 11, 23)


def case_of(reading: Reading, reference: str | None = None) -> Case:
    """Give the first agreement, under its own reference or another."""
    agreement = next(iter(reading.workspace.agreements.values()))
    named = agreement.model_copy(update={"reference": reference}) if reference else agreement
    return Case(named, reading.workspace, reading.law, DAY)


def looking(words: str, asked: list[str]) -> WrittenRule:
    """Give a rule that finds words in texts, and notes what it is asked about."""

    def check(text: Text) -> Iterator[Found]:
        asked.append(text.path)
        if words in text.words:
            yield Found(text.path, f"has {words}")

    rule = Rule("X-001", "Words", "warning", "None", "It is a test.", "Do nothing.", "None")
    return WrittenRule(rule, Text, check, "traps", "")


@pytest.mark.parametrize("workspace", WORKSPACES, ids=lambda path: f"{path.parent.name}-{path.name}")
def test_every_rule_finds_what_it_finds_when_each_subject_is_asked(workspace: Path) -> None:
    case = case_of(read_workspace(workspace))
    rules = [written for written in rulebook().values() if written.subject is not Accepted]
    for _ in range(2):
        subjects = asking.subjects_by_rule(case, rules)
        for written in rules:
            every = enumerate(subjects_of(case, written.subject))
            expected = [(number, found) for number, subject in every for found in written.check(subject)]
            asked = [(number, found) for number, subject in subjects(written) for found in written.check(subject)]
            assert asked == expected, written.rule.id


def test_a_text_of_two_agreements_is_asked_about_once(tmp_path: Path) -> None:
    reading, asked = Builder(tmp_path).read(), list[str]()
    rules = {"X-001": looking("Riverdale never says this", asked)}
    assert list(check_rules(case_of(reading), rules)) == []
    first = len(asked)
    assert first == len(set(asked)) > 10
    assert list(check_rules(case_of(reading, "RIV-999"), rules)) == []
    assert len(asked) == first


def test_what_is_remembered_is_found_in_each_agreement_at_its_own_place(tmp_path: Path) -> None:
    reading = Builder(tmp_path).read()
    title = next(iter(reading.workspace.agreements.values())).title
    rules = {"X-001": looking(title, [])}
    found = [finding for key in ("RIV-001", "RIV-999") for finding in check_rules(case_of(reading, key), rules)]
    assert [finding.path for finding in found] == ["agreements/RIV-001/title", "agreements/RIV-999/title"]
    assert found[0].facts == found[1].facts


def test_a_rule_about_a_text_cannot_look_at_the_agreement(tmp_path: Path) -> None:
    def check(text: Text) -> Iterator[Found]:
        yield Found(text.path, text.case.agreement.title)  # type: ignore[attr-defined]

    written = looking("", [])
    rules = {"X-001": WrittenRule(written.rule, Text, check, "traps", "")}
    with pytest.raises(AttributeError):
        list(check_rules(case_of(Builder(tmp_path).read()), rules))


def test_what_is_remembered_has_an_end(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(asking, "_REMEMBERED", 3)
    reading, asked = Builder(tmp_path).read(), list[str]()
    rules = {"X-001": looking("Riverdale never says this", asked)}
    for _ in range(2):
        list(check_rules(case_of(reading), rules))
    assert len(asked) == 2 * len(set(asked))


def text_of(words: str) -> Text:
    """Give a text that stands alone."""
    return Text(asking._Anywhere(None, frozenset()), "agreement/summary", True, lambda: words)  # type: ignore[arg-type]


@settings(max_examples=300)
@given(words=st.from_regex(doc_001._PLACEHOLDER))
def test_no_placeholder_is_passed_over_before_the_pattern_is_tried(words: str) -> None:
    assert list(doc_001.check(text_of(words)))


@settings(max_examples=300)
@given(words=st.from_regex(doc_007._GIVES))
def test_no_power_is_passed_over_before_the_pattern_is_tried(words: str) -> None:
    assert bool(list(doc_007.check(text_of(words)))) is not bool(doc_007._DENIES.search(words))


@given(words=st.from_regex(doc_018._LETTERS))
def test_every_abbreviation_begins_with_what_is_looked_for_first(words: str) -> None:
    assert doc_018._CAPITALS.search(words)


@given(words=st.from_regex(doc_006._PROVISION))
def test_every_provision_has_what_is_looked_for_first(words: str) -> None:
    assert doc_006._YEAR.search(words)
