"""A match has a rule, a person who looks at the doubtful ones, and a way back.

Where fields are sent to find the right person, the flow says when two records count as one. It says who looks at a
weak match, and how a wrong match is undone. Otherwise one child's trouble lands on another child's record and stays
there.

Wrong: nobody looks at a weak match.

```yaml
flows:
  F01:
    matching:
    ^
      review: (taken away)
```

Wrong: nothing says how a wrong match is undone.

```yaml
flows:
  F01:
    matching:
    ^
      unmatch: (taken away)
```

Wrong: fields travel for matching, and there is no rule.

```yaml
flows:
  F01:
  ^
    matching: (taken away)
```

Right:

```yaml
flows:
  F01:
    matching:
      rule: All three agree with one record, and a person confirms it.
      review: Where one differs, the duty manager rings the sender before anything is recorded.
      unmatch: A flag on the wrong record is removed the same day, and the sender is told.
```
"""

from __future__ import annotations

from collections.abc import Iterator

from dsagen.checks.rule import Found, Rule
from dsagen.checks.subjects import FlowSubject, Item
from dsagen.workspace.paths import join_path

__all__ = ["RULE", "check"]

RULE = Rule(
    id="DP-LNK-006",
    title="Matching without a rule, a review or a way back",
    severity="warning",
    authority="UK GDPR Article 5(1)(d)",
    why="A wrong match puts one child's trouble on another child's record, and leaves the first unseen.",
    fix="Write the rule, who looks at a weak match, and how a wrong match is undone.",
    false_positives="None is known. References that one side copies from the other are left alone.",
)
_WHO = frozenset({"name", "date", "contact"})


def check(flow: FlowSubject) -> Iterator[Found]:
    """Find matching that is not described, or that nobody reviews, or that cannot be undone."""
    matching = flow.flow.matching
    path = join_path(flow.path, "matching")
    if matching is None:
        compared = [item.field.label for item in flow.items if _tells_who(item)]
        if compared:
            yield Found(
                path, f"{flow.key} sends {', '.join(compared)} for matching. Nothing says when two records match."
            )
    elif matching.review is None:
        yield Found(join_path(path, "review"), f"Nobody looks at a weak match in {flow.key}.")
    elif matching.unmatch is None:
        yield Found(join_path(path, "unmatch"), f"Nothing says how a wrong match in {flow.key} is undone.")


def _tells_who(item: Item) -> bool:
    return item.field.use == "linkage" and (item.field.kind in _WHO or item.number is not None)
