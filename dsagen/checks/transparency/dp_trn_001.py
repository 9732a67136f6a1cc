"""Whoever receives information about people tells them.

A controller that gets information from someone else owes the person what UK GDPR Article 14 lists. It is due one
month after receipt at the latest. The agreement shows where the recipient's privacy notice is published. Under Part 3
of the Data Protection Act 2018 a force publishes the general information of section 44.

Wrong: the council receives information, and has no notice.

```yaml
registers:
  parties:
    council:
    ^
      notices: (taken away)
```

Right:

```yaml
registers:
  parties:
    council:
      notices: {adult: "https://fernshire.example/privacy", child: "https://fernshire.example/privacy/children"}
```

Right: an exception in Article 14(5) is recorded.

```yaml
registers:
  parties:
    council:
      notices: (taken away)
transparency:
  exceptions:
    - situation: the law lays down what is disclosed, and protects the family
      provision: UK GDPR Article 14(5)(c)
      decided_by: data protection officer
      extent: the attendance return
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
    id="DP-TRN-001",
    title="A recipient without a privacy notice",
    severity="error",
    authority="UK GDPR Article 14",
    why="People who do not know that a body holds their information cannot correct it, object or complain.",
    fix="Give the address of the recipient's notice in `notices`, or record the exception in Article 14(5).",
    false_positives="A notice that is published and whose address nobody has written down yet. Write it down.",
    unverified=True,
)
_ARTICLE_14_5 = re.compile(r"\b14 ?\(5\)")


def check(party: PartySubject) -> Iterator[Found]:
    """Find a recipient with neither a notice nor an exception from giving one."""
    notices = party.party.notices
    if notices.adult is not None or notices.child is not None:
        return
    received = [flow.key for flow in party.case.flows if party.key in flow.flow.to]
    if not received:
        return
    exceptions = party.case.agreement.transparency.exceptions
    if not any(_ARTICLE_14_5.search(exception.provision) for exception in exceptions):
        yield Found(
            join_path(party.path, "notices"),
            f"{party.called} receives information in {', '.join(received)}, and no privacy notice of it is named.",
            unwritten=True,
        )
