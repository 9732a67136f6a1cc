"""An agreement under another one of the workspace prints what is its own, and says where the rest is."""

from __future__ import annotations

from pathlib import Path

import pytest

from dsagen.documents.layouts import layout_of
from dsagen.documents.tree import words_of
from tests.documents.test_layouts import blocks, document
from tests.workspace.builder import AGREEMENT, Builder

UNDER = "under: {reference: RIV-001, title: Attendance marks for early help}\n"


@pytest.fixture
def builder(tmp_path: Path) -> Builder:
    """Give two agreements: the second is made under the first, and says the same."""
    builder = Builder(tmp_path)
    builder.write("agreements/second.yaml", AGREEMENT.replace("RIV-001\n", f"RIV-002\n{UNDER}"))
    return builder


def words(builder: Builder, block: str, reference: str = "RIV-002") -> str:
    """Give the words of a block."""
    return words_of(blocks(document(builder, reference=reference))[block])


def test_it_has_the_short_layout_unless_it_says_otherwise(builder: Builder) -> None:
    workspace = builder.read().workspace
    assert layout_of(workspace.agreements["RIV-002"], workspace) == "tier2"
    assert layout_of(workspace.agreements["RIV-001"], workspace) is None
    builder.replace("form:", "layout: superset\nform:", file="agreements/second.yaml")
    workspace = builder.read().workspace
    assert layout_of(workspace.agreements["RIV-002"], workspace) is None


@pytest.mark.parametrize("section", ["dsa.5", "dsa.16", "dsa.s4"])
def test_a_section_that_says_the_same_is_one_line(builder: Builder, section: str) -> None:
    above = blocks(document(builder, reference="RIV-001"))[section]
    number = str(above.get("data-number"))
    place = number if number.startswith("Schedule") else f"section {number}"
    said = words(builder, section)
    assert said.endswith(f"As in {place} of RIV-001, Attendance marks for early help.")
    assert len(said) < 200 < len(words_of(above))


@pytest.mark.parametrize("section", ["dsa.emergency", "dsa.22", "dsa.summary"])
def test_what_everyone_must_read_is_printed_in_full(builder: Builder, section: str) -> None:
    assert "As in" not in words(builder, section)


def test_a_clause_with_another_value_is_printed_and_said_to_differ(builder: Builder) -> None:
    builder.replace(
        "purposes:\n  early-help",
        "clauses: {breach: {time: 3 hours}}\npurposes:\n  early-help",
        file="agreements/second.yaml",
    )
    said = words(builder, "dsa.16")
    assert "What follows differs from clauses 16.1" in said
    assert "3 hours" in said
    for other in ("dsa.14", "dsa.15"):
        assert "As in section" in words(builder, other)


def test_a_section_that_differs_has_its_own_facts_and_points_to_the_clauses_that_do_not(builder: Builder) -> None:
    builder.replace("governance", "governance", file="agreements/second.yaml")
    builder.replace(
        "purposes:\n  early-help",
        "governance: {owner: head of early help}\npurposes:\n  early-help",
        file="agreements/second.yaml",
    )
    said = words(builder, "dsa.18")
    assert "Head of early help" in said or "head of early help" in said
    assert "As in clause" in said


def test_a_part_that_says_the_same_is_one_line_in_a_section_that_does_not(builder: Builder) -> None:
    telling = (
        "transparency:\n  telling: >-\n    Staff tell each family in person and beforehand.\n"
        "    They say what is passed on and why.\n"
        "    The family is given the short notice on the same day. The full notice is on the website.\n"
    )
    for file in ("agreements/riv-001.yaml", "agreements/second.yaml"):
        builder.replace("versions:", telling + "versions:", file=file)
    builder.replace("  telling:", "  safe_to_tell: They ring first.\n  telling:", file="agreements/second.yaml")
    assert words(builder, "dsa.12.telling").endswith("As in section 12.1 of RIV-001.")
    assert "They ring first." in words(builder, "dsa.12.safe")


def test_rows_that_the_other_has_too_are_not_printed_again(builder: Builder) -> None:
    builder.replace(
        "  contact: {role: school office}",
        "  contact: {role: school office}\n  security_baseline: [Ours, 2026]",
        file="parties/all.yaml",
    )
    builder.write("parties/third.yaml", "south-school:\n  name: South School\n  type: school\n")
    builder.replace("parties: [north-school, river-council]", "parties: [north-school, river-council, south-school]")
    builder.replace("to: [river-council]", "to: [river-council, south-school]")
    assert "South School" in words(builder, "dsa.13.requests", "RIV-001")
    said = words(builder, "dsa.10.baseline")
    assert said.endswith("As in section 10.3 of RIV-001.")
    # A row about a flow is never looked up there: F01 is another flow in another agreement.
    assert "River Council: receives in F01" in words(builder, "dsa.5")


def test_a_link_to_what_is_not_printed_here_goes_to_the_line_that_says_where_it_is(builder: Builder) -> None:
    root = document(builder, reference="RIV-002").tree.root
    held = {block.get("id") for block in root.iter() if block.get("id")}
    targets = {str(link.get("href"))[1:] for link in root.iter("a") if str(link.get("href")).startswith("#")}
    assert targets <= held


def test_the_overarching_agreement_lists_those_under_it(builder: Builder) -> None:
    assert "RIV-002" in words(builder, "dsa.control.under", "RIV-001")
    assert "dsa.control.under" not in blocks(document(builder, reference="RIV-002"))


def test_a_change_above_changes_what_is_read(builder: Builder) -> None:
    before = document(builder, reference="RIV-002").reads.key()
    builder.replace("lead: river-council", "clauses: {breach: {time: 3 hours}}\nlead: river-council")
    assert document(builder, reference="RIV-002").reads.key() != before


def test_agreements_under_each_other_are_built_in_full(builder: Builder) -> None:
    builder.replace("form: one_way", "under: {reference: RIV-002, title: The other}\nform: one_way")
    workspace = builder.read().workspace
    assert layout_of(workspace.agreements["RIV-001"], workspace) is None
    assert "As in" not in words(builder, "dsa.16")
