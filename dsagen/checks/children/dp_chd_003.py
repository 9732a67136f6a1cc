"""Children are asked what they think.

Where information about children is shared, the impact assessment seeks their views, or says why it does not and what
stands in for them. Adults who speak for children are not children.

Wrong: parents were asked, and no child was.

```yaml
assessment:
  consultation:
  ^
    - {group: Parents, kind: parent, how: interviews, said: They fear being judged., changed: Only one fact travels.}
```

Right:

```yaml
assessment:
  consultation:
    - {group: Young people, kind: child, said: They want to be asked first., changed: They are asked first.}
```

Right: there is a reason, and something stands in for their views.

```yaml
assessment:
  consultation:
    - {group: Children under five, kind: child, not_asked: They are too young. A nursery worker spoke for them.}
```
"""

from __future__ import annotations

from collections.abc import Iterator

from dsagen.checks.rule import Found, Rule
from dsagen.checks.subjects import Case
from dsagen.workspace.paths import join_path

__all__ = ["RULE", "check"]

RULE = Rule(
    id="DP-CHD-003",
    title="Children were not asked",
    severity="warning",
    authority="UK GDPR Article 35(9); Christian Institute v Lord Advocate [2016] UKSC 51",
    why="Children see harm in sharing that adults miss, and they have a right to be heard about their own lives.",
    fix="Add a consultation of the kind `child`, or say in `not_asked` why not, and what stands in for their views.",
    false_positives="Children who were asked as part of a mixed group. Give them a line of their own.",
    yields_to=("DP-DPIA-008",),
)


def check(case: Case) -> Iterator[Found]:
    """Find an agreement about children in whose assessment no child was asked, and nobody says why."""
    about = [flow.key for flow in case.flows if flow.has_children]
    if about and not any(consulted.kind == "child" for consulted in case.agreement.assessment.consultation):
        yield Found(
            join_path(case.path, "assessment", "consultation"),
            f"{', '.join(about)}: the information is about children. No child was asked, and nothing says why.",
        )
