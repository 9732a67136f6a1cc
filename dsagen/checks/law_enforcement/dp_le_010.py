"""Law-enforcement information is checked before it is sent, and put right after.

Under Part 3 an authority takes all reasonable steps so that what it sends is accurate, complete and up to date. It
sends what the recipient needs to judge that. When something proves wrong, it tells the recipient without delay. So the
flow says how it is checked, and how recipients learn of a mistake.

Wrong: nothing is said.

```yaml
purposes:
  protect-child: {needs: {instead: {Which child may be at risk: [child-name, worry-code]}}}
flows:
  F04:
    purposes: [detect-crime]
    quality:
    ^
    bases:
      police: {instead: {gateways: [common-law-policing], regime: part3}}
```

Wrong: it is checked, and nobody is told of a mistake.

```yaml
purposes:
  protect-child: {needs: {instead: {Which child may be at risk: [child-name, worry-code]}}}
flows:
  F04:
    purposes: [detect-crime]
    quality: The sergeant checks each report before it is sent.
    ^
    bases:
      police: {instead: {gateways: [common-law-policing], regime: part3}}
```

Right:

```yaml
purposes:
  protect-child: {needs: {instead: {Which child may be at risk: [child-name, worry-code]}}}
flows:
  F04:
    purposes: [detect-crime]
    quality: The sergeant checks each report before it is sent. The council is told of a mistake on the same day.
    bases:
      police: {instead: {gateways: [common-law-policing], regime: part3}}
```
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from dsagen.checks.law_enforcement._regime import uses_part3
from dsagen.checks.rule import Found, Rule
from dsagen.checks.subjects import FlowSubject
from dsagen.workspace.paths import join_path

__all__ = ["RULE", "check"]

RULE = Rule(
    id="DP-LE-010",
    title="No check before, or no correction after",
    severity="warning",
    authority="Data Protection Act 2018 section 38(4) and (5)",
    why="A wrong record in another authority's hands does harm long after the first one has put it right.",
    fix="Say in `quality` who checks the information before it is sent, and how recipients learn of a mistake.",
    false_positives="A flow whose steps say it in words that the rule does not know. Put it into `quality`.",
)

_PUT_RIGHT = re.compile(
    r"\b(mistakes?|errors?|wrong|wrongly|inaccura\w+|incorrect\w*|correct(s|ed|ion|ions)?|put right|puts right"
    r"|withdr(aw|awn|aws|ew)|recall(s|ed)?)\b",
    re.I,
)


def check(flow: FlowSubject) -> Iterator[Found]:
    """Find a flow that leaves an authority under Part 3 without a check, or without a way to put mistakes right."""
    sender = flow.sides[0]
    if not uses_part3(sender) or not sender.party.may_be_competent_authority:
        return
    quality, place = flow.flow.quality, join_path(flow.path, "quality")
    if not quality:
        yield Found(place, f"Nothing says how {sender.party.called} checks what it sends in {flow.key}.")
    elif not any(_PUT_RIGHT.search(text) for text in (quality, *(step.does for step in flow.flow.procedure))):
        yield Found(place, f"Nothing says how recipients learn that something in {flow.key} was wrong.")
