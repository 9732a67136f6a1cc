"""Numbers for a person, and words that usually signal special category or criminal-offence data."""

from __future__ import annotations

from typing import get_args

import pytest

from dsagen.law import catalogue
from dsagen.law.matching import covers
from dsagen.model import vocabulary

IDENTIFIERS = catalogue().identifiers


def test_the_numbers_are_words_of_the_model() -> None:
    assert list(IDENTIFIERS) == ["nhs_number", "child_identifier", "upn", "local_authority_number", "passport_or_visa"]
    assert set(IDENTIFIERS) <= set(get_args(vocabulary.Identifier))


def test_a_statutory_rule_is_a_gateway_and_no_other_is() -> None:
    rules = [rule for record in IDENTIFIERS.values() for rule in record.rules]
    assert len(rules) == 9
    for rule in rules:
        assert rule.statutory == (rule.id in catalogue().gateways), rule.id
        assert set(rule.purpose_kinds) <= set(catalogue().purpose_kinds)
        for match in rule.who:
            assert match.type in catalogue().party_types
            assert match.function is None or match.function in catalogue().functions
        assert rule.needs_instrument == (not rule.who)


def test_section_251a_is_for_health_and_adult_social_care() -> None:
    # Data protection note, section 5.5, and rule DP-LNK-002.
    rule = IDENTIFIERS["nhs_number"].rules[0]
    assert rule.who == catalogue().gateway("hsca-2012-s251a").discloser_types
    assert covers(rule.who, "gp_practice", [], True)
    assert covers(rule.who, "local_authority", ["public_health"], True)
    assert not covers(rule.who, "local_authority", ["education_authority"], True)
    for kind in ("school", "police_force", "housing_provider"):
        assert not covers(rule.who, kind, [], True)


def test_what_was_not_read_says_so() -> None:
    restraint = IDENTIFIERS["nhs_number"].policy_restraint
    assert restraint is not None
    assert restraint.verified == "unverified"
    assert {key for key, record in IDENTIFIERS.items() if record.verified == "unverified"} == {
        "upn",
        "local_authority_number",
        "passport_or_visa",
    }
    assert all(hint.verified == "unverified" for hint in catalogue().special_hints.values())


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("NHS number", ["nhs_number"]),
        ("nhs-no", ["nhs_number"]),
        ("Pupil's unique pupil number (UPN)", ["upn", "upn"]),
        ("single_unique_identifier", ["child_identifier"]),
        ("Passport no. or visa reference", ["passport_or_visa", "passport_or_visa"]),
        ("telephone number", []),
        ("upnorth", []),
    ],
)
def test_a_field_is_recognised_by_its_name(name: str, expected: list[str]) -> None:
    assert [found.item for found in catalogue().identifiers_in(name)] == expected


def test_every_special_category_has_a_hint() -> None:
    hinted = {category for hint in catalogue().special_hints.values() for category in hint.categories}
    assert hinted == set(get_args(vocabulary.SpecialCategory))
    indirect = [key for key, hint in catalogue().special_hints.items() if hint.indirect]
    assert indirect == ["language_at_home", "immigration_status", "social_care_text"]


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("ethnicity", [("origin",)]),
        ("language-at-home", [("origin",)]),
        ("sen_need", [("health",)]),
        ("Sexual health clinic", [("health", "sex_life")]),
        ("Sexual orientation", [("orientation",)]),
        ("Religion", [("belief",)]),
        ("year group", []),
        ("seniority", []),
    ],
)
def test_special_hints(name: str, expected: list[tuple[str, ...]]) -> None:
    assert [found.item.categories for found in catalogue().special_hints_in(name)] == expected


@pytest.mark.parametrize(
    "word", ["allegation", "arrest", "suspect", "call-out", "callout", "intelligence", "bail", "no further action"]
)
def test_the_words_of_the_note_are_criminal_hints(word: str) -> None:
    # Rule DP-ART10-003.
    assert len(list(catalogue().criminal_hints_in(f"police_{word} (last year)"))) == 1


def test_other_words_are_no_criminal_hints() -> None:
    assert list(catalogue().criminal_hints_in("suspected neglect, bailey, sentence")) == []
