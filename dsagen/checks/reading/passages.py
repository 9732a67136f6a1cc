"""The sentences of a narrative, without the marks of light Markdown."""

from __future__ import annotations

import re

from dsagen.sentences import sentences

__all__ = ["passages"]

_LINK = re.compile(r"\[([^\]]*)\]\([^)]*\)")
_ITEM = re.compile(r"(?m)^\s*(?:[-*+]|\d+[.)])\s+")
_MARKS = re.compile(r"[*_]{1,3}(?=\S)|(?<=\S)[*_]{1,3}")
_PARAGRAPH = re.compile(r"\n\s*\n|\n(?=\x00)")
_SPACE = re.compile(r"\s+")


def passages(text: str) -> list[str]:
    """Give the sentences of a text. An item of a list is one or more sentences of its own."""
    bare = _MARKS.sub("", _LINK.sub(r"\1", _ITEM.sub("\x00", text)))
    parts = (_SPACE.sub(" ", part.replace("\x00", "")).strip() for part in _PARAGRAPH.split(bare))
    return [sentence for part in parts if part for sentence in sentences(part)]
