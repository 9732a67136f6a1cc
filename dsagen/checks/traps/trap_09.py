"""An exemption or a condition is no gateway.

An exemption lets a party leave a right aside. A condition of Article 9 or Schedule 1 allows a kind of information to
be used. Overriding public interest answers the duty of confidence. None of them is a power to share, so none of them
stands among the gateways, even where a real power stands beside it.

Wrong: section 115 is the power. The exemption is none.

```yaml
flows:
  F05:
    bases:
      council:
        gateways:
          - cda-1998-s115
          - dpa-2018-sch2
            ^
```

Wrong: a charity needs no power, and paragraph 18 would give it none.

```yaml
flows:
  F06:
    bases:
      friends:
        gateways:
          - dpa-2018-sch1-para18
            ^
```

Right: each has its own place.

```yaml
flows:
  F06:
    bases:
      friends: {gateways: [], schedule1: [18]}
```
"""

from __future__ import annotations

from collections.abc import Iterator

from dsagen.checks.rule import Found, Rule
from dsagen.checks.subjects import Citation

__all__ = ["RULE", "check"]

_PLACE = {
    "confidentiality_only": "Say it in the flow's `confidentiality`, and leave it out here.",
    "regulation_making": "Cite the regulations that were made under it, once they are in force.",
    "not_a_gateway": "Leave it out. A condition belongs in `schedule1` or `article9`, an exemption in `transparency`.",
}

RULE = Rule(
    id="TRAP-09",
    title="Something that gives no power is cited as a gateway",
    severity="warning",
    authority="The gateway itself",
    why="Readers take it for a power, and rest on it when the real one is questioned.",
    fix="Leave it out of `gateways`.",
    false_positives="None is known.",
    yields_to=("DP-GW-001",),
)


def check(citation: Citation) -> Iterator[Found]:
    """Find a record that gives no power among the gateways."""
    if citation.is_power or citation.is_elsewhere or citation.state != "in_force":
        return
    label = citation.side.case.law.vocabulary.gateway_kinds[citation.gateway.kind].label.lower()
    yield Found(
        citation.path,
        f"{citation.called} gives {citation.side.party.called} no power to share: {label}.",
        fix=_PLACE[citation.gateway.kind],
        authority=citation.gateway.citation,
    )
