"""Nothing follows from section 16LC until regulations are made.

Children Act 2004 section 16LC is a power to name a number for children by regulations. Until regulations name it and
say who uses it, nobody may rely on the section. A workspace that has seen the regulations records them in
`law/instruments/`. It gives the number, the nation, the first day and who is named.

Wrong: no instrument is recorded.

```yaml
registers:
  datasets:
    worries:
      fields:
        child-name: {label: NHS number, kind: identifier, detail: none, use: linkage, identifier: nhs_number}
flows:
  F06:
    bases:
      council:
        identifiers:
          child-name:
            rule: children-act-2004-s16lc
            ^
```

Right: what is relied on is another reason.

```yaml
registers:
  datasets:
    worries:
      fields:
        child-name: {label: NHS number, kind: identifier, detail: none, use: linkage, identifier: nhs_number}
flows:
  F06:
    bases:
      council:
        identifiers:
          child-name: {rule: policy-approval, approval: Caldicott panel minute 4}
```
"""

from __future__ import annotations

from collections.abc import Iterator

from dsagen.checks.linkage._numbers import INSTRUMENT_NEEDED, has_instrument, rules_of
from dsagen.checks.rule import Found, Rule
from dsagen.checks.subjects import Side
from dsagen.workspace.paths import join_path

__all__ = ["RULE", "check"]

RULE = Rule(
    id="DP-LNK-003",
    title="No regulations name the number",
    severity="error",
    authority="Children Act 2004 section 16LC",
    why="A power to make regulations gives nobody a right to a number before regulations are made.",
    fix="Choose another rule, or wait. Once regulations are in force, record them in `law/instruments/`.",
    false_positives="Regulations that were made and are not recorded in this workspace. Record them.",
    yields_to=("DP-CTL-001", "DP-LE-001"),
)


def check(side: Side) -> Iterator[Found]:
    """Find a rule that waits for an instrument, without one that is in force for this party."""
    if side.basis is None:
        return
    for item in side.flow.items:
        reason = side.basis.identifiers.get(item.key)
        number = item.number if reason is not None else None
        if reason is None or not _waits(side, number, reason.rule) or has_instrument(side, number, reason.rule):
            continue
        yield Found(
            join_path(side.path, "identifiers", item.key, "rule"),
            f'{side.party.called} may hold "{item.field.label}" once regulations say so. None in force are recorded.',
        )


def _waits(side: Side, number: str | None, rule: str) -> bool:
    known = rules_of(side, number or "").get(rule)
    return rule == INSTRUMENT_NEEDED or (known is not None and known.needs_instrument)
