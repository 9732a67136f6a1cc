"""An acceptance covers something that is found.

When a finding has been mended, its acceptance is left over. A reader of the assessment would take it for an open point.

Wrong: a draft was reviewed, so nothing is left to accept.

```yaml
accepted:
  - rule: DOC-011
    ^
    reason: The partners read it in the first month.
    by: senior information risk owner
    on: 2026-11-20
    until: 2027-05-01
```

Right: the acceptance is taken out with the finding.

```yaml
accepted: []
```
"""

from __future__ import annotations

from collections.abc import Iterator

from dsagen.checks.rule import Found, Rule
from dsagen.checks.subjects import Accepted
from dsagen.checks.tree import MADE

__all__ = ["RULE", "check"]

RULE = Rule(
    id="ACC-UNUSED",
    title="An acceptance covers nothing",
    severity="advice",
    authority="Good practice",
    why="Every acceptance is printed in the assessment. One for nothing misleads.",
    fix="Take it out. If it was meant for another place, correct `where`.",
    false_positives=(
        "A finding that comes and goes with the day on which it is asked for. An acceptance of DOC-033 or DP-CHD-002 "
        "is left alone, because a build finds more of them in the notices that it makes."
    ),
    yields_to=("ACC-RULE", "ACC-END"),
)


def check(accepted: Accepted) -> Iterator[Found]:
    """Find an acceptance that covers no finding."""
    if accepted.holds and not accepted.about and accepted.acceptance.rule not in MADE:
        where = f" at `{accepted.acceptance.where}`" if accepted.acceptance.where else ""
        yield Found(accepted.path, f"{accepted.acceptance.rule} finds nothing{where}, so there is nothing to accept.")
