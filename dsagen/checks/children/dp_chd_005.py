"""An address is held back where it could lead someone to a child.

A family that fled, or a child who was adopted or placed, must not be found through a shared record. A field that says
where a child lives, or which school or placement the child is in, says when it is left out.

Wrong:

```yaml
registers:
  datasets:
    households:
      fields:
        household-code: {label: Child's home address, kind: contact, detail: text, confidential: true}
flows:
  F05:
    fields:
      household-code: To visit the child.
      ^
```

Right:

```yaml
registers:
  datasets:
    households:
      fields:
        household-code:
          label: Child's home address
          kind: contact
          detail: text
          confidential: true
          withheld_when: the address is protected
flows:
  F05:
    fields:
      household-code: To visit the child.
```
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from dsagen.checks.rule import Found, Rule
from dsagen.checks.subjects import Item

__all__ = ["RULE", "check"]

RULE = Rule(
    id="DP-CHD-005",
    title="An address that could reach an abuser",
    severity="warning",
    authority="Risk library R05 (address disclosure); UK GDPR Articles 5(1)(f) and 25",
    why="A new address in the wrong hands can cost a life.",
    fix="Say in the field's `withheld_when` when it is held back, such as `the address is protected`.",
    false_positives=(
        "A field that names a place of work and not a child's. Put another word in its label. A rule that protects "
        "addresses in the flow's procedure is seen where it speaks of what is protected."
    ),
    yields_to=("DP-MIN-001",),
    unverified=True,
)
_HELD_BACK = re.compile(
    r"\b(protected|suppress\w*|withheld|held back|left blank|left out|refuge|not sent|never sent)\b", re.IGNORECASE
)
_COARSE = frozenset({"aggregate", "band", "flag", "pseudonym"})


def check(item: Item) -> Iterator[Found]:
    """Find a field that says where a child is, without a rule for holding it back."""
    field, flow = item.field, item.flow
    if field.withheld_when is not None or field.detail in _COARSE or not flow.has_children:
        return
    if not item.says_where:
        return
    said = (field.meaning, item.reason, flow.flow.cohort, *(step.does for step in flow.flow.procedure))
    if not any(_HELD_BACK.search(words or "") for words in said):
        yield Found(
            item.path, f'"{field.label}" in {flow.key} may show where a child is. Nothing says when it is held back.'
        )
