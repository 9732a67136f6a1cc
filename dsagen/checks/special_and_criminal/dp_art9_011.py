"""Health and social care purposes need a professional, or someone who owes confidentiality.

Article 9(2)(h) with Schedule 1 paragraph 2 works only under a health professional or a social work professional.
Otherwise it works under another person who owes a duty of confidentiality by law. Each party that relies on it says who
that is.

Wrong: the council does not say who owes secrecy.

```yaml
flows:
  F01:
    bases:
      council:
        secrecy:
        ^
```

Right:

```yaml
flows:
  F01:
    bases:
      council:
        secrecy: social work professional
```
"""

from __future__ import annotations

from collections.abc import Iterator

from dsagen.checks.relied_on import relied_on
from dsagen.checks.rule import Found, Rule
from dsagen.checks.special_and_criminal._conditions import under_uk_gdpr
from dsagen.checks.subjects import Side
from dsagen.workspace.paths import join_path

__all__ = ["RULE", "check"]

RULE = Rule(
    id="DP-ART9-011",
    title="Nobody owes secrecy",
    severity="error",
    authority="UK GDPR Article 9(3); Data Protection Act 2018 section 11(1)",
    why="Secrecy is part of the condition. Without it the information may not be used for health or social care.",
    fix="Name who owes secrecy in `secrecy`. Where nobody does, rely on paragraph 18 or 6 instead.",
    false_positives="None is known. The list in section 11(1) is not closed: name whoever owes the duty, and why.",
    yields_to=("DP-CTL-001", "DP-LE-001", "DP-ART9-003"),
)

_CARE = 2


def check(side: Side) -> Iterator[Found]:
    """Find a party that relies on health or social care and names nobody who owes secrecy."""
    basis = under_uk_gdpr(side)
    if basis is None or basis.secrecy:
        return
    if basis.article9 == "h" or _CARE in relied_on(basis):
        yield Found(
            join_path(side.path, "secrecy"),
            f"{side.party.called} relies on health or social care in {side.flow.key}. Nothing says which professional, "
            "or who else, owes confidentiality.",
        )
