"""The matrix of fields, purposes and recipients: what each table of the assessment says."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from dsagen.documents.compose import Composition, Subject, compose
from dsagen.documents.library import Library
from dsagen.documents.tree import words_of
from tests.workspace.builder import Builder

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
    return " ".join(words_of(part) for part in cell) if len(cell) else words_of(cell)


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
            ["Field", "How much it says", "The question, and the reason"],
            ["Name", "Free text", "Which child is often absent? To find the child."],
            ["Days absent", "A band or range", "Which child is often absent? To see whether help is needed."],
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
        "Name",
        "Free text",
        "Is the child still absent? To find the child.",
    ]


def test_recipients_of_whom_the_same_is_said_stand_together(tmp_path: Path) -> None:
    builder = _two(tmp_path)
    builder.replace("child-name, shoe-size", "child-name")
    builder.replace("    recipients: {river-council: It alone helps.}\n", "")
    builder.replace("    recipients: {other-council: It has the duty to look.}\n", "")
    (caption,) = tables(assessment(builder))
    assert caption == "Fields for River Council and Other Council, by F01"
    rows = tables(assessment(builder))[caption]
    assert rows[0] == ["Field", "How much it says", "Offer early help", "Keep an eye on it"]
    assert rows[1][2:] == [
        "Which child is often absent? To find the child.",
        "Is the child still absent? To find the child.",
    ]


def test_a_field_that_nobody_needs_is_shown_as_such(tmp_path: Path) -> None:
    builder = Builder(tmp_path)
    builder.replace("[child-name, absence]", "[absence]")
    (rows,) = tables(assessment(builder)).values()
    assert rows[1] == ["Name", "Free text", "Not for this purpose"]


def test_a_field_for_the_match_alone_is_shown_as_such(tmp_path: Path) -> None:
    builder = Builder(tmp_path)
    builder.replace("[child-name, absence]", "[absence]")
    builder.replace(
        "    viewers:", "    matching: {identifiers: [child-name], rule: The name is the same.}\n    viewers:"
    )
    (rows,) = tables(assessment(builder)).values()
    assert rows[1] == ["Name", "Free text", "Only to find the right record To find the child."]


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
        "Answered by: either Name, or Days absent. Why more than one way travels: A name is often misspelled. "
        "Enough: Days absent, A band or range." in words
    )
