"""The runner of README walks finds, runs, compares and fills in."""

from __future__ import annotations

from pathlib import Path

from tests.examples.walk import filled, first_missing, run, steps

README = "Look:\n\n```text\n$ git --version\nold\n$ git status\n```\n\n```yaml\nunder: x\n```\n"


def test_commands_and_their_shown_lines_are_found_in_order() -> None:
    assert [(step.command, step.shown) for step in steps(README)] == [("git --version", ("old",)), ("git status", ())]


def test_shown_lines_must_be_printed_in_order() -> None:
    printed = ["one", "two", "three"]
    assert first_missing(("one", "…", "three"), printed) is None
    assert first_missing(("three", "one"), printed) == "one"
    assert first_missing(("four",), printed) == "four"


def test_output_is_filled_in_under_each_command() -> None:
    new = filled(README, [["git 2"], ["clean", "done"]])
    assert [step.shown for step in steps(new)] == [("git 2",), ("clean", "done")]
    assert new.endswith("```yaml\nunder: x\n```\n")


def test_a_command_runs_in_its_folder(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("here\n", encoding="utf-8")
    assert run("cat a.txt", tmp_path) == ["here"]
