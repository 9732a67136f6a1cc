"""Every recipient says who may see the information.

"The council" is thousands of people. A flow names the team that receives, or the roles that may look.

Wrong: nobody can tell who at the school sees the flag.

```yaml
flows:
  F02:
    viewers: {academy: []}
              ^
```

Right: two roles may look.

```yaml
flows:
  F02:
    viewers: {academy: [designated safeguarding lead, form tutor]}
```
"""

from __future__ import annotations

from collections.abc import Iterator

from dsagen.checks.rule import Found, Rule
from dsagen.checks.subjects import FlowSubject
from dsagen.workspace.paths import join_path

__all__ = ["RULE", "check"]

RULE = Rule(
    id="DOC-003",
    title="A recipient without a team or a viewer",
    severity="error",
    authority="WASPI quality assurance; Caldicott principle 4",
    why="Access on a need-to-know basis starts with knowing who needs to know.",
    fix="Name the roles that may see it in `viewers`, or the team that receives it in `teams`.",
    false_positives="None is known.",
)


def check(flow: FlowSubject) -> Iterator[Found]:
    """Find recipients for which a flow names neither viewers nor a team."""
    for recipient in flow.recipients:
        if not flow.flow.viewers.get(recipient.key) and recipient.key not in flow.flow.teams:
            yield Found(
                join_path(flow.path, "viewers", recipient.key),
                f"{flow.key} does not say who at {recipient.called} may see the information.",
            )
