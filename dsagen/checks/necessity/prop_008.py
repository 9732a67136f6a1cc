"""At least one way that is less intrusive than the chosen one was considered.

Ways that reach further than the chosen one are easily refused. The test is the other way round: whether something that
reaches less far would do (*Bank Mellat v HM Treasury*, third stage). The rule compares what is told: nothing, a
referral, totals, a flag, a code, a summary, a whole record, direct access. It compares how: on request, in each case,
as a feed.

Wrong: a fact travels when something happens, and the only other way that was considered is a whole record.

```yaml
purposes:
  offer-assessment:
    necessity:
      alternatives: {instead: {full_record: The team does not need a diagnosis to offer an assessment.}}
      ^
```

Wrong: one flag travels, and a summary says more than that.

```yaml
purposes:
  support-at-school:
    necessity:
      alternatives: {instead: {summary: The school does not need to know who is ill or with what.}}
      ^
```

Right:

```yaml
purposes:
  offer-assessment:
    necessity:
      alternatives:
        self_referral: Tried for a year. The parents who are least well do not ring.
        full_record: The team does not need a diagnosis to offer an assessment.
```
"""

from __future__ import annotations

from collections.abc import Iterator

from dsagen.checks.ladder import chosen, is_less
from dsagen.checks.rule import Found, Rule
from dsagen.checks.subjects import PurposeSubject
from dsagen.workspace.paths import join_path

__all__ = ["RULE", "check"]

RULE = Rule(
    id="PROP-008",
    title="Only further-reaching ways were considered",
    severity="warning",
    authority="Bank Mellat v HM Treasury (No 2) [2013] UKSC 39, third stage",
    why="To refuse what is worse shows nothing. The question is whether less would do.",
    fix="Add to `alternatives` a way that reaches less far, such as `self_referral` or `flag`, and why it fails.",
    false_positives="A way that is less intrusive here than its place on the ladder. Name a further one below it.",
    yields_to=("DP-NEC-001",),
)


def check(purpose: PurposeSubject) -> Iterator[Found]:
    """Find a purpose for which nothing below the chosen rung was considered."""
    taken = chosen(purpose)
    ways = list(purpose.purpose.necessity.alternatives)
    if taken is not None and ways and not any(is_less(way, taken) for way in ways):
        yield Found(
            join_path(purpose.path, "necessity", "alternatives"),
            f'Every way that was considered for "{purpose.purpose.title}" reaches at least as far as the chosen one.',
        )
