"""Sensitive processing under Part 3 has to be strictly necessary.

For other law-enforcement work the test is necessity. For health, origin, belief and the like it is strict necessity. A
statement that speaks of what is useful or necessary does not answer it. It says why nothing less would do.

Wrong:

```yaml
flows:
  F05:
    bases:
      police:
        schedule8: [4]
        strict_necessity: It is necessary for the investigation.
        ^
registers: {datasets: {households: {fields: {household-code: {special: [health]}}}}}
```

Right:

```yaml
flows:
  F05:
    bases:
      police:
        schedule8: [4]
        strict_necessity: Nothing less shows who had the care of the child when the crime was committed.
registers: {datasets: {households: {fields: {household-code: {special: [health]}}}}}
```
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from dsagen.checks.law_enforcement._regime import uses_part3
from dsagen.checks.rule import Found, Rule
from dsagen.checks.subjects import Side
from dsagen.workspace.paths import join_path

__all__ = ["RULE", "check"]

RULE = Rule(
    id="DP-LE-005",
    title="Necessity, and not strict necessity",
    severity="warning",
    authority="Data Protection Act 2018 section 35(5)",
    why="The law sets a higher test for sensitive processing, and a court or the regulator will ask for it.",
    fix="Say why nothing less would do: which other ways were thought of, and what each would miss.",
    false_positives="A statement that answers the test in words that the rule does not know. Accept the finding.",
    yields_to=("DP-CTL-001", "DP-LE-001", "DP-LE-002", "DP-LE-004", "DP-LE-008"),
)

_STRICT = re.compile(
    r"\b(strict|strictly|nothing less|nothing else|no (other|lesser|less \w+) (way|means|source|record|information)"
    r"|only way|only means|cannot be (\w+ )?(otherwise|without)|without (it|this|them)\b.*\bcannot)\b",
    re.I | re.S,
)


def check(side: Side) -> Iterator[Found]:
    """Find a statement for sensitive processing that does not speak of strict necessity."""
    basis = side.basis
    if basis is None or not uses_part3(side) or not side.flow.special or not basis.strict_necessity:
        return
    if not _STRICT.search(basis.strict_necessity):
        yield Found(
            join_path(side.path, "strict_necessity"),
            f"The statement of {side.party.called} in {side.flow.key} does not say why nothing less would do.",
        )
