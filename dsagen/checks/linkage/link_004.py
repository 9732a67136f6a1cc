"""Before identifiers are compared as they are, something less was tried.

Two parties can compare codes that were made from identifiers, a few identifiers at a time, or let the holder look. Then
those who do not match are never shown. Where identifiers of many people are compared as they are, the agreement says
why.

Wrong: nothing says how they are compared.

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
      groups: [{group: Pupils whose names changed, missed: 3 in 100, wrong: 1 in 2000}]
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

Wrong: as they are, and without a reason.

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
      compared: as_they_are
      ^
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
      compared: as_they_are
      compared_reason: Codes of misspelled names do not agree. A test missed one pupil in nine.
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
    id="LINK-004",
    title="Identifiers of many people are compared as they are",
    severity="warning",
    authority="UK GDPR Articles 5(1)(c) and 25",
    why="To find the few who are in both sets, all who are in one of them are shown.",
    fix="Say in `compared` how, and in `compared_reason` why nothing that shows less would do. Or compare codes.",
    false_positives="None is known.",
    unverified=True,
)


def check(flow: FlowSubject) -> Iterator[Found]:
    """Find matching of many records in the clear, without a reason."""
    matching = flow.flow.matching
    if matching is None or matching.compared_reason is not None or not matches_in_bulk(flow):
        return
    if matching.compared is None:
        said = "nothing says whether they are compared as they are or as codes"
    elif matching.compared == "as_they_are":
        said = "they are compared as they are, without a reason"
    else:
        return
    yield Found(join_path(flow.path, "matching", "compared"), f"{flow.key} matches records of many people, and {said}.")
