"""A public body needs a power before it may share or receive.

A public body can only do what the law lets it do. Data protection law gives it no power: that comes from a statute or
the common law, and is named first. A condition, an exemption or consent is not a power. Nor is the public interest that
lifts a duty of confidence. A private body in its private capacity needs no power, and is not asked for one.

Wrong: the council names nothing.

```yaml
flows:
  F02:
    bases:
      council:
        gateways: []
        ^
```

Wrong: an exemption lets the council leave a right aside. It does not let it share.

```yaml
flows:
  F05:
    bases:
      council:
        gateways: [dpa-2018-sch2]
        ^
```

Wrong: overriding public interest answers the duty of confidence, and nothing else.

```yaml
flows:
  F05:
    bases:
      council:
        gateways: [common-law-public-interest-disclosure]
        ^
```

Right: a power is named. The exemption is explained where the notices are.

```yaml
flows:
  F05:
    bases:
      council:
        gateways: [cda-1998-s115]
```

Right: a charity that acts as a private body names none.

```yaml
flows:
  F06:
    bases:
      friends:
        gateways: []
```
"""

from __future__ import annotations

from collections.abc import Iterator

from dsagen.checks.rule import Found, Rule
from dsagen.checks.subjects import Side
from dsagen.workspace.paths import join_path

__all__ = ["RULE", "check"]

RULE = Rule(
    id="DP-GW-001",
    title="No power is named",
    severity="error",
    authority="Human Rights Act 1998 section 6; UK GDPR Article 6(3)",
    why="A public body that shares without a power acts unlawfully, whatever its basis in data protection law.",
    fix="Name a duty or power of this party's own in `gateways`: `dsagen gateways suggest` lists candidates.",
    false_positives=(
        "A power that the catalogue does not hold. Add it as a record in `law/gateways/`. A body that is public for "
        "some of its work only says `capacity: private` where it acts privately."
    ),
    yields_to=("DP-CTL-001",),
)


def check(side: Side) -> Iterator[Found]:
    """Find a public authority whose side of a flow has a basis and no power."""
    if side.basis is None or any(citation.is_power for citation in side.citations):
        return
    always_public = side.case.law.party_types[side.party.party.type].public_authority == "yes"
    if not (side.is_public_task or (side.party.is_public_authority and always_public)):
        return
    does = "share" if side.role == "discloser" else "receive this"
    cited = ", ".join(citation.called for citation in side.citations)
    only = f" Only {cited} is cited, which gives no power." if cited else ""
    yield Found(
        join_path(side.path, "gateways"),
        f"{side.party.called} names no statutory or common-law power to {does} in {side.flow.key}.{only}",
    )
