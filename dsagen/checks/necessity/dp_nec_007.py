"""A decision to share in one case leaves a record.

Where staff decide case by case, a record shows who decided, what was told and why. Where the family was not told, it
shows why not. Without it nobody can examine whether the sharing was proportionate.

Wrong:

```yaml
flow_defaults:
  decision_record: (taken away)
flows:
  F01:
  ^
    title: The practice tells the council that a child may be a young carer
  F02:
  ^
    title: The council tells the school that the child may be a young carer
  F03:
    decision_record: The return itself, kept with the register
  F04:
    decision_record: The force's log
  F05:
    decision_record: Case record
  F06:
    decision_record: Safeguarding log of the charity
```

Right:

```yaml
flow_defaults:
  decision_record: Case log, with who decided, what was told and why, and why the family was not told
```
"""

from __future__ import annotations

from collections.abc import Iterator

from dsagen.checks.rule import Found, Rule
from dsagen.checks.subjects import FlowSubject
from dsagen.workspace.paths import join_path

__all__ = ["RULE", "check"]

RULE = Rule(
    id="DP-NEC-007",
    title="No record of decisions",
    severity="error",
    authority="Christian Institute v Lord Advocate [2016] UKSC 51",
    why="Safeguards must let someone examine whether an interference was proportionate. A decision nobody wrote down "
    "cannot be examined.",
    fix="Name in `decision_record` where staff note who decided, what was told, why, and why the family was not told.",
    false_positives="None is known. A routine feed is not asked for this: no one decides in each case.",
)


def check(flow: FlowSubject) -> Iterator[Found]:
    """Find a flow that is decided case by case and leaves no record."""
    if flow.flow.decision_record is None and not flow.is_routine:
        yield Found(
            join_path(flow.path, "decision_record"),
            f"Nothing says where the decisions in {flow.key} are recorded.",
        )
