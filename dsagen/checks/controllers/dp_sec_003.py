"""Look-ups in a shared system are logged and checked.

Staff can be curious. Where several people can look at the same information, a log shows who did, and someone reads it.

Wrong: nothing says how access is checked.

```yaml
security:
  audit:
  ^
```

Right: a log, and a regular review.

```yaml
security:
  audit: Each system logs who opened a record. A manager checks a sample each quarter.
```
"""

from __future__ import annotations

from collections.abc import Iterator

from dsagen.checks.rule import Found, Rule
from dsagen.checks.subjects import Case
from dsagen.workspace.paths import join_path

__all__ = ["RULE", "check"]

RULE = Rule(
    id="DP-SEC-003",
    title="No log of access, or no review of it",
    severity="warning",
    authority="UK GDPR Article 32; risk library R21",
    why="Misuse that nobody can see goes on.",
    fix="Say in `security.audit` what is logged, who checks it and how often.",
    false_positives="Flows by telephone alone, where there is no system to log.",
)


def check(case: Case) -> Iterator[Found]:
    """Find an agreement that does not say how access is logged and checked."""
    if not case.agreement.security.audit:
        yield Found(
            join_path(case.path, "security", "audit"), "Nothing says how access is logged, and who checks the log."
        )
