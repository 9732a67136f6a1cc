"""Everything that is received is kept for a set time, from a known event.

For each recipient the agreement gives a period, the event that it counts from, and what happens at the end. "As long as
necessary" is a wish, and "when no longer needed" is an event that nobody can see.

Wrong: nothing says how long the council keeps it.

```yaml
flows:
  F03:
  ^
    retention: (taken away)
```

Wrong: the period is there, and nobody can tell when it starts.

```yaml
flows:
  F03:
    retention:
      council: {period: 1 year, trigger: when no longer needed, action: delete}
                                ^
```

Wrong: a scheme that runs has no day on which it ended.

```yaml
flows:
  F03:
    retention:
      council: {period: 1 year, trigger: for the life of the scheme, action: delete}
                                ^
```

Wrong: one recipient is left out.

```yaml
flows:
  F02:
    to: [academy, primary]
    retention:
    ^
      academy: {period: 1 year, trigger: the end of the school year, action: delete}
```

Right:

```yaml
flows:
  F03:
    retention:
      council: {period: 1 year, trigger: the end of the school year, action: delete}
```
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from dsagen.checks.rule import Found, Rule
from dsagen.checks.subjects import FlowSubject
from dsagen.workspace.paths import join_path

__all__ = ["RULE", "check"]

RULE = Rule(
    id="DP-MIN-009",
    title="No retention period with a start",
    severity="error",
    authority="UK GDPR Articles 5(1)(e) and 30",
    why="What has no end date is kept for ever. An old fact about a child follows the adult.",
    fix="Give a period, the event that it counts from, and what happens at the end.",
    false_positives=(
        "A law or an inquiry that forbids deletion. Give the schedule's period, and name the law in `authority`."
    ),
)
_NO_EVENT = re.compile(
    r"\b(as long as (is )?(necessary|needed|required)|(no|not) longer (necessary|needed|required|relevant)"
    r"|indefinite(ly)?|for ?ever|permanent(ly)?|same as (the )?source( system)?|until further notice|not known|unknown"
    r"|(life|lifetime|duration) of (the|this) \w+"
    r"|tb[cd]|to be (confirmed|agreed|decided)|as appropriate|per policy|n/?a)\b",
    re.IGNORECASE,
)
_NO_END = re.compile(
    r"\b(indefinite(ly)?|for ?ever|permanent(ly)?|never (deleted?|destroyed?)|tb[cd])\b", re.IGNORECASE
)


def check(flow: FlowSubject) -> Iterator[Found]:
    """Find a recipient without a period, or with one that starts or ends at no event."""
    path = join_path(flow.path, "retention")
    if not flow.flow.retention:
        keepers = " or ".join(recipient.called for recipient in flow.recipients)
        yield Found(path, f"Nothing says how long {keepers} keeps what it receives in {flow.key}.")
        return
    for recipient in flow.recipients:
        kept = flow.flow.retention.get(recipient.key)
        if kept is None:
            yield Found(
                join_path(path, recipient.key),
                f"Nothing says how long {recipient.called} keeps what it receives in {flow.key}.",
            )
        elif _NO_EVENT.search(kept.trigger):
            yield Found(
                join_path(path, recipient.key, "trigger"),
                f'{recipient.called} counts the period in {flow.key} from "{kept.trigger}". That is no event.',
            )
        elif _NO_END.search(kept.action):
            yield Found(
                join_path(path, recipient.key, "action"),
                f'What {recipient.called} does when the period in {flow.key} ends is no end: "{kept.action}".',
            )
