"""A gateway reaches only the recipients that it names.

The same information may need one provision towards one body and another towards the next. Where a flow has several
recipients, each of them must be reached by something that the discloser cites.

Wrong: section 115 is for telling the police, a council and a few others. A school is not a relevant authority.

```yaml
flows:
  F02:
    bases:
      council:
        gateways:
          - cda-1998-s115
            ^
    purposes: [detect-crime]
```

Wrong: section 47(9) brings information to the council. It does not carry it to the police.

```yaml
flows:
  F05:
    bases:
      council:
        gateways:
          - children-act-1989-s47
            ^
    purposes: [protect-child]
```

Wrong: direct care stays among health and adult social care. This council has no such function on record.

```yaml
flows:
  F01:
    bases:
      surgery:
        gateways:
          - nhs-act-2006-s84
          - hsca-2012-s251b
            ^
    purposes: [offer-assessment]
registers:
  parties:
    council: {functions: [education_authority]}
```

Right: the recipient is a chief officer of police.

```yaml
flows:
  F05:
    bases:
      council:
        gateways: [cda-1998-s115]
```

Right: two recipients, and each is reached by one of the two.

```yaml
flows:
  F05:
    to: [police, academy]
    purposes: [detect-crime, support-at-school]
    bases:
      council:
        gateways: [cda-1998-s115, children-act-2004-s10]
      academy:
        gateways: [independent-school-standards-2014-para7, children-act-2004-s10]
        article6: e
```
"""

from __future__ import annotations

from collections.abc import Iterator

from dsagen.checks.rule import Found, Rule
from dsagen.checks.subjects import Citation

__all__ = ["RULE", "check"]

RULE = Rule(
    id="DP-GW-003",
    title="The gateway does not reach the recipient",
    severity="error",
    authority="The gateway itself",
    why="A power to tell one body is no power to tell another. The disclosure to that recipient has no law behind it.",
    fix="Cite a provision that reaches this recipient, or take the recipient out of the flow.",
    false_positives=(
        "A recipient that has the function, or acts for a listed body, and does not list it. Add it to its `functions`."
    ),
)


def check(citation: Citation) -> Iterator[Found]:
    """Find a discloser's gateway that leaves a recipient with nothing that reaches it.

    One that reaches no recipient is always found. One that reaches some is found for those whom nothing else reaches.
    """
    side, gateway = citation.side, citation.gateway
    stale = citation.is_elsewhere or citation.state == "repealed"
    if side.role != "discloser" or not citation.is_power or stale or not citation.covers_party:
        return
    unreached = [other for other in side.others if not side.reaches(gateway, other)]
    if len(unreached) < len(side.others):
        beside = [other for other in side.citations if other.index != citation.index and other.is_usable]
        unreached = [
            other for other in unreached if not any(side.reaches(another.gateway, other) for another in beside)
        ]
    if not unreached:
        return
    names = " or ".join(other.called for other in unreached)
    types = " or ".join(dict.fromkeys(f"`{other.type_label.lower()}`" for other in unreached))
    yield Found(
        citation.path,
        f"{citation.called} does not reach {names} as recipient, of the type {types}.",
        authority=gateway.citation,
    )
