"""Somebody has asked whether people would expect this.

What people expect weighs in the balance: a use that surprises them hurts more, and costs trust. Each purpose says
whether the people concerned would expect it, and how anyone knows. An agreement with one purpose may say so once, in
the context of its assessment.

Wrong: one of several purposes says nothing.

```yaml
purposes:
  offer-assessment:
    necessity:
    ^
      expected: (taken away)
```

Right:

```yaml
purposes:
  offer-assessment:
    necessity:
      expected: Parents who were asked said that they would expect it once the practice has explained it.
```
"""

from __future__ import annotations

from collections.abc import Iterator

from dsagen.checks.rule import Found, Rule
from dsagen.checks.subjects import PurposeSubject
from dsagen.workspace.paths import join_path

__all__ = ["RULE", "check"]

RULE = Rule(
    id="PROP-004",
    title="Nobody asked whether people expect it",
    severity="warning",
    authority="Bank Mellat v HM Treasury (No 2) [2013] UKSC 39, fourth stage; UK GDPR Article 5(1)(a)",
    why="A use that people would not expect weighs more, and needs more to outweigh it.",
    fix="Write in `expected` whether the people concerned would expect it, and how anyone knows.",
    false_positives="None is known. One purpose alone may say it in the assessment's `context`, as `expectation`.",
)


def check(purpose: PurposeSubject) -> Iterator[Found]:
    """Find a purpose that does not say whether people expect it."""
    agreement = purpose.case.agreement
    if purpose.purpose.necessity.expected is not None:
        return
    if len(agreement.purposes) == 1 and agreement.assessment.context.expectation is not None:
        return
    yield Found(
        join_path(purpose.path, "necessity", "expected"),
        f'Nothing says whether people would expect the purpose "{purpose.purpose.title}".',
    )
