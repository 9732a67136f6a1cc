"""Each question that is asked of a PDF finds the defect that it is for, and the sample has none."""

from __future__ import annotations

import io
import re
from collections.abc import Callable

import pikepdf
import pytest
import weasyprint

from dsagen.writers import pdf
from tests.accessibility.paper import problems_of_pdf
from tests.writers.sample_tree import final_tree, sample_tree, small_tree

TABLE = (
    '<table id="g" class="grid" data-widths="50 50" data-description="d"><caption>The caption</caption><thead><tr>'
    '<th scope="col">Ref</th><th scope="col">Fields</th></tr></thead><tbody>'
    '<tr><th scope="row">F01</th><td>One</td></tr></tbody></table>'
)


@pytest.mark.parametrize("tree", [sample_tree(), final_tree()], ids=["draft", "final"])
def test_the_sample_has_no_problem(tree):
    assert problems_of_pdf(pdf.render(tree), tree.root) == []


def _laid_out(tree, style: str) -> bytes:
    """Lay a document out with rules of its own after those of the house."""
    press, text = pdf._press(), pdf.markup_for_paper(tree)
    own = weasyprint.CSS(string=style, base_url="about:blank", font_config=press.fonts, url_fetcher=press.fetcher)
    page = weasyprint.HTML(string=text, base_url="about:blank", url_fetcher=press.fetcher)
    options = pdf.options(text)
    data: bytes = page.write_pdf(font_config=press.fonts, stylesheets=[*press.styles, own], **options)
    return data


def test_a_heading_alone_at_the_foot_of_a_page_is_found():
    tree = small_tree('<section id="t.2" data-numbering="none"><h3>A heading</h3><p>One</p></section>')
    assert problems_of_pdf(_laid_out(tree, "h3 { break-after: page }"), tree.root) == [
        "heading “A heading” is the last thing on page 1"
    ]


def test_a_caption_that_is_parted_from_its_table_is_found():
    tree = small_tree(TABLE)
    style = "thead { break-before: page } caption { break-after: page } tbody { break-before: page }"
    assert any("is parted from its table" in one for one in problems_of_pdf(_laid_out(tree, style), tree.root))


@pytest.mark.parametrize(
    "style",
    ["p { white-space: nowrap }", "p { margin-left: -40mm }", "@page { margin: 10mm }", "p { margin-right: -15mm }"],
)
def test_words_that_leave_the_margins_are_found(style):
    tree = small_tree(f"<p>{'Words and more words. ' * 12}</p>")
    assert problems_of_pdf(pdf.render(tree), tree.root) == []
    assert any("leaves the margins of page 1" in one for one in problems_of_pdf(_laid_out(tree, style), tree.root))


def _changed(change: Callable[[pikepdf.Pdf], None]) -> bytes:
    target = io.BytesIO()
    with pikepdf.open(io.BytesIO(pdf.render(small_tree(TABLE + "<p>First words</p><p>Last words</p>")))) as file:
        change(file)
        file.save(target)
    return target.getvalue()


def _no_headers(file: pikepdf.Pdf) -> None:
    for item in file.objects:
        if isinstance(item, pikepdf.Dictionary) and item.get("/S") == "/TD":
            del item["/A"]


def _turned_about(file: pikepdf.Pdf) -> None:
    for item in file.objects:
        if isinstance(item, pikepdf.Dictionary) and item.get("/S") == "/Sect":
            item.K = pikepdf.Array(reversed(list(item.K)))


@pytest.mark.parametrize(
    ("change", "problem"), [(_no_headers, "a cell names 0 headers"), (_turned_about, "read in another order")]
)
def test_a_planted_defect_is_found(change, problem):
    root = small_tree(TABLE + "<p>First words</p><p>Last words</p>").root
    assert problems_of_pdf(_changed(lambda file: None), root) == []
    assert any(re.search(problem, one) for one in problems_of_pdf(_changed(change), root))
