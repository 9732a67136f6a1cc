"""Equality monitoring decides nothing about a person.

Schedule 1 paragraph 8 lets a party review equality of opportunity or treatment. What is used under it may not lead to a
measure or decision about one person.

Wrong: the school makes changes for one pupil.

```yaml
flows:
  F02:
    bases:
      academy:
        schedule1:
          - 8
            ^
```

Right: the flow only counts.

```yaml
purposes:
  review: {kind: statistics_planning, title: Review whether all groups are offered help}
flows:
  F02:
    purposes: [review]
    bases:
      academy: {schedule1: [8]}
```
"""

from __future__ import annotations

from collections.abc import Iterator

from dsagen.checks.rule import Found, Rule
from dsagen.checks.special_and_criminal._conditions import place_of, under_uk_gdpr
from dsagen.checks.subjects import Side
from dsagen.checks.subjects.purpose import PurposeSubject

__all__ = ["RULE", "check"]

RULE = Rule(
    id="DP-ART9-012",
    title="Equality monitoring used for a person",
    severity="error",
    authority="Data Protection Act 2018 Schedule 1 paragraph 8",
    why="People give such details so that services treat groups fairly. They may not be turned on the person.",
    fix="Divide the purpose: keep paragraph 8 for the review, and find another condition for decisions about a person.",
    false_positives=(
        "A purpose that only counts and is not of the kind `statistics_planning`, `practice_review` or "
        "`public_service_delivery`. Give it the kind that fits."
    ),
    yields_to=("DP-CTL-001", "DP-LE-001", "DP-ART9-003"),
)

_EQUALITY = 8
_COUNTS = frozenset({"statistics_planning", "practice_review", "public_service_delivery", "public_health"})


def check(side: Side) -> Iterator[Found]:
    """Find paragraph 8 in a flow of which every purpose is about single people, or a machine decides about them."""
    basis = under_uk_gdpr(side)
    if basis is None or _EQUALITY not in basis.schedule1:
        return
    if not any(_only_counts(purpose) for purpose in side.flow.purposes):
        yield Found(
            place_of(side, basis, _EQUALITY),
            f"{side.party.called} relies on paragraph 8 in {side.flow.key}, which is about decisions on single people.",
        )


def _only_counts(purpose: PurposeSubject) -> bool:
    return purpose.purpose.kind in _COUNTS and purpose.purpose.automated_decision is None
