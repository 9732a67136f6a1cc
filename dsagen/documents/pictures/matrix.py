"""The risk matrix: a box for each pair of severity and likelihood, with its level and the risks that stand there."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from dsagen.documents.pictures.flows import WIDTH
from dsagen.documents.pictures.lettering import LINE, wrapped
from dsagen.documents.pictures.shapes import Box, Drawing, Shape, column
from dsagen.documents.pictures.words import Words

__all__ = ["Cell", "matrix_drawing"]

_EDGE, _PAD = 0.5, 2.5
_SIDE = 40.0
_HEAD_LINES, _RISK_LINES = 3, 10
_TONES = {"low": "white", "medium": "tint", "high": "strong"}
"""The shade of each level; the level is also in words."""


@dataclass(frozen=True)
class Cell:
    """One box: its level in words and as a key, and the references of its risks."""

    level: Words
    kind: str
    risks: tuple[Words, ...]


def matrix_drawing(likelihoods: Sequence[Words], rows: Sequence[tuple[Words, Sequence[Cell]]]) -> Drawing:
    """Draw a matrix: likelihoods across, severities down."""
    wide = (WIDTH - 2 * _EDGE - _SIDE) / len(likelihoods)
    inner = wide - 2 * _PAD
    heads = [wrapped(words.shown, inner, _HEAD_LINES, bold=True) for words in likelihoods]
    shapes: list[Shape] = []
    for position, (words, lines) in enumerate(zip(likelihoods, heads, strict=True)):
        shapes += column(_EDGE + _SIDE + position * wide + _PAD, _EDGE, lines, words.source, bold=True)
    top = _EDGE + max(map(len, heads)) * LINE + 1.5
    for severity, cells in rows:
        name = wrapped(severity.text, _SIDE - 2 * _PAD, _HEAD_LINES, bold=True)
        risks = [wrapped(", ".join(risk.text for risk in cell.risks), inner, _RISK_LINES) for cell in cells]
        height = max(len(name), *(len(lines) + 1 for lines in risks)) * LINE + 2 * _PAD
        shapes += column(_EDGE, top + _PAD, name, severity.source, bold=True)
        for position, (cell, lines) in enumerate(zip(cells, risks, strict=True)):
            left = _EDGE + _SIDE + position * wide
            source = cell.risks[0].source if len(cell.risks) == 1 else None
            shapes.append(Box(left, top, wide, height, _TONES[cell.kind]))
            shapes += column(left + _PAD, top + _PAD, [cell.level.text], cell.level.source)
            shapes += column(left + _PAD, top + _PAD + LINE, lines, source, bold=True)
        top += height
    return Drawing(WIDTH, top + _EDGE, tuple(shapes))
