"""What Word computes is what the tree says."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree
from lxml.etree import _Element

from dsagen.documents.numbering import number
from dsagen.documents.tree import DocumentTree
from dsagen.writers.docx import render
from tests.writers.docx.words import part, shown_paragraphs
from tests.writers.sample_tree import PROPERTIES, final_tree, sample_tree, small_tree

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def _told(root: _Element) -> list[str]:
    """Give the numbers of a tree's headings, clauses and items, in order."""
    return [
        element.get("data-number", "")
        for element in root.iter("h2", "h3", "h4", "h5", "div", "li")
        if element.get("data-number") is not None
    ]


def _computed(tree: DocumentTree) -> list[str]:
    return [shown.number for shown in shown_paragraphs(render(tree)) if shown.number]


@pytest.mark.parametrize("tree", [sample_tree(), final_tree()], ids=["draft", "final"])
def test_every_computed_number_is_the_tree_s(tree):
    told = _told(tree.root)
    assert len(told) > 20
    assert _computed(tree) == told


def test_every_kind_of_number_is_in_the_sample():
    told = _told(sample_tree().root)
    assert {"1", "1.1", "2.2.1", "2.2.1.1", "Schedule 2", "S1.1", "Annex A", "A.1", "1.", "(a)"} <= set(told)


def test_what_has_no_number_gets_none():
    tree = small_tree('<div class="clause" id="c"><p>Words</p></div><p>More</p><ul><li>A bullet</li></ul>')
    assert [shown.number for shown in shown_paragraphs(render(tree))] == [""] * 5


def test_a_list_starts_again():
    items = '<ol><li data-number="1.">a</li><li data-number="2.">b</li></ol>'
    assert _computed(small_tree(f"{items}<p>Between</p>{items}{items}")) == ["1.", "2."] * 3


def test_a_list_in_a_list_starts_again_in_each_item():
    inner = '<ol><li data-number="(a)">x</li><li data-number="(b)">y</li></ol>'
    for outer in ("ol", "ul"):
        numbers = ("1.", "2.") if outer == "ol" else (None, None)
        entries = "".join(f"<li{f' data-number={n!r}' if n else ''}>z{inner}</li>" for n in numbers)
        expected = [n for first in numbers for n in ((first,) if first else ()) + ("(a)", "(b)")]
        assert _computed(small_tree(f"<{outer}>{entries}</{outer}>")) == expected


def test_a_number_follows_when_a_person_adds_a_heading_or_an_item():
    styles = part(render(sample_tree()), "word/styles.xml")
    bound = {
        style.get(f"{W}styleId")
        for style in styles.iter(f"{W}style")
        if style.find(f"{W}pPr/{W}numPr/{W}numId") is not None
    }
    assert bound == {"Heading1", "Heading2", "Heading3", "Heading4", "ListBullet", "ListNumber"}


def _section(draw: st.DrawFn, depth: int, counter: list[int]) -> str:
    blocks = []
    for _ in range(draw(st.integers(0, 3))):
        counter[0] += 1
        kinds = ["clause", "list", "deep", "plain"] + (["section"] if depth < 3 else [])
        match draw(st.sampled_from(kinds)):
            case "clause":
                blocks.append(f'<div class="clause" id="c{counter[0]}"><p>c</p><ol><li>i</li><li>j</li></ol></div>')
            case "list":
                blocks.append("<ol><li>a</li><li><p>b</p><p>c</p></li></ol>")
            case "deep":
                inner = "<ol><li>c</li><li>d</li></ol>"
                blocks.append(f"<ol><li>a{inner}</li><li>b<ul><li>e{inner}</li></ul></li><li>f{inner}</li></ol>")
            case "plain":
                blocks.append("<p>p</p><ul><li>a<ol><li>c</li></ol></li></ul>")
            case _:
                blocks.append(_section(draw, depth + 1, counter))
    counter[0] += 1
    return f'<section id="s{counter[0]}"><heading>h</heading>{"".join(blocks)}</section>'


@st.composite
def _articles(draw: st.DrawFn) -> DocumentTree:
    counter = [0]
    article = etree.fromstring('<article id="t" lang="en-GB"><header id="t.cover"><h1>T</h1></header></article>')
    for kind in draw(st.lists(st.sampled_from(["section", "section", "schedule", "annex", "none"]), max_size=6)):
        section = etree.fromstring(_section(draw, 1, counter))
        section.set("data-numbering", kind)
        article.append(section)
    number(article, first=draw(st.integers(0, 4)), numbered=draw(st.integers(0, 5)) > 0)
    return DocumentTree(article, replace(PROPERTIES, title="T"))


@settings(max_examples=150, deadline=None)
@given(_articles())
def test_any_document_counts_as_the_assembler_does(tree):
    assert _computed(tree) == _told(tree.root)
