"""Safeguarding alone is not law enforcement.

A competent authority is under Part 3 only when it prevents, investigates, detects or prosecutes crime, or carries out
sentences. To protect a child for the child's own sake is not on that list. To prevent a crime against the child is. The
police often do both: then there are two purposes, and two regimes.

Wrong: the police protect a child, and claim Part 3.

```yaml
flows:
  F04:
    bases:
      police:
        regime: part3
        ^
```

Right: they investigate.

```yaml
flows:
  F05: {bases: {police: {regime: part3}}}
```
"""

from __future__ import annotations

from collections.abc import Iterator

from dsagen.checks.law_enforcement._regime import may_enforce, uses_part3
from dsagen.checks.rule import Found, Rule
from dsagen.checks.subjects import Side
from dsagen.workspace.paths import join_path

__all__ = ["RULE", "check"]

RULE = Rule(
    id="DP-LE-002",
    title="The purpose is not law enforcement",
    severity="error",
    authority="Data Protection Act 2018 section 31",
    why="For welfare even the police are under the UK GDPR, and people have the rights that it gives.",
    fix="Divide it: one purpose for law enforcement under Part 3, and one for welfare under the UK GDPR.",
    false_positives="A purpose that is about crime as well, and whose kind does not say so. Name a second purpose.",
    yields_to=("DP-CTL-001", "DP-LE-001", "DP-LE-008"),
)


def check(side: Side) -> Iterator[Found]:
    """Find a competent authority that claims Part 3 for purposes of which none can be law enforcement."""
    if uses_part3(side) and side.party.is_competent_authority and not may_enforce(side.flow):
        purposes = ", ".join(f"“{purpose.purpose.title}”" for purpose in side.flow.purposes)
        yield Found(
            join_path(side.path, "regime"),
            f"{side.party.called} claims Part 3 in {side.flow.key}. The purpose ({purposes}) is not law enforcement.",
        )
