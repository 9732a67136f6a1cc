"""The data protection officer was asked, and the advice is recorded.

A controller that has a data protection officer seeks the officer's advice on the assessment. A public authority has to
have one. Where the advice is not followed, the assessment says why.

Wrong: no advice is recorded.

```yaml
assessment:
  advice:
  ^
```

Wrong: the advice was not followed, and nobody says why.

```yaml
assessment:
  advice:
    accepted: no
    ^
```

Right: it was not followed, for a reason that is written down.

```yaml
assessment:
  advice:
    accepted: no
    overruled_reason: The officer advised a pilot of one school. The owner starts with both.
```
"""

from __future__ import annotations

from collections.abc import Iterator

from dsagen.checks.rule import Found, Rule
from dsagen.checks.subjects import Case
from dsagen.workspace.paths import join_path

__all__ = ["RULE", "check"]

RULE = Rule(
    id="DP-DPIA-004",
    title="No advice of the data protection officer",
    severity="error",
    authority="UK GDPR Articles 35(2) and 39",
    why="The officer looks at the sharing with independent eyes. The law asks that the advice is sought.",
    fix="Ask the officer, and record in `assessment.advice` who advised, when, what, and whether it was accepted.",
    false_positives="Parties whose officers advised one by one. Record the advice together, with every officer's role.",
    yields_to=("DP-DPIA-001",),
)


def check(case: Case) -> Iterator[Found]:
    """Find an assessment without the advice, where any party has an officer to ask, and advice overruled in silence."""
    advice = case.agreement.assessment.advice
    path = join_path(case.path, "assessment", "advice")
    if advice is None:
        if any(party.is_public_authority or party.party.data_protection_officer for party in case.parties):
            yield Found(path, "No advice of a data protection officer is recorded.")
    elif not advice.accepted and not advice.overruled_reason:
        yield Found(
            join_path(path, "accepted"),
            "The officer's advice was not accepted, and nothing says why.",
            fix="Say in `overruled_reason` why the advice was not followed, and which role decided that.",
        )
