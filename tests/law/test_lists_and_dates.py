"""Closed lists, compatible uses, Part 3, notices and dated facts."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from dsagen.law import catalogue
from dsagen.law.closed_lists import ClosedPurpose
from dsagen.law.matching import covers


def test_the_closed_lists_are_those_of_their_gateways() -> None:
    # Gateways note, rule J6.
    lists = catalogue().closed_purposes
    assert {key: len(record.purposes) for key, record in lists.items()} == {
        "dea-2017-s35": 5,
        "welfare-reform-act-2012-s131": 12,
    }
    for key, record in lists.items():
        assert tuple(record.purposes) == catalogue().gateway(key).purposes


def test_multiple_disadvantages_needs_two_of_thirteen_factors() -> None:
    purpose = catalogue().closed_purposes["dea-2017-s35"].purposes["multiple_disadvantages"]
    assert (len(purpose.factors), purpose.factors_needed) == (13, 2)
    assert "neglect" not in purpose.factors


@pytest.mark.parametrize(
    "factors", [{"factors_needed": 1}, {"factors": {"a": "b"}}, {"factors": {}, "factors_needed": 2}]
)
def test_a_count_of_factors_that_cannot_be_met_is_refused(factors: dict[str, object]) -> None:
    sound = {"label": "x", "plain": "x", "nation": ["england"], "verified": "verified"}
    with pytest.raises(ValidationError, match="factors_needed"):
        ClosedPurpose.model_validate(sound | factors)


def test_annex2_has_numbers_only_where_they_were_verified() -> None:
    # Data protection note, section 1.3.
    annex2 = catalogue().annex2
    assert {key: condition.paragraphs for key, condition in annex2.items() if condition.paragraphs} == {
        "request_for_public_task": (1,),
        "archiving": (2,),
        "public_security": (3,),
        "emergencies": (4, 5),
    }
    assert all((condition.verified == "verified") == bool(condition.paragraphs) for condition in annex2.values())
    assert [key for key, condition in annex2.items() if not condition.public_authority] == ["request_for_public_task"]
    assert len(annex2) == 9


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("safeguarding vulnerable individuals", "Safeguarding vulnerable individuals"),
        ("detecting, investigating or preventing crime", "Crime"),
        ("Vital interests", "Vital interests"),
        ("legal obligation", "Legal obligations"),
    ],
)
def test_a_condition_is_found_by_its_words(text: str, title: str) -> None:
    assert [found.item.title for found in catalogue().annex2_in(text)] == [title]


def test_the_competent_authorities_are_those_of_the_vocabulary() -> None:
    # Data protection note, section 4.1: no council, school, NHS body or fire authority is listed by name.
    listed = [match for record in catalogue().competent_authorities.values() if record.listed for match in record.who]
    for key, kind in catalogue().party_types.items():
        if kind.declared:
            assert bool(covers(listed, key, [], False)) == (kind.competent_authority == "yes"), key
    assert covers(listed, "other_public_authority", ["parole_board"], False)
    assert covers(listed, "contracted_provider", ["electronic_monitoring"], False)
    by_function = catalogue().competent_authorities["by_function"]
    kinds = [key for key, kind in catalogue().party_types.items() if kind.competent_authority == "by_function"]
    assert [match.type for match in by_function.who] == kinds
    assert not by_function.listed
    assert {record.paragraph for record in catalogue().competent_authorities.values()} == {None, 36, 46}
    assert len(catalogue().competent_authorities) == 16


def test_safeguarding_is_no_law_enforcement_purpose() -> None:
    purposes = catalogue().law_enforcement_purposes
    kinds = {kind for purpose in purposes.values() for kind in purpose.purpose_kinds}
    assert len(purposes) == 6
    assert kinds <= set(catalogue().purpose_kinds)
    assert not kinds & {"safeguard_child", "promote_welfare", "child_protection_enquiry"}


def test_when_people_are_told_and_when_not() -> None:
    # Data protection note, sections 8.1 and 8.2.
    timing = catalogue().notice_timing
    assert len(timing) == 5
    assert timing["within_reasonable_time"].at_most_months == 1
    assert list(catalogue().notice_exceptions) == [
        "already_informed",
        "impossible_or_disproportionate",
        "laid_down_by_law",
        "professional_secrecy",
    ]


def test_the_dated_facts_are_those_of_the_note() -> None:
    # Data protection note, sections 0.2 (seven keys) and 1.4 (eight rows).
    facts = catalogue().dated_facts.facts
    assert len(facts) == 15
    assert sum(key.startswith("duaa_") for key in facts) == 9
    duty = facts["ca2004_s16LA_duty"]
    assert (duty.from_, duty.planned_for, duty.state) == (None, date(2026, 9, 30), "announced")
    assert not duty.holds_at(date(2027, 1, 1))
    assert facts["dpa_s164A_complaints"].holds_at(date(2026, 6, 19))
    assert not facts["dpa_s164A_complaints"].holds_at(date(2026, 6, 18))
    assert facts["regulator_name"].value == catalogue().regulator.name
    assert facts["duaa_regulator_transfer"].state == "unknown"


@given(st.dates(date(2020, 1, 1), date(2030, 1, 1)), st.integers(-10, 800))
def test_a_record_grows_old_after_a_year(checked_on: date, days: int) -> None:
    assert catalogue().dated_facts.is_stale(checked_on, checked_on + timedelta(days=days)) == (days > 365)
