"""Records are matched on enough, and on no more.

A name and a birthday belong to more than one person, and a name is often spelled in several ways: one more identifier,
such as a postcode, tells people apart. More than five identifiers expose people without making the match better. Where
`any_of` gives sets that are each enough, each set is looked at by itself.

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

Wrong: one of the sets is a name and a date of birth.

```yaml
flows:
  F01:
    matching:
      any_of:
        - [child-name, child-date-of-birth]
          ^
        - [child-name, child-postcode]
      why_more: Families move, and the postcode is then an old one.
```

Right:

```yaml
flows:
  F01:
    matching:
      identifiers: [child-name, child-date-of-birth, child-postcode]
```

Right: six identifiers, in sets of three.

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
      any_of:
        - [child-name, child-date-of-birth, child-postcode]
        - [former-name, child-date-of-birth, child-postcode]
        - [school-number, gender]
      why_more: One child in twenty has a new name or a new address.
      afterwards: deleted
    fields:
      former-name: Children whose names changed.
      school-number: Children who moved.
      gender: To see whether a number was mistyped.
```
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

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
    path = join_path(flow.path, "matching", "identifiers")
    compared = _known(flow, matching.identifiers)
    if _is_too_little(compared):
        yield Found(path, f"{flow.key} matches records on {_labels(compared)} alone.")
        return  # every set in `any_of` is as little, and says nothing more
    if not matching.any_of:
        if len(compared) > _MOST:
            yield Found(path, f"{flow.key} matches records on {len(compared)} identifiers.")
        return
    for index, one in enumerate(matching.any_of):
        compared, path = _known(flow, one), join_path(flow.path, "matching", "any_of", index)
        if len(compared) > _MOST:
            yield Found(path, f"In {flow.key}, one way to a match takes {len(compared)} identifiers.")
        elif _is_too_little(compared):
            yield Found(path, f"In {flow.key}, {_labels(compared)} alone are enough for a match.")


def _known(flow: FlowSubject, keys: Iterable[str]) -> list[Item]:
    return [Item(flow, key) for key in keys if key in flow.dataset.fields]


def _is_too_little(compared: list[Item]) -> bool:
    return bool(compared) and all(item.field.kind == "name" or item.is_birth_date for item in compared)


def _labels(compared: list[Item]) -> str:
    return " and ".join(item.field.label for item in compared)
