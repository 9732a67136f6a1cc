"""Controllers, suppliers and places: what the manual pages do not show."""

from __future__ import annotations

from pathlib import Path
from typing import get_args

import pytest

from dsagen.checks.controllers._places import is_at_home, may_reach_abroad
from dsagen.checks.controllers.dp_ctl_001 import _about
from dsagen.model.party import Party
from dsagen.model.vocabulary import PartyType
from tests.checks.pages import AS_AT, found_in, read_changed

COUNCIL = Party(name="Barsetshire Council", type="local_authority")
FORCE = Party(name="Chief Constable of Barset", short_name="Barset Police", type="police_force")
UNIVERSITY = Party(name="University of Barset", type="university")


def objections(name: str, kind: PartyType = "other_public_authority") -> list[str]:
    """Give where the rule objects to a party of that name."""
    assert kind in get_args(PartyType)
    party = Party(name=name, type=kind)
    return [found.path for found in _about(party, "parties/new", [COUNCIL, FORCE, UNIVERSITY])]


@pytest.mark.parametrize(
    "name",
    [
        "All Barsetshire schools",
        "The partner schools",
        "Local GP practices",
        "GP practices in Barset",
        "Barsetshire schools",
        "Members of the partnership",
        "Barset Trust: all academies",
        "Barset Council and partners",
        "Barsetshire Council children's services",
        "Barsetshire Council, housing team",
        "Barset Police safeguarding hub",
        "Education Department",
        "Children's services",
        "Youth Justice Service",
    ],
)
def test_many_bodies_or_a_part_of_one_are_no_controller(name: str) -> None:
    assert objections(name) == ["parties/new/name"]


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("Barset University Hospitals NHS Foundation Trust", "nhs_trust"),
        ("The Learning Partnership Trust", "academy"),
        ("The Federation of Larch and Fern Schools", "school"),
        ("The governing body of Larch and Fern Schools", "school"),
        ("Barset Association of Local Councils", "voluntary_org"),
        ("All Saints Schools", "academy"),
        ("Partners in Care", "voluntary_org"),
        ("Barsetshire Council Homes Limited", "housing_provider"),
        ("University of Barset Students' Union", "voluntary_org"),
        ("Barset Police and Crime Commissioner", "local_policing_body"),
        ("Office for Standards in Education, Children's Services and Skills", "regulator"),
        ("Department for Towns and Villages", "central_government"),
    ],
)
def test_one_body_may_have_a_name_of_many(name: str, kind: PartyType) -> None:
    assert objections(name, kind) == []


@pytest.mark.parametrize("kind", ["board", "youth_offending_team"])
def test_what_is_no_person_in_law_is_no_controller(kind: PartyType) -> None:
    assert objections("Barset Youth Justice Service", kind) == ["parties/new/type"]


@pytest.mark.parametrize(
    ("place", "home"),
    [
        ("United Kingdom", True),
        ("England and Wales", True),
        ("UK (London data centres)", True),
        ("Northern Ireland", True),
        ("UK with no copies elsewhere", True),
        ("UK and Ireland", False),
        ("UK, with a copy in Dublin", False),
        ("New England", False),
        ("India", False),
    ],
)
def test_places_at_home(place: str, home: bool) -> None:
    assert is_at_home(place) is home


@pytest.mark.parametrize(
    ("words", "abroad"),
    [
        ("runs the portal for us", False),
        ("keeps the list in Northern Ireland", False),
        ("US support desk", True),
        ("Care Desk Inc: global support", True),
        ("data centre in Ireland", True),
    ],
)
def test_words_that_reach_abroad(words: str, abroad: bool) -> None:
    assert may_reach_abroad(words) is abroad


def test_a_supplier_is_known_by_its_name_however_the_company_is_written(tmp_path: Path) -> None:
    changes = (
        "registers: {parties: {friends: {name: Forms Ltd}}}\n"
        "processors: {forms: {name: Forms Limited, acts_for: council, does: hosts the form, contract: FC 2026/118}}\n"
    )
    reading = read_changed(changes, tmp_path)
    assert not reading.problems, reading.problems
    found = [finding.path for finding, _ in found_in(reading, AS_AT) if finding.rule == "DP-CTL-004"]
    assert found == ["agreements/FER-001/flows/F06/from"]
