"""A risk is a risk to people.

An assessment is about what may happen to the people concerned. A fine or a headline is a risk to the organisation.

Wrong: the right at stake is the council's reputation.

```yaml
assessment:
  risks:
    R01:
      right: the council's reputation
      ^
```

Right: it is a right of the child and the parent.

```yaml
assessment:
  risks:
    R01:
      right: respect for private life
```
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from dsagen.checks.rule import Found, Rule
from dsagen.checks.subjects import Case
from dsagen.workspace.paths import join_path

__all__ = ["RULE", "check"]

_ORGANISATION = re.compile(
    r"\b(reputation|fines?|compliance|audit|legal claims?|embarrassment|headlines?|budget|costs?|none|n/a|"
    r"not applicable|the (council|organisation|trust|force|school|authority|partnership|board|service))\b",
    re.IGNORECASE,
)
_PEOPLE = re.compile(
    r"\b(child(ren)?|pupils?|parents?|carers?|famil(y|ies)|adults?|people|persons?|patients?|victims?|witness(es)?|"
    r"relatives?|staff|private life|privacy|safety|education|health|dignity|equality|liberty|trust in)\b",
    re.IGNORECASE,
)

RULE = Rule(
    id="DOC-021",
    title="A risk without a person's right or interest",
    severity="error",
    authority="UK GDPR Article 35(7)(c)",
    why="Risks to the organisation hide the risks to people that the assessment is for.",
    fix=("Say whose right or interest is at stake: private life, safety, education, not being treated unfairly."),
    false_positives="A right that is phrased with the organisation's name in it. Name the people first.",
)


def check(case: Case) -> Iterator[Found]:
    """Find risks whose right, or whose people, are the organisation's own."""
    for key, risk in case.agreement.assessment.risks.items():
        path = join_path(case.path, "assessment", "risks", key)
        for name, words in (("right", risk.right), ("affected", risk.affected)):
            if _ORGANISATION.search(words) and not _PEOPLE.search(words):
                yield Found(join_path(path, name), f"“{words}” is no right or interest of the people concerned.")
                break
