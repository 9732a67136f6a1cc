"""Legitimate interests is closed to a public authority doing its job.

The closing words of Article 6(1) keep point (f) from a public authority in performing its tasks. Parliament says in
statute what it may do, and it uses that.

Wrong: the police weigh interests.

```yaml
flows:
  F04:
    bases:
      police:
        article6: f
        ^
```

Right: the charity does, as a private body, and writes its assessment down.

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
    id="DP-LAW-003",
    title="Legitimate interests used by a public authority",
    severity="error",
    authority="UK GDPR Article 6(1), closing words",
    why="The basis is not open to this body, so the sharing has none.",
    fix="Use `c` if a duty binds this body, otherwise `e`.",
    false_positives=(
        "A body that is a public authority for some of its work only, and acts here outside its tasks. Write "
        "`capacity: private`."
    ),
    yields_to=("DP-CTL-001", "DP-LE-001"),
)


def check(side: Side) -> Iterator[Found]:
    """Find a public authority in its tasks that relies on legitimate interests."""
    basis = side.basis
    if basis is None or basis.regime == "part3" or basis.article6 != "f" or not side.is_public_task:
        return
    yield Found(
        join_path(side.path, "article6"),
        f"{side.party.called} is a public authority doing its job in {side.flow.key}. "
        "Legitimate interests is not open to it.",
    )
