"""The file, opened with python-docx and asked."""

from __future__ import annotations

import io
from datetime import UTC, datetime
from itertools import pairwise

import docx
import pytest
from docx.oxml.ns import qn
from docx.text.paragraph import Paragraph
from lxml.etree import _Element

from dsagen.writers.docx import render
from dsagen.writers.docx.page import A4
from tests.writers.docx.words import opened_without_controls, part, shown_paragraphs
from tests.writers.sample_tree import final_tree, sample_tree, small_tree

HEADINGS = {"h1": "Title", "h2": "Heading 1", "h3": "Heading 2", "h4": "Heading 3", "h5": "Heading 4"}


def _said(element: _Element) -> str:
    return "".join(str(text) for text in element.itertext())


@pytest.fixture(scope="module")
def opened():
    return opened_without_controls(render(sample_tree()))


def test_headings_are_those_of_the_tree_in_order(opened):
    found = [(p.style.name, p.text) for p in opened.paragraphs if p.style.name in HEADINGS.values()]
    headings = sample_tree().root.iter(*HEADINGS)
    assert found == [(HEADINGS[str(heading.tag)], _said(heading)) for heading in headings]


def test_every_style_that_is_used_is_defined(opened):
    known = {style.style_id for style in opened.styles}
    for root in (opened.element, opened.sections[0].header._element, opened.sections[0].footer._element):
        used = {element.get(qn("w:val")) for element in root.iter(qn("w:pStyle"), qn("w:rStyle"), qn("w:tblStyle"))}
        assert used <= known


def test_built_in_styles_keep_their_ids(opened):
    ids = {style.style_id for style in opened.styles if style.builtin}
    headings = {"Title", "Subtitle", "Heading1", "Heading2", "Heading3", "Heading4"}
    assert ids >= headings | {"BodyText", "ListBullet", "ListNumber", "Caption", "TOC1", "TOC2", "Header", "Footer"}


def test_every_table_has_a_caption_a_description_and_a_header_row_that_repeats(opened):
    tables = list(sample_tree().root.iter("table"))
    assert len(opened.tables) == len(tables) > 4
    for table, told in zip(opened.tables, tables, strict=True):
        properties = table._tbl.tblPr
        caption = _said(told[0])
        before = table._tbl.getprevious()
        assert before.style == "Caption"
        assert Paragraph(before, opened).text == caption
        assert properties.find(qn("w:tblCaption")).get(qn("w:val")) == caption
        assert properties.find(qn("w:tblDescription")).get(qn("w:val")) == told.get("data-description")
        assert properties.find(qn("w:tblLook")).get(qn("w:firstRow")) == "1"
        assert properties.find(qn("w:tblLook")).get(qn("w:firstColumn")) == "1"
        marked = [row.find(f"{qn('w:trPr')}/{qn('w:tblHeader')}") is not None for row in table._tbl.tr_lst]
        assert marked == [True] + [False] * len(told[2])


def test_columns_have_the_shares_that_the_tree_gives_and_fill_the_line(opened):
    for table, told in zip(opened.tables, sample_tree().root.iter("table"), strict=True):
        widths = [int(column.get(qn("w:w"))) for column in table._tbl.tblGrid.gridCol_lst]
        shares = [int(share) for share in told.get("data-widths", "").split()]
        assert sum(widths) == A4.text_width
        assert [round(100 * width / A4.text_width) for width in widths] == shares


def test_rows_stay_whole_unless_they_are_very_long():
    row = "<tr><th scope='row'>{}</th><td>{}</td></tr>"
    table = (
        '<table id="t.t" class="grid" data-widths="30 70" data-description="d"><caption>c</caption><thead><tr>'
        '<th scope="col">a</th><th scope="col">b</th></tr></thead><tbody>'
        f"{row.format('short', 'words')}{row.format('long', 'words ' * 300)}"
        '<tr><th scope="row">sign</th><td class="by-hand">Sign here</td></tr></tbody></table>'
    )
    rows = part(render(small_tree(table)), "word/document.xml").findall(f".//{qn('w:tr')}")
    properties = [[child.tag for child in found.iter(qn("w:cantSplit"), qn("w:trHeight"))] for found in rows]
    whole, tall = qn("w:cantSplit"), qn("w:trHeight")
    assert properties == [[whole], [whole], [], [whole, tall]]


def test_no_paragraph_is_empty(opened):
    for tree in (sample_tree(), final_tree()):
        assert all(shown.text.strip() for shown in shown_paragraphs(render(tree)))
    section = opened.sections[0]
    assert all(p.text.strip() for p in (*section.header.paragraphs, *section.footer.paragraphs))


def test_language_is_set_for_the_document_and_for_other_words(opened):
    default = opened.styles.element.find(f"{qn('w:docDefaults')}//{qn('w:lang')}")
    assert default.get(qn("w:val")) == "en-GB"
    other = [run for run in opened.element.iter(qn("w:r")) if run.find(f"{qn('w:rPr')}/{qn('w:lang')}") is not None]
    assert other
    for run in other:
        assert run.find(f"{qn('w:rPr')}/{qn('w:lang')}").get(qn("w:val")) == "cy"
    assert "Cytundeb" in "".join("".join(run.itertext()) for run in other)


def test_two_languages_do_not_share_what_is_prepared():
    welsh = docx.Document(io.BytesIO(render(small_tree("<p>Dŵr</p>", language="cy-GB"))))
    assert welsh.styles.element.find(f"{qn('w:docDefaults')}//{qn('w:lang')}").get(qn("w:val")) == "cy-GB"


def test_core_properties_come_from_the_tree(opened):
    told, core = sample_tree().properties, opened.core_properties
    moment = datetime(told.date.year, told.date.month, told.date.day, tzinfo=UTC)
    assert (core.title, core.subject, core.author) == (told.title, told.short_title, told.author)
    assert (core.language, core.keywords, core.revision) == (told.language, told.reference, 1)
    assert core.created == core.modified == moment


def test_the_running_lines_say_what_the_document_is(opened):
    header, footer = opened.sections[0].header, opened.sections[0].footer
    assert [p.text for p in header.paragraphs] == [
        "OFFICIAL-SENSITIVE",
        "DRAFT  NYC-001 · Young-carer flag: data sharing agreement",
    ]
    assert [p.text for p in footer.paragraphs] == [
        "NYC-001 · Version 0.3 · Draft · Page 1 of 1",
        "OFFICIAL-SENSITIVE",
    ]
    fields = [element.text.strip() for element in footer._element.iter(qn("w:instrText"))]
    assert fields == ["PAGE", "NUMPAGES"]


def test_a_final_document_has_no_draft_mark_and_no_marking():
    section = docx.Document(io.BytesIO(render(final_tree()))).sections[0]
    assert [p.text for p in section.header.paragraphs] == ["NYC-001 · Young-carer flag: data sharing agreement"]
    assert [p.text for p in section.footer.paragraphs] == ["NYC-001 · Version 1.0 · Agreed · Page 1 of 1"]


def test_sections_that_start_a_page_do(opened):
    broken = [p.text for p in opened.paragraphs if p._p.find(f"{qn('w:pPr')}/{qn('w:pageBreakBefore')}") is not None]
    told = [section[0].text for section in sample_tree().root.iter("section") if section.get("class") == "new-page"]
    assert broken == told != []


def test_headings_and_captions_stay_with_what_follows(opened):
    for name in ("Title", "Heading 1", "Heading 2", "Heading 3", "Caption", "Table Heading", "Urgent Box Title"):
        style = opened.styles[name]
        assert style.paragraph_format.keep_with_next, name


def test_words_that_lead_in_stay_with_what_follows():
    body = part(render(small_tree("<p>These are:</p><ul><li>one:</li></ul><p>That: is all</p>")), "word/document.xml")
    kept = [p for p in body.iter(qn("w:p")) if p.find(f"{qn('w:pPr')}/{qn('w:keepNext')}") is not None]
    assert [p.findtext(f".//{qn('w:t')}") for p in kept] == ["These are:"]


def test_sizes_and_contrast_are_those_of_the_house(opened):
    sizes = {name: opened.styles[name].font.size.pt for name in ("Table Text", "Header", "Footer", "Note")}
    assert sizes == {"Table Text": 11, "Header": 10, "Footer": 10, "Note": 11}
    default = opened.styles.element.find(f"{qn('w:docDefaults')}//{qn('w:sz')}")
    assert default.get(qn("w:val")) == "24"
    for style in opened.styles:
        colour = getattr(getattr(style, "font", None), "color", None)
        if colour is not None and colour.rgb is not None:
            for ground in ("FFFFFF", "EEF2F8", "FBEEEE", "FFF3C4", "F4F4F4"):
                assert _contrast(str(colour.rgb), ground) >= 4.5, (style.name, ground)


def _contrast(one: str, other: str) -> float:
    """Give the contrast of two colours (WCAG 2.2, relative luminance)."""
    light, dark = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def _luminance(colour: str) -> float:
    channels = [int(colour[at : at + 2], 16) / 255 for at in (0, 2, 4)]
    red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def test_fonts_fall_back_to_letters_of_the_same_width():
    fonts = part(render(sample_tree()), "word/fontTable.xml")
    assert [font.get(qn("w:name")) for font in fonts] == ["Arial"]
    assert [name.get(qn("w:val")) for name in fonts.iter(qn("w:altName"))] == ["Liberation Sans"]


def test_two_tables_never_touch():
    table = (
        '<table id="{0}" class="key-value" data-widths="30 70" data-description="d"><caption>c</caption><thead><tr>'
        '<th scope="col">a</th><th scope="col">b</th></tr></thead><tbody>'
        '<tr><th scope="row">x</th><td>y</td></tr></tbody></table>'
    )
    body = part(render(small_tree(table.format("a") + table.format("b"))), "word/document.xml")[0]
    assert (qn("w:tbl"), qn("w:tbl")) not in set(pairwise(str(child.tag) for child in body))
