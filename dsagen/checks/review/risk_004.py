"""Harm to a child counts for more, unless a reason says why not.

The library says how bad each risk usually is for an adult. For a child it is one step worse. A lower severity may be
right: the reason then says what makes the harm less here.

Wrong: a few words that say nothing.

```yaml
assessment:
  risks:
    R10: {severity: some, severity_reason: Low impact.}
                          ^
```

Right: the usual severity for children.

```yaml
assessment:
  risks:
    R10: {severity: serious, severity_reason: Low impact.}
```

Right: the reason says why it is less.

```yaml
assessment:
  risks:
    R10: {severity: some, severity_reason: The fact is short and names no illness.}
```
"""

from __future__ import annotations

from collections.abc import Iterator

from dsagen.checks.risks import usual_severities
from dsagen.checks.rule import Found, Rule
from dsagen.checks.subjects import Case
from dsagen.workspace.paths import join_path

__all__ = ["RULE", "check"]

RULE = Rule(
    id="RISK-004",
    title="Harm to a child is made small",
    severity="advice",
    authority="UK GDPR recital 38; the library of risks, drawn from practice",
    why="The same slip hurts a child more and for longer, and a child can do less about it.",
    fix="Raise the severity by one step, or say in `severity_reason` what makes the harm less here.",
    false_positives="A short reason that says enough. Accept the finding.",
    yields_to=("DP-DPIA-001",),
    unverified=True,
)
_FEW_WORDS = 4


def check(case: Case) -> Iterator[Found]:
    """Find risks of an agreement about children whose severity is below what is usual, for hardly any reason."""
    if not any(flow.has_children for flow in case.flows):
        return
    for each in usual_severities(case):
        if each.is_lower and len(each.risk.severity_reason.split()) < _FEW_WORDS:
            yield Found(
                join_path(case.path, "assessment", "risks", each.key, "severity_reason"),
                f"{each.key} is about children, and usually means {case.law.risk_matrix.severity[each.usual].lower()}. "
                f"“{each.risk.severity_reason}” does not say why it is less here.",
            )
