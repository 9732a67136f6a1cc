"""Only those who need it see it.

The viewers of a flow are roles that act on the information. "All staff" names nobody. A list of more than three whole
teams or services comes to the same.

Wrong:

```yaml
flows:
  F03:
    viewers: {council: [all staff]}
                        ^
```

Wrong: four whole teams.

```yaml
flows:
  F03:
    viewers: {council: [attendance team, early help service, housing department, customer services]}
              ^
```

Wrong: a team receives it, and nothing says who in the team may look.

```yaml
flows:
  F03:
    teams: {council: young-carers-team}
    viewers: []
    ^
```

Right:

```yaml
flows:
  F03:
    viewers: [attendance officer]
```
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from dsagen.checks.rule import Found, Rule
from dsagen.checks.subjects import FlowSubject
from dsagen.workspace.paths import join_path

__all__ = ["RULE", "check"]

RULE = Rule(
    id="DP-MIN-008",
    title="Access is wider than need",
    severity="warning",
    authority="Caldicott principle 4; UK GDPR Article 5(1)(c)",
    why="Each person who may look is one more who may misuse, misread or lose it.",
    fix="Name the roles that act on the information, each with about how many people hold it.",
    false_positives="A whole team that is small and does this work alone. Name the role that its members hold.",
    yields_to=("DOC-003",),
)
_BLANKET = re.compile(
    r"\b(everyone|everybody|anyone|anybody|whole (organisation|council|trust|force|school|workforce)"
    r"|(all|any|every) (\w+ ){0,2}?(staff|employees?|workers?|users?|members?|teams?|officers?|personnel|colleagues?"
    r"|people|practitioners?|professionals?|teachers?|departments?|services|partners?|agencies))\b",
    re.IGNORECASE,
)
_BROAD = re.compile(
    r"\b(team|teams|service|services|department|departments|directorate|staff|division)\b", re.IGNORECASE
)
_MOST_BROAD = 3


def check(flow: FlowSubject) -> Iterator[Found]:
    """Find viewers that are nobody, everybody, or too many groups."""
    path = join_path(flow.path, "viewers")
    if not flow.flow.viewers:
        yield Found(path, f"Nothing says who may see the information in {flow.key}.")
        return
    for recipient in flow.recipients:
        roles = flow.flow.viewers.get(recipient.key)
        if not roles:
            yield Found(
                join_path(path, recipient.key),
                f"Nothing says who at {recipient.called} may see the information in {flow.key}.",
            )
            continue
        blanket = [index for index, role in enumerate(roles) if _BLANKET.search(role)]
        for index in blanket:
            yield Found(
                join_path(path, recipient.key, str(index)),
                f'At {recipient.called}, "{roles[index]}" may see {flow.key}. That is wider than need.',
            )
        broad = [role for role in roles if _BROAD.search(role)]
        if not blanket and len(broad) > _MOST_BROAD:
            yield Found(
                join_path(path, recipient.key),
                f"At {recipient.called}, {len(broad)} whole teams or services may see the information in {flow.key}.",
            )
