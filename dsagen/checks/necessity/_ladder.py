"""The ladder of ways to reach an aim, from the least to the most intrusive, and the rung that was chosen."""

from __future__ import annotations

from typing import get_args

from dsagen.checks.subjects import FlowSubject, PurposeSubject
from dsagen.model.vocabulary import Alternative

__all__ = ["chosen", "is_less"]

_RUNGS: tuple[Alternative, ...] = get_args(Alternative)
_BY_DETAIL: dict[str, Alternative] = {
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


def is_less(one: Alternative, other: Alternative) -> bool:
    """Tell whether one way is less intrusive than another."""
    return _RUNGS.index(one) < _RUNGS.index(other)


def chosen(purpose: PurposeSubject) -> Alternative | None:
    """Give the most intrusive way that any flow of a purpose takes. None where it has no flow."""
    rungs = [rung for flow in purpose.flows for rung in _rungs(flow)]
    return max(rungs, key=_RUNGS.index) if rungs else None


def _rungs(flow: FlowSubject) -> list[Alternative]:
    """Give how intrusive a flow is by what it carries, by how often it runs and by how it is sent."""
    found: list[Alternative] = [
        _BY_DETAIL[item.field.detail]
        for item in flow.items
        if item.field.use == "content" and item.field.detail != "none"
    ]
    if flow.flow.method == "direct_access":
        found.append("direct_access")
    elif flow.is_routine:
        found.append("bulk")
    elif flow.flow.frequency == "on_request":
        found.append("on_request")
    elif flow.flow.frequency == "per_case":
        found.append("by_event")
    return found
