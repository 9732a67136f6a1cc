"""Those who advise and check do not also decide.

The author of an assessment does not approve it. The data protection officer advises on risks, and owns none.

Wrong: the same role writes and approves.

```yaml
assessment:
  approver: information governance lead
  ^
```

Wrong: the data protection officer answers for a risk.

```yaml
assessment:
  risks:
    R01:
      owner: data protection officer
      ^
```

Right: two roles.

```yaml
assessment:
  author: information governance lead
  approver: senior information risk owner
```
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from dsagen.checks.rule import Found, Rule
from dsagen.checks.subjects import Case
from dsagen.workspace.paths import join_path

__all__ = ["RULE", "check"]

_OFFICER = re.compile(r"\b(data protection officer|DPO)\b", re.IGNORECASE)

RULE = Rule(
    id="DOC-020",
    title="One role does what two must do",
    severity="error",
    authority="UK GDPR Articles 35(2), 38(6) and 39",
    why=("An officer who advises cannot also answer for the decision, and nobody checks their own work."),
    fix="Name another role as approver, or as owner of the risk or measure.",
    false_positives="A small body with one suitable person. Ask a partner to approve.",
)


def check(case: Case) -> Iterator[Found]:
    """Find an approver who is the author, and a data protection officer who owns a risk or a measure."""
    assessment, path = case.agreement.assessment, join_path(case.path, "assessment")
    author, approver = (assessment.author or "").strip().lower(), (assessment.approver or "").strip().lower()
    if approver and author == approver:
        yield Found(join_path(path, "approver"), f"The {assessment.approver} wrote the assessment and approves it.")
    elif _OFFICER.search(approver):
        yield Found(join_path(path, "approver"), "The data protection officer advises, and does not approve.")
    for name, owned in (("risks", assessment.risks), ("measures", assessment.measures)):
        for key, each in owned.items():
            if _OFFICER.search(each.owner):
                yield Found(
                    join_path(path, name, key, "owner"),
                    f"The data protection officer owns {key}. An officer who advises cannot answer for it as well.",
                )
