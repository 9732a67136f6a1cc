"""Sensitive information travels for a reason that says something.

For each item of special category or criminal-offence information, and for free text, the agreement says why this
recipient needs this item in this detail. "For information" and "useful" are no reasons, and the field's own name said
again is none either.

Wrong:

```yaml
flows:
  F01:
    fields:
      possible-young-carer: For information.
      ^
```

Right:

```yaml
flows:
  F01:
    fields:
      possible-young-carer: The one fact that opens an assessment.
```
"""

from __future__ import annotations

from collections.abc import Iterator

from dsagen.checks.minimisation._reasons import says_nothing
from dsagen.checks.rule import Found, Rule
from dsagen.checks.subjects import Item

__all__ = ["RULE", "check"]

RULE = Rule(
    id="DP-MIN-002",
    title="No reason for sensitive information",
    severity="error",
    authority="UK GDPR Article 5(1)(c); Caldicott principle 3",
    why="The more an item can hurt someone, the better the reason for sending it must be.",
    fix="Say what the recipient does with this item, and why less detail would not do. Otherwise leave it out.",
    false_positives="A short reason that the rule takes for padding. Say what the recipient does with the item.",
)


def check(item: Item) -> Iterator[Found]:
    """Find a sensitive field or free text whose reason is padding."""
    sensitive = item.field.special or item.field.criminal or item.is_free_text
    if sensitive and says_nothing(item):
        yield Found(item.path, f'The reason for "{item.field.label}" in {item.flow.key} says nothing: "{item.reason}"')
