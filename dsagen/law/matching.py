"""Whether a party is among those that a provision names, and how it is named."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from dsagen.law.gateway import PartyMatch

__all__ = ["Coverage", "Reach", "covers"]

Reach = Literal["type", "function", "any", "none"]
"""By its type, by a function that it has, because everyone is covered, or not at all. Best first."""

_RANK: tuple[Reach, ...] = ("type", "function", "any", "none")
_PUBLIC_BODY = "public_body"


@dataclass(frozen=True)
class Coverage:
    """How far a provision reaches a party."""

    reach: Reach
    function: str | None = None
    """The function on which it turns, where `reach` is `function`."""
    lacking: tuple[str, ...] = ()
    """Where it is not covered: functions, any of which would cover a party of its type. Those of its own type first."""

    def __bool__(self) -> bool:
        """Tell whether the party is covered."""
        return self.reach != "none"

    @property
    def rank(self) -> int:
        """Give a number for sorting: a named type before a function, a bare `any` last."""
        return _RANK.index(self.reach)


def covers(matches: Iterable[PartyMatch], party_type: str, functions: Iterable[str], public_body: bool) -> Coverage:
    """Tell whether a party of this type, with these functions, is among `matches`, and how.

    `public_body` says whether it has functions of a public nature. Why: that follows from what it is, so the word
    `public_body` among the declared `functions` counts for nothing.

    Source: the gateways note, "How to read a record".
    """
    held = {function for function in functions if function != _PUBLIC_BODY} | ({_PUBLIC_BODY} if public_body else set())
    near = [match for match in matches if match.type in (party_type, "any")]
    near.sort(key=lambda match: match.type == "any")
    if any(match.type == party_type and match.function is None for match in near):
        return Coverage("type")
    for match in near:
        if match.function in held:
            return Coverage("function", match.function)
    if any(match.function is None for match in near):
        return Coverage("any")
    return Coverage("none", lacking=tuple(dict.fromkeys(match.function for match in near if match.function)))
