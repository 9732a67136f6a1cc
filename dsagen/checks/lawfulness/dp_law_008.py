"""Vital interests is for emergencies.

Article 6(1)(d) is for saving a life when there is no time for anything else. A flow that is planned in an agreement has
another basis.

Wrong: each report of the charity rests on it.

```yaml
flows:
  F06:
    bases:
      friends:
        article6: d
        ^
        annex1: (taken away)
```

Right: the flow happens only in an emergency.

```yaml
flows:
  F06:
    emergency_only: yes
    bases:
      friends: {article6: d, annex1: (taken away)}
```
"""

from __future__ import annotations

from collections.abc import Iterator

from dsagen.checks.rule import Found, Rule
from dsagen.checks.subjects import Side
from dsagen.workspace.paths import join_path

__all__ = ["RULE", "check"]

RULE = Rule(
    id="DP-LAW-008",
    title="Vital interests for a planned flow",
    severity="warning",
    authority="UK GDPR Article 6(1)(d)",
    why="What can be planned can have a basis that people can foresee and object to.",
    fix="A public body uses `e` or `c`, a private body often `ea`. Or write `emergency_only: yes` where that is true.",
    false_positives="A flow for emergencies alone that does not say so. Write `emergency_only: yes`.",
    yields_to=("DP-CTL-001", "DP-LE-001"),
)


def check(side: Side) -> Iterator[Found]:
    """Find vital interests as the basis of a flow that is not for emergencies alone."""
    basis = side.basis
    if basis is None or basis.regime == "part3" or basis.article6 != "d" or side.flow.flow.emergency_only:
        return
    yield Found(
        join_path(side.path, "article6"),
        f"{side.party.called} relies on vital interests in {side.flow.key}, which is not for emergencies alone.",
    )
