"""Layouts: the same sections under other headings, with the same ids, and numbers that every document agrees on."""

from __future__ import annotations

from pathlib import Path

import pytest
from lxml.etree import _Element

from dsagen.documents.compose import Composition, Subject, compose
from dsagen.documents.layouts import layout_of
from dsagen.documents.library import Library
from dsagen.documents.problems import TemplateProblem
from dsagen.documents.tree import words_of
from dsagen.model.vocabulary import DocumentKind
from dsagen.portfolio.findings import findings_of
from dsagen.writers import render
from tests.workspace.builder import Builder
from tests.writers.docx.words import shown_paragraphs

LAYOUTS = Library().layouts("dsa")


def document(builder: Builder, kind: DocumentKind = "dsa", reference: str = "RIV-001") -> Composition:
    """Compose a document as a build does."""
    reading = builder.read()
    assert not reading.problems
    agreement = reading.workspace.agreements[reference]
    layout = layout_of(agreement, reading.workspace) if kind == "dsa" else None
    library = Library(builder.root / "templates")
    return compose(Subject(reading.workspace, reading.law, agreement, kind, layout=layout), library)


def laid_out(tmp_path: Path, layout: str) -> Builder:
    """Give the tiny workspace with a layout."""
    builder = Builder(tmp_path)
    builder.replace("form: one_way", f"layout: {layout}\nform: one_way")
    return builder


def blocks(composition: Composition) -> dict[str, _Element]:
    """Give every block with an id."""
    return {str(block.get("id")): block for block in composition.tree.root.iter() if block.get("id")}


def test_ours_are_there() -> None:
    assert {"waspi_isp", "waspi_dda", "waspi_jca", "tier2", "police_isa"} <= set(LAYOUTS)


@pytest.mark.parametrize("layout", LAYOUTS)
def test_every_layout_says_what_the_outline_says(layout: str, tmp_path: Path) -> None:
    plain, other = document(laid_out(tmp_path / "a", "superset")), document(laid_out(tmp_path / "b", layout))
    own = {name for name in blocks(other) if not name.startswith("dsa") and not name.startswith("clause.")}
    assert blocks(plain).keys() == blocks(other).keys() - own
    for table in plain.tree.root.iter("table"):
        assert [words_of(cell) for cell in table.iter("caption")] == [
            words_of(cell) for cell in blocks(other)[str(table.get("id"))].iter("caption")
        ]


@pytest.mark.parametrize("layout", LAYOUTS)
def test_word_counts_as_the_tree_does(layout: str, tmp_path: Path) -> None:
    composition = document(laid_out(tmp_path, layout))
    counted = [found.number for found in shown_paragraphs(render(composition.tree, "docx")) if found.number]
    given = [
        str(block.get("data-number"))
        for block in composition.tree.root.iter("h2", "h3", "h4", "h5", "li", "div")
        if block.get("data-number")
    ]
    assert counted == given


def test_the_assessment_cites_the_sections_by_the_numbers_of_the_layout(tmp_path: Path) -> None:
    builder = laid_out(tmp_path, "waspi_isp")
    agreement, assessment = blocks(document(builder)), words_of(document(builder, "dpia").tree.root)
    for key in ("dsa.5", "dsa.8", "dsa.10", "dsa.13"):
        heading = agreement[key][0]
        number = str(heading.get("data-number"))
        assert f"section {number} (" in assessment, key
    assert agreement["dsa.s3"].get("data-number") == "Appendix D"
    assert "Appendix D (Contacts)" in assessment


def test_the_headings_of_waspi_stand_in_their_order(tmp_path: Path) -> None:
    root = document(laid_out(tmp_path, "waspi_isp")).tree.root
    headings = [words_of(section[0]) for section in root.findall("section") if section.get("data-number")]
    assert headings[:11] == [
        "Introduction to this ISP",
        "The information sharing partner organisations",
        "Specific organisational and practitioner obligations",
        "Legislative and statutory powers",
        "Personal information to be shared",
        "Data subjects' rights",
        "Information security",
        "Review of this ISP",
        "Glossary of terms",
        "Information reference table",
        "Partner organisations' signatures",
    ]


OWN = """\
sections:
  - {id: house.1, title: Everything, parts: [dsa.1, dsa.2]}
  - {id: dsa.22, title: Who signs}
  - {id: dsa.colophon}
left_out:
"""


def house_layout(builder: Builder, text: str = OWN, *, whole: bool = True) -> None:
    held = {"dsa.1", "dsa.2", "dsa.22", "dsa.colophon"}
    rest = [section.id for section in Library().outline("dsa").each() if section.id not in held]
    left_out = "".join(f"  {key}: Our board keeps it elsewhere.\n" for key in rest if whole)
    builder.write("templates/dsa/layouts/house.yaml", text + (left_out or "  dsa.3: Not here.\n"))


def test_a_house_adds_its_own_without_code(tmp_path: Path) -> None:
    builder = laid_out(tmp_path, "house")
    house_layout(builder)
    builder.write("templates/dsa/02-parties.html", "<p>The parties.</p>\n")
    builder.write("templates/dsa/01-introduction.html", "<p>What this is.</p>\n")
    root = document(builder).tree.root
    assert [words_of(section[0]) for section in root.findall("section")][:2] == ["Everything", "Who signs"]
    assert blocks(document(builder))["dsa.2"].get("data-number") == "1.2"


@pytest.mark.parametrize(
    ("text", "whole", "reason", "line"),
    [
        (OWN.replace("dsa.2]", "dsa.27]"), True, "there is no section `dsa.27` in the outline. Did you mean", 2),
        (OWN.replace("[dsa.1, dsa.2]", "[dsa.1, dsa.2, dsa.1]"), True, "the section `dsa.1` stands in it twice", None),
        (OWN, False, "it lacks dsa.front, dsa.emergency", None),
        (OWN.replace("{id: dsa.22, ", "{id: dsa.222, "), True, "there is no section `dsa.222`", 3),
        (OWN.replace("title: Everything, ", ""), True, "the chapter `house.1` needs an id of its own and a title", 2),
    ],
)
def test_a_layout_that_cannot_be_used_says_why_and_where(
    tmp_path: Path, text: str, whole: bool, reason: str, line: int | None
) -> None:
    builder = laid_out(tmp_path, "house")
    house_layout(builder, text, whole=whole)
    with pytest.raises(TemplateProblem) as caught:
        document(builder)
    assert caught.value.template == "dsa/layouts/house.yaml"
    assert reason in caught.value.reason
    assert caught.value.line == line


def test_a_layout_that_does_not_exist_is_found_with_what_was_meant(tmp_path: Path) -> None:
    reading = laid_out(tmp_path, "waspi_ips").read()
    agreement = reading.workspace.agreements["RIV-001"]
    library = Library(tmp_path / "templates")
    found = findings_of(agreement, reading.workspace, library, reading.law, agreement.version_date)
    (unknown,) = [each for each in found if each.rule == "DOC-LAYOUT"]
    assert unknown.message == "there is no layout `waspi_ips`"
    assert unknown.fix == "Did you mean `waspi_isp`?"
    place = reading.sources.value(unknown.path)
    assert place is not None and place.line == 3


def test_what_a_house_puts_in_the_place_of_assured_wording_is_told(tmp_path: Path) -> None:
    for layout, expected in (("waspi_isp", ["templates/clauses/costs.yaml"]), ("superset", [])):
        builder = laid_out(tmp_path / layout, layout)
        builder.write("templates/clauses/costs.yaml", 'title: Costs\nversion: "1"\ntext: {a: Each pays its own.}\n')
        reading = builder.read()
        agreement = reading.workspace.agreements["RIV-001"]
        library = Library(builder.root / "templates")
        found = findings_of(agreement, reading.workspace, library, reading.law, agreement.version_date)
        assert [str(each.source and each.source.file) for each in found if each.rule == "DOC-004"] == expected


def test_strands_have_their_cards_under_a_heading_of_their_own(tmp_path: Path) -> None:
    builder = Builder(tmp_path)
    builder.replace(
        "purposes:\n  early-help",
        "strands: {first: {title: Attendance, flows: [F01], note: It may end first.}}\npurposes:\n  early-help",
    )
    cards = blocks(document(builder))
    assert cards["dsa.s1.strand/first"][0].get("data-number") == "S1.1"
    assert cards["dsa.s1/F01"].getparent() is cards["dsa.s1.strand/first"]
    builder.replace("flows: [F01], note", "flows: [F09], note")
    assert any("F09" in problem.message for problem in builder.read().problems)
