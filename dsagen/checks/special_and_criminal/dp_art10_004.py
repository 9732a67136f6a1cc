"""Criminal-offence information says how far matters have come.

A reader who sees "assault" takes it for a fact. It may be an allegation that was looked into and dropped. So a field
about offences tells apart what is alleged, charged, convicted, ended without further action, or spent.

Wrong:

```yaml
registers:
  datasets:
    incidents:
      fields:
        worry-code:
          offence_status: []
          ^
```

Right:

```yaml
registers: {datasets: {incidents: {fields: {worry-code: {offence_status: [alleged, charged]}}}}}
```
"""

from __future__ import annotations

from collections.abc import Iterator

from dsagen.checks.rule import Found, Rule
from dsagen.checks.special_and_criminal._hints import carried_before
from dsagen.checks.subjects import Item
from dsagen.workspace.paths import join_path

__all__ = ["RULE", "check"]

RULE = Rule(
    id="DP-ART10-004",
    title="No status of the offence",
    severity="warning",
    authority="UK GDPR Article 5(1)(d); Data Protection Act 2018 section 38 for law enforcement",
    why="Without a status an allegation may be read as a fact, and someone is treated as guilty.",
    fix="Give the field's `offence_status`, and send the status with the information.",
    false_positives="A field that points to a record and says nothing about an offence. Accept the finding.",
)


def check(item: Item) -> Iterator[Found]:
    """Find a field with criminal-offence information that does not say how far matters have come."""
    if item.field.criminal and not item.field.offence_status and not carried_before(item):
        yield Found(
            join_path(item.field_path, "offence_status"),
            f"“{item.field.label}” does not tell an allegation from a charge or a conviction.",
        )
