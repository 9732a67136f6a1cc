"""A new use of old information is justified first.

A controller may use information for another purpose than it collected it for only where the two fit together. It says
how: they are the same, a condition of Annex 2 applies, an enactment authorises it, or it has weighed the matter.

Wrong: the practice collected it for health care, and says nothing.

```yaml
flows:
  F01:
    bases:
      surgery:
      ^
        compatibility: (taken away)
```

Right: it weighed the matter.

```yaml
flows:
  F01:
    bases:
      surgery:
        compatibility: {assessed: The family asked for this help and agreed to this one fact.}
```

Right: the use is the one that the information was collected for.

```yaml
flows:
  F03:
    bases:
      primary: {compatibility: {same: yes}}
```
"""

from __future__ import annotations

from collections.abc import Iterator

from dsagen.checks.rule import Found, Rule
from dsagen.checks.subjects import Side
from dsagen.workspace.paths import join_path

__all__ = ["RULE", "check"]

RULE = Rule(
    id="DP-PUR-002",
    title="Reuse for a new purpose is not justified",
    severity="error",
    authority="UK GDPR Articles 5(1)(b) and 8A, and Annex 2",
    why="Information may not be used in a way that does not fit with the purpose that it was collected for.",
    fix=(
        "Write `compatibility` on the discloser's basis: `same`, an `annex2` condition, an `enactment`, or in "
        "`assessed` the factors of Article 8A(2)."
    ),
    false_positives="None is known: where the purpose is the same, `same: yes` says so.",
    yields_to=("DP-LAW-001", "DP-CTL-001", "DP-LE-001"),
)


def check(side: Side) -> Iterator[Found]:
    """Find a discloser under the UK GDPR that does not say how this use fits with the purpose of collection."""
    basis = side.basis
    if side.role != "discloser" or basis is None or basis.regime == "part3" or basis.compatibility is not None:
        return
    yield Found(
        join_path(side.path, "compatibility"),
        f"{side.party.called} does not say how {side.flow.key} fits with why it holds the information.",
    )
