"""A parent's request does not lay open what puts a child at risk.

A person with parental responsibility may ask for a child's information. Under Data Protection Act 2018
Schedule 3 paragraph 21 a controller may refuse what would tell of the child's risk of abuse. That holds only where an
answer would not be in the child's best interests. The agreement says who decides that.

Wrong:

```yaml
transparency:
  exceptions:
  ^
    - situation: telling someone first would be likely to prejudice the detection of a crime
      provision: Data Protection Act 2018 Schedule 2 paragraph 2
      decided_by: manager on duty
      extent: the one fact, until the investigation no longer needs it
```

Right:

```yaml
transparency:
  exceptions:
    - situation: a parent asks whether the child may be at risk, and an answer would harm the child
      provision: Data Protection Act 2018 Schedule 3 paragraph 21
      decided_by: senior information risk owner, case by case
      extent: the answer to that request
```
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from dsagen.checks.rule import Found, Rule
from dsagen.checks.subjects import Case
from dsagen.workspace.paths import join_path

__all__ = ["RULE", "check"]

RULE = Rule(
    id="DP-CHD-006",
    title="Parental access to child abuse information",
    severity="warning",
    authority="Data Protection Act 2018 Schedule 3 paragraph 21",
    why="A parent who learns what someone said about abuse may silence the child, or whoever spoke.",
    fix="Add an exception under Schedule 3 paragraph 21: when it applies, who decides, and how far it reaches.",
    false_positives="Information that never shows a risk of abuse. Accept the finding, and say so.",
)
_ABOUT_ABUSE = frozenset({"safeguard_child", "child_protection_enquiry", "domestic_abuse"})
_PARAGRAPH_21 = re.compile(r"\bsch(ed(ule)?)?s?\.? ?3\b.*\b(21|part 5)\b", re.IGNORECASE)


def check(case: Case) -> Iterator[Found]:
    """Find flows about abuse of children in an agreement that does not limit access by parents."""
    about = [flow.key for flow in case.flows if flow.kinds & _ABOUT_ABUSE and flow.has_children]
    exceptions = case.agreement.transparency.exceptions
    if about and case.nation != "scotland" and not any(_PARAGRAPH_21.search(each.provision) for each in exceptions):
        yield Found(
            join_path(case.path, "transparency", "exceptions"),
            f"{', '.join(about)} may show that a child is at risk. Nothing limits what a parent who asks is told.",
        )
