"""Law-enforcement records tell classes of people apart.

As far as possible, records under Part 3 keep suspects, convicted people, victims and witnesses apart. A recipient who
cannot see the class may take a victim for a suspect.

Wrong:

```yaml
registers:
  datasets:
    incidents:
      subject_classes: []
      ^
```

Right:

```yaml
registers: {datasets: {incidents: {subject_classes: [suspect, victim]}}}
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
    id="DP-LE-006",
    title="Classes of people are not told apart",
    severity="warning",
    authority="Data Protection Act 2018 section 38(3)",
    why="Someone who is taken for a suspect and is a victim may be harmed by everything that follows.",
    fix="List the dataset's `subject_classes`. Where the record cannot tell them apart, say so when you accept this.",
    false_positives="Records in which classes cannot be told apart, or have no place. The law asks as far as possible.",
)


def check(flow: FlowSubject) -> Iterator[Found]:
    """Find records under Part 3 that name no classes of people."""
    dataset = part3_dataset(flow)
    if dataset is not None and not dataset.subject_classes:
        yield Found(
            join_path("datasets", flow.flow.dataset, "subject_classes"),
            f"“{dataset.title}” is held under Part 3. It does not tell suspects, victims and others apart.",
        )
