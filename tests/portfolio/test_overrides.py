"""A template, a clause or a value of a workspace's own changes its section, and nothing else."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import get_args

from dsagen.documents.compose import Composition
from dsagen.model.vocabulary import DocumentKind, NoticeAudience
from dsagen.portfolio.plan import plan
from dsagen.workspace import read_workspace
from tests.portfolio.reading import Documents, changed, composed, sections
from tests.portfolio.stripping import ROOT, copy

EXAMPLE = "young-carer-flag"
ORIGINAL = ROOT / "examples" / EXAMPLE
PARTIES = ("millbrook-surgery", "northmoor-council", "ashdown-academy")


@cache
def original() -> Documents:
    """Give the documents of the example as it stands."""
    return composed(ORIGINAL)[0]


def agreement(documents: Documents) -> Composition:
    """Give the data sharing agreement."""
    return next(composition for document, composition in documents.items() if document.kind == "dsa")


def section_of_clause(identifier: str) -> str:
    """Give the section of the agreement that a clause stands in."""
    composition = agreement(original())
    (found,) = [
        str(section.get("id"))
        for section in composition.tree.root.iter("section")
        if section.getparent() is composition.tree.root
        and any(str(block.get("id")).startswith(f"clause.{identifier}/") for block in section.iter("div"))
    ]
    return found


def test_a_template_of_its_own_changes_that_section_alone(tmp_path: Path) -> None:
    workspace = copy(f"{EXAMPLE}/NYC-001", tmp_path, status="agreed")
    own = workspace / "templates/privacy_notice/keep.html"
    own.parent.mkdir(parents=True)
    own.write_text("<p>We keep it as long as {{ party.name }} says on its website.</p>\n", "utf-8")
    expected = {
        ("privacy_notice", party, section) for party in PARTIES for section in ("notice.keep", "notice.colophon")
    }
    assert changed(original(), composed(workspace)[0]) == expected


def test_a_clause_of_its_own_changes_that_section_alone(tmp_path: Path) -> None:
    workspace = copy(f"{EXAMPLE}/NYC-001", tmp_path, status="agreed")
    own = workspace / "templates/clauses/breach.yaml"
    own.parent.mkdir(parents=True)
    own.write_text(
        'title: Incidents\nversion: "1.0"\ntext: {tell: "A party that finds a personal data breach rings them."}\n'
    )
    section = section_of_clause("breach")
    documents = composed(workspace)[0]
    assert changed(original(), documents) == {("dsa", None, section), ("dsa", None, "dsa.colophon")}
    assert "A party that finds a personal data breach rings them." in sections(agreement(documents))[section]


def test_a_value_in_a_clause_changes_that_clause_alone(tmp_path: Path) -> None:
    workspace = copy(f"{EXAMPLE}/NYC-001", tmp_path, status="agreed")
    file = workspace / "agreements/nyc-001.yaml"
    file.write_text(file.read_text("utf-8") + "\nclauses:\n  breach: {time: 12 hours}\n", "utf-8")
    section = section_of_clause("breach")
    documents = composed(workspace)[0]
    assert changed(original(), documents) == {("dsa", None, section), ("dsa", None, "dsa.colophon")}
    old, new = (sections(agreement(each))[section] for each in (original(), documents))
    assert old.replace("24 hours", "12 hours") == new != old


def test_a_value_may_stand_among_the_defaults_of_the_workspace(tmp_path: Path) -> None:
    workspace = copy(f"{EXAMPLE}/NYC-001", tmp_path, status="agreed")
    file = workspace / "dsagen.yaml"
    text = file.read_text("utf-8")
    assert text.count("\ndefaults:\n") == 1
    file.write_text(text.replace("\ndefaults:\n", "\ndefaults:\n  clauses: {breach: {time: 12 hours}}\n"), "utf-8")
    assert {key for _, _, key in changed(original(), composed(workspace)[0])} == {
        section_of_clause("breach"),
        "dsa.colophon",
    }


def test_a_file_of_no_template_changes_nothing(tmp_path: Path) -> None:
    workspace = copy(f"{EXAMPLE}/NYC-001", tmp_path, status="agreed")
    (workspace / "templates").mkdir()
    (workspace / "templates/readme.txt").write_text("Ours")
    assert changed(original(), composed(workspace)[0]) == set()


def test_each_kind_of_document_is_planned_for_whom_it_is() -> None:
    reading = read_workspace(ORIGINAL)
    workspace, law = reading.workspace, reading.law
    (only,) = workspace.agreements.values()
    kinds: list[DocumentKind] = ["privacy_notice", "dpia", "dsa"]
    documents = [(document.kind, document.party, document.layout) for document in plan(only, workspace, law, kinds)]
    layouts = (None, *get_args(NoticeAudience))
    notices = [("privacy_notice", party, layout) for party in PARTIES for layout in layouts]
    assert documents == [("dsa", None, None), ("dpia", None, None), *notices]
    policies = [document.party for document in plan(only, workspace, law, ["appropriate_policy"])]
    assert policies == ["northmoor-council", "ashdown-academy"]  # Schedule 1 paragraph 6; paragraph 2 needs none
