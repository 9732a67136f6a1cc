"""The gateway records, counted against the gateways note."""

from __future__ import annotations

import re
from collections import Counter
from datetime import date

import pytest

from dsagen.law import catalogue
from dsagen.law.gateway import Gateway

OFFICIAL = (
    "https://www.legislation.gov.uk/",
    "https://www.gov.uk/",
    "https://caselaw.nationalarchives.gov.uk/",
)
GATEWAYS = tuple(catalogue().gateways.values())


def test_the_counts_are_those_of_the_note() -> None:
    # Gateways note, section I.
    assert len(GATEWAYS) == len(catalogue().gateways) == 78
    assert Counter(gateway.verified for gateway in GATEWAYS) == {
        "verified": 29,
        "partly": 36,
        "unverified": 13,
    }
    kinds = Counter(gateway.kind for gateway in GATEWAYS)
    assert (kinds["not_a_gateway"], kinds["regulation_making"], kinds["confidentiality_only"]) == (6, 3, 1)


def test_the_records_by_nation_are_those_of_the_note() -> None:
    nations = Counter(nation for gateway in GATEWAYS for nation in gateway.nation)
    assert nations == {"england": 69, "wales": 45, "scotland": 11, "northern_ireland": 5}


@pytest.mark.parametrize("gateway", GATEWAYS, ids=lambda gateway: gateway.id)
def test_every_record_is_sound(gateway: Gateway) -> None:
    assert gateway.checked_on == date(2026, 11, 22)
    assert gateway.url.startswith(OFFICIAL)
    assert (gateway.effect == "none") == (
        gateway.kind in ("not_a_gateway", "regulation_making", "confidentiality_only")
    )
    assert (gateway.effect == "must") == (gateway.kind == "duty_to_disclose")
    assert (gateway.effect == "must_if_asked") == (gateway.kind == "request_duty_to_comply")
    assert (gateway.effect == "incidental") == (gateway.kind == "function_implied_power")
    assert not list(gateway.unknown_words(catalogue().vocabulary))
    for period in gateway.periods:
        if period.state in ("announced", "prospective"):
            assert period.from_ is None
        if period.state != "repealed":
            assert set(period.nation) <= set(gateway.nation)


def test_what_is_not_in_force_is_what_the_note_lists() -> None:
    # Gateways note, the paragraph after section I (its last item is a part of a record, so it is not here).
    as_at = date(2026, 11, 22)
    waiting = {
        gateway.id
        for gateway in GATEWAYS
        if gateway.nation and all(gateway.state(nation, as_at) != "in_force" for nation in gateway.nation)
    }
    assert waiting == {
        "children-act-2004-s16la",
        "children-act-2004-s16lc",
        "education-act-1996-s436b-436g",
        "crime-and-policing-csa-reporting-duty",
    }


@pytest.mark.parametrize("gateway", GATEWAYS, ids=lambda gateway: gateway.id)
def test_every_record_says_plainly_what_it_does(gateway: Gateway) -> None:
    sentences = re.split(r"(?<=\.) ", gateway.plain)
    assert len(sentences) <= 3
    assert all(len(sentence.split()) <= 25 and sentence.endswith(".") for sentence in sentences)
    if gateway.kind == "not_a_gateway":
        assert "no power" in gateway.plain or "no longer exists" in gateway.plain


def test_facts_are_kept_as_the_note_has_them() -> None:
    help_on_request = catalogue().gateway("children-act-1989-s27")
    assert help_on_request.citation == "Children Act 1989 s.27"
    assert help_on_request.effect == "must_if_asked"
    assert [(match.type, match.function) for match in help_on_request.discloser_types] == [
        ("local_authority", None),
        ("district_council", "housing_authority"),
        ("nhs_england", None),
        ("icb", None),
        ("local_health_board", None),
        ("nhs_trust", None),
    ]
    assert help_on_request.article6_codes == ("c", "e")
    assert help_on_request.lifts_confidence == "silent"


def test_an_old_name_finds_the_record() -> None:
    found = catalogue().gateway("education-act-2002-s157")
    assert found.id == "independent-school-standards-2014-para7"


def test_an_unknown_id_is_a_key_error() -> None:
    with pytest.raises(KeyError):
        catalogue().gateway("children-act-1989-s999")
    assert "nowhere" not in catalogue().gateways
