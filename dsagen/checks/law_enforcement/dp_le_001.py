"""Only a competent authority can use Part 3.

Part 3 of the Data Protection Act 2018 is for competent authorities, when they process for law enforcement. Schedule 7
lists the police, probation, youth offending teams and others. Anyone else is one only to the extent of its statutory
functions for law enforcement. A council is one for trading standards or benefit fraud, and never for social work.
Schedule 8 belongs to Part 3, so nobody else can rely on it either.

Wrong: the council protects a child. That is social work.

```yaml
flows:
  F04:
    bases:
      council:
        regime: part3
        ^
        schedule8: [4]
```

Wrong: the council is under the UK GDPR, and Schedule 8 gives it nothing.

```yaml
flows:
  F04:
    bases:
      council:
        schedule8: [4]
        ^
```

Wrong: a school never is a competent authority.

```yaml
flows:
  F03:
    bases:
      primary:
        regime: part3
        ^
```

Right: the council's trading standards officers investigate a crime.

```yaml
flows:
  F05:
    bases:
      council: {instead: {gateways: [cda-1998-s115], regime: part3}}
```
"""

from __future__ import annotations

from collections.abc import Iterator

from dsagen.checks.law_enforcement._regime import enforces, uses_part3
from dsagen.checks.rule import Found, Rule
from dsagen.checks.subjects import Side
from dsagen.workspace.paths import join_path

__all__ = ["RULE", "check"]

RULE = Rule(
    id="DP-LE-001",
    title="Part 3 without a competent authority",
    severity="error",
    authority="Data Protection Act 2018 section 30 and Schedule 7",
    why="Under the wrong regime every condition is wrong, and people are told of the wrong rights.",
    fix="Write `regime: uk_gdpr`, with a basis in Article 6 and the conditions that the information needs.",
    false_positives=(
        "A body that uses statutory functions for law enforcement here, under a purpose whose kind does not say so. A "
        "council that prosecutes has a purpose of the kind `detect_crime`: with that kind the rule is silent."
    ),
    yields_to=("DP-CTL-001",),
)


def check(side: Side) -> Iterator[Found]:
    """Find a side under Part 3, or resting on Schedule 8, whose party is no competent authority in this flow."""
    basis, party = side.basis, side.party
    if basis is None or party.is_competent_authority or not (basis.regime == "part3" or basis.schedule8):
        return
    if party.may_be_competent_authority and enforces(side.flow):
        return
    if uses_part3(side) and _is_a_copy(side):
        return
    if uses_part3(side):
        about = "is no competent authority"
        if party.may_be_competent_authority:
            about = "is a competent authority for its enforcement work only, and this purpose is not that"
        yield Found(join_path(side.path, "regime"), f"{party.called} claims Part 3 in {side.flow.key}. It {about}.")
    else:
        yield Found(
            join_path(side.path, "schedule8"),
            f"{party.called} relies on Schedule 8 in {side.flow.key}. That Schedule is for Part 3 only.",
            fix="Take `schedule8` away. Under the UK GDPR the conditions are in Article 9 and Schedule 1.",
        )


def _is_a_copy(side: Side) -> bool:
    """Tell whether it is a recipient's own copy of a kind of party that never enforces: DP-LE-008 speaks of that."""
    return side.role == "recipient" and not side.party.may_be_competent_authority
