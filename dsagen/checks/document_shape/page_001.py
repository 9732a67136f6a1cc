"""Every character can be printed in a PDF.

The font that ships with dsagen has Latin, Greek, Cyrillic and Hebrew letters, with marks that combine. It has no
Arabic, Chinese, Japanese or Korean, and no emoji. Word and HTML use the fonts of the reader's own machine. A picture
shows `Party 3`, or says where the words are, in place of words with such letters, in every format.

Wrong: the font has no Arabic.

```yaml
registers:
  parties:
    council:
      name: جمعية النور
      ^
```

Right: the name as the register of charities prints it.

```yaml
registers:
  parties:
    council:
      name: Al-Noor Association
```
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from functools import cache

from dsagen.bundled import bundled_folder
from dsagen.checks.rule import Found, Rule
from dsagen.checks.subjects import Text

__all__ = ["RULE", "check"]

_FONT = "LiberationSans-Regular.ttf"
"""The four styles of the font have the same characters."""
_PLAIN = "\u024f"
"""Up to here (Latin Extended-B) the font has every letter."""
_SHOWN = 5

RULE = Rule(
    id="PAGE-001",
    title="A character that the font of the documents does not have",
    severity="warning",
    authority="ISO 14289-1 (PDF/UA-1), 7.21",
    why=(
        "In the PDF, the character comes from whatever font a machine has, or is an empty frame. "
        "A screen reader may then say nothing at all."
    ),
    fix="Write it in letters that the font has, beside or in place of the others, or give out the Word file.",
    false_positives="A document that is given out only as Word or HTML, where the reader's own fonts are used.",
)


def check(text: Text) -> Iterator[Found]:
    """Find the characters of a text that the font cannot print."""
    words = text.words
    if words.isascii() or max(words) <= _PLAIN:
        return
    missing = "".join(dict.fromkeys(character for character in words if _cannot_print(character)))
    if missing:
        named = ", ".join(f"“{character}” ({_name(character)})" for character in missing[:_SHOWN])
        more = f" and {len(missing) - _SHOWN} more" if len(missing) > _SHOWN else ""
        yield Found(text.path, f"The font of the documents cannot print {named}{more}.")


def _cannot_print(character: str) -> bool:
    """Tell whether a character needs a shape that the font does not have. Marks that only steer others need none."""
    if character <= _PLAIN or unicodedata.category(character) == "Cf" or "\ufe00" <= character <= "\ufe0f":
        return False
    return ord(character) not in _printable()


def _name(character: str) -> str:
    return unicodedata.name(character, f"U+{ord(character):04X}").lower()


@cache
def _printable() -> frozenset[int]:
    """Give the characters of the font, read once a process and only where a text is not plain."""
    from fontTools.ttLib import TTFont

    with TTFont(bundled_folder("fonts") / _FONT, lazy=True) as font:
        return frozenset(font.getBestCmap())
