"""Screening as the assessment prints it: each trigger, whether it applies, and the fact that shows it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from dsagen.checks.screening import Screened, screened
from dsagen.documents.told import Told
from dsagen.documents.views.asked import ask
from dsagen.documents.views.base import View, World
from dsagen.documents.views.law import law_view
from dsagen.workspace.paths import join_path

__all__ = ["TriggerView", "screening"]


@dataclass(frozen=True)
class TriggerView:
    """One trigger: the record of the law, whether it applies, and the fact behind the answer."""

    trigger: View
    applies: Told
    fact: Any


def screening(world: World) -> list[TriggerView]:
    """Answer every trigger of the catalogue, and note all that the answers were worked out from."""
    path = join_path("agreements", world.agreement.reference)
    categories = world.labels.groups["SpecialCategory"]
    answers = ask(world, lambda case: screened(case, categories))
    return [_view(world, path, answer) for answer in answers]


def _view(world: World, path: str, answer: Screened) -> TriggerView:
    given = answer.key in world.agreement.assessment.screening
    source = answer.path if given else path
    applies = Told("Yes" if answer.applies else "No", source, answer.applies)
    trigger = law_view(world, "dpia_triggers", answer.key, answer.trigger)
    return TriggerView(trigger, applies, world.told(answer.fact, answer.path))
