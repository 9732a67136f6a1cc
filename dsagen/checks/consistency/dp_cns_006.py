"""The agreement carries out what the assessment decides.

An assessment rests on its measures. Each one that people follow day by day has a place in the agreement, so that
whoever signs the agreement signs the measure. `section` names that place by its id. A thing that is done once, such as
a test before the start, needs none.

Wrong: nothing in the agreement makes anyone do it.

```yaml
assessment:
  measures:
    M01: {section: (taken away)}
    ^
```

Right:

```yaml
assessment:
  measures:
    M01: {section: dsa.9}
```

Right: it is done once, before the start.

```yaml
assessment:
  measures:
    M01: {section: (taken away), title: "A pilot with one school, and a penetration test of the form"}
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
    id="DP-CNS-006",
    title="The agreement does not carry out the assessment",
    severity="warning",
    authority="UK GDPR Article 35(7)(d)",
    why="A measure that stands in the assessment alone binds nobody, and the risk is as high as before.",
    fix="Name in `section` the section of the agreement that carries the measure out, such as `dsa.9`.",
    false_positives=(
        "A measure that is done once and is not recognised as such, or one that a party's own policy carries out. "
        "Accept the finding and name the policy."
    ),
    yields_to=("DP-DPIA-001",),
)
_ONCE = re.compile(
    r"\b(one[- ]off|once only|pilots?|penetration test(s|ing)?|test run|trial run|"
    r"before (the )?(start|launch|go[- ]live|sharing starts|sharing begins))\b",
    re.IGNORECASE,
)
"""Words for what is done once."""


def check(case: Case) -> Iterator[Found]:
    """Find measures that no section of the agreement carries out."""
    for key, measure in case.agreement.assessment.measures.items():
        path = join_path(case.path, "assessment", "measures", key, "section")
        left_out = measure.section is None and measure.effect != "accepted"
        if left_out and not _ONCE.search(measure.title):
            yield Found(path, f"No section of the agreement carries out {key} ({measure.title}).")
