"""The text of one file, and the places in it."""

from __future__ import annotations

import re
from bisect import bisect_right
from pathlib import Path

from dsagen.model.finding import Finding, Source

__all__ = ["LARGEST_FILE", "Text", "read_text", "refused_character", "unreadable"]

LARGEST_FILE = 2_000_000
"""In bytes. The longest agreement that we know of has a tenth of this."""

_BREAKS = re.compile(r"\r\n|\n|\r")
_UTF16 = (b"\xff\xfe", b"\xfe\xff")
_REFUSED = re.compile(r"[^\t\n\r\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_REVERSED = re.compile("[\u202d\u202e]")
"""Characters that turn the direction of what follows: a reader sees other words than those that are there."""
_SAVE = "Save the file again as UTF-8: most editors offer it as the encoding in “Save as”."


class Text:
    """The text of a file. Lines end as in editors: LF, CR LF or CR, or NEL where a file has nothing else."""

    def __init__(self, file: str, content: str) -> None:
        if "\n" not in content and "\r" not in content:
            content = content.replace("\x85", "\n")
        self.file = file
        self.content = content
        self._starts = [0, *(match.end() for match in _BREAKS.finditer(content))]

    def source(self, index: int) -> Source:
        """Give the place of a character, counted from 0."""
        line = bisect_right(self._starts, index)
        return Source(self.file, line, index - self._starts[line - 1] + 1)

    def line(self, number: int) -> str:
        """Give a line without its end, counted from 1; nothing where there is no such line."""
        if not 1 <= number <= len(self._starts):
            return ""
        start = self._starts[number - 1]
        end = self._starts[number] if number < len(self._starts) else len(self.content)
        return self.content[start:end].rstrip("\r\n")


def unreadable(source: Source, message: str, fix: str = "") -> Finding:
    """Say that a file cannot be read."""
    return Finding(rule="SRC-FILE", severity="error", message=message, fix=fix, source=source)


def refused_character(text: str) -> str:
    """Name a character that no document may hold, as in `a control character (U+0007)`, or give nothing.

    Source: Extensible Markup Language (XML) 1.0 section 2.2, which Word files are bound by; Unicode Standard Annex 9
    for the characters that change the direction of reading.
    """
    found = _REFUSED.search(text)
    if found:
        return f"a control character (U+{ord(found[0]):04X})"
    turned = _REVERSED.search(text)
    return f"an invisible character that reverses what is read (U+{ord(turned[0]):04X})" if turned else ""


def read_text(path: Path, file: str) -> Text | Finding:
    """Read a file as UTF-8, or say in plain words why it cannot be read."""
    top = Source(file, 1, 1)
    if path.is_dir():
        return unreadable(top, f"`{file}` is a folder, but its name is that of a YAML file", "Rename the folder.")
    if not path.is_file():
        return unreadable(top, f"`{file}` is not an ordinary file", "Put an ordinary text file there.")
    try:
        with path.open("rb") as stream:
            content = stream.read(LARGEST_FILE + 1)
    except OSError as error:
        reason = error.strerror or "the system does not say why"
        return unreadable(top, f"the file cannot be read: {reason}", "Check that you may read it.")
    if len(content) > LARGEST_FILE:
        return unreadable(
            top, f"the file is larger than {LARGEST_FILE:,} bytes", "Divide it, or take out what is not YAML."
        )
    return _decoded(content, file)


def _decoded(content: bytes, file: str) -> Text | Finding:
    top = Source(file, 1, 1)
    if content.startswith(_UTF16) or content[:2].count(0) == 1:
        return unreadable(top, "the file is saved as UTF-16 (“Unicode” in some editors)", _SAVE)
    try:
        text = Text(file, content.decode("utf-8").removeprefix("\ufeff"))
    except UnicodeDecodeError as error:
        before = Text(file, content[: error.start].decode("utf-8").removeprefix("\ufeff"))
        place = before.source(len(before.content))
        byte = content[error.start]
        return unreadable(place, f"a character here is not UTF-8 (byte {byte:02X} in hexadecimal)", _SAVE)
    refused = _REFUSED.search(text.content)
    if refused:
        place = text.source(refused.start())
        message = f"there is a control character here (U+{ord(refused[0]):04X}), which YAML does not allow"
        return unreadable(place, message, "Delete the character, or type the line again.")
    return text
