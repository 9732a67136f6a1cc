"""The matrix of fields, purposes and recipients: what each table of the assessment says."""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from typing import Any

import pytest

from dsagen.checks.needs import deliveries_of
from dsagen.checks.subjects import Case
from dsagen.documents.compose import Composition, Subject, compose
from dsagen.documents.library import Library
from dsagen.documents.tree import words_of
from dsagen.documents.views.agreement import agreement_view
from dsagen.documents.views.base import World
from dsagen.workspace import read_workspace
from tests.workspace.builder import Builder

ROOT = Path(__file__).parents[2]
EXAMPLES = sorted(path.parent.name for path in (ROOT / "examples").glob("*/dsagen.yaml"))

SECOND = """
  second:
    kind: early_help
    title: Keep an eye on it
    recipients: {other-council: It has the duty to look.}
    needs:
      Is the child still absent?: {all_of: [absence], any_of: [child-name, shoe-size], detail: {absence: flag}}
"""


def assessment(builder: Builder) -> Composition:
    """Compose the assessment of the builder's agreement."""
    reading = builder.read()
    assert not reading.problems
    agreement = reading.workspace.agreements["RIV-001"]
    return compose(Subject(reading.workspace, reading.law, agreement, "dpia"), Library())


def said(cell: Any) -> str:
    """Give the words of a cell, its paragraphs with a space between them."""
    paragraphs = cell.findall("p")
    return " ".join(words_of(part) for part in paragraphs) if paragraphs else words_of(cell)


def tables(composition: Composition) -> dict[str, list[list[str]]]:
    """Give the rows of each table of section 5.fields, by its caption."""
    (section,) = (part for part in composition.tree.root.iter("section") if part.get("id") == "dpia.5.fields")
    found = {}
    for table in section.iter("table"):
        (caption,) = table.iter("caption")
        found[words_of(caption)] = [[said(cell) for cell in row] for row in table.iter("tr")]
    return found


def test_each_field_has_its_question_and_its_reason(tmp_path: Path) -> None:
    assert tables(assessment(Builder(tmp_path))) == {
        "Fields for River Council, by F01: Offer early help": [
            ["Field, and how much it says", "Question that it answers", "Why it is needed"],
            ["Name: free text", "Which child is often absent?", "To find the child."],
            ["Days absent: a band or range", "Which child is often absent?", "To see whether help is needed."],
        ]
    }


def _two(tmp_path: Path) -> Builder:
    builder = Builder(tmp_path)
    builder.replace("parties: [north-school, river-council]", "parties: [north-school, river-council, other-council]")
    builder.replace("to: [river-council]", "to: [river-council, other-council]")
    builder.replace("purposes: [early-help]", "purposes: [early-help, second]")
    builder.replace("flows:\n", f"{SECOND.strip(chr(10))}\nflows:\n")
    builder.replace(
        "    title: Offer early help\n",
        "    title: Offer early help\n    recipients: {river-council: It alone helps.}\n",
    )
    builder.write(
        "parties/other.yaml", "other-council: {name: Other Council, type: local_authority, contact: {role: office}}\n"
    )
    return builder


def test_a_recipient_has_the_fields_of_its_own_purposes(tmp_path: Path) -> None:
    builder = _two(tmp_path)
    builder.replace("child-name, shoe-size", "child-name")
    found = tables(assessment(builder))
    assert list(found) == [
        "Fields for River Council, by F01: Offer early help",
        "Fields for Other Council, by F01: Keep an eye on it",
    ]
    assert found["Fields for Other Council, by F01: Keep an eye on it"][1] == [
        "Name: free text",
        "Is the child still absent?",
        "To find the child.",
    ]


def test_recipients_of_whom_the_same_is_said_stand_together(tmp_path: Path) -> None:
    builder = _two(tmp_path)
    builder.replace("child-name, shoe-size", "child-name")
    builder.replace("    recipients: {river-council: It alone helps.}\n", "")
    builder.replace("    recipients: {other-council: It has the duty to look.}\n", "")
    (caption,) = tables(assessment(builder))
    assert caption == "Fields for River Council and Other Council, by F01: Offer early help and Keep an eye on it"
    rows = tables(assessment(builder))[caption]
    assert rows[0] == ["Field, and how much it says", "Offer early help", "Keep an eye on it"]
    assert rows[1][1:] == [
        "Which child is often absent? To find the child.",
        "Is the child still absent? To find the child.",
    ]


def test_a_field_that_nobody_needs_is_shown_as_such(tmp_path: Path) -> None:
    builder = Builder(tmp_path)
    builder.replace("[child-name, absence]", "[absence]")
    (rows,) = tables(assessment(builder)).values()
    assert rows[1] == ["Name: free text", "No question needs it", "To find the child."]


def test_a_field_for_the_match_alone_is_shown_as_such(tmp_path: Path) -> None:
    builder = Builder(tmp_path)
    builder.replace("[child-name, absence]", "[absence]")
    builder.replace(
        "    viewers:", "    matching: {identifiers: [child-name], rule: The name is the same.}\n    viewers:"
    )
    (rows,) = tables(assessment(builder)).values()
    assert rows[1] == ["Name: free text", "Only to find the right record", "To find the child."]


def test_alternatives_are_said_plainly(tmp_path: Path) -> None:
    builder = Builder(tmp_path)
    builder.replace(
        "      Which child is often absent?: [child-name, absence]\n",
        "      Which child is often absent?:\n"
        "        any_of: [child-name, absence]\n"
        "        why_more: A name is often misspelled\n"
        "        detail: {absence: band}\n",
    )
    words = " ".join(words_of(assessment(builder).tree.root).split())
    assert (
        "Which child is often absent? Either Name, or Days absent (a band or range). "
        "Why more than one way travels: A name is often misspelled." in words
    )


def test_purposes_with_little_in_common_have_tables_of_their_own(tmp_path: Path) -> None:
    builder = _two(tmp_path)
    builder.replace("all_of: [absence], any_of: [child-name, shoe-size]", "all_of: [child-name]")
    builder.replace("[child-name, absence]", "[absence]")
    builder.replace("    recipients: {river-council: It alone helps.}\n", "")
    builder.replace("    recipients: {other-council: It has the duty to look.}\n", "")
    found = tables(assessment(builder))
    assert {caption: [row[0] for row in rows[1:]] for caption, rows in found.items()} == {
        "Fields for River Council and Other Council, by F01: Offer early help": ["Days absent: a band or range"],
        "Fields for River Council and Other Council, by F01: Keep an eye on it": ["Name: free text"],
    }


FURTHER = """
  F02:
    title: The school tells the council once more
    from: north-school
    to: [river-council]
    dataset: attendance
    purposes: [early-help]
    fields: {child-name: NAME}
    viewers: [early help workers]
"""


def _again(tmp_path: Path, reason: str) -> list[list[str]]:
    builder = Builder(tmp_path)
    path = builder.root / "agreements/riv-001.yaml"
    builder.write("agreements/riv-001.yaml", path.read_text().rstrip() + FURTHER.replace("NAME", reason))
    ((caption, rows),) = tables(assessment(builder)).items()
    assert caption == "Fields for River Council, by F01 and F02: Offer early help"
    return rows[1:]


def test_a_field_that_comes_by_other_flows_than_the_rest_says_so(tmp_path: Path) -> None:
    assert [row[0] for row in _again(tmp_path, "To find the child.")] == [
        "Name (F01 and F02): free text",
        "Days absent (F01): a band or range",
    ]


def test_the_same_reason_in_several_flows_is_said_once(tmp_path: Path) -> None:
    assert _again(tmp_path, "To find the child.")[0][2] == "To find the child."


def test_different_reasons_have_their_flows(tmp_path: Path) -> None:
    assert _again(tmp_path, "To write a letter.")[0][2] == "F01: To find the child. F02: To write a letter."


def test_a_purpose_without_questions_hides_no_reason(tmp_path: Path) -> None:
    builder = Builder(tmp_path)
    builder.replace("    needs:\n      Which child is often absent?: [child-name, absence]\n", "")
    (rows,) = tables(assessment(builder)).values()
    assert rows[1] == ["Name: free text", "No question is recorded", "To find the child."]


@pytest.mark.parametrize("example", EXAMPLES)
def test_every_use_of_a_field_is_in_one_table(example: str) -> None:
    reading = read_workspace(ROOT / "examples" / example)
    for agreement in reading.workspace.agreements.values():
        world = World(reading.workspace, agreement, reading.law, Library().labels)
        found: Counter[tuple[str, str, str, str]] = Counter()
        for table in agreement_view(world).matrices:
            for row in table.fields:
                for purpose, use in zip(table.purposes, row.uses, strict=True):
                    found.update(
                        (str(party.key), str(purpose.key), str(question), str(row.field.label))
                        for party in table.parties
                        for question in (use.questions if use else ())
                    )
        wanted = {
            (
                delivery.recipient.key,
                each.purpose,
                each.question,
                reading.workspace.datasets[flow.dataset].fields[key].label,
            )
            for delivery in deliveries_of(Case(agreement, reading.workspace, reading.law, agreement.version_date))
            for flow in (delivery.flow.flow,)
            for each in delivery.requirements
            for key in each.fields
            if each.question
        }
        assert set(found) == wanted
        assert set(found.values()) == {1}, "and in no second one"
