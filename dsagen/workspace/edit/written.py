"""How a value is written in YAML: plain where that is safe, on one line."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping, Sequence
from datetime import date

__all__ = ["Value", "plain_of", "written", "written_text"]

Value = str | int | bool | date | None | Sequence["Value"] | Mapping[str, "Value"]
"""What may be written."""

_PLAIN = re.compile(r"[^\W_][\w .()/’§–—+*=%@-]*(?<! )")
_OTHER_MEANING = re.compile(
    r"null|true|false|yes|no|on|off|y|n|[+-]?[\d_.,]+([eE][+-]?\d+)?|0[xob][\da-fA-F_]+|\d{4}-\d\d?-\d\d?.*|\d+(:\d+)+",
    re.IGNORECASE,
)
"""Words that other readers of YAML take for a number, a date, or yes and no."""
_ESCAPED = re.compile("[\x7f-\x9f\u2028\u2029\ufeff]")


def plain_of(value: Value) -> object:
    """Give a value as dsagen reads it back: text, lists, dictionaries and None."""
    if value is None or isinstance(value, str):
        return value
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, int | date):
        return str(value)
    if isinstance(value, Mapping):
        return {key: plain_of(item) for key, item in value.items()}
    return [plain_of(item) for item in value]


def written(value: Value) -> str:
    """Write a value on one line; lists and mappings in brackets."""
    if value is None:
        return "null"
    if isinstance(value, str):
        return written_text(value)
    if isinstance(value, int | date):
        return str(plain_of(value))
    if isinstance(value, Mapping):
        return "{" + ", ".join(f"{written_text(key)}: {written(item)}" for key, item in value.items()) + "}"
    return "[" + ", ".join(written(item) for item in value) + "]"


def written_text(text: str, style: str = "") -> str:
    """Write text, in quotation marks where it needs them or where `style` asks for them.

    `style` is how the text was written before: a quotation mark, or `plain` for text that had none.
    """
    if style != '"' and "\n" not in text and text.isprintable():
        if style != "'" and _PLAIN.fullmatch(text) and (style == "plain" or not _OTHER_MEANING.fullmatch(text)):
            return "'null'" if text.lower() == "null" else text
        if style == "'":
            return "'" + text.replace("'", "''") + "'"
    return _ESCAPED.sub(lambda found: f"\\u{ord(found[0]):04x}", json.dumps(text, ensure_ascii=False))
