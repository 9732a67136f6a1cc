"""Whoever holds an NHS number says why it may.

The NHS number belongs to health and adult social care. For each party to a flow that carries it, `identifiers` names
the rule that allows it. That is section 251A for health and adult social care, or a recorded policy approval. Once
there are regulations under section 16LC of the Children Act 2004, it may be those.

Wrong: the practice says why, and the council does not.

```yaml
registers:
  datasets:
    young-carer-flags:
      fields:
        child-postcode: {label: NHS number, kind: identifier, detail: none, use: linkage, identifier: nhs_number}
flows:
  F01:
    bases:
      surgery:
        identifiers: {child-postcode: {rule: hsca-2012-s251a}}
      council:
      ^
        article6: e
  F02:
    bases:
      council:
        identifiers: {child-postcode: {rule: policy-approval, approval: Caldicott panel minute 4}}
      academy:
        identifiers: {child-postcode: {rule: policy-approval, approval: Trust board minute 7}}
```

Right:

```yaml
registers:
  datasets:
    young-carer-flags:
      fields:
        child-postcode: {label: NHS number, kind: identifier, detail: none, use: linkage, identifier: nhs_number}
flows:
  F01:
    bases:
      surgery:
        identifiers: {child-postcode: {rule: hsca-2012-s251a}}
      council:
        identifiers: {child-postcode: {rule: policy-approval, approval: Caldicott panel minute 4}}
  F02:
    bases:
      council:
        identifiers: {child-postcode: {rule: policy-approval, approval: Caldicott panel minute 4}}
      academy:
        identifiers: {child-postcode: {rule: policy-approval, approval: Trust board minute 7}}
```
"""

from __future__ import annotations

from collections.abc import Iterator

from dsagen.checks.linkage._numbers import numbers_of
from dsagen.checks.rule import Found, Rule
from dsagen.checks.subjects import Side
from dsagen.workspace.paths import join_path

__all__ = ["RULE", "check"]

RULE = Rule(
    id="DP-LNK-001",
    title="An NHS number without a reason",
    severity="error",
    authority="Health and Social Care Act 2012 sections 251A to 251C; Children Act 2004 section 16LC",
    why="The number opens a person's whole life of records. A body that has no rule behind it should not hold it.",
    fix="Name the rule for this party under `identifiers`, by field. Where none fits, match on something else.",
    false_positives="A field that only sounds like the number. Give it another label, or its own `identifier`.",
    yields_to=("DP-CTL-001", "DP-LE-001"),
)


def check(side: Side) -> Iterator[Found]:
    """Find a party that gives no reason for holding an NHS number."""
    for item, reason in numbers_of(side, "nhs_number"):
        if reason is None:
            yield Found(
                join_path(side.path, "identifiers", item.key),
                f'Nothing says why {side.party.called} may hold "{item.field.label}" in {side.flow.key}.',
            )
