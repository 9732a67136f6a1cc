"""Sides of flows that say the same, so that a document says it once for all of them.

A side that lacks the answer stands alone, because its gap has an address of its own.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from dsagen.documents.views.alike import alike, in_rows
from dsagen.documents.views.flow import SideView
from dsagen.workspace.paths import join_path

__all__ = ["based_alike", "conditions_alike", "kept_alike", "placed", "viewed_alike"]

_CONDITIONS = ("regime", "article9", "schedule1", "article10", "schedule8", "secrecy")


def kept_alike(sides: Iterable[SideView]) -> list[list[SideView]]:
    """Give sides that keep what they receive in the same way together."""
    return _received_alike(sides, "retention")


def viewed_alike(sides: Iterable[SideView]) -> list[list[SideView]]:
    """Give sides in which the same roles may see what is received together."""
    return _received_alike(sides, "viewers")


def based_alike(
    sides: Iterable[SideView], attributes: Sequence[str], beside: Callable[[SideView], object] | None = None
) -> list[list[SideView]]:
    """Give sides together whose bases give the same answers, and what stands beside them is the same."""

    def answers(side: SideView) -> object:
        if side.basis_record is None:
            return str(side.key)
        return beside(side) if beside else None, [side.said(name) for name in attributes]

    return in_rows(alike(sides, answers), _called)


def placed(side: SideView) -> object:
    """Give what decides how law stands for a party: its nation, and whether it acts as a public or a private body."""
    capacity = side.basis.capacity if side.basis else None
    return side.party.nation.value, capacity.value if capacity else None


def conditions_alike(sides: Iterable[SideView]) -> list[list[SideView]]:
    """Give sides that rest on the same conditions for the same kinds of information together."""
    return based_alike(sides, _CONDITIONS, _policy_needed)


def _policy_needed(side: SideView) -> object:
    """Give what decides which policy document a side of a flow needs."""
    paragraphs = [paragraph.key.value for paragraph in side.basis.policy_paragraphs]
    return side.flow.special, side.flow.criminal, paragraphs


def _received_alike(sides: Iterable[SideView], attribute: str) -> list[list[SideView]]:
    """Group recipients for which flows say the same. What they say counts as read."""

    def said(side: SideView) -> object:
        given = getattr(side.flow._entity, attribute).get(side.party.key.value)
        source = join_path(side.flow._source, attribute, side.party.key.value, "*all")
        side.flow._world.reads.note(source, given)
        return given if given else str(side.key)

    return in_rows(alike(sides, said), _called)


def _called(side: SideView) -> str:
    return str(side.party.called)
