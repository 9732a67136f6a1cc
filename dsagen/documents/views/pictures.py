"""Pictures as templates see them: a drawing, the words that stand for it, and what it shows."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from markupsafe import Markup

from dsagen.documents.pictures.flows import Arrow, Words, flow_drawings
from dsagen.documents.told import Told
from dsagen.documents.views.flow import FlowView

__all__ = ["Picture", "flow_pictures"]


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


def _arrow(flow: FlowView) -> Arrow:
    recipients = tuple(_words(party.called) for party in flow.to)
    return Arrow(_words(flow.key), _words(flow.title), _words(flow.discloser.party.called), recipients)


def _words(told: Told) -> Words:
    return Words(str(told), getattr(told, "source", ""))


def _listed(names: Sequence[str]) -> str:
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} and {names[-1]}"
