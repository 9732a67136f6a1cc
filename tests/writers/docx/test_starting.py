"""The reference document to start from: it shows every style, lacks none, and changes nothing as it is."""

from __future__ import annotations

from dsagen.documents.house import PLAIN, House
from dsagen.workspace.house.word import read_reference
from dsagen.writers.docx import render
from dsagen.writers.docx.looks import CHARACTERS, PARAGRAPHS
from dsagen.writers.docx.starting import starting_document
from tests.house import GREEN
from tests.writers.docx.test_house import style, text
from tests.writers.docx.test_validation import word_errors
from tests.writers.docx.words import docx_words, part, shown_paragraphs
from tests.writers.houses import referring, styled
from tests.writers.sample_tree import sample_tree
from tests.writers.words import tree_words

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def test_it_is_valid(tmp_path) -> None:
    assert word_errors(starting_document(House(accent=GREEN, font="Verdana")), tmp_path) == []


def test_every_style_is_shown_under_its_name() -> None:
    data = starting_document(PLAIN)
    shown: dict[str, str] = {}
    for paragraph in shown_paragraphs(data):
        shown[paragraph.style] = f"{shown.get(paragraph.style, '')} {paragraph.text.lower()}"
    unseen = {"Normal", "Header", "Footer", "SectionEnd"}
    assert set(shown) == {look.id for look in PARAGRAPHS} - unseen, "show a new style in the document"
    for look in PARAGRAPHS:
        if look.id not in unseen:
            assert look.name.lower() in shown[look.id], look.name
    runs = {each.get(f"{W}val") for each in part(data, "word/document.xml").iter(f"{W}rStyle")}
    assert {"Strong", "Emphasis", "Hyperlink", "Gap"} == runs == {name for name in CHARACTERS if name != "Draft Mark"}


def test_it_is_read_without_a_complaint_and_its_empty_lines_are_not_taken() -> None:
    found, faults = read_reference(starting_document(PLAIN), "reference.docx")
    assert faults == []
    assert found is not None
    assert (found.headers, found.footers) == ((), ())


def test_as_it_is_it_changes_no_look() -> None:
    plain, data = render(sample_tree()), render(styled(referring(starting_document(PLAIN))))
    for name in ("word/document.xml", "word/header.xml", "word/footer.xml"):
        assert text(data, name) == text(plain, name)
    for look in PARAGRAPHS:
        mine, theirs = style(plain, look.id), style(data, look.id)
        assert {(each.tag, *each.attrib.values()) for each in theirs.iter() if _counts(each)} == {
            (each.tag, *each.attrib.values()) for each in mine.iter() if _counts(each)
        }, look.name
    assert docx_words(data) == tree_words(sample_tree())


def _counts(element) -> bool:
    return len(element) == 0 and element.tag not in {f"{W}pPr", f"{W}rPr"}


def test_it_has_the_accent_and_font_of_the_house() -> None:
    data = starting_document(House(accent=GREEN, font="Verdana"))
    colour = style(data, "Heading1").find(f"{W}rPr/{W}color")
    assert colour is not None and colour.get(f"{W}val") == GREEN[1:].upper()
    assert next(part(data, "word/styles.xml").iter(f"{W}rFonts")).get(f"{W}ascii") == "Verdana"


def test_it_is_the_same_every_time() -> None:
    assert starting_document(House(accent=GREEN)) == starting_document(House(accent=GREEN))
