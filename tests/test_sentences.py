from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dsagen.sentences import sentences


@pytest.mark.parametrize(
    "whole",
    [
        "The power is in s.17ZA of the Act.",
        "The power is in s. 17 of the Act.",
        "See Protocol No. 6 for more.",
        "Some facts, e.g. Names, are left out.",
        "The basis is UK GDPR Art. 6 and Art. 9.",
        "Version 1.2 Draft is the latest.",
        "The condition is in Sch. 1 para. 2 to the Act.",
        "It rests on para 6.",
        "Dr. Who is not a role title.",
        "1. The parties keep a log.",
        "1.2. The parties keep a log.",
        "It was agreed by J. Smith.",
        "The council (see reg. 4) may ask.",
        "It says “Stop.” and goes on.",
        "What? no.",
    ],
)
def test_one_sentence_stays_whole(whole):
    assert sentences(whole) == [whole]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("One. Two.", ["One.", "Two."]),
        ("Is it so? Yes! It is.", ["Is it so?", "Yes!", "It is."]),
        ("It rests on para 6. The rest follows.", ["It rests on para 6.", "The rest follows."]),
        ("The answer is no. The child is asked.", ["The answer is no.", "The child is asked."]),
        ("They said “No.” The talk ended.", ["They said “No.”", "The talk ended."]),
        ("Ring first. “Help” is a word.", ["Ring first.", "“Help” is a word."]),
        ("Ring 999. 5 minutes later, write.", ["Ring 999.", "5 minutes later, write."]),
        ("(It ends.) Then more.", ["(It ends.)", "Then more."]),
        ("Ŵyn a geifr. Ŷd a gwenith.", ["Ŵyn a geifr.", "Ŷd a gwenith."]),
        ("", []),
    ],
)
def test_sentences_are_split(text, expected):
    assert sentences(text) == expected


_PIECES = st.sampled_from(["One", "two", "s.", "No.", "6", "Art.", "e.g.", "end.", "Why?", "(Yes.)", "“A”", "1.", "B."])


@given(st.lists(_PIECES, max_size=20))
def test_no_character_is_lost_and_a_sentence_is_not_split_again(pieces):
    text = " ".join(pieces)
    found = sentences(text)
    assert " ".join(found) == text
    assert all(sentences(sentence) == [sentence] for sentence in found)
