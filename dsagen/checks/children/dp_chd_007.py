"""An online service that children use protects them by design.

A party that offers an online service likely to be used by children has a further duty for that service: it takes
account of how children are best protected. An agreement between offices is usually no such service. But a portal or an
app that children open may be. The advice is gone once a measure, or a document that belongs with the agreement, speaks
of it.

Wrong:

```yaml
registers:
  parties:
    friends:
      online_service: yes
      ^
```

Right:

```yaml
related: [{title: Assessment of the youth app under Article 25 and the Children's code, reference: version 1}]
registers:
  parties:
    friends:
      online_service: yes
```
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from dsagen.checks.rule import Found, Rule
from dsagen.checks.subjects import PartySubject
from dsagen.workspace.paths import join_path

__all__ = ["RULE", "check"]

RULE = Rule(
    id="DP-CHD-007",
    title="An online service for children",
    severity="advice",
    authority="UK GDPR Article 25, as the Data (Use and Access) Act 2025 section 81 extends it",
    why="Children know less of the risks online, and what suits an adult may harm a child.",
    fix="Assess the service under Article 25, and name the assessment in `related` or as a measure.",
    false_positives="A preventive or counselling service: the duty does not reach it.",
)
_ASSESSED = re.compile(
    r"\b(article 25|children'?s code|age.appropriate design|higher protection|online services?)\b", re.IGNORECASE
)


def check(party: PartySubject) -> Iterator[Found]:
    """Advise a party that offers an online service for children, until an assessment is named."""
    if not party.party.online_service:
        return
    agreement = party.case.agreement
    named = (
        *(document.title for document in agreement.related),
        *(f"{measure.title} {measure.reduces}" for measure in agreement.assessment.measures.values()),
    )
    if not any(_ASSESSED.search(words) for words in named):
        yield Found(
            join_path(party.path, "online_service"),
            f"{party.called} offers an online service that children are likely to use. No assessment of it is named.",
        )
