"""Where a flow reaches far into private life, the balance is written down.

Eight things make a flow intrusive. Four lie in what goes where: a routine feed, sensitive information, free text, and
a recipient that is no public authority. Four lie around it: other people are swept in, nothing ends the keeping,
people are not told, and access to a system is direct. Where four or more come together, the purpose says how the
benefit is weighed against them (*Bank Mellat v HM Treasury*, fourth stage).

Wrong: sensitive information about child and parent, by direct access all day, and nothing is weighed.

```yaml
purposes:
  offer-assessment:
    necessity:
    ^
      balance: (taken away)
flows:
  F01:
    frequency: continuous
    method: direct_access
```

Right:

```yaml
purposes:
  offer-assessment:
    necessity:
      balance: The team opens a record only for a child whose parent has agreed, so few people are affected.
flows:
  F01:
    frequency: continuous
    method: direct_access
```
"""

from __future__ import annotations

from collections.abc import Iterator

from dsagen.checks.minimisation._intrusion import HIGH, intrusions
from dsagen.checks.rule import Found, Rule
from dsagen.checks.subjects import PurposeSubject
from dsagen.workspace.paths import join_path

__all__ = ["RULE", "check"]

RULE = Rule(
    id="DP-MIN-014",
    title="Far-reaching, and nothing is weighed",
    severity="warning",
    authority="Bank Mellat v HM Treasury (No 2) [2013] UKSC 39, fourth stage",
    why="The further a flow reaches into private life, the more it must achieve. Someone has to weigh the two.",
    fix="Write in `balance` how the benefit is weighed against the effect on people, and what reduces that effect.",
    false_positives="The score is this catalogue's own guide. A law does not set it.",
    unverified=True,
)


def check(purpose: PurposeSubject) -> Iterator[Found]:
    """Find a purpose with an intrusive flow and no balance."""
    if purpose.purpose.necessity.balance is not None:
        return
    for flow in purpose.flows:
        found = intrusions(flow)
        if len(found) >= HIGH:
            yield Found(
                join_path(purpose.path, "necessity", "balance"),
                f'No balance is written for "{purpose.purpose.title}". {flow.key} has {", ".join(found)}.',
            )
            return
