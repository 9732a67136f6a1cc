"""An exemption is used case by case, and only as far as it must be.

The exemptions in the Data Protection Act 2018 lift a duty to the extent that telling would do harm, in the case at
hand. So each exception in the agreement says how far it reaches: which information, and for how long. A rule that never
tells anyone, or answers no request at all, is no exemption.

Wrong: nothing says how far it reaches.

```yaml
transparency:
  exceptions:
    - situation: telling someone first would be likely to prejudice the detection of a crime
      ^
      provision: Data Protection Act 2018 Schedule 2 paragraph 2
      decided_by: manager on duty
    - situation: a parent asks whether the child may be at risk, and an answer would harm the child
      provision: Data Protection Act 2018 Schedule 3 paragraph 21
      decided_by: senior information risk owner
      extent: the answer to that request
```

Wrong: a blanket.

```yaml
transparency:
  exceptions:
    - situation: telling someone first would be likely to prejudice the detection of a crime
      provision: Data Protection Act 2018 Schedule 2 paragraph 2
      decided_by: manager on duty
      extent: all requests from parents
      ^
    - situation: a parent asks whether the child may be at risk, and an answer would harm the child
      provision: Data Protection Act 2018 Schedule 3 paragraph 21
      decided_by: senior information risk owner
      extent: the answer to that request
```

Right:

```yaml
transparency:
  exceptions:
    - situation: telling someone first would be likely to prejudice the detection of a crime
      provision: Data Protection Act 2018 Schedule 2 paragraph 2
      decided_by: manager on duty, who records the reason
      extent: the one fact, until the investigation no longer needs it
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
    id="DP-TRN-004",
    title="An exemption without a limit",
    severity="error",
    authority="Data Protection Act 2018 Schedules 2 to 4: only to the extent that the duty would do the harm",
    why="An exemption used as a rule takes a right away from people for whom there was no reason to.",
    fix="Say in `extent` which information is held back, and until when. Let someone decide in each case.",
    false_positives="Words such as `all` in a limit that is narrow all the same. Say it another way.",
)
_BLANKET = re.compile(
    r"\b(always|routinely|everything|indefinitely|permanently|blanket|at (any|all) times?|in (any|every|all) cases?"
    r"|(any|every) (request|case|disclosure|referral|family|parent|child|person)"
    r"|all (\w+ ){0,2}?(requests|cases|information|data|records|files|children|families|parents|people|persons|adults"
    r"|disclosures|referrals|flows|situations|circumstances))\b|^\W*(all|any|full|total)\W*$",
    re.IGNORECASE,
)


def check(case: Case) -> Iterator[Found]:
    """Find an exception without an extent, or one that reaches everything."""
    path = join_path(case.path, "transparency", "exceptions")
    for index, exception in enumerate(case.agreement.transparency.exceptions):
        here = join_path(path, str(index))
        name = f"The exception under {exception.provision}"
        if exception.extent is None:
            yield Found(join_path(here, "extent"), f"{name} does not say how far it reaches.")
            continue
        for key, words in (("extent", exception.extent), ("situation", exception.situation)):
            blanket = _BLANKET.search(words)
            if blanket:
                yield Found(join_path(here, key), f'{name} is a blanket rule: "{blanket[0]}".')
                break
