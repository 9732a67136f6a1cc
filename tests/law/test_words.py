"""Phrases in a text: found however they are written, in one order, and at the same places every time."""

from __future__ import annotations

import re

from hypothesis import given
from hypothesis import strategies as st

from dsagen.law.words import Phrases

LAW = Phrases(
    [("Children Act 2004 s.14B", "board"), ("s.14", "fourteen"), ("section 10", "ten"), ("clinical commissioning", "c")]
)
PIECES = st.sampled_from(
    ["s14B", "s.14", "section 10", "S10", "Children Act 2004", "section14b", "sections10", "of the", "clinical", "10s"]
)


def found(text: str) -> list[tuple[str, str]]:
    return [(hit.item, hit.words) for hit in LAW.find(text)]


def test_a_mark_joined_to_its_number_is_two_words() -> None:
    assert found("under s14 and S10") == [("fourteen", "s14"), ("ten", "S10")]
    assert found("Children Act 2004 section14b") == [("board", "Children Act 2004 section14b")]


def test_a_mark_inside_a_word_is_none() -> None:
    assert found("acts14 and xs10 and s10x") == []


@given(pieces=st.lists(PIECES, max_size=8))
def test_every_phrase_in_a_text_is_found_whatever_stands_around_it(pieces: list[str]) -> None:
    text = " and ".join(pieces)
    ten = len(re.findall(r"(?<!\w)(?:sections?|s)[ .]?10(?!\w)", text, re.IGNORECASE))
    assert sum(item == "ten" for item, _ in found(text)) == ten
    assert all(text[hit.start :].startswith(hit.words) for hit in LAW.find(text))
