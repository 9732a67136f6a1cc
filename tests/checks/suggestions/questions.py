"""Questions as a test writes them."""

from __future__ import annotations

from datetime import date
from typing import Any

from dsagen.checks.suggestions import Question, Suggestion, Who, answer
from dsagen.law import catalogue
from dsagen.model.vocabulary import Nation

__all__ = ["DAY", "ask", "ids", "who"]

DAY = date(2026, 11, 22)


def who(words: str) -> Who:
    """Give a party from its type and functions: `local_authority housing_authority`."""
    kind, *functions = words.split()
    return Who(kind, tuple(functions), catalogue().party_types[kind].public_authority == "yes", kind)


def ask(
    party: str, others: str, kinds: str, *, nation: Nation = "england", as_at: date = DAY, **more: Any
) -> Suggestion:
    """Ask for a party towards others, each party separated by a comma."""
    question = Question(
        party=who(party),
        role=more.pop("role", "discloser"),
        others=tuple(who(other) for other in others.split(", ")),
        kinds=tuple(kinds.split()),
        nation=nation,
        as_at=as_at,
        **more,
    )
    return answer(question, catalogue())


def ids(suggestion: Suggestion) -> list[str]:
    """Give the candidates' ids, in order."""
    return [candidate.gateway.id for candidate in suggestion.candidates]
