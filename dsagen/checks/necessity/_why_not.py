"""Whether a reason against another way says anything."""

from __future__ import annotations

import re

__all__ = ["gives_reason"]

_WORD = re.compile(r"[^\W_]+")
_ENOUGH_WORDS = 4
_PADDING = frozenset(
    _WORD.findall(
        "a adequate all also an and any appropriate are as at be been but by can cannot considered could did do does "
        "effective enough feasible for good here how however in is it its na no none not of on option or our "
        "partners parties possible practicable practical practice proportionate purpose purposes reasonable rejected "
        "ruled so suffice sufficient suitable than that the these this those to too us viable was way we were will "
        "with work workable works would"
    )
)


def gives_reason(words: str) -> bool:
    """Tell whether a reason holds more than a few words, and a word that says more than `not suitable`."""
    found = _WORD.findall(words.lower())
    return len(found) >= _ENOUGH_WORDS and not set(found) <= _PADDING
