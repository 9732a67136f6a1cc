from __future__ import annotations

import re
from itertools import pairwise

import lxml.html
import pytest

from dsagen.writers.html import render
from tests.writers.sample_tree import final_tree, sample_tree, small_tree


@pytest.fixture(scope="module")
def source():
    return render(sample_tree()).decode()


@pytest.fixture(scope="module")
def page(source):
    return lxml.html.document_fromstring(source)


def test_the_page_says_what_it_is(page, source):
    assert source.startswith("<!DOCTYPE html>\n")
    assert page.get("lang") == "en-GB"
    assert page.findtext(".//title") == sample_tree().properties.title
    metas = {meta.get("name"): meta.get("content") for meta in page.iter("meta")}
    assert page.find(".//meta").get("charset") == "utf-8"
    assert metas["viewport"] == "width=device-width, initial-scale=1"
    assert metas["author"] == "Northmoor Council"
    assert metas["dcterms.modified"] == "2026-11-20"


def test_the_page_needs_nothing_else(page, source):
    assert [element.tag for element in page.iter("script", "link", "img", "iframe", "object", "base")] == []
    assert page.xpath("//@src") == []
    assert not re.search(r"@import|url\(", source)


def test_nothing_of_the_sources_is_left(page):
    assert list(page.iter("data")) == []
    assert [name for element in page.iter() for name in element.attrib if name.startswith("data-")] == []


def test_ids_are_unique_and_every_link_within_arrives(page):
    ids = page.xpath("//@id")
    assert len(ids) == len(set(ids))
    inner = [href[1:] for href in page.xpath("//a/@href") if href.startswith("#")]
    assert len(inner) > 8
    assert set(inner) <= set(ids)
    assert set(page.xpath("//@aria-labelledby")) <= set(ids)


def test_tables_can_be_read_aloud(page):
    tables = list(page.iter("table"))
    assert len(tables) == 5
    for table in tables:
        assert table.find("caption").text_content()
        assert {cell.get("scope") for cell in table.iterfind("thead/tr/th")} == {"col"}
        assert {row[0].get("scope") for row in table.iterfind("tbody/tr")} == {"row"}
        widths = [int(column.get("style").removeprefix("width: ").removesuffix("%")) for column in table.iter("col")]
        assert sum(widths) == 100
        assert table.get("aria-description")


def test_numbers_are_words(page):
    def words(path):
        return page.find(path).text_content()

    assert words(".//section[@id='dsa.2.purpose']/h2") == "2 Purpose and benefit, page 9 of the plan"
    assert words(".//div[@id='dsa.annex/1']/p").startswith("A.1 “Young carer”")
    assert [item.text_content()[:8] for item in page.findall(".//div[@id='dsa.cover.draft']/ol/li")] == [
        "1. Secti",
        "2. The r",
    ]
    assert page.find(".//div[@id='dsa.colophon/1']//span") is None


def test_headings_go_down_one_level_at_a_time(page):
    levels = [int(heading.tag[1]) for heading in page.iter("h1", "h2", "h3", "h4", "h5")]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(later <= earlier + 1 for earlier, later in pairwise(levels))


def test_a_draft_and_its_marking_are_seen_at_the_top(page):
    head = page.find(".//header[@class='page-head']")
    assert head.find(".//strong").text == "DRAFT"
    assert head.text_content().split() == [
        "OFFICIAL-SENSITIVE",
        "DRAFT",
        "NYC-001",
        "·",
        *["Young-carer", "flag:", "data", "sharing", "agreement"],
    ]
    assert "NYC-001 · Version 0.3 · Draft" in page.find(".//footer").text_content()


def test_a_final_document_has_no_draft_and_no_marking():
    page = lxml.html.document_fromstring(render(final_tree()).decode())
    for part in (page.find(".//header[@class='page-head']"), page.find(".//footer")):
        assert part is not None
        assert "DRAFT" not in str(part.xpath("string()"))
        assert part.find(".//p[@class='page-marking']") is None


def test_what_users_write_is_never_markup():
    tree = small_tree(
        "<p>1 &lt; 2 &amp; &lt;script&gt;alert(1)&lt;/script&gt;</p>",
        title='A "<b>" & title',
        short_title="</p><script>",
        author='"><x>',
    )
    source = render(tree).decode()
    assert "<script" not in source
    assert "<b>" not in source
    assert "<x>" not in source
    page = lxml.html.document_fromstring(source)
    assert page.findtext(".//title") == 'A "<b>" & title'
    assert page.findtext(".//article//p") == "1 < 2 & <script>alert(1)</script>"
    assert page.xpath("//meta[@name='author']/@content") == ['"><x>']


def test_the_tree_is_not_changed():
    before = lxml.etree.tostring(sample_tree().root)
    render(sample_tree())
    assert lxml.etree.tostring(sample_tree().root) == before


def test_contrast_of_words_on_their_ground_is_enough():
    pairs = [
        ("1d3c6e", "ffffff"),
        ("1d3c6e", "eef2f8"),
        ("8a1c1c", "fbeeee"),
        ("404854", "ffffff"),
        ("1a1a1a", "fff3c4"),
    ]
    sheet = render(small_tree("<p>Words.</p>")).decode()
    for ink, ground in pairs:
        assert f"#{ink}" in sheet
        assert _contrast(ink, ground) >= 4.5


def _contrast(first: str, second: str) -> float:
    """Give the contrast ratio of WCAG 2.2 (1.4.3)."""

    def luminance(colour: str) -> float:
        channels = [int(colour[at : at + 2], 16) / 255 for at in (0, 2, 4)]
        red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels)
        return 0.2126 * red + 0.7152 * green + 0.0722 * blue

    light, dark = sorted((luminance(first), luminance(second)), reverse=True)
    return (light + 0.05) / (dark + 0.05)
