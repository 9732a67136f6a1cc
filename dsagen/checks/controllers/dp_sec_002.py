"""Partners hear of a breach in time.

A controller has 72 hours to tell the regulator. It can keep that only if the partner who caused the breach tells it at
once, and if someone is there to be told.

Wrong: nobody at the council can be told.

```yaml
registers:
  parties:
    council:
      incident_contact:
      ^
```

Wrong: partners are told after four days.

```yaml
clauses:
  breach:
    time: 4 days
    ^
```

Right: within a day.

```yaml
clauses:
  breach: {time: 24 hours}
```
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from dsagen.checks.rule import Found, Rule
from dsagen.checks.subjects import Case
from dsagen.workspace.paths import join_path

__all__ = ["RULE", "check"]

_A_DAY = 24
_UNITS = {"minute": 1 / 60, "hour": 1, "day": 24, "week": 168, "month": 720}
_WORDS = {"one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "ten": 10, "a": 1, "an": 1}
_TIME = re.compile(
    r"\b(\d{1,4}|one|two|three|four|five|six|seven|ten|an?) (?:working |calendar )?(minute|hour|day|week|month)s?\b"
)

RULE = Rule(
    id="DP-SEC-002",
    title="Partners may hear of a breach too late",
    severity="error",
    authority="UK GDPR Article 33",
    why=("A controller that hears late cannot tell the regulator within 72 hours, nor warn the people at risk."),
    fix="Name an `incident_contact` for each party, and let partners be told within 24 hours.",
    false_positives="A longer time that the regulator has agreed to. Accept the finding, and say so.",
)


def check(case: Case) -> Iterator[Found]:
    """Find parties that nobody can tell of a breach, and a time for telling partners of more than a day."""
    for key in case.agreement.parties:
        party = case.workspace.parties[key]
        if party.incident_contact is None:
            yield Found(
                join_path("parties", key, "incident_contact"),
                f"Nobody at {party.called} is named to be told of a breach.",
            )
    time = case.agreement.clauses.get("breach", {}).get("time")
    if time is not None and (hours := _hours(time)) is not None and hours > _A_DAY:
        yield Found(
            join_path(case.path, "clauses", "breach", "time"),
            f"Partners are told of a breach within {time}, which leaves too little of the 72 hours.",
        )


def _hours(words: str) -> float | None:
    """Give a time in hours, or None where the words do not say it."""
    said = _TIME.search(words.lower())
    if said is None:
        return None
    number = _WORDS.get(said[1]) or int(said[1])
    return number * _UNITS[said[2]]
