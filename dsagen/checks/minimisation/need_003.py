"""A field says no more than its questions need.

A question may say how much is enough: a flag, an age band, a month. A field that says more shows what nobody acts on.
The finding proposes the level that is enough for every question that uses the field.

Wrong: the question is answered by a number of days in bands, and each day travels.

```yaml
purposes:
  raise-attendance:
    needs:
      Which pupil is absent, and how much?:
        all_of: [pupil-name, pupil-date-of-birth, days-absent]
        detail: {days-absent: band}
flows:
  F03:
    fields:
      days-absent: To see who needs a visit.
      ^
registers:
  datasets:
    attendance:
      fields:
        days-absent: {label: Days absent, kind: code, detail: summary}
```

Wrong: one word for every field that is content.

```yaml
purposes:
  offer-assessment:
    needs:
      Which child may be a young carer?:
        all_of: [possible-young-carer, child-name, child-date-of-birth, child-postcode]
        detail: flag
flows:
  F01:
    fields:
      possible-young-carer: The one fact that opens an assessment.
      ^
registers:
  datasets:
    young-carer-flags:
      fields:
        possible-young-carer: {detail: summary}
```

Right:

```yaml
purposes:
  offer-assessment:
    needs:
      Which child may be a young carer?:
        all_of: [possible-young-carer, child-name, child-date-of-birth, child-postcode]
        detail: flag
```
"""

from __future__ import annotations

from collections.abc import Iterator

from dsagen.checks.needs.levels import enough_for, is_more
from dsagen.checks.rule import Found, Rule
from dsagen.checks.subjects import Item

__all__ = ["RULE", "check"]

RULE = Rule(
    id="NEED-003",
    title="More detail than any question needs",
    severity="error",
    authority="UK GDPR Article 5(1)(c)",
    why="Detail that answers no question helps nobody, and hurts more when it is lost or misread.",
    fix="Lower the field's `detail` to what is enough, and change what is sent. Or say that the question needs more.",
    false_positives="A question whose level was set too low. Raise it in `detail`, and the reason stands there.",
    yields_to=("DP-MIN-001",),
)


def check(item: Item) -> Iterator[Found]:
    """Find a field that says more than is enough for every question that it answers."""
    needs = [need for purpose in item.flow.purposes for need in purpose.purpose.needs.values()]
    enough = enough_for(item.key, item.field, needs)
    if enough is not None and is_more(item.field.detail, enough):
        yield Found(
            item.path,
            f'"{item.field.label}" in {item.flow.key} says more than any question needs: it has the level '
            f"`{item.field.detail}`, and `{enough}` is enough.",
            fix=f"Set `detail: {enough}` for the field and send no more. Or say in the question that it needs more.",
        )
