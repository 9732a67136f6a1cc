"""Sides of flows that say the same, so that a document says it once for all of them."""

from __future__ import annotations

from collections.abc import Iterable

from dsagen.documents.views.alike import alike
from dsagen.documents.views.flow import SideView

__all__ = ["conditions_alike", "kept_alike"]

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
    return alike(sides, lambda side: (side.party.key.value, side.flow._entity.retention.get(side.party.key.value)))


def conditions_alike(sides: Iterable[SideView]) -> list[list[SideView]]:
    """Give sides of one party that rest on the same conditions for the same kinds of information together.

    Why: the sides must agree in every word that stands beside the conditions, or one reason would speak for another.
    """
    return alike(sides, _conditions)


def _conditions(side: SideView) -> object:
    if not side.basis:
        return str(side.key)
    needed = [paragraph.key.value for paragraph in side.basis.policy_paragraphs]
    flow = side.flow
    return side.party.key.value, flow.special, flow.criminal, needed, [side.said(name) for name in _SAID]
