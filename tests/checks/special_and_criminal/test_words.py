"""Reading the words of a basis: routes for offences, and reasons that say there was consent."""

from __future__ import annotations

import pytest

from dsagen.checks.relied_on import article10_paragraphs, is_official_authority
from dsagen.checks.special_and_criminal._conditions import conditions_in
from dsagen.checks.special_and_criminal._consent import says_consented
from dsagen.law import catalogue


@pytest.mark.parametrize(
    ("text", "paragraphs"),
    [
        ("Schedule 1 paragraph 18", [18]),
        ("Schedule 1 paragraph 18, as paragraph 36 extends it to criminal-offence data", [18, 36]),
        ("Data Protection Act 2018 Sch 1 para 18(1)(a) and (2)", [18]),
        ("Schedule 1 (Part 2) paragraphs 6, 10 and 18", [6, 10, 18]),
        ("section 10(5) with para.6 or para 10", [6, 10]),
        ("18", [18]),
        ("6 and 10", [6, 10]),
        ("Article 10 of the GDPR", []),
        ("Schedule 1", []),
        ("Schedule 8 paragraph 4", []),
        ("official_authority", []),
        (None, []),
    ],
)
def test_paragraphs_in_an_article_10_route(text: str | None, paragraphs: list[int]) -> None:
    assert article10_paragraphs(text) == paragraphs


def test_only_conditions_are_routes() -> None:
    assert conditions_in([5, 18, 36, 37, 99], catalogue()) == [18]


@pytest.mark.parametrize("text", ["official_authority", "official authority", "under official-authority"])
def test_official_authority_in_words(text: str) -> None:
    assert is_official_authority(text)
    assert not is_official_authority("Schedule 1 paragraph 6")


@pytest.mark.parametrize(
    "reason",
    [
        "Parent and child have both given consent.",
        "Consent was obtained from the parent",
        "The family agreed to this.",
        "We have the parent's consent",
        "Consent is recorded on the form",
    ],
)
def test_reasons_that_say_there_was_consent(reason: str) -> None:
    assert says_consented([reason], as_reason=True)


@pytest.mark.parametrize(
    "reason",
    [
        "The trust cannot reasonably be expected to obtain consent: it does not know which pupils have an open case",
        "Asking the adult first could prejudice the protection of the child.",
        "No consent was given.",
        "The child is not able to give consent",
        "A child's consent cannot reasonably be expected, since the notice comes by law",
        "Consent might be withdrawn",
        "It is not known whether the parent has given consent",
        "",
    ],
)
def test_reasons_that_are_reasons(reason: str) -> None:
    assert not says_consented([reason], as_reason=True)


def test_agreement_in_a_description_is_no_consent() -> None:
    assert not says_consented(["The family agrees to a visit.", None])
    assert says_consented(["The family is visited. The parent gives written consent."])
