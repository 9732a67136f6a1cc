"""A policy document has an owner.

A party that must have an appropriate policy document names the role that owns it. The document gives that role with the
date of review, and the regulator sends back documents that nobody looks after.

Wrong: nobody owns the council's document.

```yaml
registers:
  parties:
    council:
    ^
      senior_owner: (taken away)
```

Right: a role does.

```yaml
registers:
  parties:
    council:
      senior_owner: senior information risk owner
```
"""

from __future__ import annotations

from collections.abc import Iterator

from dsagen.checks.document_shape._policy import paragraphs_needing_policy
from dsagen.checks.rule import Found, Rule
from dsagen.checks.subjects import PartySubject
from dsagen.workspace.paths import join_path

__all__ = ["RULE", "check"]

RULE = Rule(
    id="DOC-041",
    title="Nobody owns a policy document",
    severity="warning",
    authority="Data Protection Act 2018 Schedule 1 paragraph 40",
    why="The controller must keep the document under review. One that no role owns is not looked at again.",
    fix="Name in `senior_owner` the role at this party that owns the information risk.",
    false_positives="A party whose corporate document names its owner. Write that role here too.",
)


def check(party: PartySubject) -> Iterator[Found]:
    """Find a party that needs a policy document and names no role that owns it."""
    if party.party.senior_owner is not None:
        return
    sensitive = any(
        flow.flow.bases[party.key].regime == "part3" and flow.flow.bases[party.key].schedule8
        for flow in party.case.flows
        if party.key in flow.flow.bases
    )
    if sensitive or paragraphs_needing_policy(party):
        yield Found(
            join_path(party.path, "senior_owner"),
            f"{party.called} needs an appropriate policy document, and no role is named as its owner.",
        )
