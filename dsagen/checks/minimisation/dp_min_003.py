"""Every field travels for a reason that says something.

One line for each field says why this recipient needs it. Words such as "needed" or "for information" are padding: they
would fit any field of any flow.

Wrong:

```yaml
flows:
  F03:
    fields:
      days-absent: Needed for our records.
      ^
```

Right:

```yaml
flows:
  F03:
    fields:
      days-absent: To see who needs a visit.
```
"""

from __future__ import annotations

from collections.abc import Iterator

from dsagen.checks.minimisation._reasons import says_nothing
from dsagen.checks.rule import Found, Rule
from dsagen.checks.subjects import Item

__all__ = ["RULE", "check"]

RULE = Rule(
    id="DP-MIN-003",
    title="No reason for a field",
    severity="warning",
    authority="UK GDPR Article 5(1)(c)",
    why="Someone who writes down why each field is needed leaves out those that are not.",
    fix="Say in one line what the recipient does with the field, or leave it out.",
    false_positives="A short reason that the rule takes for padding. Say what the recipient does with the field.",
)


def check(item: Item) -> Iterator[Found]:
    """Find an ordinary field whose reason is padding. What is sensitive is the subject of DP-MIN-002."""
    sensitive = item.field.special or item.field.criminal or item.is_free_text
    if not sensitive and says_nothing(item):
        yield Found(item.path, f'The reason for "{item.field.label}" in {item.flow.key} says nothing: "{item.reason}"')
