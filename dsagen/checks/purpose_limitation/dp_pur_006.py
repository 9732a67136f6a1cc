"""Exemptions no longer excuse a use that does not fit.

Until 5 February 2026 an exemption in Schedule 2 to the Data Protection Act 2018 also lifted purpose limitation. It does
so no more. A new use needs Article 8A or a condition of Annex 2.

Wrong: the exemption for crime is given as the reason for a new use.

```yaml
flows:
  F05:
    bases:
      council:
        compatibility:
          instead:
            enactment: Data Protection Act 2018 Schedule 2 paragraph 2
            ^
```

Right: before that day it was enough.

```yaml
# as at 2026-02-04
flows:
  F05:
    bases:
      council: {compatibility: {instead: {enactment: Data Protection Act 2018 Schedule 2 paragraph 2}}}
```

Right: the condition for crime.

```yaml
flows:
  F05:
    bases:
      council: {compatibility: {annex2: crime}}
```

Right: Schedule 2 to another Act.

```yaml
flows:
  F05:
    bases:
      council: {compatibility: {instead: {enactment: Children Act 1989 Schedule 2 paragraph 4}}}
```
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from dsagen.checks.rule import Found, Rule
from dsagen.checks.subjects import Side
from dsagen.workspace.paths import join_path

__all__ = ["RULE", "check"]

_SCHEDULE_2 = re.compile(r"\bsch(?:ed|edule)?\.?\s*2\b", re.IGNORECASE)
_THE_ACT = re.compile(r"\b(?:data protection act|dpa)\b", re.IGNORECASE)
_EXEMPTION = re.compile(
    r"\b(?:(?:crime(?: and taxation)?|legal proceedings|schedule 2) exemption|exemption (?:in|under|from)|"
    r"section 29)\b",
    re.IGNORECASE,
)
_REMOVED = "sch2_purpose_limitation_exemption_removed"

RULE = Rule(
    id="DP-PUR-006",
    title="An exemption is used to excuse a new purpose",
    severity="error",
    authority="Data (Use and Access) Act 2025 section 71(10)",
    why="The exemption stopped lifting purpose limitation, so nothing makes the new use lawful.",
    fix="Use a condition of Annex 2, or an enactment that authorises the use (Article 8A(3)(e)).",
    false_positives="A text that says why the exemption is not relied on. Leave the exemption out of it.",
    yields_to=("DP-CTL-001", "DP-LE-001"),
)


def check(side: Side) -> Iterator[Found]:
    """Find an exemption of Schedule 2 that is given as the reason for a new use."""
    basis, case = side.basis, side.case
    if basis is None or basis.compatibility is None:
        return
    if not case.law.dated_facts.facts[_REMOVED].holds_at(case.as_at):
        return
    compatibility = basis.compatibility
    for name, text in (
        ("annex2", compatibility.annex2),
        ("enactment", compatibility.enactment),
        ("assessed", compatibility.assessed),
    ):
        if text and ((_SCHEDULE_2.search(text) and _THE_ACT.search(text)) or _EXEMPTION.search(text)):
            yield Found(
                join_path(side.path, "compatibility", name),
                f"{side.party.called} excuses a new use in {side.flow.key} by an exemption. "
                "Since 5 February 2026 an exemption does not lift purpose limitation.",
            )
