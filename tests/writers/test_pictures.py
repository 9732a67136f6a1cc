"""Pictures in every format: SVG that parses, PNG of the stated size, and an alternative wherever they stand."""

from __future__ import annotations

import io
from zipfile import ZipFile

import pikepdf
import pytest
from lxml import etree
from PIL import Image

from dsagen.documents.problems import TemplateProblem
from dsagen.documents.subset import parse, tidy, validate
from dsagen.writers import docx, html, pdf, text
from dsagen.writers.pictures import png, size_of, svg
from tests.writers.sample_tree import small_tree
from tests.writers.test_pdf_ua import failures
from tests.writers.words import html_words, pdf_words, split, text_words, tree_words

SAID = "Flows of information. F01: surgery to council."
FIGURE = (
    f'<figure id="t.1.picture" class="flows" data-alternative="{SAID}"><figcaption>Who sends</figcaption>'
    '<drawing width="100.00" height="30.00">'
    '<box x="1.00" y="1.00" width="40.00" height="10.00" tone="tint"/>'
    '<line x1="41.00" y1="6.00" x2="80.00" y2="6.00" arrow="yes"/>'
    '<label x="3.00" y="6.00" size="9.00" text="Hidden &amp; seen" value="parties/a/name" weight="bold"/>'
    "</drawing></figure>"
)


def figure(markup: str = FIGURE):
    return etree.fromstring(markup)


def test_svg_parses_and_has_no_words():
    root = etree.fromstring(svg(figure()))
    assert root.get("viewBox") == "0 0 100 30"
    assert "".join(map(str, root.itertext())) == ""
    assert len(list(root.iter("{*}path"))) == len("Hidden&seen")


def test_png_has_the_stated_size_and_the_same_bytes():
    data = png(figure())
    picture = Image.open(io.BytesIO(data))
    assert picture.size == (787, 236)
    assert picture.convert("L").tobytes()[20 * 787 + 100] < 255
    assert data == png(figure())
    assert size_of(figure()) == (100.0, 30.0)


def test_the_words_of_every_format_are_those_of_the_tree():
    tree = small_tree(f"<p>Before.</p>{FIGURE}<p>After.</p>")
    words = tree_words(tree)
    assert "sends" in words
    assert "Hidden" not in words
    assert text_words(text.render(tree)) == words
    assert html_words(html.render(tree)) == words
    assert pdf_words(pdf.render(tree)) == words


def test_a_pdf_tags_the_picture_with_its_alternative():
    data = pdf.render(small_tree(FIGURE))
    assert failures(data) == []
    assert alternatives(data) == [SAID]


def alternatives(data: bytes) -> list[str]:
    with pikepdf.open(io.BytesIO(data)) as file:
        return [
            str(item.get("/Alt", ""))
            for item in file.objects
            if isinstance(item, pikepdf.Dictionary) and item.get("/S") == "/Figure"
        ]


def test_a_pdf_whose_picture_has_no_alternative_fails():
    target = io.BytesIO()
    with pikepdf.open(io.BytesIO(pdf.render(small_tree(FIGURE)))) as file:
        for item in file.objects:
            if isinstance(item, pikepdf.Dictionary) and item.get("/S") == "/Figure":
                del item["/Alt"]
        file.save(target)
    assert failures(target.getvalue()) != []


def test_word_holds_the_picture_with_its_alternative():
    two = small_tree(FIGURE + FIGURE.replace("t.1.picture", "t.2.picture").replace("F01", "F02"))
    with ZipFile(io.BytesIO(docx.render(two))) as file:
        body = etree.fromstring(file.read("word/document.xml"))
        links = etree.fromstring(file.read("word/_rels/document.xml.rels"))
        names = {link.get("Id"): link.get("Target") for link in links}
        shown = body.findall(".//{*}docPr")
        assert [item.get("descr") for item in shown] == [SAID, SAID.replace("F01", "F02")]
        assert len({item.get("id") for item in shown}) == 2
        keys = [str(value) for item in body.iter("{*}blip") for value in item.attrib.values()]
        assert len(keys) == 2
        assert all(Image.open(io.BytesIO(file.read(f"word/{names[key]}"))).size == (787, 236) for key in keys)
        assert b'Extension="png"' in file.read("[Content_Types].xml")
    assert "Hidden" not in split("".join(map(str, body.itertext())))


@pytest.mark.parametrize(
    ("old", "new", "reason"),
    [
        (SAID, "", "alternative"),
        (SAID, "A picture", "alternative"),
        (' id="t.1.picture"', "", "id"),
        ('class="flows"', 'class="chart"', "class"),
        ('width="100.00"', 'width="400.00"', "larger than the page"),
        ('x2="80.00"', 'x2="101"', "leaves its drawing"),
        ('y1="6.00"', 'y1="-1"', "leaves its drawing"),
        ('size="9.00"', 'size="8"', "9 points"),
        ('x="3.00"', 'x="nan"', "millimetres"),
        (' y="6.00"', "", "needs `y`"),
        ('tone="tint"', 'tone="red"', "tone"),
        ("<box ", "<ellipse ", "not part"),
        ("<figcaption>Who sends</figcaption>", "", "caption"),
    ],
)
def test_a_figure_that_is_wrong_is_refused(old: str, new: str, reason: str):
    assert old in FIGURE
    with pytest.raises(TemplateProblem, match=reason):
        validate(parse(FIGURE.replace(old, new, 1), "test.html"), "test.html")


def test_a_sound_figure_is_taken():
    element = parse(FIGURE, "test.html")
    validate(element, "test.html")
    tidy(element)
    assert element[0].text == "Who sends"
