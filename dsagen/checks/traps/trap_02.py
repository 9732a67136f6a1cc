"""The serious violence power leaves out health and care.

Section 16 of the Police, Crime, Sentencing and Courts Act 2022 does not authorise the disclosure of patient
information, whoever holds it. That is anything that identifies a person and is about health, diagnosis, care or
treatment. A health body may not disclose personal information under it at all.

Wrong: the code shows that someone was hurt.

```yaml
purposes:
  protect-child: {kind: serious_violence}
flows:
  F04:
    bases:
      police:
        gateways:
          - pcsca-2022-s16
            ^
registers:
  datasets:
    incidents:
      fields:
        worry-code: {special: [health]}
```

Wrong: an integrated care board tells the council a name.

```yaml
purposes:
  protect-child: {kind: serious_violence}
flows:
  F04:
    bases:
      police:
        gateways:
          - pcsca-2022-s16
            ^
registers:
  parties:
    police: {type: icb}
```

Right: the police tell the council of an incident, without health.

```yaml
purposes:
  protect-child: {kind: serious_violence}
flows:
  F04:
    bases:
      police: {gateways: [pcsca-2022-s16]}
```
"""

from __future__ import annotations

from collections.abc import Iterator

from dsagen.checks.rule import Found, Rule
from dsagen.checks.subjects import Citation

__all__ = ["RULE", "check"]

_HEALTH_BODIES = frozenset({"icb", "local_health_board"})
_NOBODY = frozenset({"none", "aggregate"})

RULE = Rule(
    id="TRAP-02",
    title="Health information under the serious violence power",
    severity="error",
    authority="Police, Crime, Sentencing and Courts Act 2022 sections 10(10) and 16",
    why="The power stops short of patient information, so its disclosure has no law behind it.",
    fix="Use figures that identify nobody, take the health item out, or cite another provision for it.",
    false_positives="A field that is marked as health and says nothing of any one person's health or care. Correct it.",
)


def check(citation: Citation) -> Iterator[Found]:
    """Find health information, or a health body's personal information, that is disclosed under section 16."""
    side = citation.side
    if citation.gateway.id != "pcsca-2022-s16" or side.role != "discloser":
        return
    personal = [item for item in side.flow.items if item.field.detail not in _NOBODY]
    if side.party.party.type in _HEALTH_BODIES and personal:
        yield Found(
            citation.path,
            f"{side.party.called} is a health body. It may not disclose personal information by section 16.",
        )
        return
    health = [item.field.label for item in personal if "health" in item.field.special]
    if health:
        yield Found(
            citation.path, f"Section 16 does not reach patient information. {side.flow.key} sends {', '.join(health)}."
        )
