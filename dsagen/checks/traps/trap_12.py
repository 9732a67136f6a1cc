"""An independent school seldom has a public task.

An independent school is a private body. The standards that bind it are law. Most of what it does is still no task in
the public interest that a law gives to it. For safeguarding it has recognised legitimate interest.

Wrong: the school relies on public task.

```yaml
flows:
  F02:
    bases:
      academy:
        article6: e
        ^
registers:
  parties:
    academy: {type: independent_school}
```

Right: it relies on what is open to it.

```yaml
flows:
  F02:
    bases:
      academy: {article6: ea, annex1: 6, capacity: private}
registers:
  parties:
    academy: {type: independent_school}
```
"""

from __future__ import annotations

from collections.abc import Iterator

from dsagen.checks.rule import Found, Rule
from dsagen.checks.subjects import Side
from dsagen.workspace.paths import join_path

__all__ = ["RULE", "check"]

RULE = Rule(
    id="TRAP-12",
    title="An independent school relies on public task",
    severity="warning",
    authority="UK GDPR Article 6(1)(e) and 6(3); Data Protection Act 2018 section 7",
    why="Where no law gives it the task, the basis is empty and the rights that people are told of are wrong.",
    fix="Use `ea` with Annex 1 paragraph 6 for safeguarding, `c` where a regulation binds it, or name the task.",
    false_positives="A school that a law gives this very task, such as a special school that a council names.",
    yields_to=("DP-CTL-001", "DP-LE-001", "DP-LAW-004", "DP-LAW-005"),
    unverified=True,
)


def check(side: Side) -> Iterator[Found]:
    """Find an independent school that relies on public task."""
    basis = side.basis
    if basis is None or basis.regime == "part3" or basis.article6 != "e":
        return
    if side.party.party.type == "independent_school" and not side.party.is_public_authority:
        yield Found(
            join_path(side.path, "article6"),
            f"{side.party.called} is an independent school and relies on public task in {side.flow.key}.",
        )
