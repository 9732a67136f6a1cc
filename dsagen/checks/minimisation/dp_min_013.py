"""Parents, siblings and other people around a child are included for a stated reason.

Adults are easily swept in because a file holds them. Some groups are there for their link to a child. Their
`relevance` says when their information matters to the child, and how much is needed.

Wrong:

```yaml
registers:
  people:
    parent:
    ^
      relevance: (taken away)
```

Right:

```yaml
registers:
  people:
    parent:
      relevance: The parent's illness is why the child may need help. Nothing more about the parent is needed.
```
"""

from __future__ import annotations

from collections.abc import Iterator

from dsagen.checks.minimisation._groups import is_connected
from dsagen.checks.rule import Found, Rule
from dsagen.checks.subjects import Case
from dsagen.workspace.paths import join_path

__all__ = ["RULE", "check"]

RULE = Rule(
    id="DP-MIN-013",
    title="People around the child, without a test",
    severity="warning",
    authority="UK GDPR Article 5(1)(c)",
    why="A relative has a private life of their own. Their information travels only so far as it matters to the child.",
    fix="Say in the group's `relevance` when their information matters to the child, and how much of it is needed.",
    false_positives="A group whose label only sounds like relatives. Choose another label, or write the sentence.",
)


def check(case: Case) -> Iterator[Found]:
    """Find a group that is there for its link to someone, without a rule of relevance."""
    for key in dict.fromkeys(key for flow in case.flows for key in flow.people):
        group = case.workspace.people[key]
        if group.relevance is None and is_connected(group):
            yield Found(
                join_path("people", key, "relevance"),
                f'Nothing says when information about "{group.label}" matters to a child, or how much of it.',
            )
