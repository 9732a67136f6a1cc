"""Whether a place is in the United Kingdom."""

from __future__ import annotations

import re

__all__ = ["is_at_home", "may_reach_abroad"]

_HOME = re.compile(
    r"^(in )?(the )?(uk|u\.k\.|united kingdom|great britain|britain|gb|england|wales|scotland|"
    r"northern ireland|london)\b(?!.*\b(and|or|with|plus)\b)",
    re.IGNORECASE,
)
_ABROAD = re.compile(
    r"\b(global|worldwide|offshore|overseas|follow[- ]the[- ]sun|24/7 support|inc\.?|llc|gmbh|pvt|pty|s\.?a\.?r\.?l|"
    r"india|united states|usa|us|ireland|europe|eu|eea|australia|philippines|south africa|canada)\b",
    re.IGNORECASE,
)


def is_at_home(country: str) -> bool:
    """Tell whether words name the United Kingdom, or a part of it, and nowhere else."""
    return _HOME.match(country.strip()) is not None


def may_reach_abroad(words: str) -> bool:
    """Tell whether words about a supplier suggest that people abroad work for it."""
    return _ABROAD.search(words) is not None
