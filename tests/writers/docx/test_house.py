"""The house style in Word: colours, font, logo, and what a reference document gives."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import Any

import pytest
from docx import Document
from docx.enum.style import WD_STYLE_TYPE
from docx.oxml.ns import qn
from docx.shared import Cm, Pt
from lxml import etree
from lxml.etree import _Element

from dsagen.documents.house import PLAIN, House, Logo
from dsagen.writers.docx import render
from tests.house import GREEN, reference, repacked, with_picture_in_header, with_text_box
from tests.writers.docx.test_validation import word_errors
from tests.writers.docx.words import docx_words, part, shown_paragraphs
from tests.writers.houses import DRAWING, PNG, STYLED, referring, styled
from tests.writers.sample_tree import final_tree, sample_tree, small_tree
from tests.writers.words import tree_words

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
Change = Callable[[Any], None]


def written(change: Change | None = None, house: House = PLAIN) -> bytes:
    """Write the sample with a reference document."""
    return render(styled(referring(reference(change), house)))


def names(data: bytes) -> list[str]:
    with zipfile.ZipFile(io.BytesIO(data)) as file:
        return file.namelist()


def text(data: bytes, name: str) -> str:
    """Give the words of a part, a paragraph a line."""
    return "\n".join("".join(map(str, each.itertext(f"{W}t"))) for each in part(data, name).iter(f"{W}p"))


def style(data: bytes, key: str) -> _Element:
    found = [each for each in part(data, "word/styles.xml").iter(f"{W}style") if each.get(f"{W}styleId") == key]
    assert len(found) == 1, key
    return found[0]


def value(element: _Element, path: str) -> str | None:
    found = element.find("/".join(f"{W}{step}" for step in path.split("/")))
    return None if found is None else found.get(f"{W}val")


def counted(change: Change) -> Change:
    """Let every heading of the reference be numbered, as many houses have it."""

    def changed(document: Any) -> None:
        for name in ("Heading 1", "Heading 2", "Title"):
            properties = document.styles[name].element.get_or_add_pPr()
            numbers = properties.get_or_add_numPr()
            numbers.get_or_add_ilvl().val = 0
            numbers.get_or_add_numId().val = 7
        change(document)

    return changed


def test_colours_and_font_are_the_house_s() -> None:
    data = render(styled())
    assert value(style(data, "Heading1"), "rPr/color") == GREEN[1:].upper()
    whole = etree.tostring(part(data, "word/styles.xml")).decode()
    assert PLAIN.accent[1:].upper() not in whole and PLAIN.tint[1:].upper() not in whole and "%" not in whole
    assert STYLED.tint[1:].upper() in whole
    assert 'w:ascii="Riverdale Sans"' in whole and "Arial" not in whole
    assert 'w:name="Riverdale Sans"' in etree.tostring(part(data, "word/fontTable.xml")).decode()


def test_the_logo_is_the_first_thing_in_the_document() -> None:
    data = render(styled())
    first = part(data, "word/document.xml").find(f"{W}body")
    assert first is not None
    named = next(first[0].iter(qn("wp:docPr")))
    assert named.get("descr") == "Riverdale & partners"
    extent = next(first[0].iter(qn("wp:extent")))
    assert (extent.get("cx"), extent.get("cy")) == ("2520000", "839880")
    media = [name for name in names(data) if name.startswith("word/media/")]
    assert len(media) == 1
    with zipfile.ZipFile(io.BytesIO(data)) as file:
        assert file.read(media[0]) == PNG.data
        assert b'<Default Extension="png" ContentType="image/png"/>' in file.read("[Content_Types].xml")
    assert Document(io.BytesIO(data)).inline_shapes[0].width == 2520000


def test_a_drawing_without_pixels_leaves_word_without_a_logo() -> None:
    data = render(styled(House(logo=Logo(DRAWING, "Riverdale"))))
    assert data == render(sample_tree())


EVERY_CHANGE: dict[str, Change] = {
    "plain": lambda document: None,
    "picture": with_picture_in_header,
}


def _change(name: str) -> Callable[[Change], Change]:
    def add(change: Change) -> Change:
        EVERY_CHANGE[name] = change
        return change

    return add


@_change("first page")
def _first_page(document: Any) -> None:
    section = document.sections[0]
    section.different_first_page_header_footer = True
    section.first_page_header.paragraphs[0].add_run("Welcome to Riverdale")
    with_picture_in_header(document)


@_change("numbered headings")
def _numbered(document: Any) -> None:
    counted(lambda document: None)(document)


@_change("based on a heading")
def _based_on_a_heading(document: Any) -> None:
    document.styles["Title"].base_style = document.styles["Heading 1"]
    document.styles["Caption"].base_style = document.styles["Heading 2"]


@_change("names and ids of ours")
def _names_of_ours(document: Any) -> None:
    styles = document.styles
    box = styles.add_style("BoxText", WD_STYLE_TYPE.PARAGRAPH)  # our id, another name
    box.font.size = Pt(31)
    styles.add_style("Note", WD_STYLE_TYPE.CHARACTER).font.size = Pt(32)  # our name, another type
    styles.add_style("Table Text", WD_STYLE_TYPE.PARAGRAPH).font.size = Pt(9)  # our name
    styles["Normal"].element.set(qn("w:styleId"), "Standard")
    for base in document.styles.element.iter(qn("w:basedOn"), qn("w:next")):
        if base.get(qn("w:val")) == "Normal":
            base.set(qn("w:val"), "Standard")
    styles.add_style("House Table", WD_STYLE_TYPE.TABLE)


@_change("few styles")
def _few(document: Any) -> None:
    for each in list(document.styles):
        if each.name not in ("Normal", "Header", "Default Paragraph Font"):
            each.delete()


@_change("letter-head in a table")
def _table(document: Any) -> None:
    table = document.sections[0].header.add_table(1, 2, Cm(16))
    table.style = document.styles["Table Grid"]
    table.cell(0, 1).text = "Riverdale"


@_change("list and styles in the header")
def _list(document: Any) -> None:
    own = document.styles.add_style("Letter-head", WD_STYLE_TYPE.PARAGRAPH)
    document.sections[0].header.paragraphs[0].style = own
    document.sections[0].header.add_paragraph("A list", style="List Bullet")
    numbers = document.sections[0].header.paragraphs[1]._p.get_or_add_pPr().get_or_add_numPr()
    numbers.get_or_add_numId().val = 9


@pytest.mark.parametrize("name", EVERY_CHANGE)
def test_a_file_with_a_reference_is_valid_and_says_what_the_tree_says(name: str, tmp_path) -> None:
    data = written(EVERY_CHANGE[name], STYLED)
    assert word_errors(data, tmp_path) == []
    assert docx_words(data) == tree_words(sample_tree())
    plain = [shown.number for shown in shown_paragraphs(render(sample_tree()))]
    assert [shown.number for shown in shown_paragraphs(data)][-len(plain) :] == plain


@pytest.mark.parametrize("name", EVERY_CHANGE)
def test_every_style_that_is_used_is_there_once(name: str) -> None:
    data = written(EVERY_CHANGE[name], STYLED)
    styles = list(part(data, "word/styles.xml").iter(f"{W}style"))
    keys = [each.get(f"{W}styleId") for each in styles]
    called = [(value(each, "name") or "").lower() for each in styles]
    assert len(set(keys)) == len(keys) and len(set(called)) == len(called)
    used = {
        str(each.get(f"{W}val"))
        for file in names(data)
        if file.startswith("word/") and file.endswith(".xml")
        for each in part(data, file).iter(*(f"{W}{mark}" for mark in ("pStyle", "rStyle", "tblStyle", "basedOn")))
    }
    assert used <= set(keys)
    for kind in ("paragraph", "character", "table"):
        defaults = [each for each in styles if each.get(f"{W}type") == kind and each.get(f"{W}default")]
        assert len(defaults) == 1, kind


@pytest.mark.parametrize("name", EVERY_CHANGE)
def test_every_relationship_leads_to_a_part(name: str) -> None:
    data = written(EVERY_CHANGE[name], STYLED)
    held = set(names(data))
    for file in held:
        if not file.startswith("word/_rels/"):
            continue
        links = {each.get("Id"): each for each in part(data, file)}
        assert len(links) == len(part(data, file))
        for each in links.values():
            assert each.get("TargetMode") == "External" or f"word/{each.get('Target')}" in held
        asked = {str(key) for each in part(data, f"word/{file[11:-5]}").iter("*") for key in _asked(each)}
        assert asked <= set(links)


def _asked(element: _Element) -> Iterator[str]:
    return (str(content) for name, content in element.items() if str(name).startswith(R) and content)


def test_styles_are_taken_by_name_and_ours_stand_in() -> None:
    data = written(house=STYLED)
    assert value(style(data, "Normal"), "rPr/sz") == "26"
    assert value(style(data, "Heading1"), "rPr/color") == GREEN[1:].upper()
    assert value(style(data, "Heading1"), "rPr/sz") == "28"
    assert value(style(data, "ClauseText"), "basedOn") == "BodyText"
    assert value(style(data, "TableText"), "rPr/sz") == "22"
    assert value(style(data, "HouseTable"), "name") == "House Table"


def test_names_that_are_ours_win_over_ids_that_are_ours() -> None:
    data = written(_names_of_ours)
    assert value(style(data, "TableText"), "rPr/sz") == "18"
    assert value(style(data, "BoxText"), "name") == "Box Text"
    assert value(style(data, "HouseBoxText"), "rPr/sz") == "62"
    assert value(style(data, "HouseNote"), "name") == "House Note"
    assert value(style(data, "Normal"), "name") == "Normal"
    assert style(data, "HouseTable").find(f"{W}tblStylePr") is None


def test_headings_and_lists_keep_our_numbers() -> None:
    data = written(_numbered)
    for key, level in (("Heading1", None), ("Heading2", "1"), ("Heading3", "2")):
        assert (value(style(data, key), "pPr/numPr/numId"), value(style(data, key), "pPr/numPr/ilvl")) == ("1", level)
    assert style(data, "Title").find(f"{W}pPr/{W}numPr") is None
    assert value(style(data, "ListBullet"), "pPr/numPr/numId") == value(
        style(render(sample_tree()), "ListBullet"), "pPr/numPr/numId"
    )


@pytest.mark.parametrize(("name", "ours"), [("Caption", "280"), ("Body Text", "120"), ("Heading 1", "480")])
def test_what_follows_a_table_keeps_clear_of_it(name: str, ours: str) -> None:
    def above(space: int | None) -> str | None:
        def change(document: Any) -> None:
            document.styles[name].paragraph_format.space_before = space

        spacing = style(written(change), name.replace(" ", "")).find(f"{W}pPr/{W}spacing")
        return None if spacing is None else spacing.get(f"{W}before")

    assert (above(None), above(Pt(1))) == (ours, "20")


def test_a_title_that_is_based_on_a_heading_has_no_number() -> None:
    data = written(_based_on_a_heading)
    assert value(style(data, "Title"), "pPr/numPr/numId") == "0"
    assert value(style(data, "Title"), "pPr/outlineLvl") == "9"


def test_the_house_s_running_lines_stand_with_ours() -> None:
    data = written()
    assert text(data, "word/header.xml").split("\n") == [
        "OFFICIAL-SENSITIVE",
        "Riverdale letter-head",
        "DRAFT  NYC-001 · Young-carer flag: data sharing agreement",
    ]
    assert text(data, "word/footer.xml").split("\n") == [
        "Riverdale, Civic Centre",
        "NYC-001 · Version 0.3 · Draft · Page 1 of 1",
        "OFFICIAL-SENSITIVE",
    ]


def test_a_first_page_of_its_own_has_our_lines_too() -> None:
    data = written(_first_page)
    assert text(data, "word/header-first.xml").split("\n") == [
        "OFFICIAL-SENSITIVE",
        "Welcome to Riverdale",
        "DRAFT  NYC-001 · Young-carer flag: data sharing agreement",
    ]
    assert "Page 1 of 1" in text(data, "word/footer-first.xml")
    section = next(part(data, "word/document.xml").iter(f"{W}sectPr"))
    assert section.find(f"{W}titlePg") is not None
    assert len(section.findall(f"{W}headerReference")) == len(section.findall(f"{W}footerReference")) == 2


def test_a_picture_in_the_header_takes_the_place_of_the_logo_and_has_an_alternative() -> None:
    data = written(with_picture_in_header, STYLED)
    assert next(part(data, "word/document.xml").iter(qn("wp:docPr")), None) is None
    shown = next(part(data, "word/header.xml").iter(qn("wp:docPr")))
    assert shown.get("descr") == "Riverdale & partners"
    without = written(with_picture_in_header)
    assert next(part(without, "word/header.xml").iter(qn("wp:docPr"))).get("descr") == "Northmoor Council"


def test_a_text_box_in_the_header_stays_and_needs_no_alternative(tmp_path) -> None:
    data = render(styled(referring(with_text_box(reference()), STYLED)))
    assert word_errors(data, tmp_path) == []
    assert text(data, "word/header.xml").count("Boxed words") >= 2
    assert [each.get("descr") for each in part(data, "word/header.xml").iter(qn("wp:docPr"))] == [None]
    assert next(part(data, "word/document.xml").iter(qn("wp:docPr"))).get("descr") == "Riverdale & partners"


def test_a_logo_stays_where_only_later_pages_have_a_picture() -> None:
    data = written(_first_page, STYLED)
    assert next(part(data, "word/document.xml").iter(qn("wp:docPr")), None) is not None


def test_page_and_tables_follow_the_margins() -> None:
    data = written()
    section = next(part(data, "word/document.xml").iter(f"{W}sectPr"))
    margins = section.find(f"{W}pgMar")
    assert margins is not None and margins.get(f"{W}left") == "1417"
    widths = {each.get(f"{W}w") for each in part(data, "word/document.xml").iter(f"{W}tblW")}
    assert widths == {str(11906 - 2 * 1417)}


def test_pages_on_their_side_have_the_house_s_margins_and_only_the_first_page_is_different(tmp_path) -> None:
    table = (
        '<table id="t.t" class="grid" data-widths="50 50" data-description="d" data-orientation="landscape">'
        '<caption>c</caption><thead><tr><th scope="col">a</th><th scope="col">b</th></tr></thead>'
        '<tbody><tr><th scope="row">1</th><td>2</td></tr></tbody></table>'
    )
    tree = small_tree(f"<p>Before</p>{table}<p>After</p>")
    data = render(styled(referring(reference(_first_page), STYLED), tree))
    assert word_errors(data, tmp_path) == []
    sections = list(part(data, "word/document.xml").iter(f"{W}sectPr"))
    assert [each.find(f"{W}titlePg") is not None for each in sections] == [True, False, False]
    assert [len(each.findall(f"{W}headerReference")) for each in sections] == [2, 1, 1]
    width = next(part(data, "word/document.xml").iter(f"{W}tblW"))
    assert width.get(f"{W}w") == str(16838 - 2 * 1417)


def test_words_are_in_the_language_of_the_document() -> None:
    language = next(part(written(), "word/styles.xml").iter(f"{W}lang"))
    assert set(language.attrib.values()) == {"en-GB"}


def test_extensions_and_marks_of_sessions_are_left_behind() -> None:
    content = reference()
    with zipfile.ZipFile(io.BytesIO(content)) as file:
        styles = file.read("word/styles.xml")
    marked = styles.replace(
        b"<w:rPrDefault><w:rPr>",
        b'<w:rPrDefault><w:rPr><w14:ligatures xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml" '
        b'w14:val="standard"/>',
    ).replace(b"<w:qFormat/>", b'<w:qFormat/><w:rsid w:val="00AB1234"/>', 1)
    assert marked.count(b"w14") > 1 and b"rsid" in marked
    data = render(styled(referring(repacked(content, {"word/styles.xml": marked}))))
    with zipfile.ZipFile(io.BytesIO(data)) as file:
        found = file.read("word/styles.xml")
    assert b"ligatures" not in found and b"rsid" not in found


def test_the_theme_travels() -> None:
    data = written()
    with zipfile.ZipFile(io.BytesIO(data)) as file:
        assert b"<a:theme" in file.read("word/theme.xml")
        assert b'Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/theme"' in file.read(
            "word/_rels/document.xml.rels"
        )


def test_the_same_house_gives_the_same_bytes() -> None:
    house = referring(reference(with_picture_in_header), STYLED)
    once = render(styled(house, final_tree()))
    assert once == render(styled(replace(house), final_tree()))
    with zipfile.ZipFile(io.BytesIO(once)) as file:
        assert {entry.date_time for entry in file.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        assert file.namelist()[1:] == sorted(file.namelist()[1:])


def test_python_docx_opens_it() -> None:
    document = Document(io.BytesIO(written(_first_page, STYLED)))
    assert document.sections[0].left_margin == pytest.approx(Cm(2.5), abs=635)
    assert document.styles["Heading 1"].font.color.rgb is not None
