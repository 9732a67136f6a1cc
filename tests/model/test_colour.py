"""Colours: what is one, and how well words in it can be read."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dsagen.model.colour import ACCENT, CONTRAST, colour, contrast, readable_shade, tint_of

COLOURS = st.integers(0, 0xFFFFFF).map(lambda number: f"#{number:06x}")


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("#1D3C6E", "#1d3c6e"),
        ("1d3c6e", "#1d3c6e"),
        (" #abc ", "#aabbcc"),
        ("123456", "#123456"),
        ("red", None),
        ("#12345", None),
        ("#1d3c6eff", None),
        ("rgb(1,2,3)", None),
        ("#1d3c6e; } body {", None),
        ("", None),
    ],
)
def test_what_is_a_colour(written: str, read: str | None) -> None:
    assert colour(written) == read


@pytest.mark.parametrize(
    ("one", "other", "ratio"),
    [("#000000", "#ffffff", 21.0), ("#ffffff", "#ffffff", 1.0), ("#767676", "#ffffff", 4.54), ("#ff0000", "#fff", 4.0)],
)
def test_contrast_is_that_of_the_standard(one: str, other: str, ratio: float) -> None:
    assert contrast(one, colour(other) or "") == pytest.approx(ratio, abs=0.005)


@given(COLOURS, COLOURS)
def test_contrast_does_not_depend_on_the_order(one: str, other: str) -> None:
    assert contrast(one, other) == contrast(other, one) >= 1


@given(COLOURS)
def test_a_shade_can_be_read_and_is_never_lighter(accent: str) -> None:
    shade = readable_shade(accent)
    assert contrast(shade) >= CONTRAST
    assert int(shade[1:3], 16) <= int(accent[1:3], 16)
    assert (shade == accent) == (contrast(accent) >= CONTRAST)


@given(COLOURS.map(readable_shade))
def test_words_in_the_accent_can_be_read_on_its_tint(accent: str) -> None:
    assert contrast(accent, tint_of(accent)) >= CONTRAST


def test_the_tint_of_our_own_accent_is_ours() -> None:
    assert tint_of(ACCENT) == "#eef2f8"
