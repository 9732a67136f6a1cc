"""Where several receive, each is there for a reason.

A sharing is argued for each recipient, not for a list. A purpose whose flows reach more than one party says which of
them act on it, and why it has to be them.

Wrong: two parties receive, and nothing says why both.

```yaml
purposes:
  protect-child:
    recipients: {instead: {}}
    ^
flows:
  F06:
    to: [council, academy]
    viewers: [front door social worker]
```

Right:

```yaml
purposes:
  protect-child:
    recipients:
      council: It alone has the duty to enquire.
      academy: It sees the child each day, and has the duty to safeguard its pupils.
flows:
  F06:
    to: [council, academy]
    viewers: [front door social worker]
```
"""

from __future__ import annotations

from collections.abc import Iterator

from dsagen.checks.rule import Found, Rule
from dsagen.checks.subjects import PurposeSubject
from dsagen.workspace.paths import join_path

__all__ = ["RULE", "check"]

RULE = Rule(
    id="PROP-006",
    title="Several recipients, and no reason for each",
    severity="warning",
    authority="UK GDPR Article 5(1)(c); Caldicott principle 4",
    why="What one body needs, another often does not. Each further recipient is a further interference.",
    fix="List under `recipients` each party that acts on the purpose, with why it has to be this one.",
    false_positives="None is known.",
)


def check(purpose: PurposeSubject) -> Iterator[Found]:
    """Find a purpose that reaches several recipients, and names none of them."""
    if purpose.purpose.recipients:
        return
    called = {party.key: party.called for flow in purpose.flows for party in flow.recipients}
    if len(called) > 1:
        yield Found(
            join_path(purpose.path, "recipients"),
            f'"{purpose.purpose.title}" reaches {len(called)} recipients: {", ".join(called.values())}. '
            "Nothing says which of them act on it, and why.",
        )
