"""A purpose says who will do what for whom.

"Partnership working" can justify anything, so it justifies nothing. Every other test, from the gateway to the last
field, is measured against the purpose. It must be possible to say whether something serves it.

Wrong: five words that fit every agreement.

```yaml
purposes:
  protect-child:
    action: To support partnership working
    ^
```

Wrong: longer, and no clearer.

```yaml
purposes:
  protect-child:
    action: To share information and improve services through partnership working in Fernshire
    ^
```

Right: a role, an act and a time.

```yaml
purposes:
  protect-child:
    action: The front door social worker decides within one working day whether the child needs protection, and visits.
```
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from dsagen.checks.rule import Found, Rule
from dsagen.checks.subjects import PurposeSubject
from dsagen.workspace.paths import join_path

__all__ = ["RULE", "check"]

_FEWEST = 8
_GENERIC = re.compile(
    r"\b(?:(?:to )?(?:shar(?:e|ing)|exchang(?:e|ing)) (?:of )?(?:information|data|intelligence)|"
    r"(?:information|data) sharing|"
    r"(?:partnership|multi-agency|joint|joined-up|collaborative|integrated) working|work(?:ing)? together|"
    r"service improvement|improv(?:e|ing) (?:services?|outcomes)|better outcomes|"
    r"(?:business|operational|safeguarding) purposes|"
    r"as (?:required|necessary|appropriate)|where appropriate|to support|to help|to inform|"
    r"to enable|in order to)\b",
    re.IGNORECASE,
)
"""Phrases that fit every agreement, and say nothing of this one."""

RULE = Rule(
    id="DP-PUR-001",
    title="The purpose is too vague to test",
    severity="error",
    authority="UK GDPR Article 5(1)(b)",
    why="Nobody can tell what serves a vague purpose, so it limits nothing and people cannot foresee the use.",
    fix="In `action`, say who will do what with the information, for whose benefit, and by when.",
    false_positives="A short sentence that does say who does what. Add when, or for whom.",
)


def check(purpose: PurposeSubject) -> Iterator[Found]:
    """Find a purpose whose action is short, or says little beyond phrases that fit every agreement."""
    action = purpose.purpose.action
    if action is None:
        return
    said = len(_GENERIC.sub(" ", action).split())
    if said < _FEWEST:
        yield Found(
            join_path(purpose.path, "action"),
            f"The purpose `{purpose.purpose.title}` does not say who does what for whom.",
        )
