"""Every field answers a question.

To act, a recipient must answer some questions: which child, what happened, whom do we ring? A field that answers none
of them is not needed, however interesting it is. A field that only matches records, and that the matching rule names,
is asked for there and not here.

Wrong: the contact route answers no question of this purpose.

```yaml
flows:
  F01:
    fields:
      contact-route: The number that the parent chose.
      ^
```

Right: the question is written down.

```yaml
purposes:
  offer-assessment:
    needs:
      How may we reach the family safely?: [contact-route]
flows:
  F01:
    fields:
      contact-route: The number that the parent chose.
```
"""

from __future__ import annotations

from collections.abc import Iterator

from dsagen.checks.rule import Found, Rule
from dsagen.checks.subjects import Item

__all__ = ["RULE", "check"]

RULE = Rule(
    id="DP-MIN-001",
    title="A field answers no question",
    severity="error",
    authority="UK GDPR Article 5(1)(c)",
    why="Information must be limited to what the purpose needs. What answers no question is not needed.",
    fix="Add the field to a question under the purpose's `needs`, or take it out of the flow.",
    false_positives="None is known. A purpose without any question is a gap of its own, and no field is then found.",
)


def check(item: Item) -> Iterator[Found]:
    """Find a field that answers no question of any purpose that its flow serves, and matches no records."""
    acting = [delivery for delivery in item.flow.deliveries if delivery.purposes]
    if not acting or not all(delivery.is_described for delivery in acting):
        return
    if not any(item.key in delivery.needed for delivery in acting):
        yield Found(item.path, f'"{item.field.label}" in {item.flow.key} answers no question of its purpose.')
