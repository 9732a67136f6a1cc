"""A match of many records has a threshold.

A program that compares records gives each pair a score or a grade. The threshold says from where a pair counts as one
person, and below which a person has to look. Without it, nobody can say how many mistakes were accepted.

Wrong:

```yaml
flows:
  F03:
    matching:
    ^
      identifiers: [pupil-name, pupil-date-of-birth, pupil-postcode]
      rule: All three agree with one record.
      review: The attendance officer looks at each weak match.
      unmatch: A wrong match is undone the same day, and the school is told.
      error: About one in two hundred is missed, and one in two thousand is wrong.
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

Right:

```yaml
flows:
  F03:
    matching:
      identifiers: [pupil-name, pupil-date-of-birth, pupil-postcode]
      rule: All three agree with one record.
      threshold: A score of 95 or more in 100 is sure. From 80 to 94 it is weak, and below it is none.
      review: The attendance officer looks at each weak match.
      unmatch: A wrong match is undone the same day, and the school is told.
      error: About one in two hundred is missed, and one in two thousand is wrong.
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
    id="LINK-001",
    title="Matching of many records without a threshold",
    severity="warning",
    authority="UK GDPR Article 5(1)(d); risk library R02 and R03",
    why="The threshold decides who is taken for somebody else. It is a choice about people, and not about software.",
    fix="Write in `threshold` from which score or grade a match counts as sure, and below which a person looks.",
    false_positives="A match on one number that is equal or not. Say so in `threshold`.",
    unverified=True,
)


def check(flow: FlowSubject) -> Iterator[Found]:
    """Find matching of many records that has no threshold."""
    matching = flow.flow.matching
    if matching is not None and matching.threshold is None and matches_in_bulk(flow):
        yield Found(
            join_path(flow.path, "matching", "threshold"),
            f"{flow.key} matches many records, and nothing says from when a match counts as sure.",
        )
