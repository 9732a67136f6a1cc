"""Where one sentence ends and the next begins, so that text can hold one sentence a line."""

from __future__ import annotations

import re

__all__ = ["sentences"]

_BOUNDARY = re.compile(r"(?<=[.?!])[’”')\]]* (?=[‘“'(\[]*[^\W_])")
_OPENING = "‘“'(["
_LAST_WORD = re.compile(r"([^\s‘“'(\[]+)\.$")
_BEFORE_A_NUMBER = re.compile(
    r"arts?|cls?|ch|figs?|nos?|paras?|pp?|pts?|regs?|ss?|sch(?:ed)?s?|secs?|vol", re.IGNORECASE
)
"""Short forms that a number follows: `No. 6`, `Art. 9`, `Sch. 1`."""
_BEFORE_A_WORD = re.compile(r"e\.g|i\.e|cf|dr|mrs?|ms|prof|st|vs?", re.IGNORECASE)
_INITIAL = re.compile(r"[A-Z]")
_LABEL = re.compile(r"(?:\d+|[A-Za-z])(?:\.\d+)*\.")


def sentences(text: str) -> list[str]:
    """Split a paragraph into its sentences, the same way every time.

    Why: reviewers compare documents line by line. A sentence that is not split costs a longer line; one that is
    split in the wrong place looks like a fault. So a full stop ends a sentence only where the next word starts with
    a capital or a digit, and the word before is no short form, initial or list number.
    """
    found: list[str] = []
    start = 0
    for match in _BOUNDARY.finditer(text):
        following = text[match.end() :].lstrip(_OPENING)[0]
        if following.islower() or _goes_on(text[start : match.start()], following):
            continue
        found.append(text[start : match.end() - 1])
        start = match.end()
    found.append(text[start:])
    return [sentence for sentence in found if sentence]


def _goes_on(sentence: str, following: str) -> bool:
    """Say whether a full stop at the end belongs to a short form, an initial or a list number."""
    last = _LAST_WORD.search(sentence)
    if last is None:
        return False
    word = last[1]
    if following.isdigit() and _BEFORE_A_NUMBER.fullmatch(word):
        return True
    return any((_BEFORE_A_WORD.fullmatch(word), _INITIAL.fullmatch(word), _LABEL.fullmatch(sentence)))
