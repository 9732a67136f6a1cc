"""Succession: one body takes the place of others from a day, in every agreement that still runs then.

The pages go from small to large: what is asked for, one agreement, the whole edit in a copy, and what it brings.
"""

from __future__ import annotations

from dsagen.portfolio.succession.asked import Refused, Succession, refuse
from dsagen.portfolio.succession.bringing import Brought, brought
from dsagen.portfolio.succession.proposing import Proposal, Untouched, propose
from dsagen.portfolio.succession.taking import Left

__all__ = ["Brought", "Left", "Proposal", "Refused", "Succession", "Untouched", "brought", "propose", "refuse"]
