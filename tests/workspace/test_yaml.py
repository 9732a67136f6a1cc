"""Files that are not the YAML that we read: each is refused in plain words, at the right place."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

import pytest

from dsagen.workspace.parse import DEEPEST, LARGEST
from dsagen.workspace.text import LARGEST_FILE
from tests.workspace.builder import AGREEMENT, Builder, said

FILE = "agreements/riv-001.yaml"
CASES = [
    ("status: draft", "status: draft\nstatus: agreed", "5:1", "`status` is here a second time; the first is on line 4"),
    ("    title: Offer", "\ttitle: Offer", "17:1", "a tab is used for indentation"),
    ("    fields:\n", "    fields:\n  \t", "28:3", "a tab is used for indentation"),
    ("parties: [north", "parties: [\n\tnorth", "7:1", "a tab is used for indentation"),
    ("status: draft", "status: !!str draft", "4:9", "`!!str` is a YAML tag"),
    ("status: draft", "status: !include x.yaml", "4:9", "`!include` is a YAML tag"),
    ("status: draft", "? [a, b]\n: c\nstatus: draft", "4:3", "a key is one word or text, and this one is a list"),
    ("status: draft", "? {a: b}\n: c\nstatus: draft", "4:3", "this one is a mapping"),
    ("status: draft", "~: c\nstatus: draft", "4:1", "this one is empty"),
    ("status: draft", "status: draft\n---", "5:1", "a second document starts here"),
    ("status: draft", "status: *nothing", "4:9", "`*nothing` stands for nothing that is named above"),
    ("status: draft", "status: &a [*a]", "4:13", "`*a` stands for a value that contains it"),
    ("title: Attendance", "title: Sharing: attendance", "2:15", "there is a second colon on this line"),
    ("status: draft", "status: 'draft", "4:9", "the quotation mark that opens here is never closed"),
    ("parties: [north-school, river-council]", "parties: [north-school", "7:7", "it was opened on line 6"),
    ("status: draft", "status: @draft", "4:9", "a value cannot start with `@`"),
    ("    title: Offer", "   title: Offer", "17:4", "this line does not stand under the one that it belongs to"),
    ("status: draft", 'status: "\\q"', "4:10", "a backslash in double quotation marks"),
    ("status: draft", "status: - draft", "4:9", "a list cannot start on the line of its key"),
    ("status: draft", "<<: [x]\nstatus: draft", "4:1", "`<<` merges mappings, and this is not one"),
    ("status: draft", "status: \x07draft", "4:9", "there is a control character here (U+0007)"),
]


@pytest.mark.parametrize(("old", "new", "place", "words"), CASES, ids=[f"{new!r}" for _, new, *_ in CASES])
def test_refused(workspace: Builder, old: str, new: str, place: str, words: str) -> None:
    workspace.replace(old, new)
    reading = workspace.read()
    found = [line for line in said(reading) if line.startswith(f"{FILE}:{place}: ")]
    assert found, said(reading)
    assert words in found[0]
    assert reading.failed == (FILE,)


@pytest.mark.parametrize(
    ("content", "place", "words"),
    [
        (b"", "1:1", "the file is empty"),
        (b"# only a comment\n", "1:1", "the file is empty"),
        (b"- a\n- b\n", "1:1", "the file is not a mapping"),
        (b"words\n", "1:1", "the file is not a mapping"),
        (AGREEMENT.encode("utf-16"), "1:1", "saved as UTF-16"),
        (AGREEMENT.encode("utf-16-le"), "1:1", "saved as UTF-16"),
        (b"reference: a\r\ntitle: caf\xe9\r\n", "2:11", "a character here is not UTF-8 (byte E9"),
        (b"\xef\xbb\xbfa: caf\xe9", "1:7", "a character here is not UTF-8 (byte E9"),
        (b"a: " + b"x" * LARGEST_FILE, "1:1", "larger than 2,000,000 bytes"),
        (b"a: " + b"[" * 200_000, f"1:{DEEPEST + 3}", f"more than {DEEPEST} levels"),
        (b"a: [" + b"b," * LARGEST + b"b]", "1:", "more than 100,000 values"),
    ],
    ids=["empty", "comment", "list", "words", "utf-16", "utf-16-le", "latin", "bom", "large", "deep", "many"],
)
def test_whole_files(workspace: Builder, content: bytes, place: str, words: str) -> None:
    workspace.write(FILE, content)
    reading = workspace.read()
    assert len(reading.problems) == 1
    assert said(reading)[0].startswith(f"{FILE}:{place}")
    assert words in said(reading)[0]
    assert reading.failed == (FILE,)


def test_an_alias_bomb_is_defused(workspace: Builder) -> None:
    bomb = "a: &a [x, x, x, x, x, x, x, x, x, x]\n"
    for name, below in zip("bcdefghij", "abcdefghi", strict=True):
        bomb += f"{name}: &{name} [{', '.join([f'*{below}'] * 10)}]\n"
    workspace.write(FILE, bomb)
    problems = said(workspace.read())
    assert len(problems) == 1
    assert "more than 100,000 values, each use of an alias (`*`) counted" in problems[0]


def test_nested_aliases_are_too_deep(workspace: Builder) -> None:
    lines = ["a0: &a0 [x]"] + [f"a{number}: &a{number} [*a{number - 1}]" for number in range(1, 60)]
    workspace.write(FILE, "\n".join(lines))
    assert "levels once its aliases are written out" in said(workspace.read())[0]


def test_aliases_and_merge_keys_work_in_one_file(workspace: Builder) -> None:
    workspace.replace("form: one_way", "classification: &mark OFFICIAL\nsummary: *mark\nform: one_way")
    workspace.replace(
        '  "1.0":\n', '  "0.1": &first\n    date: 2026-10-01\n    author: a\n    reason: b\n  "1.0":\n    <<: *first\n'
    )
    workspace.replace("    author: information governance lead\n", "")
    reading = workspace.read()
    assert said(reading) == []
    agreement = reading.workspace.agreements["RIV-001"]
    assert agreement.summary == "OFFICIAL"
    assert (agreement.versions["1.0"].author, agreement.versions["1.0"].reason) == ("a", "First edition")
    assert str(reading.sources.key("agreements/RIV-001/versions/1.0/author")) == f"{FILE}:14:5"


def test_a_folder_with_the_name_of_a_file(workspace: Builder) -> None:
    (workspace.root / "parties/more.yaml").mkdir()
    assert "`parties/more.yaml` is a folder" in said(workspace.read())[0]


def test_a_file_that_may_not_be_read(workspace: Builder, monkeypatch: pytest.MonkeyPatch) -> None:
    original = Path.open

    def refused(self: Path, *arguments: Any, **named: Any) -> Any:
        if self.name == "riv-001.yaml":
            raise PermissionError(13, "Permission denied")
        return original(self, *arguments, **named)

    monkeypatch.setattr(Path, "open", refused)
    assert said(workspace.read()) == [
        f"{FILE}:1:1: the file cannot be read: Permission denied | Check that you may read it."
    ]


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="there are no pipes here")
def test_a_pipe_does_not_stop_the_reading(workspace: Builder) -> None:
    os.mkfifo(workspace.root / "people/pipe.yaml")
    assert "`people/pipe.yaml` is not an ordinary file" in said(workspace.read())[0]


def test_a_link_that_leads_out_is_not_followed(workspace: Builder, tmp_path: Path) -> None:
    secret = tmp_path / "secret.yaml"
    secret.write_text("password: x\n")
    (workspace.root / "parties/link.yaml").symlink_to(secret)
    problems = said(workspace.read())
    assert len(problems) == 1
    assert "`parties/link.yaml` is a link to a place outside the workspace" in problems[0]


def test_a_link_that_leads_to_itself(workspace: Builder) -> None:
    (workspace.root / "parties/loop.yaml").symlink_to("loop.yaml")
    assert "`parties/loop.yaml` is not an ordinary file" in said(workspace.read())[0]


def test_a_folder_that_may_not_be_read(workspace: Builder, monkeypatch: pytest.MonkeyPatch) -> None:
    original = Path.iterdir

    def refused(self: Path) -> Any:
        if self.name == "agreements":
            raise PermissionError(13, "Permission denied")
        return original(self)

    monkeypatch.setattr(Path, "iterdir", refused)
    assert "agreements:1:1: the folder cannot be read: Permission denied" in said(workspace.read())[0]


def test_a_register_that_cannot_be_read_hides_no_other_problem(workspace: Builder) -> None:
    """Its ids are not known, so nothing is said of references to them."""
    workspace.replace("  name: North School", "  name: 'North School", "parties/all.yaml")
    workspace.replace("status: draft", "status: agred")
    reading = workspace.read()
    assert [str(problem.source) for problem in reading.problems] == [f"{FILE}:4:9", "parties/all.yaml:2:9"]
    assert reading.failed == (FILE,)


def test_settings_that_cannot_be_read_fail_every_agreement(workspace: Builder) -> None:
    workspace.write("dsagen.yaml", "format: 2\nname: Riverdale\n")
    reading = workspace.read()
    assert said(reading) == ["dsagen.yaml:1:9: `2` is not one of the words for `format` | Expected one of: `1`."]
    assert reading.failed == (FILE,)
    assert reading.workspace.agreements == {}
