"""Each other way was ruled out for a reason.

A list of ways that were "not suitable" shows that somebody filled in a form. Each way says what would go wrong with it:
the delay, the people who would be missed, what was tried (*Bank Mellat v HM Treasury*, third stage).

Wrong:

```yaml
purposes:
  offer-assessment:
    necessity:
      alternatives:
        self_referral: Not suitable.
        ^
        full_record: This would not be appropriate or proportionate.
        ^
```

Right:

```yaml
purposes:
  offer-assessment:
    necessity:
      alternatives:
        self_referral: Tried for a year. The parents who are least well do not ring.
```
"""

from __future__ import annotations

from collections.abc import Iterator

from dsagen.checks.necessity._why_not import gives_reason
from dsagen.checks.rule import Found, Rule
from dsagen.checks.subjects import PurposeSubject
from dsagen.workspace.paths import join_path

__all__ = ["RULE", "check"]

RULE = Rule(
    id="PROP-009",
    title="A way was ruled out without a reason",
    severity="warning",
    authority="Bank Mellat v HM Treasury (No 2) [2013] UKSC 39, third stage",
    why="That a way is not suitable is the conclusion. Nobody can test it without the reason.",
    fix="Say what would go wrong: the delay, the people who would be missed, or what was tried and how it failed.",
    false_positives="A reason in very few words. Write it as a sentence.",
    yields_to=("DP-NEC-005",),
)


def check(purpose: PurposeSubject) -> Iterator[Found]:
    """Find each way whose reason says nothing."""
    for way, reason in purpose.purpose.necessity.alternatives.items():
        if not gives_reason(reason):
            yield Found(
                join_path(purpose.path, "necessity", "alternatives", way),
                f'`{way}` was ruled out for "{purpose.purpose.title}", and nothing says why.',
            )
