"""Each number for a person has a rule of its own.

A pupil number, a council's own number and a passport number each have an owner and a use. Whoever sends or receives one
says under `identifiers` by which rule it may hold it: education functions, its own reference, an answer to the council
that issued it, or a recorded approval. For a council's own number, and for a number of which the catalogue has no rule,
this is advice. The NHS number has rules of its own (DP-LNK-001).

Wrong: neither side says why it may hold the number.

```yaml
registers:
  datasets:
    attendance:
      fields:
        pupil-date-of-birth: {label: Unique pupil number, kind: identifier, detail: none, identifier: upn}
flows:
  F03:
    bases:
      primary:
      ^
        article6: c
      council:
      ^
        article6: e
```

Wrong: a number of which the catalogue has no rule.

```yaml
registers:
  datasets:
    attendance:
      fields:
        pupil-date-of-birth: {label: Learner number, kind: identifier, detail: none, identifier: unique_learner_number}
flows:
  F03:
    bases:
      primary:
      ^
        article6: c
      council: {identifiers: {pupil-date-of-birth: {rule: policy-approval, approval: Panel minute 7}}}
```

Right:

```yaml
registers:
  datasets:
    attendance:
      fields:
        pupil-date-of-birth: {label: Unique pupil number, kind: identifier, detail: none, identifier: upn}
flows:
  F03:
    bases:
      primary: {identifiers: {pupil-date-of-birth: {rule: education-functions}}}
      council: {identifiers: {pupil-date-of-birth: {rule: education-functions}}}
```
"""

from __future__ import annotations

from collections.abc import Iterator

from dsagen.checks.linkage._numbers import rules_of
from dsagen.checks.rule import Found, Rule
from dsagen.checks.subjects import Side
from dsagen.workspace.paths import join_path

__all__ = ["RULE", "check"]

RULE = Rule(
    id="LINK-006",
    title="A number for a person without a rule",
    severity="warning",
    authority="UK GDPR Article 5(1)(a) and (c)",
    why="A number that follows a person joins what was told to different people for different reasons.",
    fix="Name under `identifiers`, by field, the rule by which this party may hold the number.",
    false_positives="A field that only sounds like such a number. Give it another label, or its own `identifier`.",
    yields_to=("DP-CTL-001", "DP-LE-001", "DP-LNK-007"),
    unverified=True,
)
_LEFT_ALONE = frozenset({"nhs_number", "other"})
"""The NHS number has rules of its own, and a field that is another number is none of those that follow a person."""
_OWN = "own-reference"
"""A body uses the number that it issues."""


def check(side: Side) -> Iterator[Found]:
    """Find a party that gives no reason for a number that follows a person."""
    if side.basis is None:
        return
    for item in side.flow.items:
        number = item.number
        if number is None or number in _LEFT_ALONE or item.key in side.basis.identifiers:
            continue
        rules = rules_of(side, number)
        yield Found(
            join_path(side.path, "identifiers", item.key),
            f'Nothing says by which rule {side.party.called} may hold "{item.field.label}" in {side.flow.key}.',
            severity="advice" if not rules or _OWN in rules else None,
        )
