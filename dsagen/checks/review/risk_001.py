"""Each risk that the structure suggests is dealt with.

The library of risks says what in an agreement suggests each risk: records that are matched, an address that travels, a
police force that tells of what nobody has proven. While an agreement is a draft, the assessment prints these
suggestions. Once it is agreed, each one is taken up as a risk that names it in `library`, or is set aside with a
reason.

Wrong: records are matched, and nobody asked who is missed.

```yaml
assessment:
  set_aside: {R03: (taken away)}
  ^
```

Right: while it is a draft, the document shows what is suggested.

```yaml
status: draft
assessment:
  set_aside: {instead: {}}
```

Right: the risk is taken up.

```yaml
assessment:
  set_aside: {R03: (taken away), R10: Each flag ends by itself after a year.}
  risks:
    R10: {library: R03}
```
"""

from __future__ import annotations

from collections.abc import Iterator

from dsagen.checks.risks import suggested_risks
from dsagen.checks.rule import Found, Rule
from dsagen.checks.subjects import Case

__all__ = ["RULE", "check"]

RULE = Rule(
    id="RISK-001",
    title="A suggested risk is not dealt with",
    severity="warning",
    authority="UK GDPR Article 35(7)(c); the library of risks, drawn from practice",
    why="A risk that the description itself shows, and that nobody weighed, is the one that a reviewer asks about.",
    fix="Add a risk that names the entry in `library`, or say in `set_aside` why it is not one here.",
    false_positives="A sign that means nothing here. Say so in `set_aside`: the reason is printed.",
    yields_to=("DP-DPIA-001", "DP-DPIA-006"),
    unverified=True,
)


def check(case: Case) -> Iterator[Found]:
    """Find suggested risks of an agreed assessment that are neither taken up nor set aside."""
    if not case.agreement.is_final or not case.agreement.assessment.risks:
        return
    for risk in suggested_risks(case):
        if risk.is_open:
            yield Found(risk.path, f"{risk.key} of the library ({risk.entry.name.lower()}): {' '.join(risk.facts)}")
