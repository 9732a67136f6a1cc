"""Whether a place is in the United Kingdom."""

from __future__ import annotations

import re

__all__ = ["is_at_home", "may_reach_abroad"]

_PARTS = (
    r"(?:the )?(?:uk|u\.k\.|united kingdom|great britain|britain|gb|england|wales|scotland|northern ireland|london)"
)
_HOME = re.compile(rf"^(?:in )?{_PARTS}\b", re.IGNORECASE)
_AND_ELSEWHERE = re.compile(rf"\b(?:and|or|with|plus)\b(?! (?:{_PARTS}|no)\b)", re.IGNORECASE)
_ABROAD = re.compile(
    r"\b(?:(?i:global|worldwide|offshore|overseas|follow[- ]the[- ]sun|24/7 support|inc\.?|llc|gmbh|pvt|pty|"
    r"s\.?a\.?r\.?l|india|united states|(?<!northern )ireland|europe|eea|australia|philippines|south africa|canada)"
    r"|USA?|EU)\b"
)
"""`US` and `EU` count in capitals only: `us` is an everyday word."""


def is_at_home(country: str) -> bool:
    """Tell whether words name the United Kingdom, or a part of it, and nowhere else."""
    place = country.strip()
    return _HOME.match(place) is not None and _AND_ELSEWHERE.search(place) is None


def may_reach_abroad(words: str) -> bool:
    """Tell whether words about a supplier suggest that people abroad work for it."""
    return _ABROAD.search(words) is not None
