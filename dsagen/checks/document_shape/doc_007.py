"""An agreement gives no power to share.

An agreement, a memorandum or a protocol records how bodies use the powers that the law gives them. It adds none.

Wrong: the agreement itself is cited as the authority.

```yaml
summary: This agreement gives the parties the legal power to share information about a child.
^
```

Wrong: a memorandum stands where a law belongs.

```yaml
flows:
  F04:
    bases:
      police:
        onward_authority: The memorandum of understanding between the police and the council
        ^
```

Right: the law is the authority.

```yaml
flows:
  F04:
    bases:
      police:
        onward_authority: The common law duty of the police to protect life
```
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from dsagen.checks.rule import Found, Rule
from dsagen.checks.subjects import Text

__all__ = ["RULE", "check"]

_LAW = frozenset({"article6_law", "onward_authority", "enactment", "provision"})
"""Attributes in which a law is named."""
_A_DOCUMENT = r"(this|the|our|a|an)( \w+){0,3} (agreement|memorandum( of understanding)?|MoU|protocol|charter)"
_GIVES = re.compile(
    rf"\b{_A_DOCUMENT} (also )?(gives?|provides?|creates?|grants?|confers?|is|are|forms?|serves? as)\b"
    r"[^.;]{0,60}\b(legal power|legal basis|lawful basis|legal authority|legal gateway|power to share|duty to share|"
    r"right to share|vires)\b",
    re.IGNORECASE,
)
_NAMES = ("agreement", "memorandum", "mou", "protocol", "charter", "accord")
"""Of these, each text that this rule is about has one."""
_DENIES = re.compile(r"\b(not|no|never|nothing)\b", re.IGNORECASE)
_DOCUMENT = re.compile(r"\b(agreement|memorandum|MoU|protocol|charter|accord)\b", re.IGNORECASE)
_STATUTE = re.compile(r"\b(Act|Regulations?|Order|Rules|common law|section|article|Schedule|Annex)\b")

RULE = Rule(
    id="DOC-007",
    title="The agreement is presented as the legal power",
    severity="error",
    authority="Human Rights Act 1998 section 6; UK GDPR Article 6(3)",
    why="A body that shares on the strength of an agreement alone acts without power.",
    fix="Name the statute or rule of law. Say that the agreement describes how it is used.",
    false_positives="A text that says that an agreement gives no power, in words that this rule does not know.",
)


def check(text: Text) -> Iterator[Found]:
    """Find words that make an agreement the power, and agreements named where a law belongs."""
    words = text.words
    plain = words.casefold()
    if not any(name in plain for name in _NAMES):
        return
    if _GIVES.search(words) and not _DENIES.search(words):
        yield Found(text.path, "This says that an agreement gives the power to share. It does not.")
    elif text.path.rpartition("/")[2] in _LAW and _DOCUMENT.search(words) and not _STATUTE.search(words):
        yield Found(text.path, "An agreement is named where a law belongs.")
