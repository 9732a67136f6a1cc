"""Who is covered, and by what."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dsagen.law import catalogue
from dsagen.law.gateway import PartyMatch
from dsagen.law.matching import Coverage, covers

TYPES = sorted(catalogue().party_types.keys() - {"any"})
FUNCTIONS = sorted(catalogue().functions)


def matches(*written: str) -> list[PartyMatch]:
    """Read `type` and `type/function`."""
    parts = [word.partition("/") for word in written]
    return [PartyMatch(type=kind, function=function or None) for kind, _, function in parts]


@pytest.mark.parametrize(
    ("written", "functions", "public_body", "expected"),
    [
        (["school", "any"], [], False, Coverage("type")),
        (["any", "school"], [], False, Coverage("type")),
        (["any/relevant_agency", "school/education_provider", "any"], ["education_provider"], False,
         Coverage("function", "education_provider")),
        (["any/relevant_agency", "any"], ["relevant_agency"], False, Coverage("function", "relevant_agency")),
        (["any/relevant_agency", "any"], [], False, Coverage("any")),
        (["academy", "any/relevant_agency", "school/education_provider"], [], False,
         Coverage("none", lacking=("education_provider", "relevant_agency"))),
        (["academy/education_provider"], ["education_provider"], True, Coverage("none")),
        (["any/public_body"], [], True, Coverage("function", "public_body")),
        (["any/public_body"], ["public_body"], False, Coverage("none", lacking=("public_body",))),
        ([], ["education_provider"], True, Coverage("none")),
    ],
)  # fmt: skip
def test_how_a_school_is_covered(
    written: list[str], functions: list[str], public_body: bool, expected: Coverage
) -> None:
    found = covers(matches(*written), "school", functions, public_body)
    assert found == expected
    assert bool(found) == (expected.reach != "none")


def test_a_named_type_ranks_before_a_function_and_any_last() -> None:
    ranks = [Coverage("type").rank, Coverage("function").rank, Coverage("any").rank, Coverage("none").rank]
    assert ranks == sorted(ranks)
    assert len(set(ranks)) == 4


def test_the_record_decides_for_real_gateways() -> None:
    section_115 = catalogue().gateway("cda-1998-s115")
    assert covers(section_115.discloser_types, "voluntary_org", [], False).reach == "any"
    assert covers(section_115.recipient_types, "police_force", [], True).reach == "type"
    assert not covers(section_115.recipient_types, "school", [], True)
    landlord = covers(section_115.recipient_types, "housing_provider", ["registered_social_landlord"], False)
    assert landlord == Coverage("function", "registered_social_landlord")


@given(
    st.lists(st.tuples(st.sampled_from([*TYPES, "any"]), st.none() | st.sampled_from(FUNCTIONS)), max_size=5),
    st.sampled_from(TYPES),
    st.sets(st.sampled_from(FUNCTIONS), max_size=4),
    st.booleans(),
)
def test_a_function_more_never_covers_less(
    pairs: list[tuple[str, str | None]], kind: str, functions: set[str], public_body: bool
) -> None:
    named = [PartyMatch(type=name, function=function) for name, function in pairs]
    found = covers(named, kind, functions, public_body)
    assert covers(named, kind, {*functions, "relevant_agency"}, public_body).rank <= found.rank
    if found.lacking and found.lacking[0] != "public_body":
        assert covers(named, kind, {*functions, found.lacking[0]}, public_body)
