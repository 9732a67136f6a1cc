"""Planning and statistics rarely need to know who people are.

To count, plan or evaluate, a number or a pseudonym is nearly always enough. In a flow that serves only planning, a
name or a number for a person has to go. Or it is replaced before the information leaves.

Wrong: names travel, and the only purpose is to plan.

```yaml
purposes:
  raise-attendance:
    kind: statistics_planning
flows:
  F03:
    fields:
    ^
      pupil-name: To tell pupils apart.
```

Right: the same flow serves the pupils themselves.

```yaml
purposes:
  raise-attendance:
    kind: attendance
flows:
  F03:
    fields:
      pupil-name: To tell pupils apart.
```
"""

from __future__ import annotations

from collections.abc import Iterator

from dsagen.checks.rule import Found, Rule
from dsagen.checks.subjects import FlowSubject
from dsagen.checks.subjects.item import Item
from dsagen.workspace.paths import join_path

__all__ = ["RULE", "check"]

RULE = Rule(
    id="DP-NEC-003",
    title="Names for planning",
    severity="error",
    authority="UK GDPR Article 5(1)(c) and Article 84B",
    why="Planning is about numbers of people. Naming them exposes each person and adds nothing to the plan.",
    fix="Send totals, or replace names and numbers by a pseudonym before the information leaves.",
    false_positives=(
        "A linking service that compares identifiers, keeps them apart from everything else and hands none of them on. "
        "Accept the finding, and say how they are kept apart."
    ),
    unverified=True,
)
_PLANNING = frozenset({"statistics_planning"})
_HIDDEN = frozenset({"pseudonym", "aggregate"})


def check(flow: FlowSubject) -> Iterator[Found]:
    """Find a flow for planning alone in which something names a person."""
    if not flow.kinds or not flow.kinds <= _PLANNING:
        return
    naming = [item.field.label for item in flow.items if _names_a_person(item)]
    if naming:
        yield Found(
            join_path(flow.path, "fields"),
            f"{flow.key} serves planning only, and names people: {', '.join(naming)}.",
        )


def _names_a_person(item: Item) -> bool:
    field = item.field
    return field.detail not in _HIDDEN and (field.kind == "name" or field.identifier is not None)
