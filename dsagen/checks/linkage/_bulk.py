"""Matching of many records at once, where nobody looks at each match."""

from __future__ import annotations

from dsagen.checks.subjects import FlowSubject

__all__ = ["matches_in_bulk"]


def matches_in_bulk(flow: FlowSubject) -> bool:
    """Tell whether a flow matches records again and again, or links them as its very purpose.

    A match that a person makes in a single case is none.
    """
    if flow.flow.matching is None:
        return False
    return flow.is_routine or flow.flow.frequency == "once" or "identity_matching" in flow.kinds
