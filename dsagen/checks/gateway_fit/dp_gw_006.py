"""England and Wales do not share all their law.

A provision works in the nations that it names, and each party acts under the law of its own nation. Much of the law of
social care and education differs between England and Wales.

Wrong: section 11 is for England. The force here is Welsh, and section 28 is its like.

```yaml
flows:
  F04:
    bases:
      police:
        gateways:
          - common-law-policing
          - children-act-2004-s11
            ^
registers:
  parties:
    police: {nation: wales}
```

Wrong: Part 7 of the Welsh Act of 2014 does not bind an English force. A recipient is asked too.

```yaml
flows:
  F04:
    bases:
      police:
        gateways:
          - common-law-policing
          - sswbwa-2014-s128-130
            ^
      council:
        gateways:
          - sswbwa-2014-s162-164a
            ^
```

Right: the common law of the police is for both nations, and section 28 for Wales.

```yaml
flows:
  F04:
    bases:
      police: {gateways: [common-law-policing, children-act-2004-s28]}
registers:
  parties:
    police: {nation: wales}
```
"""

from __future__ import annotations

from collections.abc import Iterator

from dsagen.checks.gateway_fit._instead import cite_instead
from dsagen.checks.rule import Found, Rule
from dsagen.checks.subjects import Citation

__all__ = ["RULE", "check"]

RULE = Rule(
    id="DP-GW-006",
    title="The gateway is for another nation",
    severity="error",
    authority="The gateway itself, and what it says of its extent and application",
    why="A provision that does not apply where the party is gives it nothing.",
    fix="Cite the provision that does this work in the party's own nation.",
    false_positives=(
        "A party whose `nation` is not written takes the agreement's. A body that works in both nations says which law "
        "it acts under in this agreement."
    ),
)


def check(citation: Citation) -> Iterator[Found]:
    """Find a gateway that has no place in the party's nation."""
    if not citation.is_elsewhere:
        return
    party, nations = citation.side.party, citation.side.case.law.vocabulary.nations
    applies = " and ".join(nations[nation].label for nation in citation.gateway.nation)
    yield Found(
        citation.path,
        f"{citation.called} does not apply in {nations[party.nation].label}, where {party.called} is. "
        f"It is for {applies}.",
        fix=cite_instead(citation),
        authority=citation.gateway.citation,
    )
