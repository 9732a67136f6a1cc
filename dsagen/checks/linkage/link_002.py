"""A match of many records has an expected error.

Some matches are missed and some are wrong. Whoever links many records says how often, from a test or from what others
found. Where nobody knows yet, the agreement says so, and when it is measured.

Wrong:

```yaml
flows:
  F03:
    matching:
    ^
      identifiers: [pupil-name, pupil-date-of-birth, pupil-postcode]
      rule: All three agree with one record.
      threshold: A score of 95 or more in 100 is sure. From 80 to 94 it is weak, and below it is none.
      review: The attendance officer looks at each weak match.
      unmatch: A wrong match is undone the same day, and the school is told.
      groups: [{group: Pupils whose names changed, missed: 3 in 100, wrong: 1 in 2000}]
      compared: hashed
      afterwards: deleted
    frequency: monthly
    fields:
      pupil-postcode: To tell apart pupils of one name and birthday.
registers:
  datasets:
    attendance:
      fields:
        pupil-postcode: {label: Postcode, kind: contact, detail: none, use: linkage}
```

Right: it is not known yet, and somebody will measure it.

```yaml
flows:
  F03:
    matching:
      identifiers: [pupil-name, pupil-date-of-birth, pupil-postcode]
      rule: All three agree with one record.
      threshold: A score of 95 or more in 100 is sure. From 80 to 94 it is weak, and below it is none.
      review: The attendance officer looks at each weak match.
      unmatch: A wrong match is undone the same day, and the school is told.
      error: Not known yet. The first thousand matches are checked by hand before any is used.
      groups: [{group: Pupils whose names changed, missed: 3 in 100, wrong: 1 in 2000}]
      compared: hashed
      afterwards: deleted
    frequency: monthly
    fields:
      pupil-postcode: To tell apart pupils of one name and birthday.
registers:
  datasets:
    attendance:
      fields:
        pupil-postcode: {label: Postcode, kind: contact, detail: none, use: linkage}
```
"""

from __future__ import annotations

from collections.abc import Iterator

from dsagen.checks.linkage._bulk import matches_in_bulk
from dsagen.checks.rule import Found, Rule
from dsagen.checks.subjects import FlowSubject
from dsagen.workspace.paths import join_path

__all__ = ["RULE", "check"]

RULE = Rule(
    id="LINK-002",
    title="Matching of many records without an expected error",
    severity="warning",
    authority="UK GDPR Article 5(1)(d); risk library R02 and R03",
    why="One mistake in two hundred is five hundred children in a county of a hundred thousand.",
    fix="Write in `error` how often a match is missed and how often it is wrong, or when that is measured.",
    false_positives="None is known.",
    unverified=True,
)


def check(flow: FlowSubject) -> Iterator[Found]:
    """Find matching of many records that does not say how often it goes wrong."""
    matching = flow.flow.matching
    if matching is not None and matching.error is None and matches_in_bulk(flow):
        yield Found(
            join_path(flow.path, "matching", "error"),
            f"{flow.key} matches many records, and nothing says how often that goes wrong.",
        )
