"""What is told in confidence needs its own answer.

The duty of confidence is separate from data protection. A lawful basis in Article 6 does not lift it. So a flow that
carries confidential information says what lets it travel: the person's agreement, a law, a court's order, or a public
interest that outweighs confidence in that case.

Wrong: nothing answers the duty of confidence.

```yaml
flows:
  F04:
    confidentiality:
    ^
```

Wrong: fields are marked as confidential, and the flow says that nothing is.

```yaml
flows:
  F04:
    confidentiality:
      route: not_confidential
      ^
      reason: The police told the council.
```

Right:

```yaml
flows:
  F04:
    confidentiality:
      route: overriding_public_interest
      reason: In each case the sergeant weighs the danger to the child against confidence.
```
"""

from __future__ import annotations

from collections.abc import Iterator

from dsagen.checks.rule import Found, Rule
from dsagen.checks.subjects import FlowSubject
from dsagen.workspace.paths import join_path

__all__ = ["RULE", "check"]

RULE = Rule(
    id="DP-CONF-001",
    title="Nothing answers the duty of confidence",
    severity="error",
    authority="Common law duty of confidence",
    why="To pass on what was told in confidence is a wrong of its own, whatever data protection law allows.",
    fix="Choose the route that really applies, and say what shows it.",
    false_positives="Fields that are marked as confidential and are not. Take the mark off, if that is true.",
    unverified=True,
)


def check(flow: FlowSubject) -> Iterator[Found]:
    """Find a flow with confidential fields and no route, or with a route that denies that they are confidential."""
    if not flow.is_confidential:
        return
    confidentiality = flow.flow.confidentiality
    if confidentiality is None:
        yield Found(
            join_path(flow.path, "confidentiality"),
            f"{flow.key} carries confidential information, and nothing says what lets {flow.sender.called} pass it on.",
        )
    elif confidentiality.route == "not_confidential":
        labels = ", ".join(f"“{item.field.label}”" for item in flow.items if item.field.confidential)
        yield Found(
            join_path(flow.path, "confidentiality", "route"),
            f"{flow.key} says that no duty of confidence arises. These fields are marked as confidential: {labels}.",
            fix="Choose a route, or take the mark `confidential` off the fields that nobody told in confidence.",
        )
