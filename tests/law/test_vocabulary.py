"""The closed lists of words, counted against the gateways note."""

from __future__ import annotations

from dsagen.law import catalogue
from dsagen.law.vocabulary import Word


def test_the_counts_are_those_of_the_note() -> None:
    # Gateways note, Vocabularies: 31 purpose kinds, 45 party types with `any`, 37 functions.
    assert len(catalogue().purpose_kinds) == 31
    assert len(catalogue().party_types) == 45
    assert len(catalogue().functions) == 37


def test_only_derived_words_cannot_be_declared() -> None:
    assert [key for key, kind in catalogue().party_types.items() if not kind.declared] == ["any"]
    assert [key for key, word in catalogue().functions.items() if not word.declared] == ["public_body"]


def test_every_purpose_kind_has_a_gateway() -> None:
    served = {kind for gateway in catalogue().gateways.values() for kind in gateway.purpose_kinds}
    assert served == set(catalogue().purpose_kinds)


def test_public_authorities_are_those_that_the_note_names() -> None:
    # Data protection note, section 1.1, "Practical consequence for party types".
    types = catalogue().party_types
    for key in ("local_authority", "police_force", "nhs_trust", "icb", "school", "academy"):
        assert types[key].public_authority == "yes"
    for key in ("voluntary_org", "early_years_provider", "independent_school", "parish_council"):
        assert types[key].public_authority == "no"
    assert types["gp_practice"].public_authority == types["housing_provider"].public_authority == "depends"


def test_competent_authorities_are_those_that_the_note_names() -> None:
    # Data protection note, section 4.1.
    types = catalogue().party_types
    for key in ("police_force", "btp", "nca", "probation", "youth_offending_team", "moj"):
        assert types[key].competent_authority == "yes"
    assert types["local_authority"].competent_authority == "by_function"
    for key in ("school", "nhs_trust", "gp_practice", "academy", "voluntary_org"):
        assert types[key].competent_authority == "no"


def test_labels_within_a_list_differ() -> None:
    vocabulary = catalogue().vocabulary
    for name in type(vocabulary).model_fields:
        words: list[Word] = list(getattr(vocabulary, name).values())
        assert len({word.label for word in words}) == len(words), name
