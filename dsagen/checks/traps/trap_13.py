"""Old law and wrong names are put right.

Agreements copy from one another, and repealed sections live on in them for years. The catalogue knows the usual ones,
and what to write instead.

Wrong: the section is repealed, and its board is gone.

```yaml
flows:
  F04:
    bases:
      police:
        onward_authority: Children Act 2004 s.14B
        ^
```

Wrong: the Act is that of 2003.

```yaml
related:
  - title: Arrangements under the Criminal Justice Act 2000 section 325
    ^
```

Right: the law as it is.

```yaml
flows:
  F04:
    bases:
      police:
        onward_authority: The common law duty of the police to protect life (Data Protection Act 2018 section 36(4))
```
"""

from __future__ import annotations

from collections.abc import Iterator

from dsagen.checks.rule import Found, Rule
from dsagen.checks.subjects import Text
from dsagen.workspace.paths import split_path

__all__ = ["RULE", "check"]

_HISTORY = frozenset({"versions", "accepted", "consulted", "succeeds", "prohibited_uses"})
"""What tells of the past, or of what is not done: an old name may be right there."""

RULE = Rule(
    id="TRAP-13",
    title="Out of date or wrong citation",
    severity="warning",
    authority="The law that took its place",
    why="A citation of law that is gone, or never was, shows a reader that nobody looked.",
    fix="Write what is right today.",
    false_positives="A text that tells of the past, such as the title of an old document. Accept the finding.",
    yields_to=("DP-PUR-006",),
)


def check(text: Text) -> Iterator[Found]:
    """Find the first old or wrong citation or name in a text. What rests on nothing that was read is advice."""
    if not _HISTORY.isdisjoint(split_path(text.path)):
        return
    for found in text.case.law.corrections_in(text.words):
        correction = found.item
        yield Found(
            text.path,
            f"`{found.words}`: {correction.why}",
            fix=f"Write {correction.use_instead}.",
            severity="advice" if correction.verified == "unverified" else None,
            authority=correction.authority,
        )
        return
