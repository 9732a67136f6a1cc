"""The decision on the assessment comes before the sharing.

An assessment is made prior to the processing. A decision after the first day of sharing can no longer prevent anything.
When sharing that already runs gets a new version, the decision is on the assessment as reviewed, and may be later.

Wrong: the sharing starts on 1 December, and is decided on two weeks later.

```yaml
assessment:
  decision:
    date: 2026-12-14
    ^
```

Wrong: the sharing already runs, and the first version of the agreement is also the first assessment.

```yaml
starts: 2026-09-01
assessment:
  decision: {date: 2026-11-18}
             ^
```

Right: the decision is of the day on which the sharing starts, or before.

```yaml
assessment:
  decision:
    date: 2026-12-01
```

Right: the sharing runs under an earlier version, and the assessment was reviewed for the new one.

```yaml
starts: 2025-12-01
versions:
  "1.0": (taken away)
  "0.9": {date: 2025-11-20, author: information governance lead, reason: First edition}
  "1.1": {date: 2026-11-22, author: information governance lead, reason: Review}
assessment:
  decision: {date: 2026-11-18}
```
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from dsagen.checks.rule import Found, Rule
from dsagen.checks.subjects import Case
from dsagen.workspace.paths import join_path

__all__ = ["RULE", "check"]

RULE = Rule(
    id="DP-DPIA-002",
    title="The assessment comes after the start",
    severity="error",
    authority="UK GDPR Article 35(1)",
    why="People bear the risks from the first day. An assessment that comes later finds harm that has been done.",
    fix="Do not start before the decision: move `starts`, or decide earlier.",
    false_positives=(
        "Sharing that began before anyone assessed it, and is now put right. Accept the finding with what was done "
        "about the time before."
    ),
)


def check(case: Case) -> Iterator[Found]:
    """Find a decision that is dated after the day on which the sharing starts."""
    decision, starts = case.agreement.assessment.decision, case.agreement.starts
    if decision is not None and starts is not None and decision.date > starts and not _is_review(case, starts):
        yield Found(
            join_path(case.path, "assessment", "decision", "date"),
            f"The sharing starts on {starts}. The assessment is decided on {decision.date}, after that.",
        )


def _is_review(case: Case, starts: date) -> bool:
    """Tell whether the sharing began under an earlier version, so that the decision is on a reviewed assessment."""
    agreement = case.agreement
    earlier = [version.date for number, version in agreement.versions.items() if number != agreement.current_version]
    return starts < agreement.version_date and any(day <= starts for day in earlier)
