"""Every recipient has a purpose of its own.

A purpose may say which recipients act on it, and why it has to be them. A party in `to` for which no purpose of the
flow is meant receives information with which it does nothing. So does one of which nothing is said at all: not who may
see it there, not how long it is kept, and not by which law.

Wrong: the purpose is the council's, and the school receives it too.

```yaml
purposes:
  protect-child:
    recipients: {council: It alone has the duty to enquire.}
flows:
  F06:
    to: [council, academy]
                  ^
    viewers: [front door social worker]
```

Wrong: nothing is said of the second recipient.

```yaml
purposes:
  protect-child: {recipients: {instead: {}}}
flows:
  F06:
    to: [council, academy]
                  ^
    viewers: {council: [front door social worker]}
```

Right:

```yaml
purposes:
  protect-child:
    recipients: {council: It alone has the duty to enquire.}
```
"""

from __future__ import annotations

from collections.abc import Iterator

from dsagen.checks.rule import Found, Rule
from dsagen.checks.subjects import FlowSubject
from dsagen.workspace.paths import join_path

__all__ = ["RULE", "check"]

RULE = Rule(
    id="NEED-004",
    title="A recipient without a purpose",
    severity="error",
    authority="UK GDPR Article 5(1)(b) and (c)",
    why="A party that does nothing with information has no need of it, and no law lets it hold it.",
    fix="Take the party out of `to`, or say under the purpose's `recipients` why it has to be this one.",
    false_positives="A recipient that acts on a purpose which nobody has written yet. Write the purpose.",
)


def check(flow: FlowSubject) -> Iterator[Found]:
    """Find a recipient for which no purpose of the flow is meant, or that can use none of its fields."""
    for index, delivery in enumerate(flow.deliveries if flow.purposes else ()):
        recipient = delivery.recipient
        if not delivery.purposes:
            why = f"No purpose of {flow.key} is meant for {recipient.called}."
        elif delivery.is_described and not delivery.needed:
            why = f"{recipient.called} can use no field of {flow.key} for any of its purposes."
        elif len(flow.recipients) > 1 and _is_unsaid(flow, recipient.key):
            why = f"Nothing says what {recipient.called} does with {flow.key}, who sees it there, or by which law."
        else:
            continue
        yield Found(join_path(flow.path, "to", str(index)), why)


def _is_unsaid(flow: FlowSubject, party: str) -> bool:
    said = (flow.flow.viewers, flow.flow.retention, flow.flow.bases)
    return all(part and party not in part for part in said)
