"""A recipient that is no competent authority is under the UK GDPR.

Part 3 does not travel with the information. When the police tell a school, a practice or a charity, the recipient's own
copy is under the UK GDPR. It needs a basis in Article 6, and the conditions for what it holds.

Wrong: the school takes over the regime of the police.

```yaml
flows:
  F02:
    bases:
      academy:
        regime: part3
        ^
```

Right:

```yaml
flows:
  F02:
    bases:
      academy:
        regime: uk_gdpr
```
"""

from __future__ import annotations

from collections.abc import Iterator

from dsagen.checks.law_enforcement._regime import uses_part3
from dsagen.checks.rule import Found, Rule
from dsagen.checks.subjects import Side
from dsagen.workspace.paths import join_path

__all__ = ["RULE", "check"]

RULE = Rule(
    id="DP-LE-008",
    title="A recipient's copy is not under Part 3",
    severity="error",
    authority="Data Protection Act 2018 section 30",
    why="The recipient would tell people of the wrong rights, and keep the information without a lawful basis.",
    fix="Write `regime: uk_gdpr` for the recipient, and give it a basis in Article 6 and conditions of its own.",
    false_positives="None is known. A body that enforces only some law is asked by DP-LE-001 instead.",
    yields_to=("DP-CTL-001",),
)


def check(side: Side) -> Iterator[Found]:
    """Find a recipient that never is a competent authority, and claims Part 3 for its copy."""
    if side.role == "recipient" and uses_part3(side) and not side.party.may_be_competent_authority:
        yield Found(
            join_path(side.path, "regime"),
            f"{side.party.called} claims Part 3 for its own copy in {side.flow.key}. It is no competent authority.",
        )
