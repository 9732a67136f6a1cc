"""Recognised legitimate interest is closed to a public authority doing its job.

Article 6(1)(ea) spares a private body the balancing test where it safeguards a child or helps to prevent crime. The
closing words of Article 6(1) keep it from a public authority in performing its tasks. A charity may use it.

Wrong: the council claims it for child protection.

```yaml
flows:
  F04:
    bases:
      council:
        article6: ea
        ^
        annex1: 6
```

Right: the charity claims it.

```yaml
flows:
  F06:
    bases:
      friends: {capacity: private, article6: ea, annex1: 6}
```
"""

from __future__ import annotations

from collections.abc import Iterator

from dsagen.checks.rule import Found, Rule
from dsagen.checks.subjects import Side
from dsagen.workspace.paths import join_path

__all__ = ["RULE", "check"]

RULE = Rule(
    id="DP-LAW-002",
    title="Recognised legitimate interest used by a public authority",
    severity="error",
    authority="UK GDPR Article 6(1), closing words; Data (Use and Access) Act 2025 section 70(2)(c)",
    why="The basis is not open to this body, so the sharing has none.",
    fix="Use `c` if a duty binds this body, otherwise `e`.",
    false_positives=(
        "A body that is a public authority for some of its work only, and acts here outside its tasks. Write "
        "`capacity: private`."
    ),
    yields_to=("DP-CTL-001", "DP-LE-001"),
)


def check(side: Side) -> Iterator[Found]:
    """Find a public authority in its tasks that relies on recognised legitimate interest."""
    basis = side.basis
    if basis is None or basis.regime == "part3" or basis.article6 != "ea" or not side.is_public_task:
        return
    yield Found(
        join_path(side.path, "article6"),
        f"{side.party.called} is a public authority doing its job in {side.flow.key}. "
        "Recognised legitimate interest is not open to it.",
    )
