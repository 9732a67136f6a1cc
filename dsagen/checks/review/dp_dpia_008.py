"""The people concerned were asked, or the assessment says why not.

Where it is appropriate, the controller seeks the views of the people concerned or of those who represent them. Staff
and officers cannot speak for them. Where people were not asked, someone says why, and what stands in for their views.

Wrong: nobody was asked.

```yaml
assessment:
  consultation: []
  ^
```

Wrong: only staff were asked.

```yaml
assessment:
  consultation:
  ^
    - {group: Social workers, kind: practitioner, how: a meeting, said: It would help., changed: Nothing needed to.}
```

Wrong: the line is empty.

```yaml
assessment:
  consultation:
    - {group: Parents, kind: parent}
      ^
```

Right: adults were not asked, for a reason.

```yaml
assessment:
  consultation:
    - {group: Children, kind: child, how: a session, said: Ask us first., changed: The child is asked first.}
    - {group: Adults named, kind: adult, not_asked: Asking could put the child at risk. An advocate spoke.}
```
"""

from __future__ import annotations

from collections.abc import Iterator

from dsagen.checks.rule import Found, Rule
from dsagen.checks.subjects import Case
from dsagen.workspace.paths import join_path

__all__ = ["RULE", "check"]

RULE = Rule(
    id="DP-DPIA-008",
    title="Views were not sought",
    severity="warning",
    authority="UK GDPR Article 35(9)",
    why="Those who live with the sharing know harms that the parties do not see.",
    fix="Ask them or those who represent them, or say in `not_asked` why not, and what stands in for their views.",
    false_positives="Views that were sought for a wider programme. Add a line that names it and what was said.",
    yields_to=("DP-DPIA-001",),
)
_PEOPLE = frozenset({"child", "parent", "adult", "other"})


def check(case: Case) -> Iterator[Found]:
    """Find an assessment without a line for the people concerned, and lines with neither views nor a reason."""
    path = join_path(case.path, "assessment", "consultation")
    consultation = case.agreement.assessment.consultation
    if not consultation:
        yield Found(path, "Nobody was asked for their views, and nothing says why.")
        return
    if not any(asked.kind in _PEOPLE for asked in consultation):
        yield Found(path, "None of the people concerned was asked, nor anyone for them, and nothing says why.")
    for index, asked in enumerate(consultation):
        if not (asked.not_asked or asked.said or asked.how or asked.number or asked.date):
            yield Found(
                join_path(path, index, "said"),
                f"{asked.group}: nothing says that they were asked, or why they were not.",
            )
