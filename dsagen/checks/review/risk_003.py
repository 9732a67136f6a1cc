"""A measure has its place in the agreement.

A measure that no section of the agreement carries out binds nobody. A measure that treats no risk has no reason.

Wrong: nothing in the agreement carries it out.

```yaml
assessment:
  measures:
    M01: {section: (taken away)}
    ^
```

Wrong: it treats no risk.

```yaml
assessment:
  measures:
    M02:
      title: A poster
      ^
      reduces: Staff see it daily.
      effect: reduced
      owner: duty manager
      status: in_place
      section: dsa.9
```

Right: the section is named.

```yaml
assessment:
  measures:
    M01: {section: dsa.8}
```
"""

from __future__ import annotations

from collections.abc import Iterator

from dsagen.checks.rule import Found, Rule
from dsagen.checks.subjects import Case
from dsagen.workspace.paths import join_path

__all__ = ["RULE", "check"]

RULE = Rule(
    id="RISK-003",
    title="A measure that binds nobody",
    severity="warning",
    authority="UK GDPR Article 35(7)(d)",
    why="The partners sign the agreement. A measure that is not in it is a good intention.",
    fix="Name in `section` the section of the agreement that carries the measure out, and in a risk the measure.",
    false_positives="A measure that one party takes alone, outside the agreement. Accept the finding.",
    yields_to=("DP-DPIA-001",),
)


def check(case: Case) -> Iterator[Found]:
    """Find measures that no section carries out, and measures that treat no risk."""
    assessment = case.agreement.assessment
    used = {key for risk in assessment.risks.values() for key in risk.measures}
    for key, measure in assessment.measures.items():
        path = join_path(case.path, "assessment", "measures", key)
        if not measure.section:
            yield Found(join_path(path, "section"), f"No section of the agreement carries out {key} ({measure.title}).")
        if key not in used:
            yield Found(join_path(path, "title"), f"{key} ({measure.title}) treats no risk.")
