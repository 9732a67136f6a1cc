"""Information goes back no further than someone looks.

What happened long ago weighs on people still. A flow that carries a past says how far back it goes (`look_back`), and
the purpose says how far back the recipient has to look. The first is no longer than the second.

Wrong: the officer looks at one term, and three years travel.

```yaml
purposes:
  raise-attendance:
    look_back: 4 months
flows:
  F03:
    look_back: 3 years
    ^
```

Right:

```yaml
purposes:
  raise-attendance:
    look_back: 4 months
flows:
  F03:
    look_back: 4 months
```
"""

from __future__ import annotations

from collections.abc import Iterator

from dsagen.checks.rule import Found, Rule
from dsagen.checks.subjects import FlowSubject
from dsagen.model.base import Period
from dsagen.workspace.paths import join_path

__all__ = ["RULE", "check", "longest_needed"]

RULE = Rule(
    id="NEED-006",
    title="Further back than anyone looks",
    severity="warning",
    authority="UK GDPR Article 5(1)(c)",
    why="An old event that no one acts on goes on colouring how a family is seen.",
    fix="Shorten `look_back` to what the purpose needs, or say under the purpose that it has to look further back.",
    false_positives="A purpose whose `look_back` was set too short. Lengthen it there, where the reason belongs.",
)
_DAYS = {"day": 1, "week": 7, "month": 30.4375, "year": 365.25}


def check(flow: FlowSubject) -> Iterator[Found]:
    """Find a flow that goes back further than every purpose that it serves."""
    longest = longest_needed(flow)
    if longest is not None:
        yield Found(
            join_path(flow.path, "look_back"),
            f"{flow.key} goes back {flow.flow.look_back}. Whoever receives it looks back {longest}.",
            fix=f"Set `look_back: {longest}` and send nothing older, or say why the purpose looks further back.",
        )


def longest_needed(flow: FlowSubject) -> Period | None:
    """Give how far back the purposes of a flow look at most, where the flow goes back further."""
    sent = flow.flow.look_back
    needed = [purpose.purpose.look_back for purpose in flow.purposes]
    known = [period for period in needed if period is not None]
    if sent is None or not known or len(known) < len(needed):
        return None
    longest = max(known, key=_days)
    return longest if _days(sent) > _days(longest) else None


def _days(period: Period) -> float:
    """Give the length of a period in days, a month as a twelfth of a year."""
    return period.number * _DAYS[period.unit]
