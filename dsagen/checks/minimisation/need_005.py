"""A field goes only to those recipients who need it.

One flow may reach several recipients. Where a field answers a question of one of them, and none of another's, the other
receives it for nothing. Two flows, each with its own fields, mend that.

Wrong: the school needs the name alone, and the code is for the council.

```yaml
purposes:
  protect-child:
    recipients: {council: It alone has the duty to enquire.}
  support-at-school:
    needs:
      Which pupil is it?: [child-name, child-date-of-birth, possible-young-carer, child-postcode]
    recipients: {academy: It teaches the child.}
flows:
  F06:
    to: [council, academy]
    purposes: [protect-child, support-at-school]
    fields:
      worry-code: To decide how soon to visit.
      ^
```

Right: the code goes to the council alone.

```yaml
purposes:
  protect-child:
    recipients: {council: It alone has the duty to enquire.}
```
"""

from __future__ import annotations

from collections.abc import Iterator

from dsagen.checks.rule import Found, Rule
from dsagen.checks.subjects import Item

__all__ = ["RULE", "check"]

RULE = Rule(
    id="NEED-005",
    title="A field that one recipient does not need",
    severity="warning",
    authority="UK GDPR Article 5(1)(c); Caldicott principle 4",
    why="Each recipient of a field needs a reason of its own. Another's need is no reason.",
    fix="Make two flows, each with the fields that its recipient needs. Or name the question that this recipient asks.",
    false_positives="None is known. Purposes without `recipients` count for every recipient, and are then not found.",
    yields_to=("DP-MIN-001", "NEED-004"),
)


def check(item: Item) -> Iterator[Found]:
    """Find a field that some recipients of its flow need and others do not."""
    acting = [delivery for delivery in item.flow.deliveries if delivery.is_described and delivery.needed]
    without = [delivery.recipient.called for delivery in acting if item.key not in delivery.needed]
    if without and len(without) < len(acting):
        yield Found(
            item.path,
            f'"{item.field.label}" in {item.flow.key} reaches {" and ".join(without)}, and answers no question there.',
        )
