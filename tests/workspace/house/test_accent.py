"""The accent: a colour in which words can be read."""

from __future__ import annotations

import pytest

from tests.workspace.builder import Builder, said


def style(workspace: Builder, *lines: str) -> None:
    """Give the tiny workspace a house style."""
    written = "".join(f"  {line}\n" for line in lines)
    workspace.write("dsagen.yaml", f"format: 1\nname: Riverdale partnership\nhouse_style:\n{written}")


@pytest.mark.parametrize("written", ['"#0B6E4F"', "0b6e4f"])
def test_a_dark_colour_is_taken(workspace: Builder, written: str) -> None:
    style(workspace, f"accent: {written}")
    reading = workspace.read()
    assert said(reading) == []
    assert reading.house.accent == "#0b6e4f"


@pytest.mark.parametrize(
    ("written", "message"),
    [
        (
            '"#ffff00"',
            "dsagen.yaml:4:11: words in `#ffff00` stand out from white by 1.07 to 1, and people need 4.5 to 1 to read "
            'them | The nearest darker shade that does is `"#7a7a00"`.',
        ),
        (
            "red",
            "dsagen.yaml:4:11: `red` is not a colour that can be read | Write it as a brand guide does, in quotation "
            'marks: `accent: "#1d3c6e"`.',
        ),
        (
            "#1d3c6e",
            "dsagen.yaml:4:10: no colour is written for `accent`: YAML takes what follows # as a comment | Write it as "
            'a brand guide does, in quotation marks: `accent: "#1d3c6e"`.',
        ),
    ],
    ids=["pale", "a name", "a comment"],
)
def test_another_one_is_reported_and_the_rest_goes_on(workspace: Builder, written: str, message: str) -> None:
    style(workspace, f"accent: {written}", "classification: OFFICIAL")
    reading = workspace.read()
    assert said(reading) == [message]
    assert reading.problems[0].rule == "SRC-HOUSE"
    assert reading.problems[0].path == "settings/house_style/accent"
    assert reading.has_errors
    assert reading.house.accent is None
    assert list(reading.workspace.agreements) == ["RIV-001"]


def test_a_ratio_is_never_rounded_up_to_what_is_needed(workspace: Builder) -> None:
    style(workspace, 'accent: "#777777"')
    assert "by 4.47 to 1" in said(workspace.read())[0]
