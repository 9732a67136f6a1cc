"""Which layout an agreement has."""

from __future__ import annotations

from dsagen.model.agreement import Agreement
from dsagen.model.workspace import Workspace

__all__ = ["SUPERSET", "TIER_2", "layout_of", "overarching"]

SUPERSET = "superset"
"""The name of the document's own outline, for those who choose it."""
TIER_2 = "tier2"


def overarching(agreement: Agreement, workspace: Workspace) -> Agreement | None:
    """Give the agreement of the same workspace that an agreement is made under, if it is there.

    There is none where agreements are made under each other in a circle.
    """
    chain = [agreement]
    while (under := chain[-1].under) is not None and (found := workspace.agreements.get(under.reference)) is not None:
        if any(found is each for each in chain):
            return None
        chain.append(found)
    return chain[1] if len(chain) > 1 else None


def layout_of(agreement: Agreement, workspace: Workspace) -> str | None:
    """Give the name of an agreement's layout, or nothing for the outline of the document itself.

    An agreement under another of the same workspace has the short layout unless it says otherwise.
    """
    chosen = agreement.layout or (TIER_2 if overarching(agreement, workspace) is not None else None)
    return None if chosen == SUPERSET else chosen
