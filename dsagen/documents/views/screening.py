"""Screening: which triggers of an impact assessment the description itself shows, and the fact that shows it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from dsagen.documents.told import Told
from dsagen.documents.views.agreement import AgreementView, agreement_view
from dsagen.documents.views.base import View, World
from dsagen.documents.views.law import law_view
from dsagen.workspace.paths import join_path

__all__ = ["TriggerView", "screening"]

_CHILD_WORDS = ("child", "pupil", "young")


@dataclass(frozen=True)
class TriggerView:
    """One trigger: the record of the law, whether it applies, and the fact behind the answer."""

    trigger: View
    applies: Told
    fact: Any


def screening(world: World) -> list[TriggerView]:
    """Answer every trigger of the catalogue, from structure first and then from what the assessment adds."""
    agreement = agreement_view(world)
    return [_answer(world, agreement, name, record) for name, record in world.catalogue.dpia_triggers.items()]


def _answer(world: World, agreement: AgreementView, name: str, record: Any) -> TriggerView:
    trigger = law_view(world, "dpia_triggers", name, record)
    base = join_path("agreements", world.agreement.reference, "assessment")
    given = world.agreement.assessment.screening.get(name)  # type: ignore[call-overload]
    if given is not None:
        source = join_path(base, "screening", name)
        return TriggerView(trigger, Told("Yes", source, True), world.told(given, source))
    shown = _FACTS[name](agreement) if name in _FACTS else ""
    source = join_path("agreements", world.agreement.reference)
    if shown:
        return TriggerView(trigger, Told("Yes", source, True), world.told(shown, join_path(base, "screening", name)))
    return TriggerView(trigger, Told("No", source, False), world.told("Nothing in the description shows this.", base))


def _special(agreement: AgreementView, *categories: str) -> str:
    found = {told.value: str(told) for flow in agreement.flows for told in flow.special_categories}
    chosen = [words for value, words in found.items() if not categories or value in categories]
    return f"The flows carry, or let people infer: {', '.join(chosen)}." if chosen else ""


def _sensitive(agreement: AgreementView) -> str:
    if agreement.criminal:
        return "The flows carry criminal-offence information."
    return _special(agreement)


def _matching(agreement: AgreementView) -> str:
    flows = [str(flow.key) for flow in agreement.flows if flow.matching]
    return f"Records are matched in {', '.join(flows)}." if flows else ""


def _children(agreement: AgreementView) -> str:
    groups = [str(people.label) for people in agreement.people]
    children = [label for label in groups if any(word in label.lower() for word in _CHILD_WORDS)]
    return f"The information is about: {', '.join(groups)}." if children else _vulnerable(agreement)


def _vulnerable(agreement: AgreementView) -> str:
    groups = [str(people.label) for people in agreement.people if people.vulnerability]
    return f"Some of the people are vulnerable: {', '.join(groups)}." if groups else ""


def _automated(agreement: AgreementView) -> str:
    return (
        "Automated decisions or profiling are described in section 9."
        if agreement.assessment.automated_decisions
        else ""
    )


def _novel(agreement: AgreementView) -> str:
    return "Section 2 says what is new." if agreement.assessment.context.novelty else ""


def _unseen(agreement: AgreementView) -> str:
    exceptions = agreement.transparency.exceptions
    return "In some cases people are not told, or not yet: see the exceptions." if len(exceptions) else ""


_FACTS: dict[str, Callable[[AgreementView], str]] = {
    "ico_innovative_technology": _novel,
    "wp248_innovative_use": _novel,
    "ico_biometrics": lambda agreement: _special(agreement, "biometric"),
    "ico_genetic_data": lambda agreement: _special(agreement, "genetic"),
    "ico_data_matching": _matching,
    "wp248_matching_datasets": _matching,
    "ico_invisible_processing": _unseen,
    "ico_children_or_vulnerable": _children,
    "wp248_vulnerable_people": _children,
    "wp248_automated_decisions": _automated,
    "wp248_evaluation_or_scoring": _automated,
    "wp248_sensitive_data": _sensitive,
}
"""What structure can show. The other triggers turn on scale or setting: the assessment's `screening` says so
where they apply."""
