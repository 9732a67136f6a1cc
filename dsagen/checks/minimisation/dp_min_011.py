"""Information is sent no more often than someone acts on it.

A purpose that is looked at once a term does not need a daily feed. Each further copy shows what nobody acts on, and can
be lost. A purpose says its `pace`, or its action does in words. Where there is a reason for a faster flow,
`frequency_reason` gives it.

Wrong:

```yaml
purposes:
  support-at-school:
    action: The designated safeguarding lead looks once a term at what each of these pupils needs, and asks the pupil.
flows:
  F02:
    frequency: daily
    ^
```

Wrong: the purpose says its pace.

```yaml
purposes:
  support-at-school:
    pace: weekly
flows:
  F02:
    frequency: daily
    ^
```

Right: the pace is that of the purpose.

```yaml
purposes:
  support-at-school:
    action: The designated safeguarding lead looks once a term at what each of these pupils needs, and asks the pupil.
flows:
  F02:
    frequency: termly
```

Right: there is a reason.

```yaml
purposes:
  support-at-school:
    action: The designated safeguarding lead looks once a term at what each of these pupils needs, and asks the pupil.
flows:
  F02:
    frequency: daily
    frequency_reason: A withdrawn flag must be gone from the school's record on the next day.
```
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from dsagen.checks.rule import Found, Rule
from dsagen.checks.subjects import FlowSubject
from dsagen.workspace.paths import join_path

__all__ = ["RULE", "check", "pace_needed"]

RULE = Rule(
    id="DP-MIN-011",
    title="Sent more often than it is used",
    severity="warning",
    authority="UK GDPR Article 5(1)(c)",
    why="A feed that is faster than the work it serves shows more about people than anyone acts on.",
    fix="Send at the pace of the purpose, or by event. Otherwise say in `frequency_reason` why it is sent this often.",
    false_positives="An action that names one slow step beside quick ones. Give the reason in `frequency_reason`.",
)
_PACES = ("continuous", "daily", "weekly", "monthly", "termly", "quarterly", "yearly")
_SPOKEN = {
    "daily": r"daily|(every|each) (working )?day|once a day",
    "weekly": r"weekly|(every|each) week|once a week",
    "monthly": r"monthly|(every|each) month|once a month",
    "termly": r"termly|(every|each) term|once a term",
    "quarterly": r"quarterly|(every|each) quarter|every three months|once a quarter",
    "yearly": r"yearly|annual|annually|(every|each) (school )?year|once a year",
}
_PATTERNS = {pace: re.compile(rf"\b({words})\b", re.IGNORECASE) for pace, words in _SPOKEN.items()}
_PROMPT = re.compile(r"\b(within|same day|on the day|at once|immediately|as soon as|without delay)\b", re.IGNORECASE)


def check(flow: FlowSubject) -> Iterator[Found]:
    """Find a feed that is faster than every purpose that it serves."""
    needed = pace_needed(flow)
    if needed is not None:
        yield Found(
            join_path(flow.path, "frequency"),
            f"{flow.key} is sent at this pace: {flow.flow.frequency}. The purpose is looked at {needed}.",
        )


def pace_needed(flow: FlowSubject) -> str | None:
    """Give the pace of the fastest purpose of a flow, where the flow is faster than it and nothing says why."""
    sent = flow.flow.frequency
    if sent not in _PACES or flow.flow.frequency_reason is not None or not flow.purposes:
        return None
    needed = [purpose.purpose.pace or _pace(purpose.purpose.action or "") for purpose in flow.purposes]
    paces = [pace for pace in needed if pace in _PACES]
    if len(paces) < len(needed):
        return None
    fastest = min(paces, key=_PACES.index)
    return fastest if _PACES.index(sent) < _PACES.index(fastest) else None


def _pace(action: str) -> str | None:
    """Give the pace of an action, where it has one and no step that is prompt."""
    if _PROMPT.search(action):
        return None
    return next((pace for pace in _PACES if pace in _PATTERNS and _PATTERNS[pace].search(action)), None)
