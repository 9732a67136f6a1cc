"""A health or adult social care body has a Caldicott Guardian.

The guardian speaks for the confidence of patients and service users. Bodies of the National Health Service have one,
and so do councils with adult social care. The National Data Guardian's guidance of 2021 names more. An agreement that
carries confidential information names the guardian.

Wrong:

```yaml
registers:
  parties:
    surgery:
      caldicott_guardian:
      ^
```

Right:

```yaml
registers:
  parties:
    surgery:
      caldicott_guardian: {role: Caldicott Guardian, email: caldicott@surgery.example}
```
"""

from __future__ import annotations

from collections.abc import Iterator

from dsagen.checks.confidentiality._care import is_health_or_adult_care
from dsagen.checks.rule import Found, Rule
from dsagen.checks.subjects import PartySubject
from dsagen.workspace.paths import join_path

__all__ = ["RULE", "check"]

RULE = Rule(
    id="DP-CONF-007",
    title="No Caldicott Guardian",
    severity="warning",
    authority="Guidance of the National Data Guardian on Caldicott Guardians, 2021",
    why="Someone has to ask, for the people concerned, whether their confidence may be used in this way.",
    fix="Name the role in `caldicott_guardian`, and record the advice under `consulted`.",
    false_positives="A small body that shares a guardian with others. Name that guardian's role.",
)


def check(party: PartySubject) -> Iterator[Found]:
    """Find a health or adult social care party to a confidential flow that names no Caldicott Guardian."""
    if party.party.caldicott_guardian is None and is_health_or_adult_care(party) and _handles_confidences(party):
        yield Found(
            join_path(party.path, "caldicott_guardian"),
            f"{party.called} handles confidential information, and names no Caldicott Guardian.",
        )


def _handles_confidences(party: PartySubject) -> bool:
    flows = (flow for flow in party.case.flows if party.key in (flow.flow.from_, *flow.flow.to))
    return any(flow.is_confidential for flow in flows)
