"""The duty in section 16LA has a limit and a brake.

The duty reaches only what may help the recipient's own functions. It falls away where telling would be worse for the
child than not telling. Both questions are answered in the agreement, with who decides.

Wrong: neither is answered.

```yaml
flows:
  F04:
    bases:
      police:
      ^
        gateways: [common-law-policing, children-act-2004-s16la]
```

Right: both are.

```yaml
flows:
  F04:
    bases:
      police:
        gateways: [common-law-policing, children-act-2004-s16la]
        duty_tests:
          may_facilitate: The report helps the council to decide whether the child needs protection.
          not_more_detrimental: The sergeant asks whether telling could put the child in more danger.
```
"""

from __future__ import annotations

from collections.abc import Iterator

from dsagen.checks.rule import Found, Rule
from dsagen.checks.subjects import Citation
from dsagen.workspace.paths import join_path

__all__ = ["RULE", "check"]

_DUTY = "children-act-2004-s16la"

RULE = Rule(
    id="DP-GW-009",
    title="The two questions of section 16LA are not answered",
    severity="warning",
    authority="Children Act 2004 section 16LA(2) and (3)",
    why="Without the answers people share too much, or share where it endangers the child.",
    fix="Answer both questions in `duty_tests`.",
    false_positives="None is known.",
    yields_to=("DP-GW-007",),
)


def check(citation: Citation) -> Iterator[Found]:
    """Find a discloser that cites section 16LA without an answer to its two questions."""
    side = citation.side
    if citation.gateway.id != _DUTY or side.role != "discloser" or citation.is_elsewhere or not citation.covers_party:
        return
    if side.basis is not None and side.basis.duty_tests is None:
        yield Found(
            join_path(side.path, "duty_tests"),
            f"{side.party.called} cites section 16LA in {side.flow.key} and does not say what limits or stops it.",
        )
