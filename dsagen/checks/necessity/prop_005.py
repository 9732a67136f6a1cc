"""The balance names the safeguards that make it fair.

What is done to protect people counts on the scales (*Bank Mellat v HM Treasury*, fourth stage). The purpose names the
measures of the impact assessment that make its own balance fair, so that each is owned, dated and printed.

Wrong:

```yaml
purposes:
  offer-assessment:
    necessity:
    ^
      safeguards: (taken away)
```

Right:

```yaml
purposes:
  offer-assessment:
    necessity:
      safeguards: [M01]
```
"""

from __future__ import annotations

from collections.abc import Iterator

from dsagen.checks.rule import Found, Rule
from dsagen.checks.subjects import PurposeSubject
from dsagen.workspace.paths import join_path

__all__ = ["RULE", "check"]

RULE = Rule(
    id="PROP-005",
    title="A balance without safeguards",
    severity="warning",
    authority="Bank Mellat v HM Treasury (No 2) [2013] UKSC 39, fourth stage",
    why="A safeguard that nobody names is one that nobody keeps.",
    fix="Name under `safeguards` the measures of the assessment on which the balance rests, such as `[M01]`.",
    false_positives="None is known.",
)


def check(purpose: PurposeSubject) -> Iterator[Found]:
    """Find a purpose that names no measure."""
    if purpose.purpose.necessity.safeguards:
        return
    yield Found(
        join_path(purpose.path, "necessity", "safeguards"),
        f'No measure is named that makes the balance fair for the purpose "{purpose.purpose.title}".',
    )
