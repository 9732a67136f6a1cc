"""Characters that no document can print are refused where they stand, however they are written."""

from __future__ import annotations

import pytest

from tests.workspace.builder import Builder, said

FILE = "agreements/riv-001.yaml"


@pytest.mark.parametrize(
    ("written", "named"),
    [
        (r'"bell \a"', "a control character (U+0007)"),
        (r'"nought \0"', "a control character (U+0000)"),
        (r'"escape \e[31m"', "a control character (U+001B)"),
        (r'"rubout \x7f"', "a control character (U+007F)"),
        (r'"no character \uffff"', "a control character (U+FFFF)"),
        (r'"turned \u202e"', "an invisible character that reverses what is read (U+202E)"),
        ("turned \u202d", "an invisible character that reverses what is read (U+202D)"),
    ],
)
def test_a_value_with_a_character_that_cannot_be_printed(workspace: Builder, written: str, named: str) -> None:
    workspace.replace("title: Attendance marks for early help", f"title: {written}")
    reading = workspace.read()
    (problem,) = said(reading)
    assert problem.startswith(f"{FILE}:2:8: this value holds {named}, which no document can print | Delete it")
    assert reading.failed == (FILE,)


def test_a_key_with_a_character_that_cannot_be_printed(workspace: Builder) -> None:
    workspace.replace("Which child is often absent?", r'"Which \b child?"')
    (problem,) = said(workspace.read())
    assert problem.startswith(f"{FILE}:19:7: this value holds a control character (U+0008)")


def test_words_in_any_script_are_kept(workspace: Builder) -> None:
    words = "Ünï 中文 עברית עם \u200f🙂 e\u0301 \u00a0\u2067x\u2069"
    workspace.replace("title: Attendance marks for early help", f"title: {words}")
    reading = workspace.read()
    assert said(reading) == []
    assert reading.workspace.agreements["RIV-001"].title == words


@pytest.mark.parametrize("unseen", ["\u2028", "\u2029", "\x85"])
def test_a_line_break_that_nobody_sees(workspace: Builder, unseen: str) -> None:
    workspace.replace("    title: Offer early help", f"    title: Offer{unseen}early help")
    first = said(workspace.read())[0]
    assert first.startswith(f"{FILE}:17:17: there is an invisible line break here (U+{ord(unseen):04X})")


def test_a_character_that_does_not_exist(workspace: Builder) -> None:
    workspace.replace("title: Attendance marks for early help", r'title: "\ud800"')
    assert "stands for a character that does not exist" in said(workspace.read())[0]
