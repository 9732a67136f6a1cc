"""The rules can be read in one place, in plain words.

In *Christian Institute v Lord Advocate* the information-sharing scheme failed because the rules had to be pieced
together from several Acts and papers. `dsagen` prints the legal basis of every flow in one table. The table needs a
summary beside it that says in plain words who tells whom what, and why.

Wrong:

```yaml
summary: (taken away)
^
```

Right:

```yaml
summary: Six bodies tell each other single facts about a child, so that the child is offered help early.
```
"""

from __future__ import annotations

from collections.abc import Iterator

from dsagen.checks.rule import Found, Rule
from dsagen.checks.subjects import Case
from dsagen.workspace.paths import join_path

__all__ = ["RULE", "check"]

RULE = Rule(
    id="DP-NEC-006",
    title="No plain summary of the rules",
    severity="warning",
    authority="Christian Institute v Lord Advocate [2016] UKSC 51",
    why="An interference with private life must rest on rules that people can find and understand.",
    fix="Write a `summary` of at most 60 words: who tells whom what, why, and what does not travel.",
    false_positives="A summary that stands elsewhere. Put it here as well: this is the page that people read.",
)


def check(case: Case) -> Iterator[Found]:
    """Find an agreement without a summary."""
    if case.agreement.summary is None:
        yield Found(
            join_path(case.path, "summary"),
            f"{case.agreement.reference} has no summary. Its rules stand in the flow cards and the legal table alone.",
        )
