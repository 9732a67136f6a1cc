"""The parties know whether the sharing works.

A benefit that nobody measures is a hope. At review, the parties need something to look at.

Wrong: nothing is given.

```yaml
governance:
  measures: []
  ^
```

Right: it is given.

```yaml
governance:
  measures: [The share of children who are offered help in time]
```
"""

from __future__ import annotations

from collections.abc import Iterator

from dsagen.checks.rule import Found, Rule
from dsagen.checks.subjects import Case
from dsagen.workspace.paths import join_path

__all__ = ["RULE", "check"]

RULE = Rule(
    id="DOC-013",
    title="No measure of whether the sharing works",
    severity="warning",
    authority="ICO data sharing code; Scottish guidance",
    why="Sharing that does not help has no justification. Nobody can tell without a measure.",
    fix="List in `governance.measures` what will be counted, and by whom.",
    false_positives="A new agreement whose measures are set after a first term. Accept the finding until then.",
)


def check(case: Case) -> Iterator[Found]:
    """Find an agreement that leaves this out."""
    if not case.agreement.governance.measures:
        yield Found(
            join_path(case.path, "governance", "measures"),
            "Nothing says how the parties will know whether the sharing works.",
        )
