"""The order of suggestions, and what is never suggested, whatever is asked."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dsagen.checks.suggestions import Question, Suggestion, Who, answer
from dsagen.law import catalogue
from tests.checks.suggestions.questions import DAY, ask, ids

EFFECTS = ("must", "must_if_asked", "may", "incidental")
TYPES = sorted(name for name, kind in catalogue().party_types.items() if kind.declared)
FUNCTIONS = sorted(name for name, function in catalogue().functions.items() if function.declared)
KINDS = sorted(catalogue().purpose_kinds)
PARTIES = st.builds(
    Who,
    type=st.sampled_from(TYPES),
    functions=st.lists(st.sampled_from(FUNCTIONS), max_size=3, unique=True).map(tuple),
    is_public_authority=st.booleans(),
)
QUESTIONS = st.builds(
    Question,
    party=PARTIES,
    role=st.sampled_from(["discloser", "recipient"]),
    others=st.lists(PARTIES, min_size=1, max_size=3).map(tuple),
    kinds=st.lists(st.sampled_from(KINDS), min_size=1, max_size=2, unique=True).map(tuple),
    nation=st.sampled_from(["england", "wales", "scotland", "northern_ireland"]),
    as_at=st.dates(date(2000, 1, 1), date(2030, 1, 1)),
    is_private=st.booleans(),
    has_children=st.booleans(),
    has_health=st.booleans(),
    is_asked=st.booleans(),
    cited=st.lists(st.sampled_from(sorted(catalogue().gateways)), max_size=2).map(tuple),
)


def named(question: Question, suggestion: Suggestion) -> list[int]:
    """Tell for each candidate how it names the party: 0 by its type, 1 by a function, 2 not at all."""
    found = []
    for candidate in suggestion.candidates:
        bare = {match.type for match in candidate.gateway.discloser_types if match.function is None}
        turns = any(match.function in question.party.functions for match in candidate.gateway.discloser_types)
        found.append(0 if question.party.type in bare else 1 if turns or "any" not in bare else 2)
    return found


@settings(max_examples=400, deadline=None)
@given(question=QUESTIONS)
def test_what_holds_for_every_question(question: Question) -> None:
    suggestion = answer(question, catalogue())
    found = suggestion.candidates
    how = named(question, suggestion)
    assert [number == 2 for number in how] == sorted(number == 2 for number in how)
    front = [(EFFECTS.index(one.effect), how[at]) for at, one in enumerate(found) if how[at] < 2]
    back = [EFFECTS.index(one.effect) for at, one in enumerate(found) if how[at] == 2]
    assert front == sorted(front)
    assert back == sorted(back)
    for candidate in found:
        gateway = candidate.gateway
        assert gateway.state(question.nation, question.as_at) == "in_force"
        assert gateway.kind not in ("confidentiality_only", "not_a_gateway", "regulation_making")
        assert set(gateway.purpose_kinds) & set(question.kinds)
        assert candidate.supports
        if question.role == "recipient":
            assert gateway.kind in ("function_implied_power", "common_law")
    shown = [one.gateway.id for one in found] + [one.gateway.id for one in suggestion.near_misses]
    assert len(shown) == len(set(shown))
    assert set(question.cited) <= set(shown)
    assert all(miss.obstacles for miss in suggestion.near_misses)
    assert found or question.is_private or suggestion.would_change


@settings(max_examples=200, deadline=None)
@given(question=QUESTIONS)
def test_traps_are_never_offered(question: Question) -> None:
    keys = set(ids(answer(question, catalogue())))
    party = question.party
    if party.type == "gp_practice":
        assert not keys & {
            "nhs-act-2006-s82", "children-act-2004-s11", "children-act-2004-s10", "children-act-1989-s27",
            "children-act-1989-s47",
        }  # fmt: skip
    if party.type == "independent_school" or (party.type == "academy" and "sixteen_to_nineteen" not in party.functions):
        assert "education-act-2002-s175" not in keys
    if party.type in ("school", "fe_college"):
        assert "independent-school-standards-2014-para7" not in keys


@pytest.mark.parametrize("functions", ["", " adult_social_care"])
@pytest.mark.parametrize("kinds", ["health_care_direct", "adult_social_care", "safeguard_child", "early_help"])
def test_childrens_social_care_never_has_the_duty_for_direct_care(functions: str, kinds: str) -> None:
    """Gateways note, J8."""
    for role in ("discloser", "recipient"):
        found = ask(f"local_authority{functions}", "gp_practice", kinds, has_children=True, role=role)
        assert "hsca-2012-s251b" not in ids(found)
    assert "hsca-2012-s251b" not in ids(ask("gp_practice", f"local_authority{functions}", kinds, has_children=True))


def test_no_school_is_told_that_section_31_binds_it() -> None:
    """Gateways note, J5: section 31 of the 2014 Act leaves schools out."""
    for kind in ("school", "academy", "fe_college"):
        found = ask(kind, "local_authority", "send_support").candidates
        ours = next(one for one in found if one.gateway.id == "children-and-families-act-2014-s28-31")
        assert ours.effect == "incidental"
        assert "does not bind schools" in " ".join(ours.missing)
        assert "recorded request" not in " ".join(ours.missing)


def test_children_are_outside_the_care_act() -> None:
    with_child = ask("nhs_trust", "local_authority", "adult_social_care", has_children=True)
    assert "care-act-2014-s6-7" not in ids(with_child)
    assert "care-act-2014-s6-7" in ids(ask("nhs_trust", "local_authority", "adult_social_care"))


def test_health_information_never_travels_for_serious_violence() -> None:
    """Gateways note, J2."""
    assert "pcsca-2022-s16" in ids(ask("local_authority", "police_force", "serious_violence"))
    assert "pcsca-2022-s16" not in ids(ask("local_authority", "police_force", "serious_violence", has_health=True))
    assert "pcsca-2022-s16" not in ids(ask("icb", "police_force", "serious_violence"))


def test_announced_law_is_told_and_not_offered() -> None:
    found = ask("nhs_trust", "local_authority", "safeguard_child", as_at=date(2027, 6, 1))
    assert "children-act-2004-s16la" not in ids(found)
    miss = next(one for one in found.near_misses if one.gateway.id == "children-act-2004-s16la")
    assert [one.why for one in miss.obstacles] == ["state"]
    assert "2026-09-30" in miss.obstacles[0].text
    assert "law/confirmations.yaml" in miss.obstacles[0].text


def test_a_request_is_missing_until_it_is_recorded() -> None:
    asked, not_asked = (
        next(
            one
            for one in ask("nhs_trust", "local_authority", "safeguard_child", is_asked=is_asked).candidates
            if one.gateway.id == "children-act-1989-s47"
        )
        for is_asked in (True, False)
    )
    assert any("A recorded request" in words for words in not_asked.missing)
    assert not any("A recorded request" in words for words in asked.missing)


@pytest.mark.parametrize(
    ("party", "others", "kinds", "key", "words"),
    [
        ("probation", "local_authority housing_authority", "homelessness", "housing-act-1996-s213b", "consent"),
        ("dwp", "local_authority", "benefits_support", "dea-2017-s35", "objective"),
        ("dwp", "local_authority", "benefits_support", "welfare-reform-act-2012-s131", "prescribe"),
        ("local_authority", "school", "safeguard_child", "localism-act-2011-s1", "main function"),
        ("local_authority", "school", "safeguard_child", "children-act-2004-s11", "main function"),
        ("police_force", "local_authority", "safeguard_child", "children-act-1989-s46", "police protection"),
        ("fe_college", "local_authority", "safeguard_child attendance", "education-act-2002-s175", "Attendance"),
        ("school", "academy, gp_practice", "pupil_welfare", "children-act-2004-s10", "towards gp_practice"),
    ],
)
def test_what_a_candidate_still_needs(party: str, others: str, kinds: str, key: str, words: str) -> None:
    found = next(one for one in ask(party, others, kinds).candidates if one.gateway.id == key)
    assert words.lower() in " ".join(found.missing).lower()


def test_a_main_function_beside_a_general_power_is_enough() -> None:
    found = ask("local_authority", "school", "safeguard_child", cited=("children-act-1989-s17",))
    general = next(one for one in found.candidates if one.gateway.id == "localism-act-2011-s1")
    assert not any("main function" in words for words in general.missing)


def test_no_statute_is_pushed_on_a_private_body() -> None:
    found = ask("voluntary_org", "local_authority", "safeguard_child promote_welfare prevent_crime", is_private=True)
    assert ids(found) == []
    assert "needs no statutory power" in found.note
    assert found.would_change == ()
    cites = ask("voluntary_org", "police_force", "prevent_crime", is_private=True, cited=("cda-1998-s115",))
    assert ids(cites) == ["cda-1998-s115"]
    asked = ask("voluntary_org", "local_authority", "safeguard_child", is_private=True, is_asked=True)
    assert ids(asked) == ["children-act-2004-s16h"]


@pytest.mark.parametrize(
    ("cited", "nation", "instead", "why"),
    [
        ("children-act-2004-s10", "wales", "children-act-2004-s25", "nation"),
        ("children-act-2004-s11", "wales", "children-act-2004-s28", "nation"),
        ("children-act-2004-s28", "england", "children-act-2004-s11", "nation"),
        ("lga-2000-s2", "england", None, "no_power"),
        ("dpa-2018-sch2", "england", None, "no_power"),
        ("common-law-public-interest-disclosure", "england", None, "no_power"),
    ],
)
def test_what_is_cited_and_fails_says_why(cited: str, nation: str, instead: str | None, why: str) -> None:
    found = ask("local_authority", "police_force", "safeguard_child", nation=nation, cited=(cited,))  # type: ignore[arg-type]
    miss = found.near_misses[0]
    assert (miss.gateway.id, miss.is_cited, miss.instead) == (cited, True, instead)
    assert {one.why for one in miss.obstacles} <= {why, "state"}


def test_a_function_that_is_not_listed_is_named() -> None:
    found = ask("school", "local_authority", "attendance")
    miss = next(one for one in found.near_misses if one.gateway.id == "school-attendance-regs-2024-r13")
    assert "local_authority has `education_authority`" in miss.obstacles[0].text


def test_where_nothing_fits_it_says_what_would_have_to_change() -> None:
    found = ask("water_company", "gp_practice", "health_care_direct")
    assert ids(found) == []
    assert any(words.startswith("The purpose:") for words in found.would_change)
    assert "Scotland" in ask("local_authority", "school", "safeguard_child", nation="scotland").would_change[0]


def test_near_misses_are_few() -> None:
    for party in TYPES:
        found = ask(party, "local_authority", "safeguard_child", as_at=DAY)
        assert len(found.near_misses) <= 6
