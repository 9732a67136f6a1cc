"""The lock file: what each output was made from, one line an output, so that git can merge it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, fields
from pathlib import Path, PurePosixPath

from dsagen.portfolio.replacing import replace_file

__all__ = [
    "LOCK_FILE",
    "Entry",
    "LockUnreadable",
    "entries_of",
    "has_marks_of_a_merge",
    "line_of",
    "read_lock",
    "write_lock",
]

LOCK_FILE = "dsagen.lock"
_HEAD = (
    "# What each document was made from. dsagen writes this file; do not edit it.\n"
    "# After a merge with conflicts, keep both sides and run `dsagen build`.\n"
)
_CONFLICT = re.compile(r"^(<{7}|={7}|>{7}|\|{7})( |$)")
"""The marks that git leaves where two sides differ."""


class LockUnreadable(Exception):
    """The lock file cannot be read, or holds a line that is none of ours."""

    def __init__(self, path: Path, reason: str, line: int | None = None) -> None:
        self.path = path
        self.reason = reason
        self.line = line
        place = f", line {line}" if line is not None else ""
        super().__init__(f"{path.name}{place}: {reason}")


@dataclass(frozen=True)
class Entry:
    """What one output was made from."""

    inputs: str
    """The key of everything that the document rests on."""
    tree: str
    """The hash of what the document says: of its tree without the colophon's own fingerprint."""
    house: str
    """The hash of the house style, with the bytes of its files."""
    writer: str
    """The hash of the program that turned the tree into the file."""
    file: str
    """The SHA-256 of the file."""
    catalogue: str
    """The version of the law as data."""
    templates: str
    """The version of the template set."""
    dsagen: str
    """The version of dsagen."""


_NAMES = tuple(field.name for field in fields(Entry))


def line_of(path: PurePosixPath, entry: Entry) -> str:
    """Write the line of an output: its path, then each fact as `name=value`. Spaces in a path are `%20`."""
    facts = " ".join(f"{name}={getattr(entry, name)}" for name in _NAMES)
    return f"{str(path).replace('%', '%25').replace(' ', '%20')} {facts}"


def entries_of(lines: Iterable[str], path: Path) -> dict[PurePosixPath, Entry]:
    """Read lines. Where an output has two, as after a merge, it has none: it is built again.

    Raise `LockUnreadable` for a line that is none of ours.
    """
    found: dict[PurePosixPath, Entry | None] = {}
    for number, line in enumerate(lines, 1):
        if not line.strip() or line.startswith("#") or _CONFLICT.match(line):
            continue
        name, *facts = line.split()
        pairs = dict(fact.partition("=")[::2] for fact in facts)
        if tuple(pairs) != _NAMES or not all(pairs.values()):
            raise LockUnreadable(path, "this line is not one that dsagen writes", number)
        output, entry = PurePosixPath(name.replace("%20", " ").replace("%25", "%")), Entry(**pairs)
        found[output] = entry if found.get(output, entry) == entry else None
    return {output: known for output, known in found.items() if known is not None}


def read_lock(folder: Path) -> dict[PurePosixPath, Entry]:
    """Read the lock file of an output folder. There is none before the first build.

    Raise `LockUnreadable` where it cannot be read.
    """
    path = folder / LOCK_FILE
    try:
        text = path.read_text(encoding="utf-8")
    except FileNotFoundError:
        return {}
    except (OSError, UnicodeDecodeError) as problem:
        raise LockUnreadable(path, "it cannot be read as text") from problem
    return entries_of(text.splitlines(), path)


def write_lock(folder: Path, entries: Mapping[PurePosixPath, Entry]) -> bool:
    """Write the lock file, sorted by path, and tell whether it changed. It is replaced whole or not at all."""
    lines = "".join(f"{line_of(path, entries[path])}\n" for path in sorted(entries))
    return replace_file(folder / LOCK_FILE, (_HEAD + lines).encode()) == "written"


def has_marks_of_a_merge(folder: Path) -> bool:
    """Tell whether git has left its marks in the lock file of an output folder."""
    try:
        lines = (folder / LOCK_FILE).read_text(encoding="utf-8").splitlines()
    except (OSError, UnicodeDecodeError):
        return False
    return any(_CONFLICT.match(line) for line in lines)
