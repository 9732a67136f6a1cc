"""Say what the information will never be used for.

People trust a limit that they can read. The list also stops the next idea for a shared file.

Wrong: nothing is ruled out.

```yaml
prohibited_uses: []
^
```

Right:

```yaml
prohibited_uses: [immigration enforcement, debt recovery, decisions on exclusion]
```
"""

from __future__ import annotations

from collections.abc import Iterator

from dsagen.checks.rule import Found, Rule
from dsagen.checks.subjects import Case
from dsagen.workspace.paths import join_path

__all__ = ["RULE", "check"]

RULE = Rule(
    id="DP-PUR-004",
    title="No use is ruled out",
    severity="warning",
    authority="UK GDPR Article 5(1)(b)",
    why="What is not ruled out creeps in, and families who fear it stay away from help.",
    fix="List uses in `prohibited_uses`, such as immigration enforcement, debt recovery or exclusion.",
    false_positives="None is known.",
)


def check(case: Case) -> Iterator[Found]:
    """Find an agreement that rules no use out."""
    if not case.agreement.prohibited_uses:
        yield Found(
            join_path(case.path, "prohibited_uses"), "The agreement does not say what the information is not used for."
        )
