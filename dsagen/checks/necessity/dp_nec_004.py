"""Useful is not necessary.

"Necessary" means more than useful, and less than indispensable. A case for sharing that says only that the information
is useful, helpful or good to have shows no need. The test is to say what would fail without it.

Wrong:

```yaml
purposes:
  offer-assessment:
    necessity:
      link: It would be helpful for the team to have this.
      ^
```

Right:

```yaml
purposes:
  offer-assessment:
    necessity:
      link: It is helpful, but above all the team cannot offer an assessment to a child of whom it does not know.
```
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from dsagen.checks.rule import Found, Rule
from dsagen.checks.subjects import PurposeSubject
from dsagen.workspace.paths import join_path

__all__ = ["RULE", "check"]

RULE = Rule(
    id="DP-NEC-004",
    title="Useful is not necessary",
    severity="warning",
    authority="The regulator's guidance on necessity: more than useful, less than indispensable",
    why="A lawful basis that turns on necessity is not open for what is merely good to have.",
    fix="Say what would fail without the information, and for whom.",
    false_positives="Words that show a need in a way that the rule does not know. Say plainly what would fail.",
)
_USEFUL = re.compile(
    r"\b(useful|helpful|nice to have|good to have|good to know|desirable|convenient|handy|beneficial|of interest)\b",
    re.IGNORECASE,
)
_NEED = re.compile(
    r"\b(necessary|necessity|need|needs|needed|cannot|can't|could not|must|duty|required?|requires|without|unless"
    r"|otherwise|only|never|nobody|fails?|harm|harmed|danger|risk|miss|misses|missed|too late)\b",
    re.IGNORECASE,
)


def check(purpose: PurposeSubject) -> Iterator[Found]:
    """Find words that claim use, and show no need."""
    necessity = purpose.purpose.necessity
    for name, words in (("aim", necessity.aim), ("link", necessity.link), ("without", necessity.without)):
        useful = _USEFUL.search(words or "")
        if useful and not _NEED.search(words or ""):
            yield Found(
                join_path(purpose.path, "necessity", name),
                f'The case for "{purpose.purpose.title}" says that the information is {useful[0].lower()}. '
                "It shows no need.",
            )
