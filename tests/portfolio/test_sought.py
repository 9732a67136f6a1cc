"""Looking for words as people copy them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as some

from dsagen.portfolio.sought import Sought, folded


def found(words: str, text: str, *, parts: bool = False) -> list[str]:
    """Give the stretches of a text that are the words."""
    return [text[start:end] for start, end in Sought(words).spans(text, parts=parts)]


@pytest.mark.parametrize(
    ("words", "text", "stretch"),
    [
        ("six years", "kept for Six  Years after", "Six  Years"),
        ("six years", "kept for 6 years after", "6 years"),
        ("12 months", "for twelve months", "twelve months"),
        ("young carer's flag", "the young carer’s flag", "young carer’s flag"),
        ('"public task"', "say “Public task”.", "“Public task”"),
        ("follow-up", "a follow\u2011up call", "follow\u2011up"),
        ("school\nday", "the school\u00a0day", "school\u00a0day"),
        ("safeguarding", "safe\u00adguarding lead", "safe\u00adguarding"),
        ("office", "the o\ufb03ce", "o\ufb03ce"),
    ],
)
def test_case_space_quotes_hyphens_and_small_numbers_may_differ(words: str, text: str, stretch: str) -> None:
    assert found(words, text) == [stretch]


def test_words_are_whole_unless_parts_are_asked_for() -> None:
    assert found("tend", "attend, tend and tender") == ["tend"]
    assert found("tend", "attend, tend and tender", parts=True) == ["tend", "tend", "tend"]


def test_every_place_is_given() -> None:
    assert found("a b", "a b, then a b.") == ["a b", "a b"]


def test_no_words_are_found_nowhere() -> None:
    assert found(" \n", "a b") == []


@given(some.text(max_size=40), some.text(max_size=40))
def test_every_stretch_reads_as_the_words(words: str, text: str) -> None:
    forms = Sought(words)
    for start, end in forms.spans(text, parts=True):
        assert 0 <= start < end <= len(text)


@given(some.text(some.characters(codec="utf-8", categories=["L", "N"]), min_size=1, max_size=20))
def test_a_word_is_found_between_other_words(word: str) -> None:
    assert any(word in stretch for stretch in found(word, f"before, {word}; after", parts=True))


@given(some.text(max_size=60))
def test_the_form_that_is_compared_has_a_place_for_each_letter(text: str) -> None:
    plain, places = folded(text)
    assert len(plain) == len(places)
    assert places == sorted(places)
    assert plain == plain.strip(" ")
