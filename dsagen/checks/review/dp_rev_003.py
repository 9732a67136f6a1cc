"""The agreement says what happens at the end.

A party leaves, or the sharing stops. Each party then needs to know whether it deletes or gives back what it received,
and what it may keep.

Wrong: nothing is said.

```yaml
governance:
  ending:
  ^
```

Wrong: the sharing stops, and nothing is said about the information.

```yaml
governance:
  ending: A party may leave by telling the others three months before.
  ^
```

Right:

```yaml
governance:
  ending: >-
    A party may leave by telling the others three months before. It deletes what it received, or keeps it for the
    period that the agreement sets.
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
    id="DP-REV-003",
    title="Nothing on what happens at the end",
    severity="warning",
    authority="ICO data sharing code, on what an agreement contains (termination)",
    why="When an agreement ends without a word on the copies, they stay where they are, and nobody answers for them.",
    fix=(
        "Say in `governance.ending` how a party leaves, what is deleted or given back, and what becomes of copies that "
        "a party keeps."
    ),
    false_positives="An agreement under a framework that settles the end for all. Say so there, with its section.",
)
_COPIES = re.compile(
    r"\b(delet\w+|destr\w+|return\w*|(give|gives|given|giving|hand|hands|handed|send|sends) \w* ?back|keep\w*|kept|"
    r"retain\w*|retention|eras\w+|dispos\w+|copy|copies|hold|holds|held)\b",
    re.IGNORECASE,
)


def check(case: Case) -> Iterator[Found]:
    """Find an agreement that does not say what becomes of the information at its end."""
    path = join_path(case.path, "governance", "ending")
    ending = case.agreement.governance.ending
    if not ending:
        yield Found(path, "Nothing says what happens to the information when a party leaves or the agreement ends.")
    elif not _COPIES.search(ending):
        yield Found(path, "The ending does not say whether the information is deleted, given back or kept.")
