"""Whom a rule is asked about: every subject of its kind, but only those texts in which it finds something.

**Why:** a thousand agreements share most of their texts: what they inherit, and what stands in the registers. A rule
that reads nothing but a text and the law gives the same answer wherever the text stands, so it is asked once.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from dsagen.checks.rule import WrittenRule
from dsagen.checks.subjects.case import Case, subjects_of
from dsagen.checks.subjects.text import Text
from dsagen.law.catalogue import Catalogue

__all__ = ["HERE", "subjects_by_rule"]

HERE = "agreement"
"""What an agreement is called where its reference does not count."""
_REMEMBERED = 4096
"""Texts that are remembered. More than one agreement has, so that the texts that all share are never forgotten."""


def subjects_by_rule(case: Case, rules: Iterable[WrittenRule]) -> Callable[[WrittenRule], Iterable[tuple[int, Any]]]:
    """Give what tells the subjects that each rule is asked about, numbered among all of its kind."""
    texts = _texts_by_rule(case, tuple(written for written in rules if written.subject is Text))

    def subjects(written: WrittenRule) -> Iterable[tuple[int, Any]]:
        return texts[written.rule.id] if written.subject is Text else enumerate(subjects_of(case, written.subject))

    return subjects


def _texts_by_rule(case: Case, rules: tuple[WrittenRule, ...]) -> Mapping[str, list[tuple[int, Text]]]:
    found: dict[str, list[tuple[int, Text]]] = {written.rule.id: [] for written in rules}
    if not rules:
        return found
    finders = _finders(rules, case.law, case.terms)
    own, length = f"{case.path}/", len(case.path)
    for number, text in enumerate(case.texts):
        place = HERE + text.path[length:] if text.path.startswith(own) else text.path
        for rule in finders(place, text.words, text.narrative):
            found[rule].append((number, text))
    return found


@dataclass(frozen=True)
class _Anywhere:
    """What is around a text in every agreement."""

    law: Catalogue
    terms: frozenset[str]


@lru_cache(maxsize=2)
def _finders(
    rules: tuple[WrittenRule, ...], law: Catalogue, terms: frozenset[str]
) -> Callable[[str, str, bool], tuple[str, ...]]:
    """Give what tells, and remembers, the ids of the rules that find something in a text at a place."""
    around = _Anywhere(law, terms)

    @lru_cache(maxsize=_REMEMBERED)
    def finders(place: str, words: str, narrative: bool) -> tuple[str, ...]:
        text = Text(around, place, narrative, lambda: words)
        return tuple(written.rule.id for written in rules if any(True for _ in written.check(text)))

    return finders
