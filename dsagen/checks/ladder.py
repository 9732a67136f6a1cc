"""The ladder of ways to reach an aim, from the least to the most intrusive, and where a purpose stands on it.

**Why:** the words of the ladder speak of two things: what is told (a flag, a whole record) and how (on request, as a
feed). One flag in each case is not more than a summary on request. So the two are compared apart, each in the order
of the vocabulary.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import get_args

from dsagen.checks.subjects import FlowSubject, PurposeSubject
from dsagen.model.vocabulary import Alternative, Detail

__all__ = ["Chosen", "chosen", "is_less"]

_RUNGS: tuple[Alternative, ...] = get_args(Alternative)
_HOW: frozenset[Alternative] = frozenset({"on_request", "by_event", "bulk"})
_WHAT: dict[Detail, Alternative] = {
    "none": "flag",
    "aggregate": "aggregate",
    "pseudonym": "pseudonymised",
    "flag": "flag",
    "band": "code",
    "code": "code",
    "date": "code",
    "summary": "summary",
    "text": "summary",
    "record": "full_record",
}
"""What a field of each detail amounts to. One that says nothing itself still shows that the person is known."""
_NAMES_NOBODY: frozenset[Detail] = frozenset({"aggregate", "pseudonym"})


@dataclass(frozen=True)
class Chosen:
    """The way that a purpose takes: the most intrusive of its flows, in each respect."""

    what: Alternative
    how: Alternative


def chosen(purpose: PurposeSubject) -> Chosen | None:
    """Give the way that a purpose takes. None where no flow serves it."""
    whats = [what for flow in purpose.flows for what in _whats(flow)]
    hows = [_how(flow) for flow in purpose.flows]
    return Chosen(max(whats, key=_RUNGS.index), max(hows, key=_RUNGS.index)) if whats else None


def is_less(way: Alternative, taken: Chosen) -> bool:
    """Tell whether a way is less intrusive than the one that is taken, in the respect that its word speaks of."""
    return _RUNGS.index(way) < _RUNGS.index(taken.how if way in _HOW else taken.what)


def _whats(flow: FlowSubject) -> Iterator[Alternative]:
    """Give what each field amounts to. One that only names someone shows no more than that the person is known."""
    if flow.flow.method == "direct_access":
        yield "direct_access"
    for item in flow.items:
        names_someone = item.field.use != "content" and item.field.detail not in _NAMES_NOBODY
        yield "flag" if names_someone else _WHAT[item.field.detail]


def _how(flow: FlowSubject) -> Alternative:
    """Give how a flow is sent. What happens once, or at a pace that nobody wrote, may be about anyone: a feed."""
    if flow.flow.method == "direct_access":
        return "direct_access"
    if flow.flow.frequency == "on_request":
        return "on_request"
    return "by_event" if flow.flow.frequency == "per_case" or flow.flow.emergency_only else "bulk"
