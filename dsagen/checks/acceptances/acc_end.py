"""An acceptance has an end, and someone looks again then.

On the day in `until` a finding is no longer accepted. Someone decides afresh, or mends it.

Wrong: it ended in the spring.

```yaml
# as at 2027-06-01
consulted: []
accepted:
  - rule: DOC-011
    reason: The partners read it in the first month.
    by: senior information risk owner
    on: 2026-11-20
    until: 2027-05-01
    ^
```

Right: it still holds.

```yaml
consulted: []
accepted:
  - rule: DOC-011
    reason: The partners read it in the first month.
    by: senior information risk owner
    on: 2026-11-20
    until: 2027-05-01
```
"""

from __future__ import annotations

from collections.abc import Iterator

from dsagen.checks.rule import Found, Rule
from dsagen.checks.subjects import Accepted
from dsagen.workspace.paths import join_path

__all__ = ["RULE", "check"]

RULE = Rule(
    id="ACC-END",
    title="An acceptance has ended",
    severity="warning",
    authority="UK GDPR Article 5(2)",
    why="Nobody stands behind the finding any more.",
    fix="Mend the finding. Or decide again, with a new reason and a new end.",
    false_positives="None is known.",
    yields_to=("ACC-RULE",),
)


def check(accepted: Accepted) -> Iterator[Found]:
    """Find an acceptance that has reached its end."""
    if not accepted.holds:
        acceptance = accepted.acceptance
        yield Found(
            join_path(accepted.path, "until"),
            f"The acceptance of {acceptance.rule} by the {acceptance.by} ended on {acceptance.until}.",
        )
