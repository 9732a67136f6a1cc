"""An acceptance, or a severity, is for a rule that exists.

A slip in a rule's id accepts nothing, and nobody notices. A gap, or a mistake in the YAML, is mended and not accepted.

Wrong: there is no such rule.

```yaml
accepted:
  - rule: DP-LAW-66
    ^
    reason: Looked at.
    by: senior information risk owner
    on: 2026-11-20
    until: 2027-05-01
```

Wrong: a workspace changes the severity of a gap.

```yaml
settings:
  severities:
    DOC-GAP: {severity: advice, reason: We work on it.}
    ^
```

Right: the rule exists.

```yaml
settings:
  severities:
    DP-MIN-005: {severity: advice, reason: Our forms limit free text.}
```
"""

from __future__ import annotations

from collections.abc import Iterator

from dsagen.checks.not_asked import ELSEWHERE, GUARANTEED, RETIRED, WAITING
from dsagen.checks.rule import Found, Rule
from dsagen.checks.rulebook import rulebook
from dsagen.checks.subjects import Case
from dsagen.workspace.paths import join_path
from dsagen.workspace.suggest import nearest

__all__ = ["RULE", "check"]

RULE = Rule(
    id="ACC-RULE",
    title="No rule of that name can be accepted",
    severity="error",
    authority="The form of a workspace",
    why="An acceptance that names no rule covers nothing, and its author believes that it does.",
    fix="Write the rule as `check` prints it in square brackets.",
    false_positives="None is known.",
)


def check(case: Case) -> Iterator[Found]:
    """Find acceptances and changes of severity that name no rule that is checked."""
    for index, acceptance in enumerate(case.agreement.accepted):
        yield from _unknown(acceptance.rule, join_path(case.path, "accepted", str(index), "rule"))
    for key in case.workspace.settings.severities:
        yield from _unknown(key, join_path("settings", "severities", key))


def _unknown(key: str, path: str) -> Iterator[Found]:
    if key in rulebook():
        return
    if key in RETIRED:
        yield Found(path, f"{key} is retired.", f"Write {RETIRED[key]}, which took its place.")
    elif key in ELSEWHERE:
        yield Found(
            path, f"{key} is mended, and cannot be accepted or changed.", "Take this out, and mend the finding."
        )
    elif key in WAITING or key in GUARANTEED:
        yield Found(path, f"{key} is not checked, so there is nothing to accept.", "Take this out.")
    else:
        close = nearest(key, rulebook())
        offer = f"Did you mean `{close}`? " if close else ""
        yield Found(path, f"There is no rule `{key}`.", f"{offer}`dsagen explain --list` lists every rule.")
