"""Whatever people write, the documents are made, and no word of them leaves the paper."""

from __future__ import annotations

from pathlib import Path
from typing import Literal

import pytest

from dsagen.documents.compose import Subject, compose
from dsagen.documents.library import Library
from dsagen.documents.tree import DocumentTree, words_of
from dsagen.writers import render
from tests.accessibility.paper import problems_of_pdf
from tests.accessibility.tree import problems_of_tree
from tests.accessibility.word import problems_of_word
from tests.workspace.builder import PARTIES, Builder
from tests.writers.docx.test_validation import word_errors

Kind = Literal["dsa", "dpia", "appropriate_policy", "privacy_notice"]
SENTENCE = "The family was asked and the answer was written down in the words of the child. "
CELL = (SENTENCE * 40)[:3000].strip()
WORD = "x" * 300
ADDRESS = "https://north-school.example/" + "a-very-long-path-without-end/" * 12


def _tree(builder: Builder, kind: Kind, party: str | None = None) -> DocumentTree:
    reading = builder.read()
    assert reading.problems == ()
    agreement = reading.workspace.agreements["RIV-001"]
    return compose(Subject(reading.workspace, reading.law, agreement, kind, party, ()), Library()).tree


def _problems(tree: DocumentTree, folder: Path) -> list[str]:
    word, paper = render(tree, "docx"), render(tree, "pdf")
    found = [*problems_of_pdf(paper, tree.root), *problems_of_word(word), *problems_of_tree(tree.root)]
    return [*found, *word_errors(word, folder)]


def _much_and_long(builder: Builder) -> None:
    """Write a narrative of 20,000 words, cells of 3,000 characters, and words that no column can hold."""
    narrative = "\n\n      ".join([(SENTENCE * 16).strip()] * 80)
    assert len(narrative.split()) > 20_000
    builder.replace("title: Offer early help", f"title: Offer early help\n    benefit: |\n      {narrative}")
    builder.replace("absence: To see whether help is needed.", f'absence: "{CELL}"')
    builder.replace("child-name: To find the child.", f'child-name: "{WORD} {ADDRESS} (a)(b){WORD}(c)"')
    builder.replace("viewers: [early help workers]", f"viewers: [{WORD}, early help workers]")
    builder.replace("name: North School", f"name: {WORD}", "parties/all.yaml")
    builder.replace("label: Name,", f"label: {WORD},", "datasets/all.yaml")


@pytest.mark.parametrize("kind", ["dsa", "dpia"])
def test_much_text_and_long_words_stay_on_the_paper(kind, tmp_path):
    builder = Builder(tmp_path / "riverdale")
    _much_and_long(builder)
    assert _problems(_tree(builder, kind), tmp_path) == []


@pytest.mark.parametrize("kind", ["appropriate_policy", "privacy_notice"])
def test_short_documents_of_long_words_stay_on_the_paper(kind, tmp_path):
    builder = Builder(tmp_path / "riverdale")
    _much_and_long(builder)
    assert _problems(_tree(builder, kind, "river-council"), tmp_path) == []


def test_forty_parties_stay_on_the_paper(tmp_path):
    builder = Builder(tmp_path / "riverdale")
    keys = [f"school-{number:02d}" for number in range(1, 39)]
    schools = "".join(
        f"{key}:\n  name: Northern Hills School {key}\n  type: school\n  contact: {{role: school office}}\n"
        for key in keys
    )
    builder.write("parties/all.yaml", PARTIES + schools)
    builder.replace(
        "parties: [north-school, river-council]", f"parties: [north-school, river-council, {', '.join(keys)}]"
    )
    builder.replace("to: [river-council]", f"to: [river-council, {', '.join(keys)}]")
    tree = _tree(builder, "dsa")
    assert all(f"Northern Hills School {key}" in words_of(tree.root) for key in keys)
    assert _problems(tree, tmp_path) == []


def test_text_that_is_too_long_for_a_line_is_told_in_characters(tmp_path):
    builder = Builder(tmp_path / "riverdale")
    builder.replace("label: Name,", f"label: {'Name ' * 100}end,", "datasets/all.yaml")
    (problem,) = builder.read().problems
    assert problem.message == "the text of `label` is longer than 400 characters"
