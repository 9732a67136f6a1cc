"""The paragraph of Schedule 1 must belong to the point of Article 9.

The Data Protection Act 2018 pairs them: (b) with paragraph 1, (g) with paragraphs 6 to 28, (h) with 2, (i) with 3 and
(j) with 4. Any other pair leaves the condition unmet.

Wrong: paragraph 6 belongs to substantial public interest, and not to health or social care.

```yaml
flows:
  F01:
    bases:
      surgery:
        article9: h
        schedule1: [6]
                    ^
```

Right: a second paragraph may serve criminal-offence information in the same flow.

```yaml
flows:
  F01:
    bases:
      surgery:
        article9: h
        schedule1: [2, 18]
        no_consent_reason: Asking could prejudice the protection of the child.
```
"""

from __future__ import annotations

from collections.abc import Iterator

from dsagen.checks.rule import Found, Rule
from dsagen.checks.special_and_criminal._conditions import under_uk_gdpr
from dsagen.checks.subjects import Side
from dsagen.workspace.paths import join_path

__all__ = ["RULE", "check"]

RULE = Rule(
    id="DP-ART9-003",
    title="The paragraph does not belong to the condition",
    severity="error",
    authority="Data Protection Act 2018 section 10 and Schedule 1",
    why="A condition that rests on the wrong paragraph is not met, so the information may not be used.",
    fix="Correct the pair: `b` goes with 1, `g` with one of 6 to 28, `h` with 2, `i` with 3 and `j` with 4.",
    false_positives=(
        "A party that relies on two points of Article 9 in one flow. Only one can be written: divide the flow, or "
        "accept the finding."
    ),
    yields_to=("DP-CTL-001", "DP-LE-001"),
)


def check(side: Side) -> Iterator[Found]:
    """Find a point of Article 9(2) that stands beside paragraphs of Schedule 1, none of which belongs to it."""
    basis = under_uk_gdpr(side)
    if basis is None or not basis.schedule1:
        return
    law = side.case.law
    condition = law.article9[basis.article9] if basis.article9 is not None else None
    if condition is None or not condition.schedule1:
        return
    if not set(basis.schedule1) & set(condition.schedule1):
        named = " and ".join(str(number) for number in basis.schedule1)
        yield Found(
            join_path(side.path, "schedule1", "0"),
            f"{side.party.called} relies on {condition.citation} in {side.flow.key}. Paragraph {named} of Schedule 1 "
            "does not belong to it.",
            fix=f"With `{basis.article9}` goes paragraph {_in_words(condition.schedule1)}. Correct one or the other.",
        )


def _in_words(paragraphs: tuple[int, ...]) -> str:
    return str(paragraphs[0]) if len(paragraphs) == 1 else f"{paragraphs[0]} to {paragraphs[-1]}"
