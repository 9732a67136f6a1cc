"""What is sent for matching is used for matching, and stops there.

A field of the use `linkage` serves to find the right record. Once it is found, nobody needs the field. If the
matching rule of the flow does not compare it, it was not needed to match. Then it goes on to those who see the
information.

Wrong: the postcode is sent for matching, and the matching does not use it.

```yaml
flows:
  F01:
    matching:
      identifiers: [child-name, child-date-of-birth]
    fields:
      child-postcode: To tell apart children of one name and birthday.
      ^
```

Right: the matching compares it.

```yaml
flows:
  F01:
    matching:
      identifiers: [child-name, child-date-of-birth, child-postcode]
    fields:
      child-postcode: To tell apart children of one name and birthday.
```
"""

from __future__ import annotations

from collections.abc import Iterator

from dsagen.checks.rule import Found, Rule
from dsagen.checks.subjects import Item

__all__ = ["RULE", "check"]

RULE = Rule(
    id="DP-MIN-007",
    title="A field for matching goes further",
    severity="error",
    authority="UK GDPR Articles 5(1)(c) and 25",
    why="Identifiers are what makes all the rest personal. What matched a record should be dropped or held apart.",
    fix="Name the field in `matching.identifiers`, drop it after the match, or do not send it.",
    false_positives=(
        "A field that the recipient shows to say who someone is: its `use` is then `display`. References of a case or "
        "a request are left alone, since they say nothing about a person."
    ),
    yields_to=("DP-MIN-001",),
)
_WHO = frozenset({"name", "date", "contact"})


def check(item: Item) -> Iterator[Found]:
    """Find a field for matching, about the person, that the matching does not compare."""
    matching = item.flow.flow.matching
    if matching is None or item.field.use != "linkage" or item.key in matching.identifiers:
        return
    if item.field.kind in _WHO or item.field.identifier is not None:
        yield Found(
            item.path,
            f'"{item.field.label}" is sent in {item.flow.key} for matching, and the matching does not compare it. '
            "It reaches those who see the information, for no reason.",
        )
