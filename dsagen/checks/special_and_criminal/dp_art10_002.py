"""Some paragraphs of Schedule 1 are closed to criminal-offence information.

The regulator lists 28 conditions that are open for criminal-offence information. Paragraphs 8, 9, 16, 19, 20, 21 and 22
are not among them. Paragraph 20 opens only with paragraph 37, which extends it.

Wrong: equality monitoring is no route for allegations.

```yaml
flows:
  F04:
    bases:
      council:
        article10: Schedule 1 paragraph 8
        ^
```

Right:

```yaml
flows:
  F04:
    bases:
      council:
        article10: Schedule 1 paragraph 6
```
"""

from __future__ import annotations

from collections.abc import Iterator

from dsagen.checks.relied_on import article10_paragraphs
from dsagen.checks.rule import Found, Rule
from dsagen.checks.special_and_criminal._conditions import conditions_in, under_uk_gdpr
from dsagen.checks.subjects import Side
from dsagen.workspace.paths import join_path

__all__ = ["RULE", "check"]

RULE = Rule(
    id="DP-ART10-002",
    title="The paragraph is closed to criminal-offence information",
    severity="error",
    authority="Data Protection Act 2018 section 10(5) and Schedule 1, as the regulator's guidance lists the conditions",
    why="A condition that is not open for such information authorises nothing.",
    fix="Use a paragraph that is open: often 6, 10 or 18, or one of 29 to 34.",
    false_positives="None is known.",
    yields_to=("DP-CTL-001", "DP-LE-001", "DP-ART10-001"),
)

_INSURANCE, _INSURANCE_EXTENDED = 20, 37


def check(side: Side) -> Iterator[Found]:
    """Find a paragraph, named as the route for criminal-offence information, that is closed to it."""
    basis = under_uk_gdpr(side)
    if basis is None or not side.flow.is_criminal:
        return
    law = side.case.law
    named = article10_paragraphs(basis.article10)
    extended = {_INSURANCE} if _INSURANCE_EXTENDED in named else set()
    closed = [
        number
        for number in conditions_in(named, law)
        if not law.schedule1[number].on_ico_criminal_list and number not in extended
    ]
    if closed:
        yield Found(
            join_path(side.path, "article10"),
            f"{side.party.called} uses Schedule 1 paragraph {closed[0]} for criminal-offence information in "
            f"{side.flow.key}. That paragraph is not open for it.",
        )
