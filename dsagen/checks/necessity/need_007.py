"""No question waits for itself.

A question may rest on others: how to reach a family is asked once it is known which child it is. Where two questions
rest on each other, neither can ever be answered first.

Wrong:

```yaml
purposes:
  raise-attendance:
    needs:
      Which pupil is absent, and how much?:
        all_of: [pupil-name, pupil-date-of-birth]
        rests_on: ["What has been tried?"]
        ^
      What has been tried?:
        all_of: [days-absent]
        rests_on: ["Which pupil is absent, and how much?"]
```

Right:

```yaml
purposes:
  raise-attendance:
    needs:
      Which pupil is absent, and how much?: [pupil-name, pupil-date-of-birth]
      What has been tried?: {all_of: [days-absent], rests_on: ["Which pupil is absent, and how much?"]}
```
"""

from __future__ import annotations

from collections.abc import Iterator

from dsagen.checks.rule import Found, Rule
from dsagen.checks.subjects import PurposeSubject
from dsagen.model.purpose import Need
from dsagen.workspace.paths import join_path

__all__ = ["RULE", "check"]

RULE = Rule(
    id="NEED-007",
    title="Questions that wait for each other",
    severity="error",
    authority="UK GDPR Article 5(1)(c)",
    why="Nobody can show that a field is needed for a question that can never be reached.",
    fix="Take one of them out of `rests_on`: the question that can be answered first rests on nothing.",
    false_positives="None is known.",
)


def check(purpose: PurposeSubject) -> Iterator[Found]:
    """Find each circle of questions once, at the first of them."""
    needs = dict(purpose.purpose.needs.items())
    seen: set[str] = set()
    for question in needs:
        circle = _circle(question, needs)
        if circle and not seen & set(circle):
            seen |= set(circle)
            yield Found(
                join_path(purpose.path, "needs", question, "rests_on"),
                f"These questions wait for each other: {' -> '.join([*circle, circle[0]])}",
            )


def _circle(start: str, needs: dict[str, Need]) -> list[str]:
    """Give the questions of the shortest way from a question back to itself, or nothing."""
    ways = [[start]]
    seen: set[str] = set()
    while ways:
        way = ways.pop(0)
        for other in needs[way[-1]].rests_on if way[-1] in needs else ():
            if other == start:
                return way
            if other not in seen:
                seen.add(other)
                ways.append([*way, other])
    return []
