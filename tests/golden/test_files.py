"""Every file of every example: valid, accessible, and with the same words in every format."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

from dsagen.model.agreement import Agreement
from dsagen.portfolio.plan import PlannedDocument, planned
from dsagen.workspace import read_workspace
from dsagen.writers import render
from tests.accessibility.paper import problems_of_pdf
from tests.accessibility.tree import problems_of_html, problems_of_tree
from tests.accessibility.word import problems_of_word
from tests.golden.composed import EXAMPLES, ROOT, composed
from tests.writers.docx.test_validation import word_errors
from tests.writers.docx.words import docx_words
from tests.writers.test_pdf_ua import failures as pdf_failures
from tests.writers.words import broken_words, html_words, text_words, tree_words


def _documents(*, whole: bool, alike: bool) -> Iterator[tuple[str, PlannedDocument]]:
    """Give the documents of the examples: those unlike each other in form, unless all are asked for.

    `alike` says that two of one form are asked about where they are of different examples. Otherwise the agreement with
    the fewest flows stands for its form. The golden texts and the checks of words cover every document.
    """
    seen = set()
    for example, document, agreement in sorted(_all(), key=lambda each: 0 if alike else len(each[2].flows)):
        tier = (agreement.form, agreement.under is None) if document.kind != "privacy_notice" else None
        form = (document.kind, document.layout, tier, example if alike else None)
        if whole or form not in seen:
            yield example, document
        seen.add(form)


@cache
def _all() -> list[tuple[str, PlannedDocument, Agreement]]:
    """Give every document of every example, with its agreement."""
    found = []
    for example in EXAMPLES:
        reading = read_workspace(ROOT / "examples" / example)
        for document in planned(reading.workspace, reading.law, reading.workspace.settings.documents):
            found.append((example, document, reading.workspace.agreements[document.agreement]))
    return found


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """Ask of every document where the whole is asked for."""
    is_slow = "the_pdf" in metafunc.function.__name__
    documents = _documents(whole=metafunc.config.getoption("--whole"), alike=not is_slow)
    metafunc.parametrize(
        ("example", "document"),
        list(documents),
        ids=lambda value: value if isinstance(value, str) else str(value.file("")),
    )


def test_the_pdf_is_accessible_and_says_what_the_tree_says(example: str, document: PlannedDocument) -> None:
    tree = composed(example)[document].tree
    data = render(tree, "pdf")
    assert pdf_failures(data) == []
    assert problems_of_pdf(data, tree.root) == []
    assert broken_words(data) == []


def test_the_word_file_is_valid_and_says_what_the_tree_says(
    example: str, document: PlannedDocument, tmp_path: Path
) -> None:
    tree = composed(example)[document].tree
    data = render(tree, "docx")
    assert word_errors(data, tmp_path) == []
    assert problems_of_word(data) == []
    assert docx_words(data) == tree_words(tree)


def test_text_and_html_say_what_the_tree_says(example: str, document: PlannedDocument) -> None:
    tree = composed(example)[document].tree
    page = render(tree, "html")
    assert text_words(render(tree, "text")) == tree_words(tree)
    assert html_words(page) == tree_words(tree)
    assert problems_of_tree(tree.root) == problems_of_html(page) == []
