"""Content controls around blocks, known by the blocks' ids, and the Word sections of what lies on its side."""

from __future__ import annotations

import copy
import io

import docx
import pytest
from docx.oxml.ns import qn
from lxml.etree import _Element

from dsagen.writers.docx import render
from dsagen.writers.docx.page import A4, on_its_side
from dsagen.writers.docx.story import bookmark_name
from tests.writers.docx.test_validation import word_errors
from tests.writers.docx.words import ListCounter, docx_words, opened_without_controls, part
from tests.writers.sample_tree import sample_tree, small_tree
from tests.writers.words import tree_words

TABLE = (
    '<table id="{0}" class="grid" data-widths="50 50" data-description="d"{1}><caption>c</caption><thead><tr>'
    '<th scope="col">a</th><th scope="col">b</th></tr></thead><tbody><tr><th scope="row">x</th><td>y</td></tr>'
    "</tbody></table>"
)
TURNED = ' data-orientation="landscape"'
TURNED_SECTION = f'<section id="s" data-numbering="none"{TURNED}><h3>Turned</h3>{TABLE.format("b", "")}</section>'


def _body(data: bytes) -> _Element:
    return part(data, "word/document.xml")[0]


def _text(element: _Element) -> str:
    return "".join(text.text or "" for text in element.iter(qn("w:t")))


def _controls(body: _Element) -> list[tuple[str, str]]:
    found = []
    for control in body.iter(qn("w:sdt")):
        tag = control.find(f"{qn('w:sdtPr')}/{qn('w:tag')}")
        assert tag is not None
        found.append((tag.get(qn("w:val"), ""), _text(control)))
    return found


def test_every_section_clause_box_and_table_is_in_a_control_of_its_own():
    root = sample_tree().root
    blocks = [block for block in root.iter("header", "section", "div", "table") if block[0].find(".//a") is None]
    controls = _controls(_body(render(sample_tree())))
    assert [tag for tag, _ in controls] == [bookmark_name(block.get("id", "")) for block in blocks]
    for (_, text), block in zip(controls, blocks, strict=True):
        assert text.replace("\t", "").replace(" ", "") == "".join(map(str, block.itertext())).replace(" ", "")


def test_every_block_has_a_bookmark_of_the_same_name():
    body = _body(render(sample_tree()))
    marks = {mark.get(qn("w:name"), "") for mark in body.iter(qn("w:bookmarkStart"))}
    blocks = sample_tree().root.iter("header", "section", "div", "table")
    assert {bookmark_name(block.get("id", "")) for block in blocks} <= marks


def test_no_control_opens_with_a_link():
    """LibreOffice 7.4 prints the code of the link in place of its words."""
    body = _body(render(small_tree('<div class="clause" id="c"><p>See <a href="#t.1">it</a>.</p><p>More</p></div>')))
    assert [tag for tag, _ in _controls(body)] == [bookmark_name("t.cover"), bookmark_name("t.1")]


def test_names_and_tags_are_short_enough_for_word_and_no_two_controls_are_alike():
    words = "Information that a person may ask for " * 4
    body = _body(render(small_tree(f'<div class="clause" id="{"k" * 200}"><p>{words}</p></div>')))
    names = [alias.get(qn("w:val"), "") for alias in body.iter(qn("w:alias"))]
    tags = [tag.get(qn("w:val"), "") for tag in body.iter(qn("w:tag"))]
    numbers = [number.get(qn("w:val"), "") for number in body.findall(f".//{qn('w:sdtPr')}/{qn('w:id')}")]
    assert names[-1].startswith("Clause: Information that a person may ask for Information")
    assert max(map(len, names)) in (63, 64)
    assert max(map(len, tags)) == 17
    assert len(set(tags)) == len(tags) == len(set(numbers)) == len(numbers)


def test_the_tag_of_a_block_follows_from_its_id_alone():
    def tag(words: str) -> str:
        tree = small_tree(f'{words}<div class="clause" id="dsa.5.powers/F01"><p>{words}</p></div>')
        return _controls(_body(render(tree)))[-1][0]

    assert tag("<p>One</p>".replace("<p>", "").replace("</p>", "")) == bookmark_name("dsa.5.powers/F01")


def _sheets(body: _Element) -> list[tuple[int, str | None]]:
    return [(int(size.get(qn("w:w"), "")), size.get(qn("w:orient"))) for size in body.iter(qn("w:pgSz"))]


@pytest.mark.parametrize(
    "blocks",
    [f"<p>Before</p>{TABLE.format('a', TURNED)}<p>After</p>", f"<p>Before</p>{TURNED_SECTION}<p>After</p>"],
    ids=["table", "section"],
)
def test_what_is_turned_has_pages_of_its_own_with_the_same_running_lines(blocks, tmp_path):
    data = render(small_tree(blocks))
    body = _body(data)
    upright, turned = (A4.width, None), (on_its_side(A4).width, "landscape")
    assert _sheets(body) == [upright, turned, upright]
    for kind in ("w:headerReference", "w:footerReference"):
        ids = [reference.get(qn("r:id")) for reference in body.iter(qn(kind))]
        assert len(ids) == 3
        assert len(set(ids)) == 1
    (grid,) = body.iter(qn("w:tblGrid"))
    assert sum(int(column.get(qn("w:w"), "")) for column in grid) == on_its_side(A4).text_width
    assert docx_words(data) == tree_words(small_tree(blocks))
    assert word_errors(data, tmp_path) == []


def test_tables_that_follow_each_other_on_their_side_share_their_pages():
    tables = TABLE.format("a", TURNED) + TABLE.format("b", TURNED)
    assert len(_sheets(_body(render(small_tree(f"<p>Before</p>{tables}<p>After</p>"))))) == 3


def test_a_document_that_ends_on_its_side_has_no_empty_page_after():
    body = _body(render(small_tree(f"<p>Before</p>{TABLE.format('a', TURNED)}")))
    assert [width for width, _ in _sheets(body)] == [A4.width, on_its_side(A4).width]


def test_no_control_holds_the_end_of_a_word_section():
    body = _body(render(small_tree(f"<p>Before</p>{TABLE.format('a', TURNED)}{TURNED_SECTION}<p>After</p>")))
    ends = list(body.iter(qn("w:sectPr")))
    assert len(ends) > 2
    assert not [end for end in ends if any(parent.tag == qn("w:sdt") for parent in end.iterancestors())]


def test_a_clause_that_a_person_adds_is_counted_and_what_follows_moves_on():
    file = docx.Document(io.BytesIO(render(sample_tree())))
    counter = _counter(file)
    clauses = [p for p in file.element.iter(qn("w:p")) if p.style == "ClauseText" and p.pPr.numPr is not None]
    before = _numbers(file, counter)
    first, second = (before[_place(file, clause)] for clause in clauses[:2])
    clauses[0].addnext(copy.deepcopy(clauses[0]))
    after = _numbers(file, _counter(file))
    at = _place(file, clauses[0])
    assert after[: at + 1] == before[: at + 1]
    assert after[at] == first
    assert after[at + 1] == second


def test_a_row_that_a_person_adds_keeps_the_styles_of_the_table():
    file = opened_without_controls(render(sample_tree()))
    table = file.tables[0]
    styles = [paragraph.style.name for cell in table.rows[-1].cells for paragraph in cell.paragraphs]
    row = table.add_row()
    assert len(row.cells) == len(table.columns)
    table._tbl.tr_lst[-2].addnext(copy.deepcopy(table._tbl.tr_lst[-2]))
    assert [p.style.name for cell in table.rows[-2].cells for p in cell.paragraphs] == styles


def _counter(file) -> ListCounter:
    return ListCounter(file.part.numbering_part.element, file.styles.element)


def _numbers(file, counter: ListCounter) -> list[str]:
    return [counter.number(p, p.style or "Normal") for p in file.element.iter(qn("w:p"))]


def _place(file, paragraph) -> int:
    return list(file.element.iter(qn("w:p"))).index(paragraph)
