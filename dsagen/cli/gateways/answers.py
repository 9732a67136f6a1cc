"""Suggestions as people and programs read them."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from datetime import date
from typing import Any

from dsagen.checks.subjects import FlowSubject, Side
from dsagen.checks.suggestions import Candidate, NearMiss, Suggestion
from dsagen.cli.gateways.records import effect_words
from dsagen.cli.saying import counted, reached
from dsagen.model.finding import Source
from dsagen.workspace import Reading

__all__ = ["answers_as_json", "answers_as_text"]

_SHOWN = 3
"""Candidates that are shown with their reasons. The others are named."""

Answers = Sequence[tuple[Side, Suggestion]]


def answers_as_text(reading: Reading, answers: Answers, as_at: date) -> Iterator[str]:
    """Give the lines of the text, flow by flow."""
    flow: FlowSubject | None = None
    for side, suggestion in answers:
        if side.flow != flow:
            flow = side.flow
            yield f"{side.case.agreement.reference} {flow.key}: {flow.flow.title}"
            place = _place(reading, flow.path)
            if place is not None:
                yield str(place)
            yield ""
        yield from _side(side, suggestion)
        yield ""
    if not answers:
        yield "There is no flow to suggest anything for."
        return
    flows = len({(side.case.agreement.reference, side.flow.key) for side, _ in answers})
    yield f"{counted(flows, 'flow')}, as at {as_at}. dsagen proposes; a person decides."
    yield "Record a choice: dsagen gateways suggest PATH --write FLOW PARTY ID"


def _side(side: Side, suggestion: Suggestion) -> Iterator[str]:
    does = "tells" if side.role == "discloser" else "is told"
    yield f"  {side.party.called} ({side.party.key}, {side.party.type_label}) {does}"
    if suggestion.note and (suggestion.question.is_private or suggestion.candidates):
        yield f"    {suggestion.note}"
    for number, candidate in enumerate(suggestion.candidates[:_SHOWN], 1):
        yield from _candidate(number, candidate)
    rest = [_named(candidate) for candidate in suggestion.candidates[_SHOWN:]]
    if rest:
        yield f"    Then: {', '.join(rest)}"
    if not suggestion.candidates and not suggestion.question.is_private:
        yield "    Nothing that dsagen knows fits. What would have to change:"
        yield from (f"      - {words}" for words in suggestion.would_change)
    if suggestion.near_misses:
        yield "    These do not fit:"
        yield from (f"      {_near_miss(miss)}" for miss in suggestion.near_misses)


def _candidate(number: int, candidate: Candidate) -> Iterator[str]:
    gateway = candidate.gateway
    citation = gateway.short_citation or gateway.citation
    yield f"    {number}. {_named(candidate)}: {citation} ({effect_words(gateway, candidate.effect)})"
    yield f"         For: {' '.join(candidate.supports)}"
    if candidate.missing:
        yield f"         Needs: {' '.join(candidate.missing)}"


def _named(candidate: Candidate) -> str:
    return candidate.gateway.id + (" [cited]" if candidate.is_cited else "")


def _near_miss(miss: NearMiss) -> str:
    cited = " [cited]" if miss.is_cited else ""
    instead = f" Look at {miss.instead}." if miss.instead else ""
    return f"{miss.gateway.id}{cited}: {' '.join(obstacle.text for obstacle in miss.obstacles)}{instead}"


def _place(reading: Reading, path: str) -> Source | None:
    found = reading.sources.key(path)
    return Source(reached(reading.root / found.file), found.line, found.column) if found is not None else None


def answers_as_json(reading: Reading, answers: Answers, as_at: date) -> str:
    """Give the suggestions as JSON, one record for each party in each flow."""
    records = [_record(reading, side, suggestion, as_at) for side, suggestion in answers]
    return json.dumps({"version": 1, "suggestions": records}, indent=2, ensure_ascii=False)


def _record(reading: Reading, side: Side, suggestion: Suggestion, as_at: date) -> dict[str, Any]:
    place = _place(reading, side.flow.path)
    return {
        "agreement": side.case.agreement.reference,
        "flow": side.flow.key,
        "party": side.party.key,
        "role": side.role,
        "as_at": str(as_at),
        "file": place.file if place is not None else "",
        "line": place.line if place is not None else None,
        "path": side.path,
        "cited": list(suggestion.question.cited),
        "note": suggestion.note,
        "candidates": [
            {
                "rank": number,
                "id": candidate.gateway.id,
                "citation": candidate.gateway.citation,
                "effect": candidate.effect,
                "express": candidate.gateway.express,
                "verified": candidate.gateway.verified,
                "cited": candidate.is_cited,
                "conditions": candidate.gateway.conditions,
                "restrictions": candidate.gateway.restrictions,
                "supports": list(candidate.supports),
                "missing": list(candidate.missing),
            }
            for number, candidate in enumerate(suggestion.candidates, 1)
        ],
        "near_misses": [
            {
                "id": miss.gateway.id,
                "citation": miss.gateway.citation,
                "cited": miss.is_cited,
                "reasons": [{"why": obstacle.why, "text": obstacle.text} for obstacle in miss.obstacles],
                "instead": miss.instead,
            }
            for miss in suggestion.near_misses
        ],
        "would_change": list(suggestion.would_change),
    }
