"""How much detail is enough for the questions that a field answers."""

from __future__ import annotations

from collections.abc import Iterable
from typing import get_args

from dsagen.model.dataset import DataField
from dsagen.model.purpose import EVERY_CONTENT, Need
from dsagen.model.vocabulary import Detail

__all__ = ["enough_for", "is_more"]

_LEVELS: tuple[Detail, ...] = get_args(Detail)


def is_more(one: Detail, other: Detail) -> bool:
    """Tell whether one level says more than another."""
    return _LEVELS.index(one) > _LEVELS.index(other)


def enough_for(key: str, field: DataField, needs: Iterable[Need]) -> Detail | None:
    """Give the least detail of a field that is enough for every question that uses it.

    None where one of them does not say how much is enough, or where none uses it.
    """
    levels = [_enough(key, field, need) for need in needs if key in need.fields]
    stated = [level for level in levels if level is not None]
    return max(stated, key=_LEVELS.index) if stated and len(stated) == len(levels) else None


def _enough(key: str, field: DataField, need: Need) -> Detail | None:
    return need.detail.get(key) or (need.detail.get(EVERY_CONTENT) if field.use == "content" else None)
