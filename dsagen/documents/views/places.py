"""Where information is kept: which flows and suppliers keep it outside the United Kingdom, and what allows that."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from dsagen.documents.told import Told

__all__ = ["Place", "places_abroad"]

_AT_HOME = frozenset({"united kingdom", "the united kingdom", "uk", "england", "wales", "scotland", "northern ireland"})


@dataclass(frozen=True)
class Place:
    """A flow or supplier that keeps information outside the United Kingdom."""

    name: Told
    country: Told
    transfer: Any
    """What allows it (UK GDPR Chapter V), or nothing."""


def places_abroad(named: Iterable[tuple[Told, Any]]) -> list[Place]:
    """Give those of some flows and suppliers, each with its name, that keep information outside the United Kingdom."""
    return [Place(name, view.country, view.transfer) for name, view in named if not _at_home(view.country)]


def _at_home(country: Told) -> bool:
    return str(country).casefold() in _AT_HOME
