"""Pictures as templates see them: a drawing, the words that stand for it, and what it shows."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from dsagen.documents.pictures.flows import Arrow, flow_drawings
from dsagen.documents.pictures.lettering import drawable
from dsagen.documents.pictures.matrix import Cell, matrix_drawing
from dsagen.documents.pictures.words import Words
from dsagen.documents.told import Told
from dsagen.documents.views.assessment import AssessmentView, MatrixCell, MatrixRow
from dsagen.documents.views.flow import FlowView
from dsagen.documents.views.registers import PartyView

__all__ = ["Picture", "StandIn", "flow_pictures", "matrix_pictures", "stand_ins"]


@dataclass(frozen=True)
class Picture:
    """A picture: `key` tells it from the others of its kind, and `alternative` says what it shows."""

    key: str
    kind: str
    caption: str
    alternative: str
    drawing: Markup


@dataclass(frozen=True)
class StandIn:
    """What a picture shows in place of a party whose name it cannot draw."""

    shown: str
    party: PartyView


def stand_ins(parties: Sequence[PartyView]) -> list[StandIn]:
    """Give the parties whose names pictures cannot draw, each by its place among the parties."""
    return [
        StandIn(f"Party {position}", party)
        for position, party in enumerate(parties, 1)
        if drawable(str(party.called)) is None
    ]


def flow_pictures(flows: Sequence[FlowView], parties: Sequence[PartyView]) -> list[Picture]:
    """Draw the flows, over as many pictures as they need."""
    instead = {str(each.party.key.value): each.shown for each in stand_ins(parties)}
    drawn = flow_drawings([_arrow(flow, instead) for flow in flows])
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


def _arrow(flow: FlowView, instead: Mapping[str, str]) -> Arrow:
    def named(party: PartyView) -> Words:
        words = _words(party.called)
        return Words(words.text, words.source, instead.get(str(party.key.value), words.instead))

    title = Words(str(flow.title), flow.title.source, "(see this flow in words)")
    return Arrow(_words(flow.key), title, named(flow.discloser.party), tuple(map(named, flow.to)))


def _words(told: Told) -> Words:
    return Words(str(told), getattr(told, "source", ""))


def _listed(names: Sequence[str]) -> str:
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} and {names[-1]}"
