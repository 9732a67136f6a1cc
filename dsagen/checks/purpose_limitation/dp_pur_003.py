"""Answering someone's request is no compatible use for a public authority.

The first condition of Annex 2 treats a disclosure as compatible that answers a body's request for its public task. It
is closed to public authorities performing their tasks.

Wrong: the council gives it as the reason.

```yaml
flows:
  F05:
    bases:
      council:
        compatibility: {annex2: disclosure on request}
                        ^
```

Wrong: the paragraph alone is given.

```yaml
flows:
  F05:
    bases:
      council:
        compatibility:
          annex2: paragraph 1
          ^
```

Right: crime is a condition of its own.

```yaml
flows:
  F05:
    bases:
      council: {compatibility: {annex2: crime}}
```

Right: a charity may answer a request.

```yaml
flows:
  F06:
    bases:
      friends: {compatibility: {annex2: disclosure on request}}
```
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from dsagen.checks.rule import Found, Rule
from dsagen.checks.subjects import Side
from dsagen.workspace.paths import join_path

__all__ = ["RULE", "check"]

_PARAGRAPH_1 = re.compile(r"(?:annex 2\W*)?(?:condition|para|paragraph)?\W*1\W*", re.IGNORECASE)

RULE = Rule(
    id="DP-PUR-003",
    title="Annex 2 paragraph 1 used by a public authority",
    severity="error",
    authority="UK GDPR Annex 2 paragraph 1(a)(ii)",
    why="The condition is not open to this body, so nothing makes the new use compatible.",
    fix="Use the condition for safeguarding, crime or legal obligation, or the enactment that authorises the use.",
    false_positives=(
        "A body that is a public authority for some of its work only, and acts here outside its tasks. Write "
        "`capacity: private`."
    ),
    yields_to=("DP-CTL-001", "DP-LE-001"),
)


def check(side: Side) -> Iterator[Found]:
    """Find a public authority in its tasks that gives the condition for requests as its reason."""
    basis = side.basis
    if basis is None or basis.compatibility is None or basis.compatibility.annex2 is None or not side.is_public_task:
        return
    text = basis.compatibility.annex2
    named = [found.item for found in side.case.law.annex2_in(text)]
    closed = all(not condition.public_authority for condition in named) if named else _PARAGRAPH_1.fullmatch(text)
    if closed:
        yield Found(
            join_path(side.path, "compatibility", "annex2"),
            f"{side.party.called} is a public authority doing its job in {side.flow.key}. "
            "The condition for answering a request is closed to it.",
        )
