"""The risks answer each event that people fear.

Three events test whether a list of risks is complete: somebody sees what they should not, somebody changes what is
true, and something is lost. Sharing about children adds four: the wrong person, a failure to share, an unfair use, and
lost trust. The library says which entry answers which. A risk of your own names its events in `feared`.

Wrong: nobody asked what happens when something is lost.

```yaml
assessment:
  no_risk_of: {loss: (taken away)}
  ^
```

Right: there is a risk of it.

```yaml
assessment:
  no_risk_of: {loss: (taken away)}
  risks:
    R10: {feared: [loss]}
```
"""

from __future__ import annotations

from collections.abc import Iterator

from dsagen.checks.risks import feared_events
from dsagen.checks.rule import Found, Rule
from dsagen.checks.subjects import Case

__all__ = ["RULE", "check"]

RULE = Rule(
    id="RISK-002",
    title="A feared event that no risk answers",
    severity="warning",
    authority="UK GDPR Article 35(7)(c); the three feared events of the French regulator's method",
    why="A list of risks that leaves out a whole kind of harm looks complete and is not.",
    fix="Add a risk that answers it, or say in `no_risk_of` why there is none.",
    false_positives="A risk of your own that answers it. Name the event in its `feared`.",
    yields_to=("DP-DPIA-001", "DP-DPIA-006"),
    unverified=True,
)
_SAID = {
    "access": "that somebody sees what they should not",
    "change": "that the information is wrong, or becomes wrong",
    "loss": "that the information is lost",
    "wrong_person": "that it reaches or describes the wrong person",
    "non_sharing": "that nothing is shared when it should be",
    "unfair_use": "that it is used unfairly",
    "loss_of_trust": "that people stop trusting",
}


def check(case: Case) -> Iterator[Found]:
    """Find feared events with neither a risk nor a reason."""
    if not case.agreement.assessment.risks:
        return
    for feared in feared_events(case):
        if feared.is_open:
            yield Found(feared.path, f"No risk answers the fear {_SAID[feared.event]}, and nothing says why.")
