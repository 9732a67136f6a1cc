"""A law-enforcement system keeps a log.

An automated system under Part 3 logs who collects, alters, consults, discloses, combines or erases a record. Since 19
August 2025 the reasons for a look-up or a disclosure need not be logged.

Wrong:

```yaml
registers:
  datasets:
    incidents:
      logging:
      ^
```

Right:

```yaml
registers: {datasets: {incidents: {logging: "Each look-up, change and disclosure, with time and user."}}}
```
"""

from __future__ import annotations

from collections.abc import Iterator

from dsagen.checks.law_enforcement._datasets import part3_dataset
from dsagen.checks.rule import Found, Rule
from dsagen.checks.subjects import FlowSubject
from dsagen.workspace.paths import join_path

__all__ = ["RULE", "check"]

RULE = Rule(
    id="DP-LE-007",
    title="No log of the law-enforcement system",
    severity="warning",
    authority="Data Protection Act 2018 section 62; Data (Use and Access) Act 2025 section 82",
    why="Without a log nobody can find out who looked at a record and to whom it went.",
    fix="Say in the dataset's `logging` what is logged, and who checks it.",
    false_positives="A system that is no automated one, such as a paper record. Take `system` away, or say so.",
    unverified=True,
)


def check(flow: FlowSubject) -> Iterator[Found]:
    """Find records under Part 3 in a named system of which no log is described."""
    dataset = part3_dataset(flow)
    if dataset is not None and dataset.system and not dataset.logging:
        yield Found(
            join_path("datasets", flow.flow.dataset, "logging"),
            f"“{dataset.title}” is held under Part 3 in a system ({dataset.system}), and nothing says what is logged.",
        )
