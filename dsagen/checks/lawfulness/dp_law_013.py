"""Section 8(d) is for the Crown.

Section 8 of the Data Protection Act 2018 gives examples of public tasks. Head (d) is about functions of the Crown, a
Minister or a department. A council, a school or a health body names its own statute.

Wrong: the council gives it as its task.

```yaml
flows:
  F02:
    bases:
      council:
        article6_law: Data Protection Act 2018 s.8(d)
        ^
```

Right: the council's own function.

```yaml
flows:
  F02:
    bases:
      council:
        article6_law: Children Act 2004 section 10
```
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from dsagen.checks.rule import Found, Rule
from dsagen.checks.subjects import Side
from dsagen.workspace.paths import join_path

__all__ = ["RULE", "check"]

_SECTION_8D = re.compile(r"\b(?:s|ss|sec|section)\.?\s*8\s*(?:\(1\)\s*)?\(d\)", re.IGNORECASE)
_CROWN = frozenset({"home_office", "dwp", "hmrc", "mhclg", "dfe", "moj", "central_government", "prison", "probation"})

RULE = Rule(
    id="DP-LAW-013",
    title="Section 8(d) given as a local body's task",
    severity="warning",
    authority="Data Protection Act 2018 section 8(d)",
    why="The words are about the Crown and departments, so they lay down no task of this body.",
    fix="Name the body's own statutory function in `article6_law`, or leave it out where a gateway says it.",
    false_positives="A body that exercises a function of the Crown. Accept the finding and name the function.",
    yields_to=("DP-CTL-001", "DP-LE-001"),
    unverified=True,
)


def check(side: Side) -> Iterator[Found]:
    """Find section 8(d) as the public task of a body that is no part of the Crown."""
    basis = side.basis
    if basis is None or not basis.article6_law or side.party.party.type in _CROWN:
        return
    text = basis.article6_law.lower()
    if _SECTION_8D.search(text) and ("data protection act" in text or "dpa" in text):
        yield Found(
            join_path(side.path, "article6_law"),
            f"{side.party.called} gives Data Protection Act 2018 section 8(d) as its task in {side.flow.key}. "
            "That is for the Crown and departments.",
        )
