"""A sentence is short enough to be read once.

Every text of an agreement is printed, and most are printed in a notice that families read. A sentence of more than 25
words has to be read twice. A name, a citation and an address count as one word each, and each item of a list is read
by itself. `check` reads what people wrote. `build` also measures what each privacy notice makes of it: its sentences,
its grade and its length, by the targets for its readers.

Wrong: one sentence says who does what, by when, and why.

```yaml
purposes:
  protect-child:
    action: >-
    ^
      The duty social worker reads the report on the day that it arrives, rings the school to hear what its staff have
      seen, looks at what the council knows, and decides with the manager what happens next.
```

Right: each step is a sentence.

```yaml
purposes:
  protect-child:
    action: >-
      The duty social worker reads the report on the day that it arrives, and rings the school. The manager decides what
      happens next.
```
"""

from __future__ import annotations

from collections.abc import Iterator

from dsagen.checks.reading import TARGETS, passages, words_in
from dsagen.checks.rule import Found, Rule
from dsagen.checks.subjects.text import Text

__all__ = ["RULE", "check"]

RULE = Rule(
    id="DOC-033",
    title="A sentence is long, or hard to read",
    severity="warning",
    authority="UK GDPR Article 12(1); accessibility practice",
    why="Families, staff and members of the public read these words. What is read twice is often not read at all.",
    fix="Make two sentences of it, or a list.",
    false_positives="Words that are quoted as they stand. Accept the finding there.",
    unverified=True,
)

_LONGEST = TARGETS["full"].longest


def check(text: Text) -> Iterator[Found]:
    """Find a text with a sentence of more than 25 words."""
    if text.words.count(" ") < _LONGEST:
        return
    long = [sentence for sentence in passages(text.words) if len(words_in(sentence)) > _LONGEST]
    if long:
        worst = max(long, key=lambda sentence: len(words_in(sentence)))
        yield Found(text.path, f"A sentence has {len(words_in(worst))} words: “{_start(worst)}”")


def _start(sentence: str) -> str:
    words = sentence.split()
    return sentence if len(words) <= 12 else " ".join(words[:12]) + " …"
