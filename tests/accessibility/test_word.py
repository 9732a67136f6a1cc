"""Each question that is asked of a Word file finds the defect that it is for, and the sample has none."""

from __future__ import annotations

import io
import re
import zipfile

import pytest

from dsagen.writers.docx import render
from tests.accessibility.word import problems_of_word
from tests.writers.sample_tree import final_tree, sample_tree


def test_the_sample_has_no_problem():
    assert problems_of_word(render(sample_tree())) == []
    assert problems_of_word(render(final_tree())) == []


def _changed(name: str, right: str, wrong: str) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(render(sample_tree()))) as whole, zipfile.ZipFile(buffer, "w") as changed:
        for part in whole.namelist():
            content = whole.read(part).decode()
            if part == name:
                content, count = re.subn(right, wrong, content, count=1)
                assert count == 1
            changed.writestr(part, content)
    return buffer.getvalue()


BODY, STYLES = "word/document.xml", "word/styles.xml"
TEXT = '<w:p><w:pPr><w:pStyle w:val="BodyText"/></w:pPr>'
PICTURE = (
    '<w:p><w:r><w:drawing><wp:{place} xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing">'
    '<wp:docPr id="1" name="p" descr="{said}"/></wp:{place}></w:drawing></w:r></w:p>'
)


@pytest.mark.parametrize(
    ("name", "right", "wrong", "problem"),
    [
        (BODY, '"Heading2"', '"Heading4"', "skips a level"),
        (BODY, '"Title"', '"BodyText"', "not one title"),
        (BODY, "<w:tblHeader/>", "", "has no header row that repeats"),
        (BODY, "<w:tblCaption [^>]*>", "", "a table has no title"),
        (BODY, "<w:tblDescription [^>]*>", "", "has no description"),
        (BODY, 'w:firstColumn="1"', 'w:firstColumn="0"', "its first row and column are headers"),
        (BODY, r"(<w:tc>.*?<w:t xml:space=.preserve.>)[^<]*", r"\1", "is empty"),
        (BODY, "<w:body>", "<w:body>" + PICTURE.format(place="inline", said="flows.png"), "says nothing: “flows.png”"),
        (BODY, "<w:body>", "<w:body>" + PICTURE.format(place="anchor", said="Who sends what"), "a picture floats"),
        (BODY, "<w:body>", f"<w:body>{TEXT}</w:p>", "an empty paragraph makes space"),
        (BODY, "<w:body>", f"<w:body>{TEXT}<w:r><w:t>- one</w:t></w:r></w:p>{TEXT}<w:r><w:t>- two</w:t></w:r></w:p>",
         "a list is typed and not made: “- one”"),
        (BODY, "<w:body>", f"<w:body>{TEXT}<w:r><w:t>one</w:t><w:br/></w:r></w:p>", "a line is broken by hand"),
        (BODY, '(<w:pStyle w:val="BodyText"/>)', r'\1<w:jc w:val="both"/>', "jc stands outside a style"),
        (BODY, "<w:rPr>", '<w:rPr><w:color w:val="FF0000"/>', "color stands outside a style"),
        (BODY, "(<w:tcPr>)", r'\1<w:shd w:fill="FF0000"/>', "shd stands outside a style"),
        (STYLES, r'(<w:docDefaults>.*?)<w:lang [^>]*>', r"\1", "the file says no language"),
        (STYLES, r'(w:styleId="Caption".*?)<w:keepNext/>', r"\1", "style Caption may stand alone"),
        (STYLES, r'(w:styleId="Heading2".*?)<w:keepNext/>', r"\1", "style Heading2 may stand alone"),
    ],
)  # fmt: skip
def test_a_planted_defect_is_found(name, right, wrong, problem):
    found = problems_of_word(_changed(name, right, wrong))
    assert any(problem in one for one in found), found
