"""While an edit is tried in copies, each text is parsed once."""

from __future__ import annotations

import pytest

from dsagen.workspace import parse as parsing
from dsagen.workspace import read_workspace
from dsagen.workspace.parse import parse, parsing_once
from dsagen.workspace.text import Text
from tests.workspace.builder import Builder


def test_a_text_is_parsed_once_and_only_for_as_long_as_that_lasts() -> None:
    text, again = Text("a.yaml", "a: [1, 2]\n"), Text("a.yaml", "a: [1, 2]\n")
    with parsing_once():
        first, _ = parse(text)
        assert parse(again)[0] is first
        assert parse(Text("b.yaml", "a: [1, 2]\n"))[0] is not first, "its places name another file"
        assert parse(Text("a.yaml", "a: [1, 3]\n"))[0] != first
    assert parse(again)[0] is not first
    assert parse(again)[0] == first


def test_whoever_adds_to_the_problems_adds_to_their_own() -> None:
    text = Text("a.yaml", "a: [1\n")
    with parsing_once():
        _, problems = parse(text)
        found = list(problems)
        assert found
        problems.clear()
        assert parse(text)[1] == found


def test_a_workspace_that_is_read_again_is_not_parsed_again(
    workspace: Builder, monkeypatch: pytest.MonkeyPatch
) -> None:
    parsed: list[str] = []
    real = parsing._parsed

    def noting(text: Text) -> object:
        parsed.append(text.file)
        return real(text)

    monkeypatch.setattr(parsing, "_parsed", noting)
    with parsing_once():
        first = read_workspace(workspace.root)
        count = len(parsed)
        assert count
        again = read_workspace(workspace.root)
    assert len(parsed) == count
    assert again.workspace == first.workspace
