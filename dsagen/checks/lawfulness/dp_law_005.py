"""A public task must be the party's own.

Since 5 February 2026 Article 6(1)(e) speaks of a task of the controller. A body that tells a council something cannot
rest on the council's task. It names a task of its own. A private body looks at recognised legitimate interest, for
safeguarding, for crime, or to answer a written request.

Wrong: the duty to assess children in need is the council's, and the charity rests on it.

```yaml
flows:
  F06:
    bases:
      friends:
        gateways: [children-act-1989-s17]
        article6: e
        ^
        article6_law: (taken away)
        annex1: (taken away)
```

Right: before that day the words were wider.

```yaml
# as at 2026-02-04
flows:
  F06:
    bases:
      friends:
        gateways: [children-act-1989-s17]
        article6: e
        article6_law: (taken away)
        annex1: (taken away)
```

Right: the charity uses the basis that is open to it.

```yaml
flows:
  F06:
    bases:
      friends: {capacity: private, article6: ea, annex1: 6}
```
"""

from __future__ import annotations

from collections.abc import Iterator

from dsagen.checks.rule import Found, Rule
from dsagen.checks.subjects import Side
from dsagen.workspace.paths import join_path

__all__ = ["RULE", "check"]

RULE = Rule(
    id="DP-LAW-005",
    title="Public task of another body",
    severity="error",
    authority="UK GDPR Article 6(1)(e), as amended by the Data (Use and Access) Act 2025 section 70(2)",
    why="The basis is the controller's own task. Someone else's task gives it none.",
    fix="Cite a function of this party's own. A private body may use `ea`, with a condition of Annex 1.",
    false_positives="A party that has the task by contract or delegation. Say so in `article6_law`.",
    yields_to=("DP-CTL-001", "DP-LE-001"),
)


def check(side: Side) -> Iterator[Found]:
    """Find public task that rests only on what the law gives to another party of the flow."""
    basis = side.basis
    if basis is None or basis.regime == "part3" or basis.article6 != "e" or basis.article6_law:
        return
    since = side.case.law.article6["e"].applies_from
    if since is not None and side.case.as_at < since:
        return
    cited = [citation for citation in side.citations if citation.is_power]
    if not cited or any(citation.coverage or citation.coverage.lacking for citation in cited):
        return
    for citation in cited:
        owners = [
            other
            for other in side.flow.sides
            if other.party.key != side.party.key and other.may_disclose(citation.gateway)
        ]
        if owners:
            yield Found(
                join_path(side.path, "article6"),
                f"{side.party.called} relies on public task in {side.flow.key}. {citation.called} gives the task to "
                f"{owners[0].party.called}.",
            )
            return
