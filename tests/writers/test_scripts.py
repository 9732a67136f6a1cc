"""Names in every script, in every format."""

from __future__ import annotations

import lxml.html
import pytest
from docx.oxml.ns import qn
from lxml.etree import _Element

from dsagen.writers import render
from tests.writers.docx.test_validation import word_errors
from tests.writers.docx.words import docx_words, part
from tests.writers.sample_tree import small_tree
from tests.writers.test_pdf_ua import failures
from tests.writers.words import html_words, pdf_words, text_words, tree_words

NAMES = {
    "hebrew": "בית ספר",
    "arabic": "جمعية النور",
    "chinese": "北方家庭中心",
    "japanese": "みどりの会",
    "korean": "푸른 학교",
    "hindi": "नव ज्योति",
    "emoji": "👪 🏳️‍🌈",
    "combining": "Tŷ Go\u0302h",
    "vietnamese": "Nguyễn Đình",
    "greek": "Ελπίδα",
}
TURNED = ("hebrew", "arabic")


def _body(name: str) -> str:
    return f"<p>The team of {name}, 12 Mill Lane, and <strong>{name}</strong> (the charity).</p>"


@pytest.mark.parametrize("script", NAMES)
def test_a_name_comes_through_word_html_and_text(script, tmp_path):
    tree = small_tree(_body(NAMES[script]))
    data = render(tree, "docx")
    assert docx_words(data) == tree_words(tree)
    assert word_errors(data, tmp_path) == []
    assert html_words(render(tree, "html")) == text_words(render(tree, "text")) == tree_words(tree)


@pytest.mark.parametrize("script", ["combining", "vietnamese", "greek"])
def test_a_pdf_prints_the_scripts_of_its_font(script):
    tree = small_tree(_body(NAMES[script]))
    data = render(tree, "pdf")
    assert failures(data) == []
    assert pdf_words(data) == tree_words(tree)


def test_hebrew_in_a_pdf_has_its_letters_in_the_order_of_the_eye():
    """The letters are those of the font. WeasyPrint lays them down from left to right, as they are seen."""
    tree = small_tree(_body(NAMES["hebrew"]))
    data = render(tree, "pdf")
    assert failures(data) == []
    seen = ["רפס", "תיב"]
    assert [word.strip(",") for word in pdf_words(data) if not word.isascii()] == seen * 2


@pytest.mark.parametrize("script", NAMES)
def test_a_pdf_of_any_name_is_made(script, caplog):
    assert render(small_tree(_body(NAMES[script])), "pdf").startswith(b"%PDF")
    caplog.clear()


def _turned(body: _Element) -> list[str]:
    runs = [run for run in body.iter(qn("w:r")) if run.find(f"{qn('w:rPr')}/{qn('w:rtl')}") is not None]
    return ["".join(text.text or "" for text in run.iter(qn("w:t"))) for run in runs]


@pytest.mark.parametrize("script", NAMES)
def test_what_is_read_from_the_right_is_set_apart_and_nothing_else_is(script):
    tree = small_tree(_body(NAMES[script]))
    expected = [NAMES[script]] * 2 if script in TURNED else []
    assert _turned(part(render(tree, "docx"), "word/document.xml")) == expected
    page = lxml.html.document_fromstring(render(tree, "html").decode())
    assert [name.text for name in page.iter("bdi") if name.get("dir") == "rtl"] == expected


def test_a_language_stays_after_the_direction(tmp_path):
    data = render(small_tree(f'<p><span lang="he">{NAMES["hebrew"]}</span> and on</p>'), "docx")
    assert word_errors(data, tmp_path) == []
