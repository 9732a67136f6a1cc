"""The version is not older than the law that it cites.

Each record of the law has a day on which it was last checked. A version that is older was agreed on what was known
before.

Wrong: the version is of the year before.

```yaml
versions: {"1.0": {date: 2025-11-20, author: information governance lead, reason: First edition}}
           ^
```

Right: it is of the day of the check, or later.

```yaml
versions: {"1.0": {date: 2026-11-22, author: information governance lead, reason: First edition}}
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
    id="DOC-039",
    title="The version is older than the law records that it cites",
    severity="advice",
    authority="Good practice",
    why=("The documents print the days on which the law was checked. A reader sees that they come after the version."),
    fix=("Read again what the records say. Where nothing changes for you, note that in a new version."),
    false_positives="A check of a record that changed nothing.",
)


def check(case: Case) -> Iterator[Found]:
    """Find a version that is older than a record of a gateway that it cites."""
    newer = sorted(
        {citation.gateway.checked_on for citation in case.citations if _is_newer(case, citation.gateway.checked_on)}
    )
    if newer:
        version = case.agreement.current_version
        yield Found(
            join_path(case.path, "versions", version),
            f"Version {version} is of {case.agreement.version_date}. Law that it cites was checked on {newer[-1]}.",
        )


def _is_newer(case: Case, day: date) -> bool:
    return day > case.agreement.version_date
