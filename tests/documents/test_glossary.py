"""The glossary prints the terms that a document uses, and no others."""

from __future__ import annotations

import pytest
from lxml import etree

from dsagen.documents.glossary import terms_used

GLOSSARY = {"NHS": "a", "young carer": "b", "recipient": "c", "GP": "d", "controller": "e", "joint controllers": "f"}


@pytest.mark.parametrize(
    ("words", "terms"),
    [
        ("The Recipient writes to young carers.", ["young carer", "recipient"]),
        ("nhs and gps and recipients", ["recipient"]),
        ("Two GPs of the NHS", ["NHS", "GP"]),
        ("Controllership is no term.", []),
        ("", []),
    ],
)
def test_terms_are_found_by_word(words: str, terms: list[str]) -> None:
    section = etree.Element("section")
    section.text = words
    assert [term for term, _ in terms_used(GLOSSARY, [section])] == terms
