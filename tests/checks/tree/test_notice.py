"""What a notice asks too much of its readers is found, and the value that is to blame is named."""

from __future__ import annotations

import pytest

from dsagen.checks.tree import Notice, Passage, found_in_notice

WHERE = "agreements/A-1/transparency/audiences"
PLAIN = "agreements/A-1/purposes/p/child_plain"


def notice(*passages: Passage, audience: str = "children") -> Notice:
    """Give a notice."""
    return Notice(audience, "North School", WHERE, passages)


def said(words: str, *sources: tuple[str, str], listed: bool = False) -> Passage:
    """Give a passage, all of it one value unless the values are given."""
    return Passage(words, listed, sources or ((PLAIN, words),))


def found(*passages: Passage, audience: str = "children") -> list[tuple[str, str]]:
    """Give each rule that is broken, and the place that is to blame."""
    return [(rule, each.path) for rule, each in found_in_notice(notice(*passages, audience=audience))]


def test_short_and_easy_sentences_are_fine() -> None:
    assert found(said("We can help you. Ask us."), said("Your name", listed=True)) == []


def test_a_sentence_that_composing_made_long_is_found_at_its_longest_value() -> None:
    short, long = "your name", "the day on which you left the school that you went to before this one"
    words = f"We share {short} and {long}."
    passage = said(words, ("datasets/d/fields/n/plain", short), ("datasets/d/fields/l/plain", long))
    assert ("DP-CHD-002", "datasets/d/fields/l/plain") in found(passage)


def test_the_limit_is_that_of_the_readers() -> None:
    words = " ".join(["we can help you to go"] * 3) + "."
    assert found(said(words)) == [("DP-CHD-002", PLAIN)]
    assert found(said(words), audience="young_people") == []


def test_a_sentence_that_nobody_wrote_is_not_for_them_to_mend() -> None:
    words = " ".join(["we can help you to go"] * 4) + "."
    messages = [each.message for _, each in found_in_notice(notice(Passage(words, False, ())))]
    assert not [message for message in messages if "a sentence has" in message]


def test_a_long_name_is_one_word() -> None:
    name = "the head of the team that looks after all of the schools in the whole of the area"
    words = f"We tell {name} about it."
    assert found(said(words, ("agreements/A-1/flows/F01/viewers/school/0", name))) == []
    assert found(said(words, ("agreements/A-1/flows/F01/trigger", name))) != []


def test_a_notice_that_is_too_hard_is_found_at_its_hardest_passage() -> None:
    easy = said("You can ask us.", ("agreements/A-1/purposes/q/child_plain", "You can ask us."))
    hard = said("Practitioners undertake multidisciplinary assessments.")
    assert found(easy, hard) == [("DP-CHD-002", PLAIN)]
    assert found(easy, hard, audience="full") == [("DOC-033", PLAIN)]


def test_lists_do_not_make_a_notice_hard() -> None:
    facts = [said("Multidisciplinary assessments", listed=True) for _ in range(5)]
    assert found(said("We can help you."), *facts) == []


@pytest.mark.parametrize(("audience", "most"), [("children", 300), ("young_people", 600), ("key_facts", 150)])
def test_a_notice_that_is_too_long_is_found(audience: str, most: int) -> None:
    sentence = "We can help you now. "
    assert found(said((sentence * (most // 5)).strip()), audience=audience) == []
    assert [path for _, path in found(said((sentence * (most // 5 + 1)).strip()), audience=audience)] == [PLAIN]


def test_a_full_notice_may_be_long() -> None:
    assert found(said(("We can help you now. " * 900).strip()), audience="full") == []


@pytest.mark.parametrize("audience", ["children", "young_people"])
def test_a_term_of_data_protection_is_found_in_a_notice_for_the_young(audience: str) -> None:
    assert ("DP-CHD-002", PLAIN) in found(said("We are a controller."), audience=audience)


def test_adults_may_read_of_a_controller() -> None:
    assert found(said("We are a controller."), audience="full") == []
