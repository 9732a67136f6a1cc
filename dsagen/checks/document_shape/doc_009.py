"""A list of information or of recipients is closed.

"Including but not limited to" lets anything in. A reader cannot tell what will be shared, and with whom.

Wrong: the reason for a field leaves the list open.

```yaml
flows:
  F01:
    fields:
      possible-young-carer: The flag, the reasons and other relevant information as appropriate.
      ^
```

Right: one fact, and why.

```yaml
flows:
  F01:
    fields:
      possible-young-carer: The one fact that opens an assessment.
```
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from dsagen.checks.rule import Found, Rule
from dsagen.checks.subjects import Text

__all__ = ["RULE", "check"]

_LISTS = frozenset(
    {"fields", "viewers", "values", "cohort", "prohibited_uses", "left_out", "source", "format", "relevance"}
)
"""Attributes that say which information, whose, or who receives it."""
_OPEN = re.compile(
    r"\b(including,? but not limited to|without limitation|etc\b|and so on|and so forth|and/or|"
    r"as (and when )?(appropriate|necessary|required|needed)|(any |all )?(other )?relevant (information|data|details|"
    r"professionals|staff|agencies|partners)|(any|all) other (information|data|details|agencies|partners)|"
    r"such other|or similar|among others)",
    re.IGNORECASE,
)

RULE = Rule(
    id="DOC-009",
    title="An open list of information or recipients",
    severity="warning",
    authority="UK GDPR Article 5(1)(b) and (c)",
    why="What is not listed cannot be weighed, told to people or kept small.",
    fix="Name each item and each role. Add a new one in a new version.",
    false_positives="A word such as “relevant” in a sentence that lists nothing. Say what makes it relevant.",
)


def check(text: Text) -> Iterator[Found]:
    """Find open words in texts that list information, people or recipients."""
    if not _LISTS & set(text.path.split("/")):
        return
    left_open = _OPEN.search(text.words)
    if left_open:
        yield Found(text.path, f"“{left_open[0]}” leaves the list open.")
