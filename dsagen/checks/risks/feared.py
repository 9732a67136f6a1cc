"""The events that people fear: the test of whether a list of risks is complete."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import get_args

from dsagen.checks.subjects.case import Case
from dsagen.law.assessment import FearedEvent
from dsagen.model.assessment import Risk
from dsagen.workspace.paths import join_path

__all__ = ["Feared", "feared_events"]


@dataclass(frozen=True)
class Feared:
    """One feared event, the risks that answer it, and the reason where none does."""

    event: FearedEvent
    risks: tuple[str, ...]
    reason: str | None
    path: str
    """The id of the place where an author would say why no risk answers it."""

    @property
    def is_open(self) -> bool:
        """Tell whether neither a risk nor a reason answers it."""
        return not self.risks and self.reason is None


def feared_events(case: Case) -> Iterator[Feared]:
    """Give each feared event.

    Source: the method of the French regulator (CNIL) for impact assessments has access, change and loss.
    """
    assessment, base = case.agreement.assessment, join_path(case.path, "assessment", "no_risk_of")
    answers = {key: _events(case, risk) for key, risk in assessment.risks.items()}
    for event in get_args(FearedEvent):
        risks = tuple(key for key, events in answers.items() if event in events)
        yield Feared(event, risks, assessment.no_risk_of.get(event), join_path(base, event))


def _events(case: Case, risk: Risk) -> set[FearedEvent]:
    entry = case.law.risks.get(risk.library) if risk.library else None
    return {*risk.feared, *(entry.feared if entry else ())}
