"""The agreement is on a register.

A central log, best a public one, shows which agreements are in force.

Wrong: nothing is given.

```yaml
governance:
  register_url:
  ^
```

Right: it is given.

```yaml
governance:
  register_url: "https://fernshire.example/register"
```
"""

from __future__ import annotations

from collections.abc import Iterator

from dsagen.checks.rule import Found, Rule
from dsagen.checks.subjects import Case
from dsagen.workspace.paths import join_path

__all__ = ["RULE", "check"]

RULE = Rule(
    id="DOC-015",
    title="The agreement is on no register",
    severity="advice",
    authority="ICO data sharing code",
    why="A register lets the public and the parties find every agreement.",
    fix="Give the address of the register in `governance.register_url`.",
    false_positives="A body that publishes no register. Its list is then asked for on request.",
)


def check(case: Case) -> Iterator[Found]:
    """Find an agreement that leaves this out."""
    if not case.agreement.governance.register_url:
        yield Found(
            join_path(case.path, "governance", "register_url"), "No register that lists the agreement is named."
        )
