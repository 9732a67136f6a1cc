"""Whether a gateway fits a question, and where it does not, why."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from dsagen.checks.suggestions.limits import limits
from dsagen.checks.suggestions.question import Question, Who
from dsagen.law.catalogue import Catalogue
from dsagen.law.gateway import Gateway
from dsagen.law.matching import Coverage, covers
from dsagen.law.vocabulary import Effect

__all__ = ["NO_POWER", "OWN_FUNCTION", "Fit", "Obstacle", "fit"]

NO_POWER = frozenset({"confidentiality_only", "not_a_gateway", "regulation_making"})
"""Kinds of record that are never a power to share."""
OWN_FUNCTION = frozenset({"function_implied_power", "common_law"})
"""Kinds of record that a recipient may cite for receiving: its own function."""

Why = Literal["no_power", "role", "nation", "state", "party", "function", "recipient", "purpose", "limit"]


@dataclass(frozen=True)
class Obstacle:
    """One reason why a gateway does not fit."""

    why: Why
    text: str


@dataclass(frozen=True)
class Fit:
    """How a gateway meets a question."""

    gateway: Gateway
    coverage: Coverage
    """Of the party itself."""
    reached: tuple[Who, ...]
    """Those at the other end whom it reaches."""
    unreached: tuple[Who, ...]
    served: tuple[str, ...]
    """The kinds of purpose that it serves, and below those that it does not."""
    unserved: tuple[str, ...]
    effect: Effect
    """What it lets or makes this party do, which for one record depends on the party."""
    obstacles: tuple[Obstacle, ...]
    warning: str = ""
    """What to watch for with this party."""

    @property
    def is_candidate(self) -> bool:
        """Tell whether it may be suggested."""
        return not self.obstacles


def fit(gateway: Gateway, question: Question, law: Catalogue) -> Fit:
    """Compare one gateway with a question."""
    party = question.party
    coverage = _covers(gateway.discloser_types, party)
    ends = [(other, _covers(gateway.recipient_types, other)) for other in question.others]
    reached = tuple(other for other, found in ends if found)
    served = tuple(kind for kind in question.kinds if kind in gateway.purpose_kinds)
    limit = limits(gateway, question)
    obstacles = [
        *_of_the_record(gateway, question),
        *_of_time_and_place(gateway, question, law),
        *_of_the_party(coverage, question, law),
        *([] if reached else _of_the_recipient(gateway, ends, question, law)),
        *([] if served else [Obstacle("purpose", _unserved_words(question, law))]),
        *([Obstacle("limit", limit.refusal)] if limit.refusal else []),
    ]
    return Fit(
        gateway=gateway,
        coverage=coverage,
        reached=reached,
        unreached=tuple(other for other, found in ends if not found),
        served=served,
        unserved=tuple(kind for kind in question.kinds if kind not in served),
        effect=limit.effect or gateway.effect,
        obstacles=tuple(obstacles),
        warning=limit.warning,
    )


def _covers(matches: tuple[object, ...], who: Who) -> Coverage:
    return covers(matches, who.type, who.functions, who.is_public_authority)  # type: ignore[arg-type]


def _of_the_record(gateway: Gateway, question: Question) -> list[Obstacle]:
    if gateway.kind == "confidentiality_only":
        return [Obstacle("no_power", "It lifts the duty of confidence only. It is no power to share.")]
    if gateway.kind == "regulation_making":
        return [Obstacle("no_power", "It lets regulations be made. Nothing may be shared until they are.")]
    if gateway.kind == "not_a_gateway":
        return [Obstacle("no_power", "It is no power to share.")]
    if question.role == "recipient" and gateway.kind not in OWN_FUNCTION:
        words = "It binds or empowers whoever gives the information. A recipient cites its own function."
        return [Obstacle("role", words)]
    return []


def _of_time_and_place(gateway: Gateway, question: Question, law: Catalogue) -> list[Obstacle]:
    state = gateway.state(question.nation, question.as_at)
    place = law.vocabulary.nations[question.nation].label
    if state == "in_force":
        return []
    if state == "not_for_nation":
        return [Obstacle("nation", f"It does not apply in {place}.")]
    periods = [period for period in gateway.periods if question.nation in period.nation]
    if state == "announced":
        days = [period.announced_for for period in periods if period.announced_for is not None]
        when = f" It has been announced for {min(days)}." if days else " A start has been announced."
        how = "Confirm it in law/confirmations.yaml once it has begun."
        return [Obstacle("state", f"It is not in force in {place}.{when} {how}")]
    if state == "repealed":
        ends = [period.until for period in periods if period.until is not None]
        when = f" since {max(ends)}" if ends else ""
        return [Obstacle("state", f"It is no longer in force in {place}{when}.")]
    starts = [period.from_ for period in periods if period.from_ is not None and period.from_ > question.as_at]
    when = f" It begins on {min(starts)}." if starts else ""
    return [Obstacle("state", f"It is not yet in force in {place}.{when}")]


def _of_the_party(coverage: Coverage, question: Question, law: Catalogue) -> list[Obstacle]:
    if coverage:
        return []
    label = law.party_types[question.party.type].label
    functions = [name for name in coverage.lacking if law.functions[name].declared]
    if functions:
        return [Obstacle("function", f"It fits only if the party has {_or(functions)} among its `functions`.")]
    return [Obstacle("party", f"It does not name this type of party: {label}.")]


def _of_the_recipient(
    gateway: Gateway, ends: list[tuple[Who, Coverage]], question: Question, law: Catalogue
) -> list[Obstacle]:
    who = "the other party" if question.role == "recipient" else "the recipient"
    own = [
        (other, [match.function for match in gateway.recipient_types if match.type == other.type and match.function])
        for other, _ in ends
    ]
    for other, functions in own:
        if functions:
            words = f"It fits only if {other.called or who} has {_or(functions)} among its `functions`."
            return [Obstacle("recipient", words)]
    types = " and ".join(dict.fromkeys(law.party_types[other.type].label for other, _ in ends))
    return [Obstacle("recipient", f"It does not reach {who}: {types}.")]


def _or(words: list[str]) -> str:
    return " or ".join(f"`{word}`" for word in words)


def _unserved_words(question: Question, law: Catalogue) -> str:
    kinds = " or ".join(f"`{kind}`" for kind in question.kinds)
    return f"It does not serve the purpose: {kinds}."
