"""People are told that records are matched.

Matching is what families least expect. Each notice says so, with the numbers that are used for it.

Wrong: the workspace writes no notices, so nothing tells people.

```yaml
settings:
  documents: [dsa, dpia, appropriate_policy]
  ^
```

Right: the notices are written, and say it.

```yaml
settings:
  documents: [dsa, dpia, appropriate_policy, privacy_notice]
```
"""

from __future__ import annotations

from collections.abc import Iterator

from dsagen.checks.rule import Found, Rule
from dsagen.checks.subjects import Case

__all__ = ["RULE", "check"]

RULE = Rule(
    id="DOC-028",
    title="No notice says that records are matched",
    severity="error",
    authority="UK GDPR Articles 13 and 14; ICO guidance on invisible processing",
    why="People cannot object to, or correct, a match that they do not know of.",
    fix="Let dsagen write the privacy notices: add `privacy_notice` to `documents`.",
    false_positives=(
        "Notices that are written elsewhere and mention the matching. Accept the finding, and say where they are."
    ),
)


def check(case: Case) -> Iterator[Found]:
    """Find matching, or a number for a person, in a workspace that writes no notices."""
    matched = [
        flow.key for flow in case.flows if flow.flow.matching or any(item.field.identifier for item in flow.items)
    ]
    if matched and "privacy_notice" not in case.workspace.settings.documents:
        yield Found("settings/documents", f"Records are matched in {', '.join(matched)}, and no notice tells people.")
