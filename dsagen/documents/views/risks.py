"""Views of what the structure says of risks: those that it suggests, and the events that people fear."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from dsagen.checks.risks import Feared, SuggestedRisk, feared_events, suggested_risks
from dsagen.documents.told import Narrated, Told
from dsagen.documents.views.asked import ask
from dsagen.documents.views.base import View, World, view_of
from dsagen.workspace.paths import join_path

__all__ = ["FearedView", "SuggestionView", "feared", "suggestions"]


@dataclass(frozen=True)
class SuggestionView:
    """A risk of the library that something suggests or that is set aside."""

    key: Told
    name: Told
    happens: Told
    """What would happen, as the library says it."""
    right: Told
    usual: list[Told]
    """What usually treats it."""
    facts: list[Told]
    """What in the agreement suggests it."""
    taken_up: list[View]
    """The risks that are based on it."""
    set_aside: Any
    """Why it is not taken up, or nothing."""
    is_open: bool
    """Whether it is suggested and nobody has dealt with it."""


@dataclass(frozen=True)
class FearedView:
    """A feared event, with the risks that answer it, and the reason where none does."""

    event: Told
    risks: list[View]
    reason: Any


def suggestions(world: World) -> list[SuggestionView]:
    """Give each risk of the library that is suggested, taken up or set aside."""
    return [_suggestion(world, risk) for risk in ask(world, suggested_risks)]


def feared(world: World) -> list[FearedView]:
    """Give each feared event."""
    return [_feared(world, event) for event in ask(world, feared_events)]


def _risk(world: World, key: str) -> View:
    path = join_path("agreements", world.agreement.reference, "assessment", "risks", key)
    return view_of(world.agreement.assessment.risks[key], path, world)


def _suggestion(world: World, risk: SuggestedRisk) -> SuggestionView:
    source = join_path("law", "risks", risk.key)
    entry = risk.entry
    return SuggestionView(
        key=world.told(risk.key, source),
        name=world.told(entry.name, join_path(source, "name")),
        happens=world.told(entry.description, join_path(source, "description")),
        right=world.told(entry.right, join_path(source, "right")),
        usual=[
            world.told(measure, join_path(source, "mitigations", index))
            for index, measure in enumerate(entry.mitigations)
        ],
        facts=[Told(fact, join_path("agreements", world.agreement.reference)) for fact in risk.facts],
        taken_up=[_risk(world, key) for key in risk.taken_up],
        set_aside=Narrated(risk.set_aside, risk.path) if risk.set_aside is not None else None,
        is_open=risk.is_open,
    )


def _feared(world: World, event: Feared) -> FearedView:
    word = world.labels.word("FearedEvent", event.event)
    reason = Narrated(event.reason, event.path) if event.reason is not None else None
    return FearedView(Told(word, event.path, event.event), [_risk(world, key) for key in event.risks], reason)
