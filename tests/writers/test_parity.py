"""Same words in every format, in the same order."""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from markupsafe import escape

from dsagen.writers import render
from tests.writers.sample_tree import final_tree, sample_tree, small_tree
from tests.writers.words import html_words, pdf_words, text_words, tree_words


def _docx_words(data: bytes) -> list[str]:
    words: list[str] = import_module("tests.writers.docx.words").docx_words(data)
    return words


READERS: dict[str, Callable[[bytes], list[str]]] = {
    "docx": _docx_words,
    "html": html_words,
    "pdf": pdf_words,
    "text": text_words,
}


@pytest.mark.parametrize("format", READERS)
@pytest.mark.parametrize("tree", [sample_tree(), final_tree()], ids=["draft", "final"])
def test_words_are_those_of_the_tree(format, tree):
    assert READERS[format](render(tree, format)) == tree_words(tree)


def test_the_words_are_all_there():
    words = tree_words(sample_tree())
    assert len(words) > 1000
    for expected in (
        "NYC-001",
        "office,",
        "official,",
        "traffic",
        "first-floor",
        "tŷ,",
        "2.2.1.1",
        "(a)",
        "Annex",
        "“Young",
        "½",
    ):
        assert expected in words


LONG = "information-governance.and.records-management-team@northmoor-county-borough-council.example"


@pytest.mark.parametrize("format", ["html", "pdf", "text"])
@pytest.mark.parametrize(
    "body",
    [
        f"<p>Write to {LONG} and to nobody else, by {LONG}.</p>",
        '<table id="g" class="grid" data-widths="10 90" data-description="d"><caption>C</caption>'
        '<thead><tr><th scope="col">One</th><th scope="col">Two</th></tr></thead>'
        f'<tbody><tr><th scope="row">{LONG}</th><td>Words</td></tr></tbody></table>',
        "<p>"
        + "pre- and post-event one-way/two-way <strong>bold</strong> <em>and</em> <strong>b</strong> " * 30
        + "end</p>",
        "<p>" + 'See <a href="#t.1">section 1</a> and <a href="#t.1">section 2</a>. ' * 40 + "</p>",
        '<p>So <mark class="gap">To be completed: a.</mark> <mark class="gap">To be completed: b.</mark>, and on.</p>',
        "<p>" + "no\u00a0break and no\u00a0break again " * 20 + "end</p>",
    ],
)
def test_words_are_whole_where_lines_break(format, body):
    tree = small_tree(body.replace(" </p>", "</p>"))
    assert READERS[format](render(tree, format)) == tree_words(tree)


_TEXT = st.text(
    st.characters(exclude_categories=("Cc", "Cs", "Co", "Cn"), max_codepoint=0x24F), min_size=1, max_size=60
)


@given(st.lists(_TEXT, min_size=1, max_size=8))
def test_any_words_come_through_text_and_html(paragraphs):
    body = "".join(f"<p>{escape(words.strip() or 'x')}</p>" for words in paragraphs)
    tree = small_tree(body)
    assert text_words(render(tree, "text")) == tree_words(tree)
    assert html_words(render(tree, "html")) == tree_words(tree)


@settings(max_examples=15, deadline=None)
@given(
    st.lists(st.text(st.sampled_from("aefilt ABC.,-–/()“”’&%£ŵŷé"), min_size=1, max_size=200), min_size=1, max_size=3)
)
def test_any_words_come_through_a_pdf(paragraphs):
    body = "".join(f"<p>{escape(words.strip() or 'x')}</p>" for words in paragraphs)
    tree = small_tree(body)
    assert pdf_words(render(tree, "pdf")) == tree_words(tree)
