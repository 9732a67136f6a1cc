"""Which shorter notices there are follows from the ages of the people, unless somebody says otherwise."""

from __future__ import annotations

from pathlib import Path

import pytest

from dsagen.documents.audiences import audiences
from dsagen.model.people import People
from tests.workspace.builder import SETTINGS, Builder

ALWAYS = ["key_facts", "just_in_time"]


def of(builder: Builder, party: str = "river-council") -> list[str]:
    """Give the shorter notices of a party."""
    reading = builder.read()
    assert not reading.problems
    return list(audiences(reading.workspace.agreements["RIV-001"], party, reading.workspace))


@pytest.mark.parametrize(
    ("ages", "young"),
    [
        ("0 to 17", ["young_people", "children"]),
        ("0 to 6", []),
        ("12 to 17", ["young_people"]),
        ("4 to 11", ["children"]),
        ("16 and over", ["young_people"]),
        ("18 and over", []),
    ],
)
def test_the_ages_decide(ages: str, young: list[str], tmp_path: Path) -> None:
    builder = Builder(tmp_path)
    builder.write("people/all.yaml", f"child: {{label: People, ages: {ages}}}\n")
    assert of(builder) == [*ALWAYS, *young]


def test_a_label_decides_where_no_ages_are_given(tmp_path: Path) -> None:
    builder = Builder(tmp_path)
    assert of(builder) == [*ALWAYS, "young_people", "children"]
    builder.write("people/all.yaml", "child: {label: Tenants}\n")
    assert of(builder) == ALWAYS


def test_a_workspace_names_its_notices_and_a_party_its_own(tmp_path: Path) -> None:
    builder = Builder(tmp_path)
    builder.write("dsagen.yaml", f"{SETTINGS}defaults: {{transparency: {{audiences: [children]}}}}\n")
    assert of(builder) == ["children"]
    builder.replace(
        "  type: local_authority\n", "  type: local_authority\n  notices: {audiences: []}\n", "parties/all.yaml"
    )
    assert (of(builder), of(builder, "north-school")) == ([], ["children"])


def test_a_field_about_others_counts_for_them_alone(tmp_path: Path) -> None:
    builder = Builder(tmp_path)
    builder.write("people/all.yaml", "child: {label: Tenants}\nson: {label: Sons, ages: 8 to 9}\n")
    builder.replace("detail: band}", "detail: band, people: [son]}", "datasets/all.yaml")
    assert of(builder) == [*ALWAYS, "children"]


def test_people_of_an_age_are_told_from_others() -> None:
    group = People.model_validate({"label": "Young adults", "ages": "18 to 25"})
    assert not group.may_be_aged(0, 17)
    assert group.may_be_aged(25, 30)
