"""A less exact value may do.

An age or an age band often does the work of a date of birth. The first half of a postcode often does that of the
whole. A whole date of birth or postcode is needed to match records or to show who someone is. As content it seldom
is.

Wrong: a whole date of birth, which neither matches records nor shows who it is.

```yaml
registers:
  datasets:
    attendance:
      fields:
        pupil-date-of-birth: {label: Pupil's date of birth, kind: date, detail: date, use: content}
flows:
  F03:
    fields:
      pupil-date-of-birth: To know the pupil's age.
      ^
```

Right: an age band.

```yaml
registers:
  datasets:
    attendance:
      fields:
        pupil-date-of-birth: {label: Pupil's age, kind: code, detail: band, use: content}
flows:
  F03:
    fields:
      pupil-date-of-birth: To know whether the pupil is of compulsory school age.
```
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from dsagen.checks.rule import Found, Rule
from dsagen.checks.subjects import Item

__all__ = ["RULE", "check"]

RULE = Rule(
    id="DP-MIN-006",
    title="More exact than it needs to be",
    severity="warning",
    authority="UK GDPR Article 5(1)(c)",
    why="A whole date of birth or postcode picks one person out of many, and is worth more to a thief than an age.",
    fix=(
        "Send an age, a band, a year or the first half of the postcode. Where it matches records or shows who someone "
        "is, say so in the field's `use`."
    ),
    false_positives="A law that turns on the exact day, such as school leaving age. Say so, and accept the finding.",
    yields_to=("DP-MIN-001",),
)
_POSTCODE = re.compile(r"\b(postcodes?|postal code)\b")
_PART = re.compile(r"\b(sector|district|area|first half|first part|outward|partial)\b")
_COARSE = frozenset({"aggregate", "band", "pseudonym", "flag"})


def check(item: Item) -> Iterator[Found]:
    """Find a whole date of birth or postcode that is content."""
    if item.field.use != "content" or item.field.detail in _COARSE:
        return
    name = f'"{item.field.label}" in {item.flow.key}'
    if item.is_birth_date:
        yield Found(item.path, f"{name} is a whole date of birth. An age, or a band, may do.")
    elif item.field.kind == "contact" and _POSTCODE.search(item.words) and not _PART.search(item.words):
        yield Found(item.path, f"{name} has a whole postcode. Its first half may do.")
