"""Every controller needs a lawful basis for each flow.

A reader must be able to see, for each party and flow, which point of UK GDPR Article 6(1) the party relies on. A flow
without one is unlawful for that party, however good its reason. The recipient needs its own.

Wrong: the council receives the flag, and nothing says on which basis.

```yaml
flows:
  F01:
    bases:
      council:
        article6:
        ^
        article9: h
```

Wrong: the council is not among the parties whose law is given.

```yaml
flows:
  F03:
    bases:
    ^
      instead:
        primary: {gateways: [school-attendance-regs-2024-r13], article6: c, compatibility: {same: yes}}
```

Right:

```yaml
flows:
  F01:
    bases:
      council:
        article6: e
```

Right: a police force that investigates is under Part 3, and needs no point of Article 6.

```yaml
flows:
  F05:
    bases:
      police: {gateways: [common-law-policing], regime: part3}
```
"""

from __future__ import annotations

from collections.abc import Iterator

from dsagen.checks.rule import Found, Rule
from dsagen.checks.subjects import Side
from dsagen.workspace.paths import join_path

__all__ = ["RULE", "check"]

RULE = Rule(
    id="DP-LAW-001",
    title="No lawful basis",
    severity="error",
    authority="UK GDPR Articles 5(1)(a) and 6(1)",
    why="Without a basis in Article 6 the use of personal data is unlawful, and no later step can cure it.",
    fix="Give the party a point of Article 6(1): for a public body usually `c` where a law requires it, otherwise `e`.",
    false_positives="None is known. A party under Part 3 needs no point of Article 6, and is not asked for one.",
    yields_to=("DP-CTL-001", "DP-LE-001"),
)


def check(side: Side) -> Iterator[Found]:
    """Find a controller under the UK GDPR that names no point of Article 6(1) for a flow."""
    if side.basis is not None and (side.basis.regime == "part3" or side.basis.article6 is not None):
        return
    public = side.is_public_task
    usual = "`c` where a law requires it to act, otherwise `e`" if public else "for a private body often `ea` or `f`"
    yield Found(
        join_path(side.path, "article6"),
        f"{side.party.called} has no lawful basis in {side.flow.key}.",
        fix=f"Give {side.party.called} a point of Article 6(1) in `article6`: {usual}.",
    )
