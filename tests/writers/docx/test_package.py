"""The package itself: nothing in it tells of a time, a place or a machine."""

from __future__ import annotations

import io
import zipfile

from dsagen.writers.docx import render
from tests.writers.sample_tree import sample_tree, small_tree


def _file() -> zipfile.ZipFile:
    return zipfile.ZipFile(io.BytesIO(render(sample_tree())))


def test_parts_are_in_order_with_content_types_first():
    names = _file().namelist()
    assert names[0] == "[Content_Types].xml"
    assert names[1:] == sorted(names[1:])


def test_every_entry_has_the_same_time_and_no_system():
    for entry in _file().infolist():
        assert (entry.date_time, entry.create_system, entry.extra) == ((1980, 1, 1, 0, 0, 0), 0, b"")


def test_no_part_holds_a_revision_mark_or_a_count():
    with _file() as file:
        for name in file.namelist():
            content = file.read(name)
            assert b"w:rsid" not in content, name
            for count in (b"<Pages>", b"<Words>", b"<TotalTime>", b"<Company>", b"<Template>"):
                assert count not in content, name


def test_relationships_do_not_move():
    def document(words: str) -> bytes:
        with zipfile.ZipFile(io.BytesIO(render(small_tree(f"<p>{words}</p>")))) as file:
            return file.read("word/_rels/document.xml.rels")

    assert document("one") == document("two")


def test_a_tree_is_not_changed_by_being_written():
    from dsagen.documents.assembler import fingerprint

    tree = sample_tree()
    before = fingerprint(tree.root)
    render(tree)
    assert fingerprint(tree.root) == before
