from __future__ import annotations

import subprocess
import sys

import pytest

from dsagen.writers import FORMATS, UnknownFormat, render
from tests.writers.sample_tree import small_tree


def test_each_format_has_an_extension():
    assert {name: entry.extension for name, entry in FORMATS.items()} == {
        "docx": ".docx",
        "pdf": ".pdf",
        "text": ".txt",
        "html": ".html",
        "fragment": ".fragment.html",
    }


@pytest.mark.parametrize(
    ("name", "start"),
    [("docx", b"PK\x03\x04"), ("pdf", b"%PDF-1.7"), ("text", b"# A small"), ("html", b"<!DOCTYPE html>")],
)
def test_each_format_is_what_it_says(name, start):
    assert render(small_tree("<p>Words.</p>"), name).startswith(start)


def test_an_unknown_format_is_named_with_those_that_are_known():
    with pytest.raises(UnknownFormat) as caught:
        render(small_tree("<p>Words.</p>"), "odt")
    assert caught.value.format == "odt"
    assert caught.value.known == tuple(FORMATS)


def test_heavy_packages_wait_until_they_are_needed():
    code = "import sys, dsagen.writers; print(sorted({'weasyprint', 'docx'} & set(sys.modules)))"
    answer = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert answer.stdout.strip() == "[]"
