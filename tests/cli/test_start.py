"""A command says again what it said, where nothing has changed; and only there."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from tests.workspace.builder import Builder

SETTINGS = "documents: [privacy_notice]\nnotice_formats: [text]\n"
MARK = "said again"


@pytest.fixture
def workspace(tmp_path: Path) -> Builder:
    """Give a workspace with small documents."""
    builder = Builder(tmp_path / "riverdale")
    builder.replace("nation: england\n", f"nation: england\n{SETTINGS}", file="dsagen.yaml")
    return builder


def run(workspace: Builder, *words: str) -> tuple[int, str, str]:
    """Run a command as people do, and give its exit code and what it printed."""
    command = [sys.executable, "-m", "dsagen", words[0], "riverdale", *words[1:]]
    done = subprocess.run(command, cwd=workspace.root.parent, capture_output=True, text=True, check=False)
    return done.returncode, done.stdout, done.stderr


def kept(workspace: Builder) -> list[Path]:
    return sorted((workspace.root / ".dsagen/said").glob("*.json"))


def mark(workspace: Builder) -> None:
    """Mark what is kept, so that one can tell that it is said again."""
    for file in kept(workspace):
        file.write_text(json.dumps({**json.loads(file.read_text("utf-8")), "err": MARK}), encoding="utf-8")


def test_a_build_that_changed_nothing_is_said_again_until_something_changes(workspace: Builder) -> None:
    first = run(workspace, "build")
    assert "written" in first[1]
    assert kept(workspace) == []
    second = run(workspace, "build")
    assert "unchanged" in second[1]
    mark(workspace)
    assert run(workspace, "build") == (second[0], second[1], MARK)
    workspace.replace("title: Attendance marks for", "title: Marks for")
    after = run(workspace, "build")
    assert "written" in after[1]
    assert after[2] != MARK
    # Kept answers may go at any time: nothing else is said then.
    again = run(workspace, "build")
    for file in kept(workspace):
        file.unlink()
    assert run(workspace, "build") == again


def test_a_check_is_said_again_with_its_exit_code(workspace: Builder) -> None:
    workspace.replace("status: draft", "status: agreed")
    first = run(workspace, "check")
    assert first[0] == 1
    mark(workspace)
    assert run(workspace, "check") == (1, first[1], MARK)
    other = run(workspace, "check", "--format", "json")
    assert json.loads(other[1])


NEVER = [
    ("check", "--debug"),
    ("check", "--fresh"),
    ("build", "--force"),
    ("build", "--verbose"),
    ("build", "-qv"),
    ("build", "-h"),
    ("status",),
]


@pytest.mark.parametrize("words", NEVER, ids=" ".join)
def test_what_is_never_said_again(words: tuple[str, ...], workspace: Builder) -> None:
    run(workspace, *words)
    run(workspace, *words)
    assert kept(workspace) == []


def test_a_kept_answer_that_is_damaged_is_none(workspace: Builder) -> None:
    first = run(workspace, "check")
    for damage in ("", "[]", "{}", '{"digest": 1}'):
        kept(workspace)[0].write_text(damage, encoding="utf-8")
        assert run(workspace, "check") == first


def test_few_answers_are_kept(workspace: Builder) -> None:
    for number in range(10):
        workspace.write(f".dsagen/said/{number}.json", "{}")
    run(workspace, "check")
    assert len(kept(workspace)) == 8


def test_a_reader_who_stops_after_a_line_sees_no_traceback(workspace: Builder) -> None:
    run(workspace, "check", "--format", "json")
    mark(workspace)
    command = [sys.executable, "-m", "dsagen", "check", "riverdale", "--format", "json"]
    for file in kept(workspace):
        said = {**json.loads(file.read_text("utf-8")), "out": "a line\n" * 100_000, "err": ""}
        file.write_text(json.dumps(said), encoding="utf-8")
    with subprocess.Popen(command, cwd=workspace.root.parent, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as told:
        assert told.stdout is not None and told.stderr is not None
        assert told.stdout.readline() == b"a line\n"
        told.stdout.close()
        assert told.stderr.read() == b""
    assert told.returncode == 1


def test_an_answer_is_the_same_with_and_without_what_is_kept(workspace: Builder) -> None:
    edits = [
        ("title: Attendance marks for", "title: Marks for"),
        ("status: draft", "status: unheard of"),
    ]
    for old, new in edits:
        workspace.replace(old, new)
        told = [run(workspace, "check") for _ in range(2)]
        for file in kept(workspace):
            file.unlink()
        assert told == [run(workspace, "check")] * 2
