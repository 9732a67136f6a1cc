"""Some conditions of Article 9 need a paragraph of Schedule 1 as well.

Points (b), (g), (h), (i) and (j) of UK GDPR Article 9(2) need a second condition. It stands in Schedule 1 to the Data
Protection Act 2018. An agreement that names the point and no paragraph stops halfway.

Wrong: substantial public interest is claimed, and no paragraph says which one.

```yaml
flows:
  F02:
    bases:
      academy:
        schedule1: []
        ^
```

Right: paragraph 6 is about functions that the law gives to a body.

```yaml
flows:
  F02:
    bases:
      academy:
        schedule1: [6]
```
"""

from __future__ import annotations

from collections.abc import Iterator

from dsagen.checks.rule import Found, Rule
from dsagen.checks.special_and_criminal._conditions import under_uk_gdpr
from dsagen.checks.subjects import Side
from dsagen.workspace.paths import join_path

__all__ = ["RULE", "check"]

RULE = Rule(
    id="DP-ART9-002",
    title="No paragraph of Schedule 1",
    severity="error",
    authority="Data Protection Act 2018 section 10(2) and (3)",
    why="Without the paragraph the condition in Article 9 is not met, so the information may not be used.",
    fix="Add the paragraph: `b` needs 1, `g` one of 6 to 28, `h` needs 2, `i` needs 3 and `j` needs 4.",
    false_positives="None is known.",
    yields_to=("DP-CTL-001", "DP-LE-001"),
)


def check(side: Side) -> Iterator[Found]:
    """Find a point of Article 9(2) that needs a paragraph of Schedule 1, with none beside it."""
    basis = under_uk_gdpr(side)
    if basis is None or basis.article9 is None or basis.schedule1:
        return
    condition = side.case.law.article9[basis.article9]
    if condition.schedule1:
        yield Found(
            join_path(side.path, "schedule1"),
            f"{side.party.called} relies on {condition.citation} in {side.flow.key} and names no paragraph of "
            "Schedule 1.",
        )
