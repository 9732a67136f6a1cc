"""Partners that do the same job rest on the same basis.

Two schools that send the same thing for the same purpose are in the same position. Where one claims a duty and the
other a choice, one of them is probably mistaken, and people get different rights for no reason.

Wrong: two charities receive the same flag on different bases.

```yaml
flows:
  F02:
    to: [academy, primary]
    bases:
      academy: {gateways: [], capacity: private, article6: ea, annex1: 6}
      primary:
        article6: f
        ^
        legitimate_interests:
          interest: To help the young carers whom we know.
          necessity: We cannot help a child whom we do not know of.
          balance: One fact, told with the child's agreement.
registers:
  parties:
    academy: {type: voluntary_org}
    primary: {type: voluntary_org}
```

Right: both rest on the same.

```yaml
flows:
  F02:
    to: [academy, primary]
    bases:
      academy: {gateways: [], capacity: private, article6: ea, annex1: 6}
      primary: {article6: ea, annex1: 6}
registers:
  parties:
    academy: {type: voluntary_org}
    primary: {type: voluntary_org}
```
"""

from __future__ import annotations

from collections.abc import Iterator

from dsagen.checks.rule import Found, Rule
from dsagen.checks.subjects import PurposeSubject, Side
from dsagen.workspace.paths import join_path

__all__ = ["RULE", "check"]

RULE = Rule(
    id="DP-LAW-012",
    title="Partners with the same job rest on different bases",
    severity="warning",
    authority="UK GDPR Article 5(2)",
    why="People in the same position have different rights, and one of the bases is probably wrong.",
    fix="Align the bases, or accept the finding and say what makes the difference.",
    false_positives="Bodies of one type that different laws bind, such as two charities of which one has a contract.",
    yields_to=("DP-LAW-002", "DP-LAW-003", "DP-LAW-005", "DP-LAW-006", "DP-LAW-007"),
)


def check(purpose: PurposeSubject) -> Iterator[Found]:
    """Find parties of one type and with the same functions that rest on different bases for one purpose."""
    first: dict[object, Side] = {}
    told: set[str] = set()
    for side in (side for flow in purpose.flows for side in flow.sides):
        basis = side.basis
        if basis is None or basis.regime == "part3" or basis.article6 is None:
            continue
        party = side.party.party
        group = (side.role, party.type, frozenset(party.functions), side.party.nation, side.flow.kinds)
        same = first.setdefault(group, side)
        if same.party.key == side.party.key or side.party.key in told:
            continue
        assert same.basis is not None
        if same.basis.article6 != basis.article6:
            told.add(side.party.key)
            yield Found(
                join_path(side.path, "article6"),
                f"{side.party.called} rests on `{basis.article6}` and {same.party.called} on `{same.basis.article6}`. "
                f"Both do the same for `{purpose.purpose.title}`.",
            )
