"""The aim is shown to be real.

An aim may limit privacy only where it is important enough (*Bank Mellat v HM Treasury*, first stage). Anyone can claim
that. Figures, a review or a case that went wrong show it, and a reader can check them.

Wrong:

```yaml
purposes:
  offer-assessment:
    necessity:
    ^
      evidence: (taken away)
```

Right:

```yaml
purposes:
  offer-assessment:
    necessity:
      evidence: Last year 31 of 120 young carers came to notice only through a crisis.
```
"""

from __future__ import annotations

from collections.abc import Iterator

from dsagen.checks.rule import Found, Rule
from dsagen.checks.subjects import PurposeSubject
from dsagen.workspace.paths import join_path

__all__ = ["RULE", "check"]

RULE = Rule(
    id="PROP-001",
    title="No evidence for the aim",
    severity="warning",
    authority="Bank Mellat v HM Treasury (No 2) [2013] UKSC 39, first stage",
    why="An aim that is only asserted weighs little against a private life.",
    fix="Write in `evidence` what shows the need: figures, a review, an inspection, a case.",
    false_positives="None is known. Where little is known yet, say so, and say when that is looked at again.",
)


def check(purpose: PurposeSubject) -> Iterator[Found]:
    """Find a purpose whose aim nothing supports."""
    if purpose.purpose.necessity.evidence:
        return
    yield Found(
        join_path(purpose.path, "necessity", "evidence"),
        f'Nothing shows that the aim is real for the purpose "{purpose.purpose.title}".',
    )
