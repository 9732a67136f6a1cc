"""The colours of the house are far enough apart, and ones that are not are found."""

from __future__ import annotations

import pytest
from lxml import etree

from dsagen.bundled import bundled_folder
from dsagen.writers.docx import render
from tests.accessibility.colours import contrast, problems_of_css, problems_of_word_styles
from tests.writers.docx.words import part
from tests.writers.sample_tree import sample_tree

SHEET = "p { color: #1a1a1a; background: #eef2f8; border: 1pt solid #1d3c6e; }"


@pytest.mark.parametrize(
    ("one", "other", "expected"), [("#000000", "#ffffff", 21), ("#777777", "#ffffff", 4.48), ("#fff000", "#fff000", 1)]
)
def test_contrast_is_that_of_the_standard(one, other, expected):
    assert contrast(one, other) == pytest.approx(contrast(other, one)) == pytest.approx(expected, abs=0.01)


@pytest.mark.parametrize("sheet", ["style.css", "paged.css"])
def test_the_style_sheets_have_no_problem(sheet):
    text = (bundled_folder("templates") / "shared" / sheet).read_text("utf-8")
    assert problems_of_css(text) == []


@pytest.mark.parametrize(
    ("right", "wrong", "problem"),
    [
        ("#1a1a1a", "#8a8a8a", "#8a8a8a on #eef2f8 has a contrast of 3.1, not 4.5"),
        ("#eef2f8", "#444444", "#1a1a1a on #444444 has a contrast of 1.8, not 4.5"),
        ("#1d3c6e", "#c0c0c0", "#c0c0c0 on #ffffff has a contrast of 1.8, not 3.0"),
    ],
)
def test_colours_that_are_too_close_are_found(right, wrong, problem):
    assert problems_of_css(SHEET) == []
    assert problem in problems_of_css(SHEET.replace(right, wrong))


def test_the_styles_of_a_word_file_have_no_problem_and_a_pale_one_is_found():
    styles = part(render(sample_tree()), "word/styles.xml")
    assert problems_of_word_styles(styles) == []
    pale = etree.tostring(styles, encoding="unicode").replace('w:color w:val="1D3C6E"', 'w:color w:val="9DB0D0"')
    assert "#9db0d0 on #ffffff has a contrast of 2.2, not 4.5" in problems_of_word_styles(etree.fromstring(pale))
