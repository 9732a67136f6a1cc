"""Lawful bases, conditions and routes, counted against the data protection note."""

from __future__ import annotations

from datetime import date

import pytest

from dsagen.law import catalogue


def test_article6_is_complete() -> None:
    # Data protection note, section 1.1: seven bases.
    bases = catalogue().article6
    assert list(bases) == ["a", "b", "c", "d", "e", "ea", "f"]
    assert {code for code, basis in bases.items() if basis.public_authority == "no"} == {"ea", "f"}
    assert {code for code, basis in bases.items() if basis.needs_law} == {"c", "e"}
    assert bases["ea"].applies_from == bases["e"].applies_from == date(2026, 2, 5)


def test_annex1_answers_for_all_seven_paragraphs() -> None:
    # Section 1.2: five conditions in paragraphs 1 to 7.
    annex1 = catalogue().annex1
    assert sorted(annex1) == [1, 2, 3, 4, 5, 6, 7]
    assert annex1[3] is annex1[4]
    assert annex1[6] is annex1[7]
    assert len({condition.title for condition in annex1.values()}) == 5


def test_article9_says_which_paragraph_it_needs() -> None:
    # Section 2.2: b=1, g=6 to 28, h=2, i=3, j=4.
    conditions = catalogue().article9
    assert list(conditions) == list("abcdefghij")
    needs = {letter: condition.schedule1 for letter, condition in conditions.items() if condition.schedule1}
    assert needs == {"b": (1,), "g": tuple(range(6, 29)), "h": (2,), "i": (3,), "j": (4,)}


def test_schedule1_is_complete() -> None:
    # Section 2.3: paragraphs 1 to 37; section 3: the 28 that the ICO lists for criminal-offence data.
    paragraphs = catalogue().schedule1
    assert list(paragraphs) == list(range(1, 38))
    assert sum(paragraph.on_ico_criminal_list for paragraph in paragraphs.values()) == 28
    assert [n for n, paragraph in paragraphs.items() if paragraph.part == 1] == [1, 2, 3, 4]
    assert [n for n, paragraph in paragraphs.items() if paragraph.part == 3] == list(range(29, 38))


def test_schedule1_asks_for_substantial_public_interest_where_the_text_does() -> None:
    asked = [n for n, paragraph in catalogue().schedule1.items() if paragraph.substantial_public_interest]
    assert asked == [6, 10, 11, 12, 13, 16, 17, 18, 19, 20, 28]


def test_schedule1_says_where_a_policy_document_is_needed() -> None:
    paragraphs = catalogue().schedule1
    answers = {n: paragraph.policy_document for n, paragraph in paragraphs.items()}
    assert [n for n, answer in answers.items() if answer == "no"] == [2, 3, 4, 5, 13, *range(29, 35)]
    assert {n: paragraphs[n].policy_document_exception for n, answer in answers.items() if answer == "except"} == {
        10: "competent_authority",
        27: "anti_doping_body",
    }


def test_schedule1_is_marked_as_the_note_marks_it() -> None:
    marks = {n: paragraph.verified for n, paragraph in catalogue().schedule1.items()}
    assert [n for n, mark in marks.items() if mark == "partly"] == [25, 26, 27, 28]
    assert [n for n, mark in marks.items() if mark == "unverified"] == [29, 33, 37]


def test_the_paragraphs_for_use_without_consent_list_the_reasons() -> None:
    with_reasons = [n for n, paragraph in catalogue().schedule1.items() if paragraph.no_consent_reasons]
    assert with_reasons == [17, 18, 19]
    for number in with_reasons:
        assert list(catalogue().schedule1[number].no_consent_reasons or ()) == ["a", "b", "c"]


@pytest.mark.parametrize(
    ("paragraphs", "to_competent_authority", "needed"),
    [
        ([], False, []),
        ([2], False, []),
        ([18, 6, 18], False, [6, 18]),
        ([10], False, [10]),
        ([10, 18], True, [18]),
        ([27], True, [27]),
        ([10, 36], True, []),
        ([10, 36], False, [10, 36]),
        ([10, 18, 36], True, [18, 36]),
        ([36], True, [36]),
        ([36, 6], False, [6, 36]),
        ([1, 2, 3, 4, 5], True, [1]),
    ],
)
def test_which_paragraphs_need_a_policy_document(
    paragraphs: list[int], to_competent_authority: bool, needed: list[int]
) -> None:
    found = catalogue().needs_policy_document(paragraphs, to_competent_authority=to_competent_authority)
    assert found == needed


def test_a_paragraph_that_does_not_exist_is_a_key_error() -> None:
    with pytest.raises(KeyError):
        catalogue().needs_policy_document([42])


def test_the_other_routes_are_complete() -> None:
    assert set(catalogue().article10) == {"official_authority", "authorised_by_law"}
    # Section 4.3: nine conditions, of which paras 1 and 4 ask for substantial public interest.
    schedule8 = catalogue().schedule8
    assert list(schedule8) == list(range(1, 10))
    assert [n for n, condition in schedule8.items() if condition.substantial_public_interest] == [1, 4]
    # Section 5.2: eight values.
    assert list(catalogue().confidentiality) == [
        "consent_explicit",
        "consent_implied_direct_care",
        "statutory_duty",
        "statutory_permission",
        "s251_support",
        "court_order",
        "overriding_public_interest",
        "not_confidential",
    ]
