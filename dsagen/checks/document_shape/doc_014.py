"""Each flow says what people do, step by step.

Staff work from the procedure. Without one, each of them decides alone what to send, and how.

Wrong: the flow has no steps.

```yaml
flows:
  F01:
    procedure: []
    ^
```

Right: each step has someone who takes it.

```yaml
flows:
  F01:
    procedure: [{who: general practitioner, does: sends the form}]
```
"""

from __future__ import annotations

from collections.abc import Iterator

from dsagen.checks.rule import Found, Rule
from dsagen.checks.subjects import FlowSubject
from dsagen.workspace.paths import join_path

__all__ = ["RULE", "check"]

RULE = Rule(
    id="DOC-014",
    title="No day-to-day procedure",
    severity="warning",
    authority="ICO data sharing code",
    why="An agreement that staff cannot follow changes nothing, or goes wrong.",
    fix="List the steps in `procedure`, each with the role that takes it.",
    false_positives="A fully automatic flow. Say in one step which system does what, and who looks after it.",
)


def check(flow: FlowSubject) -> Iterator[Found]:
    """Find flows without steps."""
    if not flow.flow.procedure:
        yield Found(join_path(flow.path, "procedure"), f"{flow.key} does not say what people do, step by step.")
