"""The unique pupil number stays in education.

The number tells the education records of one pupil from those of another. A body without an education function, or a
purpose that is not education, should match on something else, or say why nothing else would do.

Wrong: the police receive it.

```yaml
registers:
  datasets:
    households:
      fields:
        household-code: {label: Unique pupil number, kind: identifier, detail: none, identifier: upn}
flows:
  F05:
    bases:
      council:
        identifiers: {household-code: {rule: policy-approval, approval: Information governance group minute 9}}
      police:
      ^
        regime: part3
```

Right: a school to its council, for attendance.

```yaml
registers:
  datasets:
    attendance:
      fields:
        pupil-date-of-birth: {label: Unique pupil number, kind: identifier, detail: none, identifier: upn}
```
"""

from __future__ import annotations

from collections.abc import Iterator

from dsagen.checks.linkage._numbers import is_among, numbers_of, rules_of
from dsagen.checks.rule import Found, Rule
from dsagen.checks.subjects import Side
from dsagen.workspace.paths import join_path

__all__ = ["RULE", "check"]

RULE = Rule(
    id="DP-LNK-007",
    title="A pupil number outside education",
    severity="warning",
    authority="Department for Education guidance on unique pupil numbers",
    why="A number that follows a child everywhere joins up what was told in confidence to different people.",
    fix="Match on something else, or say in `identifiers` why this party needs the number, and who approved it.",
    false_positives="A council that is an education authority and does not say so. Add the function to the party.",
    yields_to=("DP-CTL-001", "DP-LE-001"),
    unverified=True,
)
_IN_EDUCATION = "education-functions"


def check(side: Side) -> Iterator[Found]:
    """Find a unique pupil number with a party, or for a purpose, outside education, and no reason."""
    rule = rules_of(side, "upn").get(_IN_EDUCATION)
    if rule is None:
        return
    for item, reason in numbers_of(side, "upn"):
        if reason is not None and (reason.reason is not None or reason.approval is not None):
            continue
        if not is_among(side, rule):
            why = "has no education function"
        elif side.flow.kinds and not side.flow.kinds & set(rule.purpose_kinds):
            why = "uses it for a purpose that is not education"
        else:
            continue
        yield Found(
            join_path(side.path, "identifiers", item.key),
            f'{side.party.called} has "{item.field.label}" in {side.flow.key} and {why}.',
        )
