"""Paragraph 19 is for the economic well-being of adults, and for health information only.

Schedule 1 paragraph 19 protects people of 18 or over who are less able to protect their economic well-being because of
injury, illness or disability. It covers information about health and no other category. It never protects a child.

Wrong: the flag is used for a child at school.

```yaml
flows:
  F02:
    bases:
      academy:
        schedule1: [19]
                    ^
```

Wrong: religion is not health.

```yaml
purposes:
  grant: {kind: benefits_support, title: Get a grant}
flows:
  F02:
    purposes: [grant]
    bases:
      academy:
        schedule1: [19]
                    ^
registers: {datasets: {young-carer-flags: {fields: {possible-young-carer: {special: [health, belief]}}}}}
```

Right: a parent who is ill gets the benefit that the family qualifies for.

```yaml
purposes:
  grant: {kind: benefits_support, title: Get a grant}
flows:
  F02:
    purposes: [grant]
    bases:
      academy: {schedule1: [19]}
```
"""

from __future__ import annotations

from collections.abc import Iterator

from dsagen.checks.rule import Found, Rule
from dsagen.checks.special_and_criminal._conditions import ADULT, place_of, under_uk_gdpr
from dsagen.checks.special_and_criminal._people import protects_children
from dsagen.checks.subjects import FlowSubject, Side

__all__ = ["RULE", "check"]

RULE = Rule(
    id="DP-ART9-010",
    title="Paragraph 19 does not fit",
    severity="error",
    authority="Data Protection Act 2018 Schedule 1 paragraph 19",
    why="The condition is not met for a child, nor for any information but health.",
    fix="Use paragraph 18 or 6.",
    false_positives="A purpose for a child and an adult together. Divide the purpose, and give each its own condition.",
    yields_to=("DP-CTL-001", "DP-LE-001", "DP-ART9-003"),
)

_ECONOMIC_WELL_BEING = 19


def check(side: Side) -> Iterator[Found]:
    """Find paragraph 19 for the sake of a child, where no adult is concerned, or for more than health."""
    basis = under_uk_gdpr(side)
    if basis is None or _ECONOMIC_WELL_BEING not in basis.schedule1:
        return
    flow = side.flow
    if flow.special - {"health"}:
        why = "carries other special categories than health"
    elif protects_children(flow) or not _may_hold_adults(flow):
        why = "is for the sake of a child"
    else:
        return
    place = place_of(side, basis, _ECONOMIC_WELL_BEING)
    yield Found(place, f"{side.party.called} relies on paragraph 19 in {flow.key}, which {why}.")


def _may_hold_adults(flow: FlowSubject) -> bool:
    return any(group.age_range is None or group.age_range[1] >= ADULT for group in flow.people.values())
