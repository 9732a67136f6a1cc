"""A fragment is what a website can take in as it is: words, headings, lists, tables and links, and no style."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

import lxml.html
import pytest

from dsagen.documents.tree import DocumentTree, words_of
from dsagen.writers.fragment import render
from tests.writers.sample_tree import final_tree, sample_tree
from tests.writers.words import html_words, tree_words

STANDING = {"article", "div", "header", "section", "nav", "p", "ul", "ol", "li", "a", "strong", "em", "mark", "span"}
TABLE = {"table", "caption", "thead", "tbody", "tr", "th", "td"}


@pytest.fixture(scope="module")
def source():
    return render(final_tree()).decode()


@pytest.fixture(scope="module")
def fragment(source):
    return lxml.html.fragment_fromstring(source)


def test_it_says_what_the_tree_says():
    assert html_words(render(sample_tree())) == tree_words(sample_tree())


def test_it_is_no_page_and_has_no_style(source, fragment):
    assert source.startswith("<article")
    headings = {element.tag for element in fragment.iter() if element.tag[0] == "h" and element.tag != "header"}
    assert headings <= {"h2", "h3", "h4", "h5"}
    assert {element.tag for element in fragment.iter()} <= STANDING | TABLE | headings
    assert not {"class", "style", "role", "tabindex"} & {name for each in fragment.iter() for name in each.attrib}


def test_headings_start_at_the_second_level_and_skip_none(fragment):
    levels = [int(heading.tag[1]) for heading in fragment.iter("h2", "h3", "h4", "h5")]
    assert levels[0] == 2
    assert levels.count(2) == 1, "one title"
    assert all(after <= before + 1 for before, after in pairwise(levels))


def test_every_id_has_the_reference_in_front_and_every_link_within_arrives(fragment):
    ids = fragment.xpath("//@id")
    assert ids and all(each.startswith("nyc-001-") for each in ids)
    assert len(ids) == len(set(ids))
    inner = [href[1:] for href in fragment.xpath("//a/@href") if href.startswith("#")]
    assert inner and set(inner) <= set(ids)
    assert set(fragment.xpath("//@aria-labelledby")) <= set(ids)


def test_tables_keep_what_a_screen_reader_needs(fragment):
    tables = list(fragment.iter("table"))
    assert tables
    for table in tables:
        assert table.find("caption").text_content()
        assert {cell.get("scope") for cell in table.iterfind("thead/tr/th")} == {"col"}
        assert {row[0].get("scope") for row in table.iterfind("tbody/tr")} == {"row"}


def test_a_draft_says_so_and_a_final_document_does_not(source):
    properties = replace(final_tree().properties, draft=True)
    draft = render(DocumentTree(final_tree().root, properties)).decode()
    assert draft.startswith("<p><strong>DRAFT</strong> ")
    assert "DRAFT" not in source


def test_the_title_of_a_box_stands_out(fragment):
    titles = [each for each in sample_tree().root.iter("p") if each.get("class") == "box-title"]
    strong = {words.text_content() for words in fragment.xpath("//div/p/strong")}
    assert titles
    assert {words_of(each) for each in titles} <= strong
