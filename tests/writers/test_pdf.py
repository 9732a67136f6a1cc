from __future__ import annotations

import io
import subprocess
import sys
from itertools import pairwise
from pathlib import Path

import page
import pikepdf
import pypdf
import pytest

from dsagen.writers import pdf as writer
from dsagen.writers.errors import PdfLibrariesMissing
from dsagen.writers.pdf import render
from tests.accessibility.paper import problems_of_pdf
from tests.writers.sample_tree import final_tree, sample_tree, small_tree
from tests.writers.words import broken_words, pdf_blocks, split

ROOT = Path(__file__).parents[2]
HEADINGS = ("H1", "H2", "H3", "H4")


@pytest.fixture(scope="module")
def data():
    return render(sample_tree())


@pytest.fixture(scope="module")
def reader(data):
    return pypdf.PdfReader(io.BytesIO(data))


def test_the_file_says_what_it_is(data):
    with pikepdf.open(io.BytesIO(data)) as file:
        assert str(file.docinfo["/Title"]) == sample_tree().properties.title
        assert str(file.docinfo["/Author"]) == "Northmoor Council"
        assert str(file.docinfo["/CreationDate"]) == str(file.docinfo["/ModDate"]) == "D:20261120"
        assert str(file.Root.Lang) == "en-GB"
        assert file.Root.ViewerPreferences.DisplayDocTitle
        assert file.Root.MarkInfo.Marked
        assert not file.is_encrypted


def test_paper_is_a4_and_every_page_carries_the_running_lines(reader):
    total = len(reader.pages)
    assert total > 4
    for number, sheet in enumerate(reader.pages, start=1):
        assert [round(float(side)) for side in sheet.mediabox] == [0, 0, 595, 842]
        text = sheet.extract_text()
        for line in ("NYC-001 · Young-carer flag: data sharing agreement", "DRAFT", "NYC-001 · Version 0.3 · Draft"):
            assert text.count(line) == 1
        assert f"Page {number} of {total}" in text
        assert text.count("OFFICIAL-SENSITIVE") == (3 if number == 1 else 2)


def test_a_final_document_carries_no_draft_and_no_marking():
    for sheet in pypdf.PdfReader(io.BytesIO(render(final_tree()))).pages:
        text = sheet.extract_text()
        assert "DRAFT" not in text
        assert "NYC-001 · Version 1.0 · Agreed" in text


def test_only_the_bundled_fonts_are_used(data):
    with pikepdf.open(io.BytesIO(data)) as file:
        fonts = [font for sheet in file.pages for font in sheet.obj.Resources.Font.values()]
        names = {str(font.BaseFont).split("+")[1] for font in fonts}
    assert names == {"dsagen-Sans", "dsagen-Sans-Bold", "dsagen-Sans-Italic"}


def test_bookmarks_are_the_headings(reader):
    def labels(items):
        return [label for item in items for label in (labels(item) if isinstance(item, list) else [item.title])]

    root = sample_tree().root
    expected = [
        " ".join(filter(None, (heading.get("data-number"), "".join(map(str, heading.itertext())))))
        for heading in root.iter("h2", "h3", "h4", "h5")
    ]
    assert labels(reader.outline) == expected


def test_the_contents_print_the_page_that_each_section_is_on(data):
    blocks = pdf_blocks(data)
    page_of = {block.text: block.page for block in blocks if block.kind in HEADINGS}
    printed = {}
    for entry, number in pairwise(blocks):
        if number.kind == "PageNumber":
            printed[entry.text] = number.text
    assert len(printed) == 7
    assert printed == {title: f", page {page_of[title]}" for title in printed}
    assert len(set(printed.values())) > 2


def test_the_tags_are_those_of_the_tree(data):
    root = sample_tree().root
    with pikepdf.open(io.BytesIO(data)) as file:
        kinds = [
            str(item.S)[1:]
            for item in file.objects
            if isinstance(item, pikepdf.Dictionary) and "/S" in item and "/P" in item
        ]
    for tag, kind in (
        ("h1", "H1"),
        ("h2", "H2"),
        ("h3", "H3"),
        ("h4", "H4"),
        ("h5", "H5"),
        ("caption", "Caption"),
        ("li", "LI"),
    ):
        assert kinds.count(kind) == len(list(root.iter(tag)))
    assert kinds.count("TD") == len(list(root.iter("td")))


def test_header_rows_are_repeated_and_rows_stay_whole(data):
    with pikepdf.open(io.BytesIO(data)) as file:
        structure = [
            item for item in file.objects if isinstance(item, pikepdf.Dictionary) and "/S" in item and "/P" in item
        ]
        tables = [item for item in structure if item.S == "/Table"]
        rows = [item for item in structure if item.S == "/TR" and item.P.S == "/TBody"]
        assert len(tables) > 5
        assert all("/THead" in [kid.S for kid in table.K] for table in tables)
        assert len(rows) == len(list(sample_tree().root.iterfind(".//tbody/tr")))


@pytest.mark.parametrize("lines", range(0, 48, 3))
def test_no_heading_or_caption_stands_alone_at_the_foot_of_a_page(lines):
    filler = "<p>Words.</p>" * lines
    table = (
        '<table id="g" class="grid" data-widths="50 50" data-description="d"><caption>The caption</caption>'
        '<thead><tr><th scope="col">Ref</th><th scope="col">Fields</th></tr></thead>'
        '<tbody><tr><th scope="row">F01</th><td>One</td></tr></tbody></table>'
    )
    section = f'<section id="t.2" data-numbering="none"><h3>A heading</h3>{table}</section>'
    blocks = pdf_blocks(render(small_tree(filler + section)))
    on = {block.text: block.page for block in blocks}
    assert on["A heading"] == on["The caption"] == on["Ref"] == on["F01"]


TURNED = (
    '<table id="g" class="grid" data-widths="50 50" data-description="d"{0}><caption>The caption</caption>'
    '<thead><tr><th scope="col">Ref</th><th scope="col">Fields</th></tr></thead>'
    '<tbody><tr><th scope="row">F01</th><td>One</td></tr></tbody></table>'
)
SIDE = ' data-orientation="landscape"'


@pytest.mark.parametrize(
    "block",
    [
        TURNED.format(SIDE),
        f'<section id="t.2" data-numbering="none"{SIDE}><h3>Turned</h3>{TURNED.format("")}</section>',
    ],
    ids=["table", "section"],
)
def test_what_lies_on_its_side_has_pages_of_its_own(block):
    tree = small_tree(f"<p>Before</p>{block}<p>After</p>")
    data = render(tree)
    sheets = pypdf.PdfReader(io.BytesIO(data)).pages
    assert [[round(float(side)) for side in sheet.mediabox[2:]] for sheet in sheets] == [
        [595, 842],
        [842, 595],
        [595, 842],
    ]
    on = {found.text: found.page for found in pdf_blocks(data)}
    assert (on["Before"], on["The caption"], on["F01"], on["After"]) == (1, 2, 2, 3)
    assert all("NYC-001 · Version 0.3 · Draft" in sheet.extract_text() for sheet in sheets)
    assert problems_of_pdf(data, tree.root) == []
    assert page.validate_pdf_bytes(data, profile="ua1").is_compliant


@pytest.mark.parametrize("lines", range(0, 48, 5))
def test_a_box_taller_than_a_page_goes_on_and_keeps_its_heading(lines):
    items = "<li>One more thing to be done before the end</li>" * 90
    box = f'<div class="box" id="b"><p class="box-title">A title</p><ul>{items}</ul></div>'
    section = f'<section id="t.2" data-numbering="none"><h3>A heading</h3>{box}</section>'
    tree = small_tree("<p>Words.</p>" * lines + section)
    assert problems_of_pdf(render(tree), tree.root) == []


def test_a_row_longer_than_a_page_goes_on_without_losing_words():
    cell = " ".join(f"word{number}" for number in range(1500))
    body = (
        '<table id="g" class="key-value" data-widths="30 70" data-description="d"><caption>The caption</caption>'
        '<thead><tr><th scope="col">Item</th><th scope="col">Answer</th></tr></thead>'
        f'<tbody><tr><th scope="row">Why</th><td>{cell}</td></tr></tbody></table>'
    )
    data = render(small_tree("<p>Words.</p>" * 20 + body))
    blocks = pdf_blocks(data)
    assert split(" ".join(block.text for block in blocks))[-1500:] == cell.split()
    assert page.validate_pdf_bytes(data, profile="ua1").is_compliant
    first = next(block for block in blocks if block.text == "Why")
    assert first.page == 1


def test_no_word_of_the_sample_is_broken_and_a_broken_one_is_found(data):
    assert broken_words(data) == []
    body = (
        '<table id="g" class="grid" data-widths="14 86" data-description="d"><caption>The caption</caption>'
        '<thead><tr><th scope="col">Responsible</th><th scope="col">Two-way</th></tr></thead>'
        '<tbody><tr><th scope="row">F01 on</th><td>One</td></tr></tbody></table>'
    )
    assert broken_words(render(small_tree(body))) == ["Responsible"]


def test_the_identifier_follows_the_words():
    def identifier(words):
        with pikepdf.open(io.BytesIO(render(small_tree(f"<p>{words}</p>")))) as file:
            return bytes(file.trailer.ID[0])

    assert identifier("One") == identifier("One")
    assert identifier("One") != identifier("Two")


@pytest.mark.parametrize(
    "address",
    [
        "https://example.org/a.css",
        "http://127.0.0.1:9/a.png",
        "file:///etc/hostname",
        "font:../LICENSE.txt",
        "font:LICENSE.txt",
    ],
)
def test_nothing_is_fetched_but_bundled_fonts(address):
    fetcher = writer._press().fetcher
    with pytest.raises(ValueError, match="disallowed protocol"):
        fetcher(address)


def test_a_bundled_font_is_fetched():
    assert writer._press().fetcher("font:LiberationSans-Bold.ttf").read()[:4] == b"\x00\x01\x00\x00"


def test_fonts_and_styles_are_set_up_once():
    render(small_tree("<p>One</p>"))
    before = writer._press.cache_info().misses
    render(small_tree("<p>Two</p>"))
    assert writer._press.cache_info().misses == before


NO_PANGO = """
import cffi
load = cffi.FFI.dlopen
def refuse(self, name, flags=0):
    if name and 'pango' in str(name):
        raise OSError(f"cannot load library '{name}'\\nand a long story")
    return load(self, name, flags)
cffi.FFI.dlopen = refuse
from dsagen.writers import PdfLibrariesMissing, render
from tests.writers.sample_tree import small_tree
tree = small_tree('<p>One</p>')
try:
    render(tree, 'pdf')
except PdfLibrariesMissing as problem:
    print(problem.reason)
print(render(tree, 'docx')[:2], render(tree, 'html')[:9])
"""


def test_missing_libraries_are_named_and_the_other_formats_are_still_written():
    answer = subprocess.run([sys.executable, "-c", NO_PANGO], cwd=ROOT, capture_output=True, text=True, check=True)
    assert answer.stdout.splitlines() == ["cannot load library 'libpango-1.0-0'", "b'PK' b'<!DOCTYPE'"]


def test_missing_libraries_say_what_to_install():
    problem = PdfLibrariesMissing("cannot load library 'libpango-1.0-0'")
    assert str(problem).endswith("not on this machine: cannot load library 'libpango-1.0-0'")
    assert set(problem.install) == {"Debian and Ubuntu", "macOS", "Windows"}
    assert problem.install["Debian and Ubuntu"] == (
        "sudo apt-get install libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0",
    )
    assert problem.install["macOS"] == ("brew install pango",)
    assert "MSYS2" in problem.install["Windows"][0]
