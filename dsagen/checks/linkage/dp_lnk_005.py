"""Records are matched on enough, and on no more.

A name and a birthday belong to more than one person, and a name is often spelled in several ways: one more identifier,
such as a postcode, tells people apart. More than five identifiers expose people without making the match better.

Wrong: only a name and a date of birth.

```yaml
flows:
  F01:
    matching:
      identifiers: [child-name, child-date-of-birth]
      ^
```

Wrong: six.

```yaml
registers:
  datasets:
    young-carer-flags:
      fields:
        former-name: {label: Former name, kind: name, detail: none, use: linkage}
        school-number: {label: School's own number, kind: identifier, detail: none, use: linkage}
        gender: {label: Gender, kind: code, detail: code, use: linkage}
flows:
  F01:
    matching:
      identifiers: [child-name, former-name, child-date-of-birth, child-postcode, school-number, gender]
      ^
    fields:
      former-name: Children of one name.
      school-number: Children of one name.
      gender: Children of one name.
```

Right:

```yaml
flows:
  F01:
    matching:
      identifiers: [child-name, child-date-of-birth, child-postcode]
```
"""

from __future__ import annotations

from collections.abc import Iterator

from dsagen.checks.rule import Found, Rule
from dsagen.checks.subjects import FlowSubject, Item
from dsagen.workspace.paths import join_path

__all__ = ["RULE", "check"]

RULE = Rule(
    id="DP-LNK-005",
    title="Too few or too many identifiers",
    severity="warning",
    authority="UK GDPR Article 5(1)(c) and (d); risk library R02 to R04",
    why="A match on too little reaches the wrong child or none. A match on too much exposes people for nothing.",
    fix="Use the smallest set that keeps mistakes as rare as the purpose needs. Say in `error` how rare.",
    false_positives=(
        "A small group in which a person confirms every match, such as the pupils of one school. Accept the finding, "
        "and say so."
    ),
    unverified=True,
)
_MOST = 5


def check(flow: FlowSubject) -> Iterator[Found]:
    """Find matching on a name and a birthday alone, or on more than five things."""
    matching = flow.flow.matching
    if matching is None:
        return
    compared = [Item(flow, key) for key in matching.identifiers if key in flow.dataset.fields]
    path = join_path(flow.path, "matching", "identifiers")
    if len(compared) > _MOST:
        yield Found(path, f"{flow.key} matches records on {len(compared)} identifiers.")
    elif compared and all(item.field.kind == "name" or item.is_birth_date for item in compared):
        yield Found(path, f"{flow.key} matches records on {' and '.join(item.field.label for item in compared)} alone.")
