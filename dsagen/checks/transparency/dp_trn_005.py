"""Before anyone is told, staff check that it is safe.

A letter or a call may warn someone under suspicion, or reach a home in which someone is in danger. Where a flow is
about crime, abuse or the protection of a child, the agreement says how staff make sure: whom they ask first, and when
they wait.

Wrong:

```yaml
transparency:
^
  safe_to_tell: (taken away)
```

Right:

```yaml
transparency:
  safe_to_tell: Staff ask the police first where a crime is under investigation. In doubt they wait, and record why.
```
"""

from __future__ import annotations

from collections.abc import Iterator

from dsagen.checks.rule import Found, Rule
from dsagen.checks.subjects import Case
from dsagen.workspace.paths import join_path

__all__ = ["RULE", "check"]

RULE = Rule(
    id="DP-TRN-005",
    title="Nobody checks whether telling is safe",
    severity="warning",
    authority="Risk library R06 (tipping off); Data Protection Act 2018 Schedule 2 paragraph 2",
    why="A well-meant notice can tip off a suspect, or tell an abuser that someone has spoken.",
    fix="Say in `safe_to_tell` what staff check, whom they ask first, and when they wait.",
    false_positives="A check that stands in a flow's procedure. Repeat it in `safe_to_tell`: it holds for every flow.",
    unverified=True,
)
_DANGEROUS = frozenset(
    {
        "safeguard_child",
        "child_protection_enquiry",
        "safeguard_adult",
        "prevent_crime",
        "detect_crime",
        "domestic_abuse",
        "serious_violence",
        "youth_justice",
        "offender_management",
        "counter_terrorism",
        "allegation_against_staff",
    }
)


def check(case: Case) -> Iterator[Found]:
    """Find flows about crime or abuse without a check before people are told."""
    if case.agreement.transparency.safe_to_tell is not None:
        return
    risky = [flow.key for flow in case.flows if flow.is_criminal or flow.kinds & _DANGEROUS]
    if risky:
        yield Found(
            join_path(case.path, "transparency", "safe_to_tell"),
            f"Telling someone about {', '.join(risky)} may put a person in danger. Nothing says how staff check first.",
        )
