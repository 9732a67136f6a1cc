"""A low risk has a reason.

A page of low risks with one phrase behind all of them was not thought through.

Wrong: every risk is low, for the same reason.

```yaml
assessment:
  risks:
  ^
    R28: {residual_likelihood: remote}
```

Right: each risk has a reason of its own, or some are not low.

```yaml
assessment:
  risks:
    R28: {residual_likelihood: possible}
```
"""

from __future__ import annotations

from collections.abc import Iterator

from dsagen.checks.rule import Found, Rule
from dsagen.checks.subjects import Case
from dsagen.workspace.paths import join_path

__all__ = ["RULE", "check"]

_SEVERAL = 3
_FEW_WORDS = 4

RULE = Rule(
    id="DOC-023",
    title="Every remaining risk is low, without reasons",
    severity="warning",
    authority="What data protection officers object to",
    why="A reader who finds no risk left asks whether anyone looked.",
    fix="Say for each risk what the measures do to it, and why that is enough.",
    false_positives="A small flow whose risks really have one reason. Say so in each.",
)


def check(case: Case) -> Iterator[Found]:
    """Find an assessment in which all remaining risks are low and share a reason, or give a few words only."""
    risks = case.agreement.assessment.risks
    if len(risks) < _SEVERAL:
        return
    matrix = case.law.risk_matrix
    levels = {matrix.level(risk.residual_likelihood, risk.residual_severity) for risk in risks.values()}
    reasons = [risk.residual_reason.strip().lower() for risk in risks.values()]
    alike = len(set(reasons)) <= len(reasons) // 2 or all(len(reason.split()) < _FEW_WORDS for reason in reasons)
    if levels == {"low"} and alike:
        yield Found(
            join_path(case.path, "assessment", "risks"),
            "All remaining risks are low, and their reasons are the same or a few words only.",
        )
