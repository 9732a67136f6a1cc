"""Somebody has asked for whom matching goes wrong more often.

Names change by marriage, adoption and flight. Some are written in more than one way. Some families move often. Matching
by name misses these people more often, so the same people are overlooked again. The agreement names the groups, how
often it goes wrong for each, and what is done about it.

Wrong: a name is compared, and no group is named.

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
      error: About one in two hundred is missed, and one in two thousand is wrong.
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
    id="LINK-003",
    title="Nobody asked for whom matching goes wrong",
    severity="warning",
    authority="UK GDPR Article 5(1)(a) and (d); risk library R04",
    why="Errors that fall on the same families again and again are no accident of statistics.",
    fix="List under `groups` who is likelier to be missed or mistaken, how often if that is known, and what is done.",
    false_positives="Matching on a number alone. Take the name out of the `identifiers`.",
    unverified=True,
)


def check(flow: FlowSubject) -> Iterator[Found]:
    """Find matching of many records by name that names no group."""
    matching = flow.flow.matching
    if matching is None or matching.groups or not matches_in_bulk(flow):
        return
    fields = flow.dataset.fields
    names = [fields[key].label for key in matching.identifiers if key in fields and fields[key].kind == "name"]
    if names:
        yield Found(
            join_path(flow.path, "matching", "groups"),
            f"{flow.key} matches many records by {' and '.join(names)}. Nobody has said for whom it goes wrong more.",
        )
