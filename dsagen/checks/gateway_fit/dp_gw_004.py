"""A gateway serves only the purposes that it was made for.

Each provision has its purposes. Some have a closed list that Parliament or a minister wrote. What does not fit on the
list cannot be done under it.

Wrong: sections 17 and 17A are about crime, and give no power to share about named people. The purpose is a child's
safety.

```yaml
flows:
  F04:
    bases:
      police:
        gateways:
          - common-law-policing
          - cda-1998-s17-17a
            ^
```

Wrong: "safeguarding" is no objective of the Digital Economy Act. Its list is closed.

```yaml
flows:
  F04:
    bases:
      police:
        gateways:
          - dea-2017-s35
            ^
```

Right: the power is about protecting people as well as about crime.

```yaml
flows:
  F04:
    bases:
      police:
        gateways: [common-law-policing, children-act-2004-s11]
```
"""

from __future__ import annotations

from collections.abc import Iterator

from dsagen.checks.rule import Found, Rule
from dsagen.checks.subjects import Citation

__all__ = ["RULE", "check"]

RULE = Rule(
    id="DP-GW-004",
    title="The gateway is for other purposes",
    severity="error",
    authority="The gateway itself",
    why="A power that is used for a purpose it was not given for is not a power at all.",
    fix="Narrow the purpose, correct its `kind`, or cite a provision that serves it.",
    false_positives=(
        "A purpose whose `kind` is not the best one. Choose the kind that says what the recipient does. A provision "
        "may serve a kind that its record does not list: say so, and correct the record in `law/gateways/`."
    ),
)


def check(citation: Citation) -> Iterator[Found]:
    """Find a gateway that serves no purpose of the flow, or leaves one with nothing that serves it.

    Where it reaches no recipient, DP-GW-003 says so, and another gateway is needed anyway.
    """
    stale = citation.is_elsewhere or citation.state == "repealed"
    if not citation.is_power or stale or not citation.covers_party:
        return
    side = citation.side
    if side.role == "discloser" and not any(side.reaches(citation.gateway, other) for other in side.others):
        return
    served = frozenset(citation.gateway.purpose_kinds)
    unserved = side.flow.kinds - served
    if side.flow.kinds & served:
        beside = [other for other in side.citations if other.index != citation.index and other.is_usable]
        unserved -= {kind for other in beside for kind in other.gateway.purpose_kinds}
    if not unserved:
        return
    labels = side.case.law.purpose_kinds
    kinds = " and ".join(f"`{labels[kind].label.lower()}`" for kind in sorted(unserved))
    yield Found(
        citation.path,
        f"{citation.called} does not serve {kinds}, which {side.flow.key} is for.",
        authority=citation.gateway.citation,
    )
