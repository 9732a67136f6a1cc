"""A risk is taken up or set aside, and not both.

Wrong: the list of risks has it, and the assessment sets it aside.

```yaml
assessment:
  set_aside: {R05: No address travels.}
              ^
```

Wrong: no entry of the library has this reference.

```yaml
assessment:
  set_aside: {R77: It cannot happen here.}
              ^
```

Wrong: there is a risk of loss, and the assessment says that there is none.

```yaml
assessment:
  risks:
    R10: {feared: [loss]}
  no_risk_of: {loss: The sender keeps a copy.}
               ^
```

Right: it is set aside alone.

```yaml
assessment:
  set_aside: {R31: The number does not travel.}
```
"""

from __future__ import annotations

from collections.abc import Iterator

from dsagen.checks.risks import feared_events
from dsagen.checks.rule import Found, Rule
from dsagen.checks.subjects import Case
from dsagen.workspace.paths import join_path

__all__ = ["RULE", "check"]

RULE = Rule(
    id="RISK-005",
    title="A risk is set aside and taken up",
    severity="warning",
    authority="UK GDPR Article 35(7)(c)",
    why="A reader of the assessment cannot tell which of the two holds.",
    fix="Take away the risk, or its line in `set_aside` or `no_risk_of`.",
    false_positives="None is known.",
)


def check(case: Case) -> Iterator[Found]:
    """Find what is set aside and is there all the same, and references that no entry of the library has."""
    assessment, base = case.agreement.assessment, join_path(case.path, "assessment")
    taken_up = {risk.library: key for key, risk in assessment.risks.items() if risk.library}
    for key in assessment.set_aside:
        path = join_path(base, "set_aside", key)
        if key not in case.law.risks:
            yield Found(path, f"The library of risks has no {key}.")
        elif key in taken_up:
            yield Found(path, f"{key} of the library is set aside, and {taken_up[key]} is based on it.")
    for feared in feared_events(case):
        if feared.risks and feared.reason is not None:
            yield Found(feared.path, f"{', '.join(feared.risks)} answers what `no_risk_of` says that no risk answers.")
