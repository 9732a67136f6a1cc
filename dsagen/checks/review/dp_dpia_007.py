"""Each risk is treated, and each measure has a day.

A risk that matters has measures, and a reason why they leave it at its level. A measure that is not in place has a day
by which it is. Without these the list is a list of worries.

Wrong: the measure is planned for no particular day.

```yaml
assessment:
  measures:
    M01: {status: planned, due: (taken away)}
    ^
```

Wrong: nothing is done about the risk.

```yaml
assessment:
  risks:
    R07: {measures: []}
          ^
```

Wrong: the reason says nothing.

```yaml
assessment:
  risks:
    R10: {residual_reason: Mitigated.}
          ^
```

Wrong: nobody can tell how the measure helps.

```yaml
assessment:
  measures:
    M01: {reduces: As above}
          ^
```

Right: the measure has a day, and the risk that was low needs no measure.

```yaml
assessment:
  risks:
    R07: {measures: [], likelihood: remote, residual_likelihood: remote}
  measures:
    M01: {status: planned, due: 2026-11-30}
```
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from dsagen.checks.rule import Found, Rule
from dsagen.checks.subjects import Case
from dsagen.workspace.paths import join_path

__all__ = ["RULE", "check"]

RULE = Rule(
    id="DP-DPIA-007",
    title="A risk is not managed",
    severity="warning",
    authority="UK GDPR Article 35(7)(c) and (d); ICO guidance on impact assessments, the steps on risks and measures",
    why="A measure without a day is not done, and a risk without a measure is only known about.",
    fix="Give each risk its measures and a reason for its remaining level, and each measure a day in `due`.",
    false_positives="A risk that is accepted as it is. Add a measure whose effect is `accepted`, with its owner.",
    yields_to=("DP-DPIA-001",),
)
_WORD = re.compile(r"[^\W_]+")
_EMPTY = frozenset(
    _WORD.findall(
        "a above acceptable accepted all an and any applicable are as at be been before below by confirmed controlled "
        "controls fully has have high in is it its level low managed measure measures medium minimal mitigated "
        "mitigation mitigations mitigates na n no none not now of ok place reduced reduces remaining remains residual "
        "risk risks see stated tbc tbd the them these this those to treated with yes"
    )
)
"""Words that say nothing of what a measure does, however they are put together."""


def check(case: Case) -> Iterator[Found]:
    """Find risks without measures or a reason, and measures without a day or an effect that someone can see."""
    yield from _risks(case)
    yield from _measures(case)


def _risks(case: Case) -> Iterator[Found]:
    assessment, matrix = case.agreement.assessment, case.law.risk_matrix
    any_measures = bool(assessment.measures)
    for key, risk in assessment.risks.items():
        path = join_path(case.path, "assessment", "risks", key)
        untreated = any_measures and not risk.measures
        if untreated and matrix.level(risk.likelihood, risk.severity) != "low":
            yield Found(join_path(path, "measures"), f"No measure treats {key} ({risk.title}).")
        if _says_nothing(risk.residual_reason):
            yield Found(
                join_path(path, "residual_reason"),
                f"“{risk.residual_reason}” does not say why {key} stays at the level that is given.",
            )


def _measures(case: Case) -> Iterator[Found]:
    for key, measure in case.agreement.assessment.measures.items():
        path = join_path(case.path, "assessment", "measures", key)
        if measure.status != "in_place" and measure.due is None:
            yield Found(join_path(path, "due"), f"{key} ({measure.title}) is not in place, and has no day to be.")
        if _says_nothing(measure.reduces):
            yield Found(join_path(path, "reduces"), f"“{measure.reduces}” does not say how {key} reduces a risk.")


def _says_nothing(words: str) -> bool:
    return set(_WORD.findall(words.lower())) <= _EMPTY
