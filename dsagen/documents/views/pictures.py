"""Pictures as templates see them: a drawing, the words that stand for it, and what it shows."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from markupsafe import Markup

from dsagen.documents.pictures.flows import Arrow, flow_drawings
from dsagen.documents.pictures.matrix import Cell, matrix_drawing
from dsagen.documents.pictures.words import Words
from dsagen.documents.told import Told
from dsagen.documents.views.assessment import AssessmentView, MatrixCell, MatrixRow
from dsagen.documents.views.flow import FlowView

__all__ = ["Picture", "flow_pictures", "matrix_pictures"]


@dataclass(frozen=True)
class Picture:
    """A picture: `key` tells it from the others of its kind, and `alternative` says what it shows."""

    key: str
    kind: str
    caption: str
    alternative: str
    drawing: Markup


def flow_pictures(flows: Sequence[FlowView]) -> list[Picture]:
    """Draw the flows, over as many pictures as they need."""
    drawn = flow_drawings([_arrow(flow) for flow in flows])
    return [_flow_picture(position, len(drawn), *one) for position, one in enumerate(drawn, 1)]


def _flow_picture(position: int, pictures: int, drawing: object, arrows: tuple[Arrow, ...]) -> Picture:
    said = " ".join(
        f"{arrow.key.text}: {arrow.sender.text} to {_listed([name.text for name in arrow.recipients])}."
        for arrow in arrows
    )
    part = f", picture {position} of {pictures}" if pictures > 1 else ""
    key = arrows[0].key.text if position == 1 else f"{arrows[0].key.text}.{position}"
    return Picture(
        key,
        "flows",
        f"Who sends information to whom{part}",
        f"Diagram of the flows of information{part}. {said}",
        Markup("{}").format(drawing),
    )


def matrix_pictures(assessment: AssessmentView) -> list[Picture]:
    """Draw the matrix before the measures, and with them."""
    return [
        _matrix_picture(assessment, "before", "Risks before the measures", assessment.matrix),
        _matrix_picture(assessment, "after", "Risks that remain with the measures", assessment.residual_matrix),
    ]


def _matrix_picture(assessment: AssessmentView, key: str, caption: str, rows: Sequence[MatrixRow]) -> Picture:
    likelihoods = [_words(likelihood) for likelihood in assessment.likelihoods]
    placed = [(_words(row.severity), [_cell(cell) for cell in row.cells]) for row in rows]
    said = " ".join(
        f"{_listed([risk.text for risk in cell.risks])}: {severity.text}, {likelihood.text}, level {cell.level.text}."
        for severity, cells in placed
        for likelihood, cell in zip(likelihoods, cells, strict=True)
        if cell.risks
    )
    alternative = f"{caption}, by severity and likelihood. {said}"
    return Picture(key, "matrix", caption, alternative, Markup("{}").format(matrix_drawing(likelihoods, placed)))


def _cell(cell: MatrixCell) -> Cell:
    return Cell(_words(cell.level), str(cell.level.value), tuple(_words(risk.key) for risk in cell.risks))


def _arrow(flow: FlowView) -> Arrow:
    recipients = tuple(_words(party.called) for party in flow.to)
    return Arrow(_words(flow.key), _words(flow.title), _words(flow.discloser.party.called), recipients)


def _words(told: Told) -> Words:
    return Words(str(told), getattr(told, "source", ""))


def _listed(names: Sequence[str]) -> str:
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} and {names[-1]}"
