"""Free text has a limit, and someone reads it through.

In free text people write about relatives and neighbours, and an opinion soon reads like a fact. Coded fields are safer.
Where words are needed, the field's `meaning` sets a limit. Someone reads the text through before it is sent.

Wrong:

```yaml
registers:
  datasets:
    attendance:
      fields:
        days-absent: {label: What school has seen, kind: narrative, detail: text}
flows:
  F03:
    fields:
      days-absent: To see who needs a visit.
      ^
purposes:
  raise-attendance:
    needs: {"What has school seen?": [days-absent]}
```

Right:

```yaml
registers:
  datasets:
    attendance:
      fields:
        days-absent:
          label: What school has seen
          kind: narrative
          detail: text
          meaning: At most 60 words, each sentence a fact or an opinion. The head of year reads it through first.
purposes:
  raise-attendance:
    needs: {"What has school seen?": [days-absent]}
```
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from dsagen.checks.rule import Found, Rule
from dsagen.checks.subjects import Item

__all__ = ["RULE", "check"]

RULE = Rule(
    id="DP-MIN-005",
    title="Free text without a limit",
    severity="warning",
    authority="UK GDPR Article 5(1)(c) and (d)",
    why="Free text carries other people's information, and opinions that are later read as facts.",
    fix=(
        "Use coded fields. Where words are needed, set a limit in the field's `meaning`, such as `at most 100 words`. "
        "Add a step in which someone reads the text through."
    ),
    false_positives=(
        "A limit or a check that is set out in a guide for staff: repeat it in the field's `meaning`. A record that a "
        "law has a party send whole can have no limit: accept the finding, and say who checks the record."
    ),
    yields_to=("DP-MIN-001", "DP-MIN-004"),
)
_LIMIT = re.compile(
    r"\b(at most|no more than|up to|limit(ed)?|maximum|\d+ (words|characters|sentences|lines)|(one|two|three|four|five)"
    r" (sentences?|lines))\b",
    re.IGNORECASE,
)
_REVIEW = re.compile(
    r"\b(checks?|checked|reads? (it|the \w+|each \w+) (through|first|before)|read through|reviews?|reviewed|redacts?"
    r"|redacted|takes? out|approves?)\b",
    re.IGNORECASE,
)


def check(item: Item) -> Iterator[Found]:
    """Find free text without a limit, or without anyone who reads it through."""
    if not item.is_free_text:
        return
    meaning = item.field.meaning or ""
    flow = item.flow.flow
    steps = (meaning, item.reason, flow.quality or "", *(step.does for step in flow.procedure))
    lacking = [
        words
        for words, there in (
            ("a limit", _LIMIT.search(f"{meaning} {flow.format or ''}")),
            ("a step in which someone reads it through", any(_REVIEW.search(step) for step in steps)),
        )
        if not there
    ]
    if lacking:
        yield Found(item.path, f'"{item.field.label}" in {item.flow.key} is free text without {" or ".join(lacking)}.')
