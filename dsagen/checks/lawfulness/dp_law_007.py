"""Consent is rarely a public authority's basis.

Consent in data protection must be free. It seldom is where one side can take a child into care. A family's agreement
may answer the duty of confidence, and may be a matter of respect, without being the lawful basis.

Wrong: the family agreed, and the council calls that its basis.

```yaml
flows:
  F02:
    bases:
      council:
        article6: a
        ^
```

Right: the agreement is where it belongs, in `confidentiality`.

```yaml
flows:
  F02:
    confidentiality: {route: consent_explicit}
    bases:
      council: {article6: e}
```
"""

from __future__ import annotations

from collections.abc import Iterator

from dsagen.checks.rule import Found, Rule
from dsagen.checks.subjects import Side
from dsagen.workspace.paths import join_path

__all__ = ["RULE", "check"]

RULE = Rule(
    id="DP-LAW-007",
    title="Consent as a public authority's basis",
    severity="warning",
    authority="UK GDPR Recital 43",
    why="Consent that was not free is void. Whoever withdraws it also stops what the law asks the body to do.",
    fix="Use `e`, or `c` where a duty binds the party. Keep agreement to the service, and to confidence, apart.",
    false_positives="A service that is truly optional, where nothing follows from a refusal. Accept it and say so.",
    yields_to=("DP-CTL-001", "DP-LE-001", "TRAP-10"),
)


def check(side: Side) -> Iterator[Found]:
    """Find a public authority in its tasks that relies on consent."""
    basis = side.basis
    if basis is None or basis.regime == "part3" or basis.article6 != "a" or not side.is_public_task:
        return
    yield Found(
        join_path(side.path, "article6"),
        f"{side.party.called} is a public authority and relies on consent in {side.flow.key}. "
        "It is rarely freely given.",
    )
