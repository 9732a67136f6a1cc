"""The effect on the people concerned is weighed, and on children above all.

A balance has two sides. One is the good that is done. The other is what the sharing does to the people concerned: they
may be watched, labelled, treated otherwise, or lose trust in whoever they told (*Bank Mellat v HM Treasury*, fourth
stage). Both are written down.

Wrong:

```yaml
purposes:
  offer-assessment:
    necessity:
    ^
      effect: (taken away)
```

Right:

```yaml
purposes:
  offer-assessment:
    necessity:
      effect: Two teams know of the caring role. A child may fear that the family is judged.
```
"""

from __future__ import annotations

from collections.abc import Iterator

from dsagen.checks.rule import Found, Rule
from dsagen.checks.subjects import PurposeSubject
from dsagen.workspace.paths import join_path

__all__ = ["RULE", "check"]

RULE = Rule(
    id="PROP-002",
    title="The effect on people is not weighed",
    severity="warning",
    authority="Bank Mellat v HM Treasury (No 2) [2013] UKSC 39, fourth stage",
    why="A balance on which only the benefit lies is none.",
    fix="Write in `effect` what the sharing does to the people concerned, and to children above all.",
    false_positives="None is known. Where the effect is small, say why it is.",
)


def check(purpose: PurposeSubject) -> Iterator[Found]:
    """Find a purpose that says nothing of the effect on the people concerned."""
    if purpose.purpose.necessity.effect:
        return
    yield Found(
        join_path(purpose.path, "necessity", "effect"),
        f'Nothing says what the sharing does to the people concerned, for the purpose "{purpose.purpose.title}".',
    )
