"""People who are only connected are weighed as well.

A fact about a child says something about a parent, a sibling or whoever lives with them. Where a flow is about such
people, the purpose says what the sharing does to them (*Bank Mellat v HM Treasury*, fourth stage).

Wrong: the flag is about the parent too, and nothing says what that means for the parent.

```yaml
purposes:
  offer-assessment:
    necessity:
    ^
      others: (taken away)
```

Right:

```yaml
purposes:
  offer-assessment:
    necessity:
      others: The flag lets staff guess that a parent is ill. It names no illness, and few see it.
```
"""

from __future__ import annotations

from collections.abc import Iterator

from dsagen.checks.minimisation._groups import is_connected
from dsagen.checks.rule import Found, Rule
from dsagen.checks.subjects import PurposeSubject
from dsagen.workspace.paths import join_path

__all__ = ["RULE", "check"]

RULE = Rule(
    id="PROP-003",
    title="The effect on connected people is not weighed",
    severity="warning",
    authority="Bank Mellat v HM Treasury (No 2) [2013] UKSC 39, fourth stage",
    why="A relative has a private life too, and nobody asked them.",
    fix="Write in `others` what the sharing does to parents, siblings and others who are only connected.",
    false_positives="A group whose label only sounds like relatives. Choose another label, or write the sentence.",
)


def check(purpose: PurposeSubject) -> Iterator[Found]:
    """Find a purpose whose flows are about connected people, and that says nothing of them."""
    if purpose.purpose.necessity.others is not None:
        return
    everyone = {key: group for flow in purpose.flows for key, group in flow.people.items()}
    groups = {key: group for key, group in everyone.items() if group.relevance is not None or is_connected(group)}
    if groups:
        labels = " and ".join(group.label for group in groups.values())
        yield Found(
            join_path(purpose.path, "necessity", "others"),
            f'Nothing says what the sharing does to these people, for the purpose "{purpose.purpose.title}": {labels}.',
        )
