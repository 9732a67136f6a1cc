"""The house style in HTML and PDF."""

from __future__ import annotations

import io
import re
from dataclasses import replace
from typing import Any

import lxml.html
import pikepdf
import pytest

from dsagen.documents.house import PLAIN, House, Logo
from dsagen.writers import html, pdf, render
from tests.house import GREEN
from tests.writers.houses import DRAWING, PNG, STYLED, styled
from tests.writers.sample_tree import final_tree, sample_tree, small_tree
from tests.writers.test_parity import READERS
from tests.writers.test_pdf_ua import failures
from tests.writers.words import tree_words


def test_a_page_names_the_accent_its_tint_and_the_font() -> None:
    page = html.render(styled()).decode()
    own = page.partition(html.style_sheet())[2]
    assert f":root {{ --accent: {GREEN}; --tint: {STYLED.tint}; " in own
    assert '--font: "Riverdale Sans", "dsagen Sans", Arial' in own


def test_no_colour_of_ours_is_left_in_the_style_sheet() -> None:
    after = html.style_sheet().partition("}")[2]
    assert PLAIN.accent not in after and PLAIN.tint not in after
    assert after.count("var(--accent)") > 5 and "var(--tint)" in after and "var(--font)" in after


def test_a_house_that_changes_nothing_adds_nothing() -> None:
    page = html.render(sample_tree()).decode()
    assert page.partition(html.style_sheet())[2].startswith("</style>")
    assert 'class="logo"' not in page


@pytest.mark.parametrize("name", ['a"; } body { display: none', "</style><script>alert(1)</script>", "a\\", "Türkçe"])
def test_no_name_of_a_font_leaves_its_string(name: str) -> None:
    page = html.render(styled(House(font=name))).decode()
    own = page.partition(html.style_sheet())[2].partition("</style>")[0]
    assert re.fullmatch(
        r':root \{ --font: "(?:[A-Za-z0-9 _-]|\\[0-9a-f]+ )+", "dsagen Sans", [^"]*"[^"]*"[^"]*; \}\n', own
    )


@pytest.mark.parametrize(("picture", "type"), [(PNG, "png"), (DRAWING, "svg+xml")])
def test_the_logo_stands_above_the_title_with_its_words(picture, type) -> None:
    page: Any = lxml.html.fromstring(
        html.render(styled(House(logo=Logo(picture, 'River "dale" & <partners>')))).decode()
    )
    first = page.find(".//main")[0]
    logo = first[0]
    assert (first.get("class"), logo.tag) == ("logo", "img")
    assert logo.get("alt") == 'River "dale" & <partners>'
    assert logo.get("src").startswith(f"data:image/{type};base64,")
    assert logo.get("style") == "width: 70.0mm"


def _fonts(data: bytes) -> set[str]:
    with pikepdf.open(io.BytesIO(data)) as file:
        fonts = [font for sheet in file.pages for font in sheet.obj.Resources.Font.values()]
        return {str(font.BaseFont).split("+")[1] for font in fonts}


def test_a_pdf_is_set_in_the_fonts_of_the_house() -> None:
    assert {name.removesuffix("-Oblique") for name in _fonts(pdf.render(styled()))} == {
        "dsagen-House",
        "dsagen-House-Bold",
    }


def test_a_font_without_files_changes_no_pdf() -> None:
    assert pdf.render(styled(House(font="Carlito"))) == pdf.render(sample_tree())


def test_the_logo_is_a_figure_with_an_alternative() -> None:
    with pikepdf.open(io.BytesIO(pdf.render(styled()))) as file:
        figures = [
            str(each.Alt)
            for each in file.objects
            if isinstance(each, pikepdf.Dictionary) and each.get("/S") == "/Figure"
        ]
    assert figures == ["Riverdale & partners"]


def test_another_house_is_another_file() -> None:
    def identifier(house: House) -> bytes:
        with pikepdf.open(io.BytesIO(pdf.render(styled(house, small_tree("<p>Words.</p>"))))) as file:
            return bytes(file.trailer.ID[0])

    houses = [PLAIN, House(accent=GREEN), House(fonts=STYLED.fonts), House(logo=STYLED.logo)]
    assert len({identifier(house) for house in houses}) == len(houses)


@pytest.mark.parametrize("house", [STYLED, House(logo=Logo(PNG, "Riverdale"))], ids=["drawing", "pixels"])
def test_a_pdf_in_a_house_style_passes_pdf_ua(house: House) -> None:
    assert failures(pdf.render(styled(house))) == []


@pytest.mark.parametrize("format", READERS)
def test_the_words_are_those_of_the_tree(format: str) -> None:
    """A logo is no word."""
    assert READERS[format](render(styled(), format)) == tree_words(sample_tree())


@pytest.mark.parametrize("house", [STYLED, replace(STYLED, logo=Logo(PNG, "Riverdale"))], ids=["drawing", "pixels"])
def test_the_same_house_gives_the_same_bytes(house: House) -> None:
    for writer in (html, pdf):
        assert writer.render(styled(house, final_tree())) == writer.render(styled(replace(house), final_tree()))
