"""The files of the font: fonts that can be read and may be embedded."""

from __future__ import annotations

import pytest

from dsagen.workspace import Reading
from tests.house import font, restricted_font
from tests.workspace.builder import Builder, said


def read(workspace: Builder, written: str, **files: bytes) -> Reading:
    """Read the tiny workspace with a font."""
    workspace.write("dsagen.yaml", f"format: 1\nname: Riverdale partnership\nhouse_style:\n  font: {written}\n")
    for name, content in files.items():
        workspace.write(f"fonts/{name}.ttf", content)
    return workspace.read()


BOTH = "{name: House Sans, files: {regular: fonts/regular.ttf, bold: fonts/bold.ttf}}"


def test_fonts_are_taken(workspace: Builder) -> None:
    reading = read(workspace, BOTH, regular=font(), bold=font("Bold"))
    assert said(reading) == []
    assert [(file.style, file.data) for file in reading.house.fonts] == [("regular", font()), ("bold", font("Bold"))]


def test_a_name_alone_is_for_word_and_pdfs_say_what_they_use(workspace: Builder) -> None:
    reading = read(workspace, "Calibri")
    assert [problem.severity for problem in reading.problems] == ["advice"]
    assert "PDFs are set in Liberation Sans, since the files of the font `Calibri` are not named" in said(reading)[0]
    assert reading.house.fonts == ()
    assert not reading.has_errors


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (b"<!DOCTYPE html><html>Not found</html>", "`fonts/regular.ttf` is not a TTF or OTF font: it is a web page"),
        (b"wOF2....", "it is a web font (WOFF)"),
        (b"ttcf....", "it is a collection of fonts (TTC)"),
        (b"", "it is empty"),
        (font()[:5000], "the font `fonts/regular.ttf` is damaged"),
        (b"\x00\x01\x00\x00" + b"\xff" * 400, "the font `fonts/regular.ttf` is damaged"),
        (b"OTTO", "the font `fonts/regular.ttf` is damaged"),
    ],
)
def test_another_file_is_refused_and_no_other_is_used_without_the_upright_one(
    workspace: Builder, content: bytes, message: str
) -> None:
    reading = read(workspace, BOTH, regular=content, bold=font("Bold"))
    assert len(reading.problems) == 1
    assert message in said(reading)[0]
    assert reading.problems[0].path == "settings/house_style/font/files/regular"
    assert reading.house.fonts == ()


def test_a_font_that_may_not_be_embedded_is_refused(workspace: Builder) -> None:
    reading = read(workspace, BOTH, regular=restricted_font(), bold=font("Bold"))
    assert "does not allow it to be embedded in documents" in said(reading)[0]


def test_one_bad_file_leaves_the_others(workspace: Builder) -> None:
    reading = read(workspace, BOTH, regular=font())
    assert "there is no file `fonts/bold.ttf`" in said(reading)[0]
    assert [file.style for file in reading.house.fonts] == ["regular"]


def test_the_upright_font_is_needed(workspace: Builder) -> None:
    reading = read(workspace, "{name: House Sans, files: {bold: fonts/bold.ttf}}", bold=font("Bold"))
    assert "the key `regular` is missing in the files of a font" in said(reading)[0]
