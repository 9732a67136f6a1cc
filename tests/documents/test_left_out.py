"""What was considered and left out: said once in each document, with where and why."""

from __future__ import annotations

from pathlib import Path

import pytest

from dsagen.documents.compose import Composition, Subject, compose
from dsagen.documents.library import Library
from dsagen.documents.tree import words_of
from dsagen.model.vocabulary import DocumentKind
from tests.workspace.builder import Builder

RECORD = """\
left_out:
  nhs-number: It is for health and care.
not_told:
  Form tutors: They are told what to do, and not why.
"""
FURTHER = """
  F02:
    title: The school tells the council once more
    from: north-school
    to: [river-council]
    dataset: attendance
    purposes: [early-help]
    fields: {child-name: To find the child.}
    left_out: {home-address: Nobody visits., absence: It was told before.}
    viewers: [early help workers]
"""
NECESSITY = """\
    necessity:
      aim: To help.
      alternatives:
        full_record: A worker who can ring does not need the file.
        none: A worry that reaches nobody protects nobody.
"""


@pytest.fixture
def builder(tmp_path: Path) -> Builder:
    """Give a workspace that leaves things out, in every flow and in some."""
    builder = Builder(tmp_path)
    builder.replace("    needs:\n", f"{NECESSITY}    needs:\n")
    builder.replace("    viewers:", "    left_out: {home-address: Nobody visits.}\n    viewers:")
    builder.replace("purposes:\n  early-help:", f"{RECORD}purposes:\n  early-help:")
    path = builder.root / "agreements/riv-001.yaml"
    builder.write("agreements/riv-001.yaml", path.read_text().rstrip() + FURTHER)
    return builder


def document(builder: Builder, kind: DocumentKind, party: str | None = None) -> Composition:
    """Compose a document of the builder's agreement."""
    reading = builder.read()
    assert not reading.problems
    return compose(
        Subject(reading.workspace, reading.law, reading.workspace.agreements["RIV-001"], kind, party), Library()
    )


def rows_of(composition: Composition, table: str) -> list[list[str]]:
    """Give the rows of a table below its headings."""
    (found,) = (each for each in composition.tree.root.iter("table") if each.get("id") == table)
    return [[words_of(cell) for cell in row] for body in found.iter("tbody") for row in body]


@pytest.mark.parametrize(("kind", "table"), [("dpia", "dpia.5.left-out.list"), ("dsa", "dsa.6.left-out.table")])
def test_the_record_says_each_thing_once(builder: Builder, kind: DocumentKind, table: str) -> None:
    assert rows_of(document(builder, kind), table) == [
        ["NHS number", "Every flow", "It is for health and care."],
        ["Home address", "F01 and F02", "Nobody visits."],
        ["Days absent", "F02", "It was told before."],
        ["Form tutors", "Not told", "They are told what to do, and not why."],
    ]


@pytest.mark.parametrize("kind", ["dpia", "dsa"])
def test_a_way_that_was_not_chosen_is_said_once(builder: Builder, kind: DocumentKind) -> None:
    words = words_of(document(builder, kind).tree.root)
    assert words.count("A worker who can ring does not need the file.") == 1


def test_the_ladder_stands_in_the_argument(builder: Builder) -> None:
    rows = dict(rows_of(document(builder, "dpia"), "dpia.5.purpose/early-help/necessity"))
    ladder = rows["3. Less intrusive ways, and where the design stops"]
    places = [
        ladder.index(step)
        for step in ("Not chosen: Share nothing", "Chosen: Share", "Not chosen: Share the whole record")
    ]
    assert places == sorted(places), ladder


def test_an_argument_that_nobody_made_says_so(builder: Builder) -> None:
    rows = dict(rows_of(document(builder, "dpia"), "dpia.5.purpose/early-help/necessity"))
    open_ones = [label for label, answer in rows.items() if answer == "Not answered yet"]
    assert open_ones == [
        "What shows that it is real",
        "4. The effect on the people concerned",
        "Safeguards",
        "Why each recipient",
    ]


def test_the_record_of_an_agreement_that_leaves_nothing_out(tmp_path: Path) -> None:
    words = words_of(document(Builder(tmp_path), "dpia").tree.root)
    assert "Nothing is recorded as considered and left out." in words


def test_a_notice_says_what_stays_behind_and_who_is_not_told(builder: Builder) -> None:
    words = words_of(document(builder, "privacy_notice", "north-school").tree.root)
    assert "These were considered, and stay behind:NHS number" in words
    assert "The school tells the council. These stay behind:Home address" in words
    assert "These people and bodies are not told:Form tutors" in words
