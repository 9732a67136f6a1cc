"""Old and wrong citations and names, and the words by which they are found."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dsagen.law import catalogue
from dsagen.law.words import Phrases

CORRECTIONS = catalogue().corrections


def found(text: str) -> list[tuple[str, str]]:
    """Give the id and the words of each correction in a text."""
    return [(found.item.id, found.words) for found in catalogue().corrections_in(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Children Act 2004 s.14B", [("children-act-2004-s14b", "Children Act 2004 s.14B")]),
        ("under section 14B of the Children Act 2004.",
         [("children-act-2004-s14b", "section 14B of the Children Act 2004")]),
        ("CHILDREN ACT 2004, SEC. 14b", [("children-act-2004-s14b", "CHILDREN ACT 2004, SEC. 14b")]),
        ("children-act-2004-s14b", [("children-act-2004-s14b", "children-act-2004-s14b")]),
        ("Local Government Act 2000 s.2", [("lga-2000-s2", "Local Government Act 2000 s.2")]),
        ("SI 2007/2182", [("si-2007-2182", "SI 2007/2182")]),
        ("Education Act 2002, section 157", [("education-act-2002-s157", "Education Act 2002, section 157")]),
        ("Criminal Justice Act 2000 s.325", [("criminal-justice-act-2000", "Criminal Justice Act 2000 s.325")]),
        ("the Criminal Justice Act 2000", [("criminal-justice-act-2000", "Criminal Justice Act 2000")]),
        ("two CCGs and a clinical commissioning group",
         [("clinical-commissioning-group", "CCGs"), ("clinical-commissioning-group", "clinical commissioning group")]),
        ("DLUHC", [("dluhc", "DLUHC")]),
        ("s.16LB", [("children-act-2004-s16lb", "s.16LB")]),
        ("HSCA 2012 s.251", [("hsca-2012-s251", "HSCA 2012 s.251")]),
        ("Article 6(4) and Art. 22", [("gdpr-article-6-4", "Article 6(4)"), ("gdpr-article-22", "Art. 22")]),
        ("the Data Protection Act 1998", [("dpa-1998", "Data Protection Act 1998")]),
        ("Data Protection Act 1998 s.29", [("dpa-1998-s29", "Data Protection Act 1998 s.29")]),
        ("the duty to refer to the LADO", [("lado-children-act", "duty to refer to the LADO")]),
        ("Working Together to Safeguard Children 2018",
         [("working-together-edition", "Working Together to Safeguard Children 2018")]),
        ("NHS Digital", [("nhs-digital", "NHS Digital")]),
    ],
)  # fmt: skip
def test_old_and_wrong_words_are_found_however_they_are_written(text: str, expected: list[tuple[str, str]]) -> None:
    assert found(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Children Act 2004 s.16LC",
        "Children Act 2004 s.16H",
        "Articles 22A to 22D",
        "Article 6(1)(e)",
        "Health and Social Care Act 2012 s.251A",
        "National Health Service Act 2006 s.251",
        "Criminal Justice Act 2003 s.325",
        "Data Protection Act 2018",
        "Education Act 2002 s.175",
        "Local Government Act 2000 s.22",
        "an allegation is told to the LADO",
        "Working Together to Safeguard Children 2026",
        "digital.nhs.uk",
        "",
    ],
)
def test_right_words_are_left_alone(text: str) -> None:
    assert found(text) == []


@pytest.mark.parametrize("key", CORRECTIONS)
def test_every_correction_is_sound(key: str) -> None:
    record = CORRECTIONS[key]
    for pattern in record.patterns:
        assert [name for name, _ in found(f"see {pattern}, and more")] == [key]
    assert record.why.endswith(".")
    assert not record.use_instead.endswith(".")
    assert found(record.use_instead) == []
    if record.gateway is not None:
        assert catalogue().gateway(record.gateway).id == record.gateway


def test_the_table_has_what_the_notes_name() -> None:
    assert len(CORRECTIONS) == 31


WORDS = st.sampled_from(["children", "act", "2004", "s.", "14B", "section", "of", "the", "-", "(", " ", "§", "ß", "İ"])


@given(st.lists(WORDS, max_size=30).map(" ".join) | st.text(max_size=200))
def test_what_is_found_stands_in_the_text_in_order(text: str) -> None:
    hits = list(catalogue().corrections_in(text))
    assert all(text[hit.start :].startswith(hit.words) and hit.words for hit in hits)
    ends = [hit.start + len(hit.words) for hit in hits]
    assert all(end <= hit.start for end, hit in zip(ends, hits[1:], strict=False))


def test_the_longer_of_two_phrases_is_found() -> None:
    phrases = Phrases([("data", 1), ("data protection", 2), ("protection officer", 3)])
    assert [(hit.item, hit.words) for hit in phrases.find("Data-protection officer, data")] == [
        (2, "Data-protection"),
        (1, "data"),
    ]
