"""An answer says enough to act on.

A bare "yes" or "known" sends the person who asked back to the telephone. An answer says what it means, or which values
it may have.

Wrong: nobody knows what the code stands for.

```yaml
registers:
  datasets:
    households:
      fields:
        household-code:
          values: []
          meaning:
flows:
  F05:
    fields:
      household-code: To know who had the care of the child.
      ^
```

Right: its values are listed.

```yaml
registers:
  datasets:
    households:
      fields:
        household-code: {values: [both parents, one parent, another relative, in care]}
```
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from dsagen.checks.rule import Found, Rule
from dsagen.checks.subjects import Item

__all__ = ["RULE", "check"]

_ANSWER = re.compile(r"\b(answers?|repl(y|ies)|responds?|response|tells back|reports back)\b", re.IGNORECASE)

RULE = Rule(
    id="DOC-035",
    title="An answer without context or level of detail",
    severity="warning",
    authority="What directors of children's services ask for",
    why="An answer that must be explained by telephone saves nobody time, and may be read wrongly.",
    fix="Give the field its `values`, or say in `meaning` what it tells.",
    false_positives="A field whose label says it all. Repeat it in `meaning`.",
)


def check(item: Item) -> Iterator[Found]:
    """Find fields of an answer that are a flag, band or code without values and without a meaning."""
    flow = item.flow.flow
    if not _ANSWER.search(f"{flow.title} {flow.trigger or ''}"):
        return
    bare = item.field.use == "content" and item.field.detail in ("flag", "band", "code")
    if bare and not item.field.values and not item.field.meaning:
        yield Found(item.path, f"“{item.field.label}” is an answer, and nothing says what it may be or what it means.")
