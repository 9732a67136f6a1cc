"""One flow to one recipient, weighed: what each field is for there, and how few fields would do."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from dsagen.checks.needs.delivery import Delivery
from dsagen.checks.needs.smallest import FieldSet, Smallest, smallest_sets
from dsagen.checks.needs.taking_away import Loss, taken_away

__all__ = ["Weighed", "weigh"]


@dataclass(frozen=True)
class Weighed:
    """What one flow brings to one recipient, and what of it is needed."""

    delivery: Delivery
    losses: tuple[Loss, ...]
    """What fails without each field, in the order in which they are written."""
    smallest: Smallest
    """The fewest fields that are enough for everything that the flow does for this recipient."""


def weigh(delivery: Delivery) -> Weighed:
    """Weigh one flow to one recipient."""
    requirements = tuple(dict.fromkeys(requirement.sets for requirement in delivery.requirements))
    return Weighed(delivery, taken_away(delivery), _smallest(requirements))


@lru_cache(maxsize=256)
def _smallest(requirements: tuple[tuple[FieldSet, ...], ...]) -> Smallest:
    """Search once for recipients of whom the same is asked."""
    return smallest_sets(requirements)
