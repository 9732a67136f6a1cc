"""Public task and legal obligation need the law that lays them down.

Article 6(3) asks for a basis in law. The law is a gateway that the party cites, or what it writes in `article6_law`. A
private body may rest on public task only where a law gives it the task, so it names that law too.

Wrong: the charity claims a public task, and no law.

```yaml
flows:
  F06:
    bases:
      friends:
      ^
        article6: e
        annex1: (taken away)
        article6_law: (taken away)
```

Right: a provision of its own is cited.

```yaml
flows:
  F03:
    bases:
      primary: {gateways: [school-attendance-regs-2024-r13], article6: c}
```

Right: the law is written out.

```yaml
flows:
  F06:
    bases:
      friends:
        article6: e
        annex1: (taken away)
        article6_law: The council's delegation order of 2026, which gives the charity this task
```
"""

from __future__ import annotations

from collections.abc import Iterator

from dsagen.checks.rule import Found, Rule
from dsagen.checks.subjects import Side
from dsagen.workspace.paths import join_path

__all__ = ["RULE", "check"]

RULE = Rule(
    id="DP-LAW-004",
    title="No law behind public task or legal obligation",
    severity="error",
    authority="UK GDPR Article 6(3)",
    why="A reader must be able to see which law lays the task or the obligation down. Without it there is no basis.",
    fix="Cite the provision in `gateways`, or name the section, regulation or rule of common law in `article6_law`.",
    false_positives="None is known.",
    yields_to=("DP-CTL-001", "DP-LE-001", "DP-GW-001"),
)


def check(side: Side) -> Iterator[Found]:
    """Find public task or legal obligation without any law of this controller."""
    basis = side.basis
    if basis is None or basis.regime == "part3" or basis.article6 not in ("c", "e") or basis.article6_law:
        return
    if not any(citation.is_power for citation in side.citations):
        basis_name = side.case.law.article6[basis.article6].title.lower()
        yield Found(
            join_path(side.path, "article6_law"),
            f"{side.party.called} relies on {basis_name} in {side.flow.key} and names no law that lays it down.",
        )
