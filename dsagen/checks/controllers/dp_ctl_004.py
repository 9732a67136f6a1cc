"""A processor has no purpose of its own.

A supplier that only acts on instructions is listed under `processors`. It is no party, receives nothing for itself, and
has no basis. One that uses the information for itself is a controller, and a party like any other.

Wrong: the supplier that hosts the form is also a recipient.

```yaml
processors:
  forms:
    name: Friends of Fernshire
    acts_for: council
    does: hosts the form
    contract: FC 2026/118
    flows: [F02]
flows:
  F02:
    to:
      - academy
      - friends
        ^
    viewers: {friends: [help desk]}
    retention: {friends: {period: 1 month, trigger: the form is opened, action: delete}}
    bases:
      friends: {capacity: private, article6: ea, annex1: 6, article6_law: Annex 1 paragraph 6}
```

Right: it is a processor alone.

```yaml
processors:
  forms: {name: Forms Limited, acts_for: council, does: hosts the form, contract: "FC 2026/118"}
```
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from dsagen.checks.rule import Found, Rule
from dsagen.checks.subjects import FlowSubject
from dsagen.workspace.paths import join_path

__all__ = ["RULE", "check"]
_FORM = re.compile(r"[ ,]+(limited|ltd|plc|llp)\.?$")
"""How a company's name ends: `Forms Ltd` is `Forms Limited`."""

RULE = Rule(
    id="DP-CTL-004",
    title="A processor is treated as a controller",
    severity="error",
    authority="UK GDPR Article 28(10)",
    why=("A supplier that decides for itself becomes a controller, with all the duties of one and no basis in law."),
    fix=("Take it out of the parties and the flow, or out of `processors` if it really decides for itself."),
    false_positives=(
        "A body that is a processor in one flow and a controller in another. Limit `flows` of the processor."
    ),
    unverified=True,
)


def check(flow: FlowSubject) -> Iterator[Found]:
    """Find senders and recipients of a flow that are also listed as processors for it."""
    suppliers = {
        _plain(processor.name)
        for processor in flow.case.agreement.processors.values()
        if not processor.flows or flow.key in processor.flows
    }
    if not suppliers:
        return
    places = [("from", flow.sender), *((join_path("to", str(n)), party) for n, party in enumerate(flow.recipients))]
    for place, party in places:
        if _plain(party.party.name) in suppliers or _plain(party.called) in suppliers:
            yield Found(
                f"{flow.path}/{place}",
                f"{party.called} is a processor, and is treated as a controller in {flow.key}.",
            )


def _plain(name: str) -> str:
    return _FORM.sub("", name.strip().casefold())
