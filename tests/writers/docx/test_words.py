"""Whatever people type comes through, and nothing that they type can break the file."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml.etree import SubElement

from dsagen.writers.docx import render
from tests.writers.docx.words import docx_words, part, shown_paragraphs
from tests.writers.sample_tree import sample_tree, small_tree
from tests.writers.words import tree_words

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_XML = st.characters(exclude_categories=("Cs", "Cc"), exclude_characters="\ufffe\uffff")


def test_the_words_are_those_of_the_tree():
    assert docx_words(render(sample_tree())) == tree_words(sample_tree())


@settings(max_examples=100, deadline=None)
@given(st.text(_XML, min_size=1))
def test_any_characters_come_through(text):
    tree = small_tree("<p>x</p>")
    paragraph = tree.root.find(".//p")
    assert paragraph is not None
    paragraph.text = text
    SubElement(paragraph, "strong").text = text
    assert [shown.text for shown in shown_paragraphs(render(tree))][-1] == text + text


@settings(max_examples=50, deadline=None)
@given(st.text())
def test_any_properties_make_a_file_that_can_be_read(text):
    data = render(small_tree("<p>x</p>", title=text, short_title=text, author=text, reference=text, marking=text))
    for name in ("docProps/core.xml", "word/header.xml", "word/footer.xml"):
        part(data, name)


def test_characters_that_xml_cannot_hold_are_dropped():
    header = part(render(small_tree("<p>x</p>", reference="A\x00\x0b\ufffe\ud800B")), "word/header.xml")
    assert "AB" in "".join(str(text) for text in header.itertext())


@pytest.mark.parametrize(
    ("markup", "expected"),
    [
        ("<strong>w</strong>", {"rStyle": "Strong"}),
        ("<em>w</em>", {"rStyle": "Emphasis"}),
        ("<em><strong>w</strong></em>", {"rStyle": "Strong", "i": None}),
        ('<mark class="gap">w</mark>', {"rStyle": "Gap"}),
        ('<mark class="gap"><strong>w</strong></mark>', {"rStyle": "Gap"}),
        ('<strong><a href="mailto:a@b.example">w</a></strong>', {"rStyle": "Hyperlink", "b": None}),
        ('<span lang="cy">w</span>', {"lang": "cy"}),
        ('<data value="a.b">w</data>', {}),
    ],
)
def test_inline_elements_become_styles_of_words(markup, expected):
    body = part(render(small_tree(f"<p>{markup}</p>")), "word/document.xml")
    (run,) = (run for run in body.iter(f"{W}r") if "".join(str(text) for text in run.itertext()) == "w")
    properties = run.find(f"{W}rPr")
    found = {} if properties is None else {str(p.tag)[len(W) :]: p.get(f"{W}val") for p in properties}
    assert found == expected


def test_words_of_one_appearance_are_one_run():
    body = part(render(small_tree('<p>a <data value="x">b</data> c <data value="y">d</data></p>')), "word/document.xml")
    assert [run.findtext(f"{W}t") for run in body.iter(f"{W}r")][-1] == "a b c d"


def test_words_beside_a_list_in_a_cell_are_kept():
    table = (
        '<table id="t.t" class="key-value" data-widths="30 70" data-description="d"><caption>c</caption><thead><tr>'
        '<th scope="col">a</th><th scope="col">b</th></tr></thead><tbody>'
        '<tr><th scope="row"><p>x</p></th><td>before <em>the</em> list<ul><li>one</li></ul>after</td></tr>'
        "</tbody></table>"
    )
    tree = small_tree(table)
    shown = [(p.style, p.text) for p in shown_paragraphs(render(tree))][-4:]
    assert shown == [
        ("TableRowHeading", "x"),
        ("TableText", "before the list"),
        ("TableBullet", "one"),
        ("TableText", "after"),
    ]


def test_an_item_goes_on_without_a_second_mark():
    tree = small_tree('<ol><li data-number="1."><p>one</p><p>more</p></li><li data-number="2.">two</li></ol>')
    shown = [(p.style, p.number, p.text) for p in shown_paragraphs(render(tree))][-3:]
    assert shown == [("ListNumber", "1.", "one"), ("BodyText", "", "more"), ("ListNumber", "2.", "two")]


def test_a_box_is_paragraphs_of_its_own_styles():
    box = '<div class="box{}" id="b"><p class="box-title">t</p><p>p</p><ul><li>u</li></ul></div>'
    for kind, prefix in (("", "Box"), (" urgent", "UrgentBox"), (" draft", "DraftBox")):
        styles = [p.style for p in shown_paragraphs(render(small_tree(box.format(kind))))][-3:]
        assert styles == [f"{prefix}Title", f"{prefix}Text", f"{prefix}Bullet"]
