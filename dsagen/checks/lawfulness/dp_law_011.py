"""Legitimate interests are weighed, in writing.

Article 6(1)(f) needs three answers: whose interest, why nothing less would serve it, and why it is not outweighed. A
child's interests weigh heavily.

Wrong: nothing was weighed.

```yaml
flows:
  F06:
    bases:
      friends:
      ^
        article6: f
        annex1: (taken away)
```

Right:

```yaml
flows:
  F06:
    bases:
      friends:
        article6: f
        annex1: (taken away)
        legitimate_interests:
          interest: To keep the children safe whom our youth workers know.
          necessity: The front door can decide nothing without the name.
          balance: A child's safety outweighs a parent's wish that nobody is told.
```
"""

from __future__ import annotations

from collections.abc import Iterator

from dsagen.checks.rule import Found, Rule
from dsagen.checks.subjects import Side
from dsagen.workspace.paths import join_path

__all__ = ["RULE", "check"]

RULE = Rule(
    id="DP-LAW-011",
    title="No assessment of legitimate interests",
    severity="error",
    authority="UK GDPR Article 6(1)(f)",
    why="The basis exists only where the interest is not overridden. Without the weighing nobody can show that.",
    fix="Write `legitimate_interests` with `interest`, `necessity` and `balance`. A child's interests weigh heavily.",
    false_positives="An assessment that is kept elsewhere. Give its three answers here in a sentence each.",
    yields_to=("DP-CTL-001", "DP-LE-001", "DP-LAW-003"),
)


def check(side: Side) -> Iterator[Found]:
    """Find legitimate interests without an assessment."""
    basis = side.basis
    if basis is None or basis.regime == "part3" or basis.article6 != "f" or basis.legitimate_interests is not None:
        return
    yield Found(
        join_path(side.path, "legitimate_interests"),
        f"{side.party.called} relies on legitimate interests in {side.flow.key} and shows no assessment.",
    )
