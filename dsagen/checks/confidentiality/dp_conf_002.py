"""Implied consent is for direct care only.

A patient expects those who give the care to talk to each other. That is why agreement need not be asked for each time.
It goes no further than the team that gives care to that person. A council's social care assessment may count as direct
care for the person who is assessed, so there the rule only warns. A school, the police and a landlord are never in the
team.

Wrong: a school is not in the care team, and to help at school is not care.

```yaml
flows:
  F02:
    confidentiality:
      route: consent_implied_direct_care
      ^
```

Wrong, as a warning: the council assesses a young carer. The fact is about the parent as well.

```yaml
flows:
  F01:
    confidentiality:
      route: consent_implied_direct_care
      ^
```

Right: the practice tells the council's adult social care team about a patient for whom both care.

```yaml
purposes:
  offer-assessment: {kind: adult_social_care}
flows:
  F01: {confidentiality: {route: consent_implied_direct_care}}
```
"""

from __future__ import annotations

from collections.abc import Iterator

from dsagen.checks.confidentiality._care import gives_care, is_direct_care
from dsagen.checks.rule import Found, Rule
from dsagen.checks.subjects import FlowSubject
from dsagen.workspace.paths import join_path

__all__ = ["RULE", "check"]

RULE = Rule(
    id="DP-CONF-002",
    title="Implied consent outside direct care",
    severity="error",
    authority="Common law duty of confidence, and guidance on confidentiality for the National Health Service",
    why="Nobody who told a doctor something has agreed by that to anything but care.",
    fix="Ask for agreement, rest on a law that requires the disclosure, or weigh the public interest in each case.",
    false_positives=(
        "A body in the care team whose type or functions do not say so. Add the function, such as `health_services`, "
        "if it really has it. That implied consent ends with direct care is from general knowledge."
    ),
    unverified=True,
)

_ASSESSMENT = frozenset({"young_carer_support", "promote_welfare", "early_help", "send_support"})
"""Kinds of purpose in which a council's social workers assess the person concerned."""


def check(flow: FlowSubject) -> Iterator[Found]:
    """Find implied consent for a purpose that is not direct care, or towards someone who gives none."""
    confidentiality = flow.flow.confidentiality
    if confidentiality is None or confidentiality.route != "consent_implied_direct_care":
        return
    place = join_path(flow.path, "confidentiality", "route")
    outside = [recipient for recipient in flow.recipients if not gives_care(recipient)]
    if is_direct_care(flow):
        if outside:
            yield Found(place, f"{outside[0].called} is not in the team that gives care, and {flow.key} tells it.")
    elif _may_be_assessment(flow):
        yield Found(
            place,
            f"{flow.key} rests on implied consent for direct care. A council's assessment may count as that for the "
            "person assessed, and for nobody else.",
            fix="Show that it is care for the person whose confidence it is, and that the person expects it.",
            severity="warning",
        )
    else:
        yield Found(place, f"{flow.key} rests on implied consent for direct care, and its purpose is not direct care.")


def _may_be_assessment(flow: FlowSubject) -> bool:
    councils = all(recipient.party.type == "local_authority" for recipient in flow.recipients)
    return councils and all(kind in _ASSESSMENT for kind in flow.kinds)
