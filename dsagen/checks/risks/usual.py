"""How bad each risk usually is, for the people whom an agreement is about."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import get_args

from dsagen.checks.subjects.case import Case
from dsagen.law.assessment import Severity
from dsagen.model.assessment import Risk

__all__ = ["UsualSeverity", "usual_severities"]


@dataclass(frozen=True)
class UsualSeverity:
    """A risk, and how bad the library says that it usually is."""

    key: str
    risk: Risk
    usual: Severity

    @property
    def is_lower(self) -> bool:
        """Tell whether the assessment gives it a lower severity."""
        steps = get_args(Severity)
        return steps.index(self.risk.severity) < steps.index(self.usual)


def usual_severities(case: Case) -> Iterator[UsualSeverity]:
    """Give the usual severity of each risk that is based on the library: one step up where flows are about children."""
    children, matrix = any(flow.has_children for flow in case.flows), case.law.risk_matrix
    for key, risk in case.agreement.assessment.risks.items():
        entry = case.law.risks.get(risk.library) if risk.library else None
        if entry is not None:
            usual = entry.usual_severity
            yield UsualSeverity(key, risk, matrix.for_children(usual) if children else usual)
