"""The agreement says by when it is reviewed, and that is soon enough.

Sharing changes, and so do the law and the people who do it. The regulator's code expects a regular review. At most
twelve months for the first year is good practice. A review more than two years after the version is none.

Wrong: no date is given.

```yaml
review_by:
^
```

Wrong: a new version of sharing that already runs, with the old version's review date.

```yaml
starts: 2025-12-01
review_by: 2026-11-22
^
```

Wrong: the review is almost three years away.

```yaml
review_by: 2029-11-12
^
```

Right:

```yaml
review_by: 2027-11-30
```

Right: exactly two years after the version.

```yaml
review_by: 2028-11-22
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
    id="DP-REV-001",
    title="No review in good time",
    severity="error",
    authority="ICO data sharing code, on data sharing agreements and their review; UK GDPR Article 5(2)",
    why="Sharing that nobody looks at again goes on after the need, the people or the law have changed.",
    fix="Set `review_by` to a day after the version's date. At most 12 months for the first year is good practice.",
    false_positives=(
        "Sharing that changes little and is reviewed by a group on a longer cycle. The limit of 24 months is a working "
        "rule, and no law names it."
    ),
    unverified=True,
)
_MOST_YEARS = 2


def check(case: Case) -> Iterator[Found]:
    """Find a review that is not set, not after the version, or more than 24 months after it."""
    path = join_path(case.path, "review_by")
    due, version = case.agreement.review_by, case.agreement.version_date
    if due is None:
        yield Found(path, "Nothing says by when the agreement is reviewed.")
    elif due <= version:
        yield Found(path, f"The review is due on {due}. That is not after the version, which is of {version}.")
    elif due > _years_after(version):
        yield Found(path, f"The review is due on {due}, more than 24 months after the version of {version}.")


def _years_after(day: date) -> date:
    try:
        return day.replace(year=day.year + _MOST_YEARS)
    except ValueError:  # 29 February
        return date(day.year + _MOST_YEARS, 3, 1)
