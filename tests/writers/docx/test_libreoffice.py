"""LibreOffice opens a file, lays it out and saves it again without losing what readers need.

Where `soffice` is not installed, these tests are skipped. `.ci/run` installs it where it may.
"""

from __future__ import annotations

import html
import re
import shutil
import subprocess
import zipfile
from collections.abc import Callable
from io import BytesIO
from pathlib import Path

import pypdf
import pytest

from dsagen.documents.tree import DocumentTree
from dsagen.writers.docx import render
from dsagen.writers.docx.story import bookmark_name
from tests.golden.composed import EXAMPLES, composed
from tests.writers.docx.words import docx_words
from tests.writers.sample_tree import sample_tree, small_tree
from tests.writers.words import tree_words

SOFFICE = shutil.which("soffice")
TURNED = (
    '<p>Before</p><table id="g" class="grid" data-widths="50 50" data-description="d" data-orientation="landscape">'
    '<caption>The caption</caption><thead><tr><th scope="col">Ref</th><th scope="col">Fields</th></tr></thead>'
    '<tbody><tr><th scope="row">F01</th><td>One</td></tr></tbody></table><p>After</p>'
)
pytestmark = pytest.mark.skipif(SOFFICE is None, reason="LibreOffice is not installed")


def _notice() -> DocumentTree:
    found = composed(EXAMPLES[-1])
    return next(result.tree for document, result in found.items() if document.kind == "privacy_notice")


TREES: dict[str, Callable[[], DocumentTree]] = {
    "sample": sample_tree,
    "notice": _notice,
    "turned": lambda: small_tree(TURNED),
}


@pytest.fixture(scope="module")
def converted(tmp_path_factory) -> dict[str, Path]:
    """Write every document and have all of them saved again and laid out, in two runs: starting takes the time."""
    folder = tmp_path_factory.mktemp("libreoffice")
    files = []
    for name, tree in TREES.items():
        files.append(folder / f"{name}.docx")
        files[-1].write_bytes(render(tree()))
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    for form in ("docx", "pdf"):
        command = [SOFFICE or "", profile, "--headless", "--convert-to", form, "--outdir", str(folder / form)]
        subprocess.run([*command, *map(str, files)], check=True, capture_output=True, timeout=240)
    return {"written": folder, "saved": folder / "docx", "laid out": folder / "pdf"}


def _body(data: bytes) -> str:
    with zipfile.ZipFile(BytesIO(data)) as file:
        return file.read("word/document.xml").decode()


@pytest.mark.parametrize("name", TREES)
def test_a_file_that_is_saved_again_says_the_same(name, converted):
    assert docx_words((converted["saved"] / f"{name}.docx").read_bytes()) == tree_words(TREES[name]())


@pytest.mark.parametrize("name", TREES)
@pytest.mark.parametrize(
    "mark",
    [
        'w:val="Heading[1-3]"',
        "<w:tbl>",
        "<w:tblHeader",
        "<w:hyperlink",
        "instrText[^>]*> *REF",
        "instrText[^>]*> *TOC",
        "<w:sectPr",
        'w:orient="landscape"',
        "<w:footerReference",
    ],
)
def test_a_file_that_is_saved_again_has_the_same_parts(mark, name, converted):
    written, saved = (_body((converted[kept] / f"{name}.docx").read_bytes()) for kept in ("written", "saved"))
    assert len(re.findall(mark, saved)) == len(re.findall(mark, written))


def _names(body: str) -> set[str]:
    return {html.unescape(name) for name in re.findall('<w:alias w:val="([^"]*)"', body)}


@pytest.mark.parametrize("name", TREES)
def test_blocks_can_still_be_told_apart(name, converted):
    """LibreOffice 7.4 forgets the tags of content controls. It keeps their names, and the bookmarks of all blocks."""
    written, saved = (_body((converted[kept] / f"{name}.docx").read_bytes()) for kept in ("written", "saved"))
    assert _names(written) <= _names(saved)
    blocks = TREES[name]().root.iter("header", "section", "div", "table")
    marks = set(re.findall('<w:bookmarkStart [^>]*w:name="([^"]*)"', saved))
    assert {bookmark_name(block.get("id", "")) for block in blocks} <= marks


@pytest.mark.parametrize("name", TREES)
def test_no_code_of_a_field_is_printed(name, converted):
    text = "".join(page.extract_text() for page in pypdf.PdfReader(converted["laid out"] / f"{name}.pdf").pages)
    assert len(text.split()) > 5
    assert "HYPERLINK" not in text
    assert "REF b" not in text


def test_pages_lie_on_their_side_where_they_should(converted):
    pages = pypdf.PdfReader(converted["laid out"] / "turned.pdf").pages
    assert [page.mediabox.width > page.mediabox.height for page in pages] == [False, True, False]
