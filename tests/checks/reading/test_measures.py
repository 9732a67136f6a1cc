"""How hard a text is: sentences, words, names and the grade."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dsagen.checks.reading import TARGETS, hard_words, measured, passages, words_in, words_not_for_children

EASY = ["The council can help you.", "You can ask us to stop.", "We tell your school."]
HARD = [
    "Practitioners undertake multidisciplinary safeguarding assessments regarding vulnerability.",
    "The organisation implements appropriate technical and organisational measures.",
]


def test_easy_words_have_a_low_grade_and_hard_words_a_high_one() -> None:
    assert measured(EASY).grade < TARGETS["children"].grade < TARGETS["full"].grade < measured(HARD).grade


def test_the_grade_is_that_of_the_formula() -> None:
    found = measured(["We can help you.", "Ask us."])
    assert (found.sentences, found.words, found.syllables) == (2, 6, 6)
    assert found.grade == pytest.approx(0.39 * 3 + 11.8 * 1 - 15.59)


@pytest.mark.parametrize(
    "sentence",
    [
        "We tell Northmoor Young Carers Group.",
        "We tell St Brannoc's Primary.",
        "We tell UK GDPR Article 9(2)(h).",
        "We tell hello@young-carers.example.",
        "We tell https://northmoor.example/privacy.",
        "We tell 01632 960100.",
    ],
)
def test_a_name_a_citation_and_an_address_are_one_short_word(sentence: str) -> None:
    assert words_in(sentence) == ("we", "tell", "")
    assert measured([sentence]).syllables == 3


def test_the_first_word_of_a_sentence_is_a_word() -> None:
    assert words_in("Ashdown tells us.") == ("ashdown", "tells", "us")
    assert words_in("Ashdown Academy tells us.") == ("", "tells", "us")
    assert words_in("I tell us.") == ("i", "tell", "us")


def test_names_on_both_sides_of_a_word_are_two() -> None:
    assert words_in("We tell Ashdown about Northmoor.") == ("we", "tell", "", "about", "")


def test_hard_words_are_those_of_many_syllables() -> None:
    assert hard_words("The practitioner listens to you.", 4) == ["practitioner"]
    assert hard_words("A grown-up listens to you.", 4) == []


def test_an_item_of_a_list_is_a_sentence_of_its_own() -> None:
    text = "We send **two** things:\n\n- the [name](https://a.example)\n- the *date*. It is new.\n\nThat is all."
    assert passages(text) == ["We send two things:", "the name", "the date.", "It is new.", "That is all."]


@pytest.mark.parametrize(
    ("text", "terms"),
    [
        ("We are a controller.", ["controller"]),
        ("The lawful basis is here.", ["lawful basis"]),
        ("See Article 6 of it.", ["Article 6"]),
        ("The Children Act 1989 says so.", ["The Children Act 1989"]),
        ("You can read this article. The law lets us. A computer decides.", []),
        ("Act now: ring 1989.", []),
    ],
)
def test_terms_and_statutes_are_not_for_children(text: str, terms: list[str]) -> None:
    assert words_not_for_children(text) == terms


@given(st.lists(st.text(max_size=40), max_size=6))
def test_any_text_can_be_measured(texts: list[str]) -> None:
    found = measured(sentence for text in texts for sentence in passages(text))
    assert found.syllables >= found.words >= found.sentences >= 0
    assert isinstance(found.grade, float)


def test_the_younger_the_readers_the_less_is_asked() -> None:
    order = [TARGETS[readers] for readers in ("children", "young_people", "full")]
    assert [target.longest for target in order] == sorted(target.longest for target in order)
    assert [target.grade for target in order] == sorted(target.grade for target in order)
    assert all(target.reason for target in TARGETS.values())
