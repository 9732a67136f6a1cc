"""What only the match needs stops at the match.

A field of the use `linkage` that answers no question serves to find the record. Once it is found, the field is deleted
or held apart, and those who act on the information do not see it. Where it stays, somebody says why.

Wrong: nothing says what happens to the postcode after the match.

```yaml
purposes:
  offer-assessment:
    needs:
      Which child may be a young carer?: [possible-young-carer, child-name, child-date-of-birth]
flows:
  F01:
    fields:
      child-postcode: To tell apart children of one name and birthday.
      ^
```

Wrong: it stays, and nothing says why.

```yaml
purposes:
  offer-assessment:
    needs:
      Which child may be a young carer?: [possible-young-carer, child-name, child-date-of-birth]
flows:
  F01:
    matching:
      afterwards: kept
      ^
```

Right:

```yaml
purposes:
  offer-assessment:
    needs:
      Which child may be a young carer?: [possible-young-carer, child-name, child-date-of-birth]
flows:
  F01:
    matching:
      afterwards: deleted
```
"""

from __future__ import annotations

from collections.abc import Iterator

from dsagen.checks.rule import Found, Rule
from dsagen.checks.subjects import FlowSubject
from dsagen.workspace.paths import join_path

__all__ = ["RULE", "check"]

RULE = Rule(
    id="LINK-005",
    title="An identifier that does not stop at the match",
    severity="warning",
    authority="UK GDPR Articles 5(1)(c) and 25",
    why="Identifiers are what makes all the rest personal. Copies of them that serve nothing lie about in systems.",
    fix="Say in `afterwards` that they are `deleted` or `held_apart`. Where they stay, say why in `afterwards_reason`.",
    false_positives="A field that the recipient shows to say who someone is: its `use` is then `display`.",
    yields_to=("DP-MIN-001", "DP-MIN-007"),
)


def check(flow: FlowSubject) -> Iterator[Found]:
    """Find identifiers that only the match needs, where nothing says that they stop there."""
    matching = flow.flow.matching
    if matching is None or matching.afterwards in ("deleted", "held_apart"):
        return
    if matching.afterwards == "kept" and matching.afterwards_reason is not None:
        return
    described = [delivery for delivery in flow.deliveries if delivery.is_described and delivery.purposes]
    alone = [
        item
        for item in flow.items
        if item.field.use == "linkage" and any(item.key in delivery.needed_to_match_alone for delivery in described)
    ]
    if alone and matching.afterwards == "kept":
        labels = ", ".join(item.field.label for item in alone)
        yield Found(
            join_path(flow.path, "matching", "afterwards"),
            f"{flow.key} keeps what only the match needs, and nothing says why: {labels}.",
        )
        return
    for item in alone:
        yield Found(
            item.path,
            f'"{item.field.label}" in {flow.key} is needed for the match alone. Nothing says that it stops there.',
        )
