"""Links, bookmarks and the contents field."""

from __future__ import annotations

import pytest
from lxml.etree import _Element

from dsagen.writers.docx import render
from dsagen.writers.docx.story import bookmark_name
from tests.writers.docx.words import part, shown_paragraphs
from tests.writers.sample_tree import sample_tree, small_tree

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"


def _body(tree) -> _Element:
    return part(render(tree), "word/document.xml")


def _text(element: _Element) -> str:
    return "".join(text.text or "" for text in element.iter(f"{W}t"))


def _addresses(tree) -> dict[str, str]:
    relationships = part(render(tree), "word/_rels/document.xml.rels")
    return {
        entry.get("Id", ""): entry.get("Target", "") for entry in relationships if entry.get("TargetMode") == "External"
    }


def test_every_link_inside_the_document_has_its_bookmark():
    body = _body(sample_tree())
    names = [mark.get(f"{W}name", "") for mark in body.iter(f"{W}bookmarkStart")]
    anchors = {link.get(f"{W}anchor") for link in body.iter(f"{W}hyperlink")} - {None}
    assert len(anchors) > 3
    assert anchors <= set(names)
    assert len(names) == len(set(names))
    assert all(name[0].isalpha() and len(name) <= 40 for name in names)
    starts = [mark.get(f"{W}id", "") for mark in body.iter(f"{W}bookmarkStart")]
    ends = [mark.get(f"{W}id", "") for mark in body.iter(f"{W}bookmarkEnd")]
    assert sorted(starts) == sorted(ends)
    assert len(starts) == len(set(starts))


def test_a_bookmark_stands_on_its_block():
    body = _body(sample_tree())
    for section in sample_tree().root.iter("section"):
        for mark in body.iter(f"{W}bookmarkStart"):
            if mark.get(f"{W}name") == bookmark_name(section.get("id", "")):
                paragraph = mark.getparent()
                assert paragraph is not None
                assert _text(paragraph) == "".join(str(text) for text in section[0].itertext())


@pytest.mark.parametrize(
    "block",
    [
        '<div class="clause" id="x"><p>The target</p></div>',
        '<div class="box" id="x"><p class="box-title">The target</p><p>More</p></div>',
        '<table id="x" class="grid" data-widths="50 50" data-description="d"><caption>The target</caption><thead><tr>'
        '<th scope="col">a</th><th scope="col">b</th></tr></thead><tbody><tr><th scope="row">c</th><td>d</td></tr>'
        "</tbody></table>",
        '<section id="x" data-numbering="none"><h3>The target</h3></section>',
    ],
    ids=["clause", "box", "table", "section"],
)
def test_any_block_can_be_a_target(block):
    body = _body(small_tree(f'<p><a href="#x">there</a></p>{block}'))
    (mark,) = (mark for mark in body.iter(f"{W}bookmarkStart") if mark.get(f"{W}name") == bookmark_name("x"))
    paragraph = mark.getparent()
    assert paragraph is not None
    assert _text(paragraph) == "The target"


def test_a_link_out_of_the_document_keeps_its_address_and_words():
    tree = small_tree(
        '<p><a href="https://a.example/x?b=1&amp;c=%20d#e">One</a> <a href="mailto:team@b.example">Two</a> '
        '<a href="tel:+441632960000">Three</a> <a href="https://a.example/x?b=1&amp;c=%20d#e">again</a></p>'
    )
    addresses = _addresses(tree)
    links = [(_text(link), addresses[link.get(f"{R}id", "")]) for link in _body(tree).iter(f"{W}hyperlink")]
    assert links == [
        ("One", "https://a.example/x?b=1&c=%20d#e"),
        ("Two", "mailto:team@b.example"),
        ("Three", "tel:+441632960000"),
        ("again", "https://a.example/x?b=1&c=%20d#e"),
    ]
    assert len(addresses) == 3


@pytest.mark.parametrize("address", ["https://[bad", "https://", "https:///path", "https://a.example:port/"])
def test_an_address_that_word_cannot_read_is_printed_as_words(address):
    tree = small_tree(f'<p>See <a href="{address}">the page</a>.</p>')
    assert _addresses(tree) == {}
    assert "See the page." in [shown.text for shown in shown_paragraphs(render(tree))]


def test_letters_of_other_alphabets_in_an_address_are_escaped():
    tree = small_tree('<p><a href="https://a.example/t\u0177?q=a|b">x</a></p>')
    assert list(_addresses(tree).values()) == ["https://a.example/t%C5%B7?q=a%7Cb"]


def test_the_contents_field_is_real_and_filled_in():
    body = _body(sample_tree())
    fields = [(field.text or "").split()[0] for field in body.iter(f"{W}instrText")]
    instructions = [(field.text or "").strip() for field in body.iter(f"{W}instrText")]
    assert instructions.count(r'TOC \n \h \o "1-2"') == fields.count("TOC") == 1
    kinds = [mark.get(f"{W}fldCharType") for mark in body.iter(f"{W}fldChar")]
    assert kinds == ["begin", "separate", "end"] * len(fields)
    entries = [shown for shown in shown_paragraphs(render(sample_tree())) if shown.style.startswith("TOC")]
    told = sample_tree().root.findall(".//nav//a")
    assert [shown.text.replace("\t", " ") for shown in entries] == [link.text for link in told]
    assert [shown.style for shown in entries] == [f"TOC{sum(1 for _ in link.iterancestors('ul'))}" for link in told]


def test_the_number_in_a_reference_is_a_field_that_is_filled_in():
    """The words are those of the tree; Word would find the same number at the bookmark."""
    root, body = sample_tree().root, _body(sample_tree())
    numbers = {block.get("id"): block.get("data-number") for block in root.iter("section", "div")}
    told = []
    for link in root.iter("a"):
        number = numbers.get(link.get("href", "")[1:])
        inside_contents = any(ancestor.tag == "nav" for ancestor in link.iterancestors())
        if number and not inside_contents and "".join(str(text) for text in link.itertext()).endswith(number):
            told.append(f"REF {bookmark_name(link.get('href', '')[1:])} \\n \\h")
    fields = [(field.text or "").strip() for field in body.iter(f"{W}instrText")]
    assert len(told) > 2
    assert [field for field in fields if field.startswith("REF")] == told


def test_nothing_asks_to_be_updated_when_the_file_is_opened():
    assert part(render(sample_tree()), "word/settings.xml").find(f"{W}updateFields") is None
    assert not [mark for mark in _body(sample_tree()).iter() if mark.get(f"{W}dirty")]
