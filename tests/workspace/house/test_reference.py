"""The reference document: a Word file, or a finding that says what is wrong with it."""

from __future__ import annotations

import io
import re
import zipfile
from pathlib import Path

import pytest
from docx import Document
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, RGBColor

from dsagen.workspace import Reading
from dsagen.workspace.house.word import EXPECTED_STYLES
from tests.house import picture, reference, repacked, with_picture_in_header
from tests.workspace.builder import Builder, said


def read(workspace: Builder, content: bytes) -> Reading:
    """Read the tiny workspace with a reference document."""
    workspace.write("dsagen.yaml", "format: 1\nname: Riverdale partnership\nhouse_style: {reference: house.docx}\n")
    workspace.write("house.docx", content)
    return workspace.read()


def without_style(document, name: str) -> None:
    document.styles[name].delete()


def test_a_sound_one_is_taken(workspace: Builder) -> None:
    reading = read(workspace, reference(with_picture_in_header))
    assert said(reading) == []
    found = reading.house.reference
    assert found is not None and found.page is not None and found.theme is not None
    assert (found.page.width, found.page.left) == (11906, 1417)
    assert [kind for kind, _ in found.headers] == ["default"]
    assert b"Riverdale letter-head" in found.headers[0][1].content
    assert [(ending, data) for _, ending, data in found.headers[0][1].pictures] == [("png", picture())]


def test_missing_styles_are_listed_as_a_warning(workspace: Builder) -> None:
    def change(document):
        without_style(document, "Body Text")
        without_style(document, "Heading 3")

    reading = read(workspace, reference(change))
    assert [problem.severity for problem in reading.problems] == ["warning"]
    assert "`house.docx` lacks the styles `Heading 3`, `Body Text`: dsagen's own look is used there" in said(reading)[0]
    assert reading.house.reference is not None
    assert not reading.has_errors


def test_one_missing_style_is_named_in_the_singular(workspace: Builder) -> None:
    reading = read(workspace, reference(lambda document: without_style(document, "Caption")))
    assert "lacks the style `Caption`:" in said(reading)[0]


def test_names_of_styles_are_compared_as_word_does(workspace: Builder) -> None:
    content = reference()
    styles = zipfile.ZipFile(io.BytesIO(content)).read("word/styles.xml")
    assert b'<w:name w:val="heading 1"/>' in styles or b'<w:name w:val="Heading 1"/>' in styles
    shouted = re.sub(rb'<w:name w:val="([^"]*)"', lambda found: b'<w:name w:val="' + found[1].upper() + b'"', styles)
    assert said(read(workspace, repacked(content, {"word/styles.xml": shouted}))) == []


def test_pale_words_are_a_warning(workspace: Builder) -> None:
    def change(document):
        document.styles["Heading 1"].font.color.rgb = RGBColor(0xFF, 0xC0, 0x00)

    assert "too pale to read on white: `Heading 1` (`#ffc000`)" in said(read(workspace, reference(change)))[0]


def _encrypted() -> bytes:
    data = bytearray(reference())
    for at in [found.start() for found in re.finditer(rb"PK\x01\x02", bytes(data))]:
        data[at + 8] |= 1
    return bytes(data)


def _bomb() -> bytes:
    return repacked(reference(), {"word/media/bomb.png": b"\0" * 11_000_000})


def _strict() -> bytes:
    content = reference()
    rels = zipfile.ZipFile(io.BytesIO(content)).read("_rels/.rels")
    old, new = b"http://schemas.openxmlformats.org/officeDocument/2006", b"http://purl.oclc.org/ooxml/officeDocument"
    return repacked(content, {"_rels/.rels": rels.replace(old, new)})


def _open_document() -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as file:
        file.writestr("mimetype", "application/vnd.oasis.opendocument.text")
    return buffer.getvalue()


def _styles(change: tuple[bytes, bytes]) -> bytes:
    content = reference()
    styles = zipfile.ZipFile(io.BytesIO(content)).read("word/styles.xml")
    assert change[0] in styles
    return repacked(content, {"word/styles.xml": styles.replace(*change, 1)})


def _circle() -> bytes:
    def change(document):
        base = OxmlElement("w:basedOn")
        base.set(qn("w:val"), "Heading1")
        document.styles["Normal"].element.insert(1, base)

    return reference(change)


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (b"", "`house.docx` is not a Word document: it is empty"),
        (b"<html>", "it is a web page"),
        (b"\xd0\xcf\x11\xe0", "it is an Office file of the old kind, or one with a password"),
        (b"PK\x03\x04 and then nothing", "is damaged: it cannot be unpacked"),
        (reference()[:-500], "is damaged: it cannot be unpacked"),
        (_encrypted(), "has a password"),
        (_bomb(), "which is too much"),
        (repacked(reference(), {f"word/media/{at}.png": b"" for at in range(2_001)}), "which is too much"),
        (_strict(), "is saved as Strict Open XML"),
        (_open_document(), "is not a Word document"),
        (repacked(reference(), {"word/styles.xml": None}), "its part `word/styles.xml` cannot be read"),
        (repacked(reference(), {"word/styles.xml": b"<html>"}), "is not the XML of Word"),
        (repacked(reference(), {"word/styles.xml": b"<html/>"}), "the styles of `house.docx` are damaged"),
        (
            repacked(reference(), {"word/document.xml": b'<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>'}),
            "is not the XML of Word",
        ),
        (_circle(), "the styles of `house.docx` are damaged"),
        (repacked(reference(), {"word/document.xml": b"<a/>"}), "is not a Word document"),
    ],
)
def test_another_file_is_refused(workspace: Builder, content: bytes, message: str) -> None:
    reading = read(workspace, content)
    assert len(reading.problems) == 1, said(reading)
    assert message in said(reading)[0]
    assert reading.problems[0].severity == "error"
    assert reading.problems[0].fix
    assert reading.house.reference is None


def test_a_damaged_zip_entry_is_refused(workspace: Builder) -> None:
    data = bytearray(reference())
    start = data.index(b"word/styles.xml") + 200
    data[start : start + 400] = b"\xff" * 400
    assert "its part `word/styles.xml` cannot be read" in said(read(workspace, bytes(data)))[0]


def test_a_spreadsheet_is_no_word_document(workspace: Builder, tmp_path: Path) -> None:
    content = reference()
    rels = zipfile.ZipFile(io.BytesIO(content)).read("_rels/.rels").replace(b"word/document.xml", b"xl/workbook.xml")
    workbook = {"_rels/.rels": rels, "xl/workbook.xml": b"<workbook/>"}
    assert "`house.docx` is not a Word document" in said(read(workspace, repacked(content, workbook)))[0]


def test_a_header_with_a_linked_picture_is_left_out(workspace: Builder) -> None:
    content = reference(with_picture_in_header)
    parts = zipfile.ZipFile(io.BytesIO(content))
    name = next(name for name in parts.namelist() if re.fullmatch(r"word/_rels/header\d*\.xml\.rels", name))
    linked = re.sub(rb'Target="[^"]*"', b'Target="https://t.example/a.png" TargetMode="External"', parts.read(name))
    reading = read(workspace, repacked(content, {name: linked}))
    assert "the header of `house.docx` is not used: it holds a picture that is linked" in said(reading)[0]
    assert not reading.has_errors
    assert reading.house.reference is not None and reading.house.reference.headers == ()


def test_a_header_that_points_at_nothing_is_damaged(workspace: Builder) -> None:
    content = reference(with_picture_in_header)
    names = zipfile.ZipFile(io.BytesIO(content)).namelist()
    name = next(name for name in names if re.fullmatch(r"word/_rels/header\d*\.xml\.rels", name))
    assert "the header of `house.docx` is damaged" in said(read(workspace, repacked(content, {name: None})))[0]


def test_an_empty_header_is_none(workspace: Builder) -> None:
    def change(document):
        document.sections[0].header.paragraphs[0].clear()

    found = read(workspace, reference(change)).house.reference
    assert found is not None and found.headers == () and len(found.footers) == 1


def test_a_first_page_of_its_own_is_taken(workspace: Builder) -> None:
    def change(document):
        document.sections[0].different_first_page_header_footer = True
        document.sections[0].first_page_header.paragraphs[0].add_run("Welcome")

    found = read(workspace, reference(change)).house.reference
    assert found is not None
    assert [kind for kind, _ in found.headers] == ["default", "first"]


@pytest.mark.parametrize(
    ("sides", "message"),
    [
        ({"page_width": Cm(29.7), "page_height": Cm(21)}, "it is wider than high"),
        ({"left_margin": Cm(6), "right_margin": Cm(6)}, "its margins leave less than 12 cm"),
        ({"top_margin": Cm(12), "bottom_margin": Cm(12)}, "it leaves too little of the page"),
    ],
)
def test_a_page_that_cannot_hold_tables_is_not_used(workspace: Builder, sides: dict[str, int], message: str) -> None:
    def change(document):
        for side, length in sides.items():
            setattr(document.sections[0], side, length)

    reading = read(workspace, reference(change))
    assert message in said(reading)[0]
    assert reading.problems[0].severity == "warning"
    assert reading.house.reference is not None and reading.house.reference.page is None


def test_the_styles_that_are_expected_are_words_own() -> None:
    styles = Document().styles
    assert all(name in styles for name in EXPECTED_STYLES)
