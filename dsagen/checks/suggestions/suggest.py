"""The answer to a question: ranked candidates, near misses, and what would have to change where nothing fits."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from dsagen.checks.suggestions.fit import Fit, Obstacle, fit
from dsagen.checks.suggestions.near_misses import instead, near_misses
from dsagen.checks.suggestions.needs import missing, supports
from dsagen.checks.suggestions.question import Question, question_of
from dsagen.checks.suggestions.ranking import rank
from dsagen.law.catalogue import Catalogue
from dsagen.law.gateway import Gateway
from dsagen.law.vocabulary import Effect

if TYPE_CHECKING:
    from dsagen.checks.subjects import Side

__all__ = ["Candidate", "NearMiss", "Suggestion", "answer", "suggest"]


@dataclass(frozen=True)
class Candidate:
    """A gateway that fits."""

    gateway: Gateway
    effect: Effect
    """What it lets or makes this party do."""
    is_cited: bool
    supports: tuple[str, ...]
    missing: tuple[str, ...]


@dataclass(frozen=True)
class NearMiss:
    """A gateway that does not fit, and that someone would think of."""

    gateway: Gateway
    is_cited: bool
    obstacles: tuple[Obstacle, ...]
    instead: str | None
    """The id of what does the same work for this party, if it is known."""


@dataclass(frozen=True)
class Suggestion:
    """What may be proposed to one party in one flow."""

    question: Question
    candidates: tuple[Candidate, ...]
    """Best first."""
    near_misses: tuple[NearMiss, ...]
    note: str = ""
    """What to know before reading the candidates."""
    would_change: tuple[str, ...] = ()
    """Where nothing fits: what would have to change."""


def suggest(side: Side) -> Suggestion:
    """Answer for one side of a flow."""
    return answer(question_of(side), side.case.law)


def answer(question: Question, law: Catalogue) -> Suggestion:
    """Answer a question from the gateways of the law."""
    fits = [fit(gateway, question, law) for gateway in law.gateways.values()]
    if question.is_private:
        fits = [_unpushed(found, question) for found in fits]
    best = sorted((found for found in fits if found.is_candidate), key=rank)
    misses = near_misses(fits, question)
    return Suggestion(
        question=question,
        candidates=tuple(_candidate(found, question, law) for found in best),
        near_misses=tuple(_near_miss(found, question, law) for found in misses),
        note=_note(best, question),
        would_change=() if best or question.is_private else tuple(_would_change(misses, question, law)),
    )


def _unpushed(found: Fit, question: Question) -> Fit:
    """Take back what would push a statute on a private body: what names everyone, unless it is asked under it."""
    asked = found.effect == "must_if_asked" and question.is_asked
    binds = asked or found.effect == "must"
    if not found.is_candidate or found.coverage.reach != "any" or binds or _cited(found, question):
        return found
    words = "A private body needs no power. This one matters only if it is asked under it."
    return replace(found, obstacles=(Obstacle("role", words),))


def _candidate(found: Fit, question: Question, law: Catalogue) -> Candidate:
    return Candidate(
        gateway=found.gateway,
        effect=found.effect,
        is_cited=_cited(found, question),
        supports=tuple(supports(found, question, law)),
        missing=tuple(missing(found, question, law)),
    )


def _near_miss(found: Fit, question: Question, law: Catalogue) -> NearMiss:
    return NearMiss(
        gateway=found.gateway,
        is_cited=_cited(found, question),
        obstacles=_worth_telling(found.obstacles),
        instead=instead(found, question, law),
    )


def _worth_telling(obstacles: tuple[Obstacle, ...]) -> tuple[Obstacle, ...]:
    """Leave out what follows from a stronger reason: who a record names matters little where it is no power at all."""
    for strong in ("no_power", "nation", "limit"):
        told = tuple(obstacle for obstacle in obstacles if obstacle.why == strong)
        if told:
            return (*told, *(obstacle for obstacle in obstacles if obstacle.why == "state"))
    return obstacles


def _cited(found: Fit, question: Question) -> bool:
    return any(key in (found.gateway.id, *found.gateway.aliases) for key in question.cited)


def _note(best: Sequence[Fit], question: Question) -> str:
    if question.is_private:
        words = (
            "This party acts as a private body. It needs no statutory power: write `gateways: []`, `capacity: private` "
            "and its Article 6 basis."
        )
        return words + (" What follows binds it or shapes its work all the same." if best else "")
    if question.role == "recipient":
        return "A recipient cites a function of its own for receiving. The sender's power needs no counterpart here."
    return ""


def _would_change(misses: Sequence[Fit], question: Question, law: Catalogue) -> list[str]:
    """Say what would have to change where nothing fits."""
    if question.nation in ("scotland", "northern_ireland"):
        place = law.vocabulary.nations[question.nation].label
        return [f"dsagen does not cover the law of {place}: take advice, and add records in law/gateways/."]
    found = []
    for miss in misses:
        reasons = {obstacle.why for obstacle in miss.obstacles}
        words = " ".join(obstacle.text for obstacle in miss.obstacles)
        if reasons <= {"state", "function", "recipient"}:
            found.append(f"{miss.gateway.id}: {words}")
    kinds = " and ".join(f"`{kind}`" for kind in question.kinds)
    party = law.party_types[question.party.type].label
    found.append(f"The purpose: {kinds} may not be what the information is really for.")
    found.append(f"The way: another party may hold a power to share this, where {party} does not.")
    found.append("The law: a power that dsagen does not know can be added in law/gateways/, with its source.")
    return found
