"""Every PDF passes the PDF/UA-1 profile of `page-validation`, and a planted defect does not."""

from __future__ import annotations

import io

import page
import pikepdf
import pytest
import weasyprint

from dsagen.writers.pdf import markup_for_paper, render
from tests.writers.sample_tree import final_tree, sample_tree, small_tree


def failures(data: bytes) -> list[str]:
    report = page.validate_pdf_bytes(data, profile="ua1")
    assert report.rules.total > 90
    assert report.is_compliant is (report.failures == [])
    return [failure.message for failure in report.failures]


@pytest.mark.parametrize(
    "tree", [sample_tree(), final_tree(), small_tree("<p>Words.</p>")], ids=["draft", "final", "small"]
)
def test_a_pdf_passes(tree):
    assert failures(render(tree)) == []


@pytest.mark.parametrize(
    "markup",
    [
        "<ul><li>Words</li><li><p>A paragraph</p></li></ul>",
        "<ul><li><p>One</p><p>Two</p><ul><li><p>Inside</p></li></ul></li></ul>",
        "<ul><li><p>One</p><ol><li><p>Inside</p></li></ol></li></ul>",
    ],
)
def test_a_list_with_paragraphs_passes(markup):
    assert failures(render(small_tree(markup))) == []


def test_a_pdf_without_tags_fails():
    text = markup_for_paper(sample_tree())
    found = failures(weasyprint.HTML(string=text).write_pdf())
    assert any("StructTreeRoot" in message or "tagged" in message.lower() for message in found), found


def _without(change) -> bytes:
    target = io.BytesIO()
    with pikepdf.open(io.BytesIO(render(sample_tree()))) as file:
        change(file)
        file.save(target)
    return target.getvalue()


def _no_title(file):
    with file.open_metadata(set_pikepdf_as_editor=False, update_docinfo=False) as metadata:
        del metadata["dc:title"]


def _no_display(file):
    del file.Root.ViewerPreferences


def _no_mark(file):
    del file.Root.MarkInfo


def _no_language(file):
    del file.Root.Lang


def _no_link_words(file):
    for sheet in file.pages:
        for note in sheet.obj.get("/Annots", []):
            del note["/Contents"]


def _font_not_embedded(file):
    for item in file.objects:
        if isinstance(item, pikepdf.Dictionary) and "/FontFile2" in item:
            del item["/FontFile2"]


def _level_skipped(file):
    for item in file.objects:
        if isinstance(item, pikepdf.Dictionary) and item.get("/S") == "/H2":
            item.S = pikepdf.Name.H5


@pytest.mark.parametrize(
    "defect", [_no_title, _no_display, _no_mark, _no_language, _no_link_words, _font_not_embedded, _level_skipped]
)
def test_a_planted_defect_fails(defect):
    assert failures(_without(defect)) != []


def test_saving_again_is_no_defect():
    assert failures(_without(lambda file: None)) == []
