"""The walk-through of an example works as written: each command is run, and prints what the README shows."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from tests.examples.walk import is_shown, run, steps
from tests.golden.composed import EXAMPLES, ROOT

README = "Look:\n\n```text\n$ git --version\nold\n$ git status\n```\n\n```yaml\nunder: x\n```\n"
WALKS = [
    example for example in EXAMPLES if "\n$ git init" in (ROOT / "examples" / example / "README.md").read_text("utf-8")
]


def test_commands_and_their_shown_lines_are_found_in_order() -> None:
    assert [(step.command, step.shown) for step in steps(README)] == [("git --version", ("old",)), ("git status", ())]


@pytest.mark.parametrize(
    ("shown", "is_right"),
    [
        (["one", "two"], True),
        (["one", "…"], True),
        (["…", "two"], True),
        (["…"], True),
        (["one"], False),
        (["two", "one"], False),
        (["…", "three"], False),
        ([], False),
    ],
)
def test_what_is_shown_must_be_printed_line_for_line(shown: list[str], is_right: bool) -> None:
    assert is_shown(shown, ["one", "two"]) is is_right


def test_a_command_that_fails_is_no_step_of_a_walk(tmp_path: Path) -> None:
    with pytest.raises(AssertionError):
        run("git no-such-command", tmp_path)


def test_there_is_a_walk() -> None:
    assert WALKS == ["resettlement"]


@pytest.mark.parametrize("example", WALKS)
def test_every_step_of_a_walk_prints_what_its_page_shows(example: str, tmp_path: Path) -> None:
    folder = tmp_path / example
    ignored = shutil.ignore_patterns("build", ".dsagen", "dsagen.lock")
    shutil.copytree(ROOT / "examples" / example, folder, ignore=ignored)
    for step in steps((folder / "README.md").read_text("utf-8")):
        printed = run(step.command, folder)
        assert is_shown(step.shown, printed), (step.command, "\n".join(printed))
