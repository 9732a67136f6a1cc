"""Less: what could be left out of the flows of an agreement, and how the YAML would change."""

from __future__ import annotations

from dsagen.checks.reductions.proposal import Proposal, proposals_of

__all__ = ["Proposal", "proposals_of"]
