"""No instruction or placeholder is left in the text.

A template's own words, such as "insert name" or "TBC", tell every reader that nobody has finished the document.

Wrong: a placeholder stands where a fact belongs.

```yaml
purposes:
  offer-assessment:
    benefit: TBC with the service
    ^
```

Wrong: an instruction of a template was never followed.

```yaml
flows:
  F01:
    trigger: "[insert the event that starts this flow]"
    ^
```

Right: leave it empty while it is not known. Then it is shown as a gap.

```yaml
purposes:
  offer-assessment:
    benefit: The child is offered help.
```
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from dsagen.checks.rule import Found, Rule
from dsagen.checks.subjects import Text

__all__ = ["RULE", "check"]

_PLACEHOLDER = re.compile(
    r"\b(TBC|TBA|TBD|TODO|FIXME|XXX+)\b"
    r"|\bto be (confirmed|completed|agreed|decided|determined|inserted)\b"
    r"|\bdelete (as|if|where) (appropriate|applicable|necessary|not)\b"
    r"|\blorem ipsum\b"
    r"|[\[<{](insert|enter|add|name|date|describe|state|your|organisation|party|xx)\b[^\]>}]{0,80}[\]>}]"
    r"|\b(insert|enter) (your|the) [a-z ]{2,40} here\b"
    r"|\?{3,}|_{4,}|\.{5,}",
    re.IGNORECASE,
)
"""What templates leave behind."""
_SIGNS = (
    *("tbc", "tba", "tbd", "todo", "xme", "xxx", "to be ", "delete ", "lorem "),
    *("[", "<", "{", "nsert ", "enter ", "???", "____", "....."),
)
"""Of these, each placeholder has one. Almost no other text does, and they are quicker to look for."""

RULE = Rule(
    id="DOC-001",
    title="A placeholder is left in the text",
    severity="error",
    authority="What reviewers send back",
    why="A reader cannot tell what was meant, and a signed placeholder binds nobody to anything.",
    fix=("Write the fact. Where it is not known yet, leave the value empty, and it is shown as a gap."),
    false_positives=("A text that speaks about placeholders, such as training material. Accept the finding there."),
)


def check(text: Text) -> Iterator[Found]:
    """Find a placeholder or an instruction that was left in a text."""
    words = text.words
    plain = words.casefold()
    if not any(sign in plain for sign in _SIGNS):
        return
    left = _PLACEHOLDER.search(words)
    if left:
        yield Found(text.path, f"“{left[0].strip()}” looks like a placeholder.")
