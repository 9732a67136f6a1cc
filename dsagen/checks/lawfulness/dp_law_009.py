"""Recognised legitimate interest needs its condition.

The law recognises a few interests in advance. They are the conditions of Annex 1, and one of them must be met and
named.

Wrong: none is named.

```yaml
flows:
  F06:
    bases:
      friends:
      ^
        article6: ea
        annex1: (taken away)
```

Right: paragraph 6, safeguarding someone under 18.

```yaml
flows:
  F06:
    bases:
      friends: {article6: ea, annex1: 6}
```
"""

from __future__ import annotations

from collections.abc import Iterator

from dsagen.checks.rule import Found, Rule
from dsagen.checks.subjects import Side
from dsagen.workspace.paths import join_path

__all__ = ["RULE", "check"]

RULE = Rule(
    id="DP-LAW-009",
    title="Recognised legitimate interest without its condition",
    severity="error",
    authority="UK GDPR Article 6(5) and Annex 1",
    why="Without a condition of Annex 1 there is no recognised interest, and so no basis.",
    fix=(
        "Write the paragraph in `annex1`: 1 for a request, 2 to 4 for security or emergencies, 5 for crime, 6 or 7 for "
        "safeguarding."
    ),
    false_positives="None is known.",
    yields_to=("DP-CTL-001", "DP-LE-001", "DP-LAW-002"),
)


def check(side: Side) -> Iterator[Found]:
    """Find recognised legitimate interest without a condition of Annex 1."""
    basis = side.basis
    if basis is None or basis.regime == "part3" or basis.article6 != "ea" or basis.annex1 is not None:
        return
    yield Found(
        join_path(side.path, "annex1"),
        f"{side.party.called} relies on recognised legitimate interest in {side.flow.key} and names no condition.",
    )
