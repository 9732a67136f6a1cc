"""What a recipient needs: which fields answer which question, what fails without one, and how few would do."""

from __future__ import annotations

from dsagen.checks.needs.delivery import Delivery, deliveries_of
from dsagen.checks.needs.levels import enough_for
from dsagen.checks.needs.requirement import Requirement
from dsagen.checks.needs.smallest import Smallest, smallest_sets
from dsagen.checks.needs.taking_away import Loss, taken_away
from dsagen.checks.needs.weighing import Weighed, weigh

__all__ = [
    "Delivery",
    "Loss",
    "Requirement",
    "Smallest",
    "Weighed",
    "deliveries_of",
    "enough_for",
    "smallest_sets",
    "taken_away",
    "weigh",
]
