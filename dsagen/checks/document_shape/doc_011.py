"""A draft was reviewed by others.

An agreement that nobody but its author has read will surprise those who must work with it.

Wrong: no review is recorded.

```yaml
consulted: []
^
```

Right: who reviewed it, when, and what came of it.

```yaml
consulted:
  - {role: data protection officer, body: Fernshire Council, date: 2026-11-02, outcome: Two fields were taken out.}
```
"""

from __future__ import annotations

from collections.abc import Iterator

from dsagen.checks.rule import Found, Rule
from dsagen.checks.subjects import Case
from dsagen.workspace.paths import join_path

__all__ = ["RULE", "check"]

RULE = Rule(
    id="DOC-011",
    title="No evidence of consultation",
    severity="warning",
    authority="WASPI quality assurance; policing practice",
    why="Reviewers look for what changed because someone was asked.",
    fix="Record in `consulted` who reviewed the draft, when, and what came of it.",
    false_positives="A first working draft. The finding goes when someone has seen it.",
)


def check(case: Case) -> Iterator[Found]:
    """Find an agreement of which no draft was reviewed."""
    if not case.agreement.consulted:
        yield Found(join_path(case.path, "consulted"), "Nobody is recorded as having reviewed a draft.")
