"""Sides of flows that say the same, so that a document says it once for all of them.

A side that lacks the answer stands alone, because its gap has an address of its own.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from dsagen.documents.views.alike import alike
from dsagen.documents.views.flow import SideView
from dsagen.workspace.paths import join_path

__all__ = ["based_alike", "conditions_alike", "kept_alike", "viewed_alike"]

_SAID = (
    "regime",
    "article9",
    "schedule1",
    "article10",
    "schedule8",
    "substantial_public_interest",
    "no_consent_reason",
    "secrecy",
)


def kept_alike(sides: Iterable[SideView]) -> list[list[SideView]]:
    """Give sides of one party that keep what they receive in the same way together."""
    return _received_alike(sides, "retention")


def viewed_alike(sides: Iterable[SideView]) -> list[list[SideView]]:
    """Give sides of one party in which the same roles may see what is received together."""
    return _received_alike(sides, "viewers")


def based_alike(
    sides: Iterable[SideView], attributes: Sequence[str], beside: Callable[[SideView], object] | None = None
) -> list[list[SideView]]:
    """Give sides of one party together whose bases give the same answers, and what stands beside them is the same."""

    def answers(side: SideView) -> object:
        if side.basis_record is None:
            return str(side.key)
        return side.party.key.value, beside(side) if beside else None, [side.said(name) for name in attributes]

    return alike(sides, answers)


def conditions_alike(sides: Iterable[SideView]) -> list[list[SideView]]:
    """Give sides of one party that rest on the same conditions for the same kinds of information together.

    Why: the sides must agree in every word that stands beside the conditions, or one reason would speak for another.
    """
    return based_alike(sides, _SAID, _needed)


def _needed(side: SideView) -> object:
    paragraphs = [paragraph.key.value for paragraph in side.basis.policy_paragraphs]
    return side.flow.special, side.flow.criminal, paragraphs


def _received_alike(sides: Iterable[SideView], attribute: str) -> list[list[SideView]]:
    """Group sides of one recipient for which its flows say the same. What they say counts as read."""

    def said(side: SideView) -> object:
        given = getattr(side.flow._entity, attribute).get(side.party.key.value)
        source = join_path(side.flow._source, attribute, side.party.key.value, "*all")
        side.flow._world.reads.note(source, given)
        return (side.party.key.value, given) if given else str(side.key)

    return alike(sides, said)
