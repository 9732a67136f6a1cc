"""Someone does something with the information, and someone gains by it.

Information that nobody acts on is not needed. Each purpose says what the recipient does when the information arrives,
and what the child or family gains (*Bank Mellat v HM Treasury*, second stage: the rational connection).

Wrong: nothing says what the council does with the flag.

```yaml
purposes:
  offer-assessment:
  ^
    action: (taken away)
```

Wrong: nothing says what good it does.

```yaml
purposes:
  offer-assessment:
  ^
    benefit: (taken away)
```

Right:

```yaml
purposes:
  offer-assessment:
    action: The young carers team rings the parent within ten working days and offers the child an assessment.
    benefit: The child is offered help before a crisis.
```
"""

from __future__ import annotations

from collections.abc import Iterator

from dsagen.checks.rule import Found, Rule
from dsagen.checks.subjects import PurposeSubject
from dsagen.workspace.paths import join_path

__all__ = ["RULE", "check"]

RULE = Rule(
    id="DP-NEC-002",
    title="No action or no benefit",
    severity="error",
    authority="Bank Mellat v HM Treasury (No 2) [2013] UKSC 39, second stage",
    why="Where nothing is done with information, nobody needs it, and no interference with private life is justified.",
    fix="Write in `action` who does what when it arrives, and in `benefit` what the child or family gains.",
    false_positives="None is known.",
)


def check(purpose: PurposeSubject) -> Iterator[Found]:
    """Find a purpose without an action, or without a benefit."""
    title = purpose.purpose.title
    if purpose.purpose.action is None:
        yield Found(
            join_path(purpose.path, "action"),
            f'Nothing says what the recipient does with the information for "{title}".',
        )
    if purpose.purpose.benefit is None:
        yield Found(join_path(purpose.path, "benefit"), f'Nothing says what the child or family gains from "{title}".')
