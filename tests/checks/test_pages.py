"""Every rule's manual page: its wrong example is found where the page says, and its right example is not."""

from __future__ import annotations

from pathlib import Path

import pytest

from dsagen.checks.rulebook import rulebook
from tests.checks.pages import AS_AT, examples_in, found_in, read_changed

RULES = list(rulebook())


def test_the_sound_agreement_is_sound(tmp_path: Path) -> None:
    reading = read_changed("reference: FER-001\n", tmp_path)
    assert not reading.problems
    assert [(finding.rule, finding.message, finding.path) for finding, _ in found_in(reading, AS_AT)] == []


@pytest.mark.parametrize("rule", RULES)
def test_wrong_examples_are_found_where_the_page_says(rule: str, tmp_path: Path) -> None:
    examples = [example for example in examples_in(rulebook()[rule].page) if example.kind == "Wrong"]
    assert examples, "a manual page shows what is wrong"
    for number, example in enumerate(examples):
        assert example.places, "a wrong example marks the place with a caret"
        folder = tmp_path / str(number)
        folder.mkdir()
        reading = read_changed(example.yaml, folder)
        assert not reading.problems, reading.problems
        found = found_in(reading, example.as_at)
        places = [place for finding, place in found if finding.rule == rule]
        assert all(place is not None and place.file == "changes.yaml" for place in places), places
        assert sorted((place.line, place.column) for place in places if place) == sorted(example.places)


@pytest.mark.parametrize("rule", RULES)
def test_right_examples_are_left_alone(rule: str, tmp_path: Path) -> None:
    examples = [example for example in examples_in(rulebook()[rule].page) if example.kind == "Right"]
    assert examples, "a manual page shows what is right"
    for number, example in enumerate(examples):
        folder = tmp_path / str(number)
        folder.mkdir()
        reading = read_changed(example.yaml, folder)
        assert not reading.problems, reading.problems
        assert [finding.path for finding, _ in found_in(reading, example.as_at) if finding.rule == rule] == []


@pytest.mark.parametrize("rule", RULES)
def test_the_page_is_whole(rule: str) -> None:
    head = rulebook()[rule].rule
    words = (head.title, head.why, head.fix, head.authority, head.false_positives)
    assert all(word.strip() for word in words)
