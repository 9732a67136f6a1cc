"""The colours of pictures: those of the house, words that can be read on them, and shades that a copy tells apart."""

from __future__ import annotations

import io
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from dsagen.documents.house import PLAIN
from dsagen.model.colour import CONTRAST, contrast, readable_shade
from dsagen.writers.palette import GREY, palette_of
from dsagen.writers.pictures import png, svg
from tests.writers.test_pictures import figure

_COLOURS = st.integers(0, 0xFFFFFF).map(lambda number: readable_shade(f"#{number:06x}"))


@given(_COLOURS)
def test_words_can_be_read_and_shades_told_apart_in_every_accent(accent: str) -> None:
    palette = palette_of(replace(PLAIN, accent=accent))
    assert all(contrast(palette.ink, tone) >= CONTRAST for tone in palette.tones.values())
    assert contrast(palette.line) >= CONTRAST
    assert contrast(palette.tones["white"], palette.tones["tint"]) > 1.15
    assert contrast(palette.tones["tint"], palette.tones["strong"]) > 1.3


def test_without_a_house_style_pictures_stay_grey() -> None:
    assert palette_of(PLAIN) is GREY
    assert Image.open(io.BytesIO(png(figure()))).mode == "L"


@pytest.mark.parametrize("accent", ["#0b6e4f", "#8a1538"])
def test_an_accent_colours_both_kinds_of_picture(accent: str) -> None:
    palette = palette_of(replace(PLAIN, accent=accent))
    assert f'stroke="{accent}"' in svg(figure(), palette)
    picture = Image.open(io.BytesIO(png(figure(), palette))).convert("RGB")
    colours = {colour for _, colour in picture.getcolors(1 << 20) or []}
    assert {tuple(bytes.fromhex(colour[1:])) for colour in (accent, palette.tones["tint"])} <= colours
    assert png(figure(), palette) == png(figure(), palette)
