"""The public interest is weighed case by case.

Confidence may be set aside where the risk of serious harm to someone outweighs it in that case. Somebody weighs it, and
writes down why. A feed that runs by the clock weighs nothing, so it cannot stand on this.

Wrong: a weekly list.

```yaml
flows:
  F06:
    frequency: weekly
    confidentiality:
      route: overriding_public_interest
      ^
```

Right: each case is weighed.

```yaml
flows:
  F06:
    frequency: per_case
```
"""

from __future__ import annotations

from collections.abc import Iterator

from dsagen.checks.rule import Found, Rule
from dsagen.checks.subjects import FlowSubject
from dsagen.workspace.paths import join_path

__all__ = ["RULE", "check"]

RULE = Rule(
    id="DP-CONF-003",
    title="Public interest for a routine flow",
    severity="error",
    authority="Common law duty of confidence, and guidance on confidentiality for the National Health Service",
    why="Confidence that is broken for everyone by the clock is weighed for no one.",
    fix="Find a law that requires or permits the flow and sets confidence aside, or decide and record each case.",
    false_positives=(
        "A report that is gathered weekly from cases that were each weighed. Give the flow `frequency: per_case`, and "
        "say in `timeliness` when it is sent."
    ),
)


def check(flow: FlowSubject) -> Iterator[Found]:
    """Find an overriding public interest as the answer for a flow that runs by the clock."""
    confidentiality = flow.flow.confidentiality
    if confidentiality is None or confidentiality.route != "overriding_public_interest" or not flow.is_routine:
        return
    yield Found(
        join_path(flow.path, "confidentiality", "route"),
        f"{flow.key} runs {_often(flow.flow.frequency)}. It rests on a public interest that is weighed case by case.",
    )


def _often(frequency: str | None) -> str:
    return {"continuous": "all the time", "yearly": "every year"}.get(frequency or "", frequency or "by the clock")
