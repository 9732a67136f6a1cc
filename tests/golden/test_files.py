"""Every file of every example: valid, accessible, and with the same words in every format."""

from __future__ import annotations

from pathlib import Path

import pytest

from dsagen.portfolio.plan import PlannedDocument, planned
from dsagen.workspace import read_workspace
from dsagen.writers import render
from tests.accessibility.paper import problems_of_pdf
from tests.accessibility.tree import problems_of_html, problems_of_tree
from tests.accessibility.word import problems_of_word
from tests.golden.composed import AGREEMENTS, EXAMPLES, ROOT, composed
from tests.writers.docx.test_validation import word_errors
from tests.writers.docx.words import docx_words
from tests.writers.test_pdf_ua import failures as pdf_failures
from tests.writers.words import broken_words, html_words, text_words, tree_words


def _documents() -> list[tuple[str, PlannedDocument]]:
    """Give the documents of unlike agreements. The words of all of them are in the golden texts."""
    found = []
    for example in EXAMPLES:
        reading = read_workspace(ROOT / "examples" / example)
        documents = planned(reading.workspace, reading.law, reading.workspace.settings.documents)
        found += [(example, document) for document in documents if f"{example}/{document.agreement}" in AGREEMENTS]
    return found


DOCUMENTS = pytest.mark.parametrize(
    ("example", "document"), _documents(), ids=lambda value: value if isinstance(value, str) else str(value.file(""))
)


@DOCUMENTS
def test_the_pdf_is_accessible_and_says_what_the_tree_says(example: str, document: PlannedDocument) -> None:
    tree = composed(example)[document].tree
    data = render(tree, "pdf")
    assert pdf_failures(data) == []
    assert problems_of_pdf(data, tree.root) == []
    assert broken_words(data) == []


@DOCUMENTS
def test_the_word_file_is_valid_and_says_what_the_tree_says(
    example: str, document: PlannedDocument, tmp_path: Path
) -> None:
    tree = composed(example)[document].tree
    data = render(tree, "docx")
    assert word_errors(data, tmp_path) == []
    assert problems_of_word(data) == []
    assert docx_words(data) == tree_words(tree)


@DOCUMENTS
def test_text_and_html_say_what_the_tree_says(example: str, document: PlannedDocument) -> None:
    tree = composed(example)[document].tree
    page = render(tree, "html")
    assert text_words(render(tree, "text")) == tree_words(tree)
    assert html_words(page) == tree_words(tree)
    assert problems_of_tree(tree.root) == problems_of_html(page) == []
