"""Children are told in a notice that they can follow.

Where information about children of 7 to 11 is shared, `dsagen` builds a notice for them. What each purpose is for has
to be said in their words: nobody else can write that. A workspace that names the notices it builds leaves out that for
children only with a reason, which is an acceptance of this finding.

Wrong: the purpose has words for adults alone.

```yaml
purposes:
  protect-child:
  ^
    child_plain: (taken away)
```

Wrong: there are children, and no notice for them is built.

```yaml
transparency:
  audiences: [key_facts]
  ^
```

Right:

```yaml
purposes:
  protect-child:
    child_plain: The council can find out if you are safe. Then it can help.
```
"""

from __future__ import annotations

from collections.abc import Iterator

from dsagen.checks.reading import CHILDREN
from dsagen.checks.rule import Found, Rule
from dsagen.checks.subjects import Case
from dsagen.workspace.paths import join_path

__all__ = ["RULE", "check"]

RULE = Rule(
    id="DP-CHD-001",
    title="No notice that children can follow",
    severity="warning",
    authority="UK GDPR Article 12(1); guidance of the regulator on children",
    why="Children have the same right to be told as adults. Words for adults do not tell them.",
    fix="Write `child_plain`: one to three short sentences of easy words, spoken to the child.",
    false_positives="Plain words that a child of seven follows as they are. Repeat them in `child_plain`.",
)


def check(case: Case) -> Iterator[Found]:
    """Find purposes about children without words for them, and an agreement that builds no notice for them."""
    named = case.agreement.transparency.audiences
    about = [flow for flow in case.flows if any(group.may_be_aged(*CHILDREN) for group in flow.people.values())]
    if not about:
        return
    if named is not None and "children" not in named:
        yield Found(
            join_path(case.path, "transparency", "audiences"),
            f"{', '.join(flow.key for flow in about)}: the information is about children, and no notice for children "
            "is built.",
            "Add `children` to the audiences.",
        )
        return
    for purpose in case.purposes:
        if purpose.purpose.child_plain is None and any(purpose.key in flow.flow.purposes for flow in about):
            yield Found(
                join_path(purpose.path, "child_plain"),
                f"The notice for children has no words of theirs for “{purpose.purpose.title}”.",
            )
