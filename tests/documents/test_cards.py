"""A table with a row too tall to keep whole is dealt as cards, with the same words."""

from __future__ import annotations

import pytest
from lxml import etree

from dsagen.documents.assembler import Rendered, parse_section
from dsagen.documents.tree import height_of_row, words_of
from dsagen.writers import render
from tests.accessibility.paper import problems_of_pdf
from tests.writers.docx.words import part
from tests.writers.sample_tree import small_tree

WORDS = "Words and more words. "


def _table(second: str, third: str = "Third", **attributes: str) -> str:
    own = {"id": "t.t", "class": "grid", "data-widths": "20 40 40", "data-description": "d"} | attributes
    written = "".join(f' {name.replace("_", "-")}="{value}"' for name, value in own.items())
    return (
        f"<p>Before</p><table{written}><caption>c</caption><thead><tr>"
        '<th scope="col">Risk</th><th scope="col">Cause</th><th scope="col">Harm</th></tr></thead><tbody>'
        f'<tr><th scope="row"><data value="x">R01</data></th><td>{second}</td><td>{third}</td></tr>'
        '<tr><th scope="row">R02</th><td>One</td><td>Two</td></tr></tbody></table>'
    )


def _section(markup: str):
    return parse_section(Rendered("t.1", "One", "none", False, "t.html", markup))


def _rows(table) -> list[list[str]]:
    return [[words_of(cell) for cell in row] for row in table.iter("tr")]


def test_a_table_of_tall_rows_is_dealt_as_cards():
    cause = (WORDS * 60).strip()
    table = _section(_table(cause)).find("table")
    assert (table.get("id"), table.get("class")) == ("t.t", "key-value")
    assert _rows(table) == [
        ["Item", "Answer"],
        *(["Risk", "R01"], ["Cause", cause], ["Harm", "Third"]),
        *(["Risk", "R02"], ["Cause", "One"], ["Harm", "Two"]),
    ]
    assert [row.get("class") for row in table[2]] == ["card", None, None] * 2
    assert [[cell.tag for cell in row] for row in table[2]] == [["th", "td"]] * 6
    assert [cell.get("scope") for row in table[2] for cell in row] == ["row", None] * 6
    assert table.find(".//data").get("value") == "x"


@pytest.mark.parametrize("markup", [_table("Short"), _table(WORDS * 30)])
def test_other_tables_stay_as_they_are(markup):
    table = _section(markup).find("table")
    assert table.get("class") == "grid"
    assert len(table[2]) == 2


def test_paragraphs_and_items_count_as_lines_of_their_own():
    few = etree.fromstring(_table("One").removeprefix("<p>Before</p>"))
    many = etree.fromstring(_table("<p>One</p>" * 30).removeprefix("<p>Before</p>"))
    assert [height_of_row(table[2][0]) for table in (few, many)] == [1, 30]


def test_a_table_on_its_side_has_longer_lines():
    upright, turned = (
        _section(_table(WORDS * 20, **own)).find("table") for own in ({}, {"data_orientation": "landscape"})
    )
    assert height_of_row(turned[2][0]) < height_of_row(upright[2][0])


def test_cards_are_read_in_order_and_can_go_on_over_a_page():
    tree = small_tree("")
    tree.root[1].extend(list(_section(_table(WORDS * 400, WORDS * 300)))[1:])
    assert problems_of_pdf(render(tree, "pdf"), tree.root) == []
    styles = [
        style.get("{http://schemas.openxmlformats.org/wordprocessingml/2006/main}val")
        for style in part(render(tree, "docx"), "word/document.xml").iter("{*}pStyle")
    ]
    assert styles.count("TableHeading") == 2 + 2 * 2
