"""Whether anything at all has changed since a command ran: the program, every file of the workspace, the day.

Why: to load what reads a workspace takes longer than to hash a thousand agreements. So this module imports nothing that
is heavy, and what a command said is said again where nothing has changed. Files count by their content.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator, Sequence
from contextlib import suppress
from datetime import date
from functools import cache
from hashlib import blake2b, sha256
from pathlib import Path

from dsagen.root import find_root

__all__ = ["Occasion", "TooMuch", "program_stamp"]

_LOCK, _OWN, _OUTPUTS = "dsagen.lock", ".dsagen", "build"
_NEVER_SOURCES = frozenset({".git", _OWN, "node_modules"})
_SOURCES_AMONG_OUTPUTS = (".yaml", ".yml", ".csv")
_MOST_FILES, _MOST_BYTES = 50_000, 500_000_000
_ENVIRONMENT = ("NO_COLOR", "COLUMNS", "TERM", "LANG", "LC_ALL", "PYTHONIOENCODING", "TZ")


class TooMuch(Exception):
    """There is too much to look at, or something that cannot be looked at: nothing is known."""


class Occasion:
    """A command as it was given: its words, and the folders that they are about."""

    def __init__(self, words: Sequence[str]) -> None:
        """`words` are the command and its arguments. Raise `TooMuch` where they are about no workspace."""
        self._words = tuple(words)
        named = [Path(word.rpartition("=")[2]) for word in words[1:]]
        there = [path for path in (*named, Path()) if path.exists()]
        root = next((found for path in there if (found := find_root(path)) is not None), None)
        if root is None:
            raise TooMuch
        self.root = root
        self._homes = sorted({root, *(path.absolute() for path in there if (path / _LOCK).is_file())})

    @property
    def name(self) -> str:
        """Give a name for the words and the place that they were said in."""
        return sha256(repr((self._words, os.getcwd())).encode()).hexdigest()[:16]

    def digest(self) -> str:
        """Give a hash of everything that the answer may depend on. Raise `TooMuch` or `OSError`."""
        streams = [(stream.isatty(), stream.encoding) for stream in (sys.stdout, sys.stderr)]
        facts = (
            *(program_stamp(), date.today().isoformat(), streams, self._words, os.getcwd()),
            *(os.environ.get(name) for name in _ENVIRONMENT),
        )
        digest = sha256(repr(facts).encode())
        for home in self._homes:
            for line in sorted(_facts_of(home, home == self.root)):
                digest.update(line)
        return digest.hexdigest()


def _facts_of(home: Path, is_root: bool) -> Iterator[bytes]:
    """Give a line for each file: its content where it may be a source, and that it is there where it is an output."""
    count = size = 0
    for path, is_output in _files(str(home), "", is_output=not is_root):
        count += 1
        if is_output and not path.endswith((*_SOURCES_AMONG_OUTPUTS, _LOCK)):
            yield path.encode("utf-8", "surrogateescape")
            continue
        with open(path, "rb") as file:
            content = file.read(_MOST_BYTES)
        size += len(content)
        if count > _MOST_FILES or size > _MOST_BYTES:
            raise TooMuch
        yield path.encode("utf-8", "surrogateescape") + blake2b(content, digest_size=20).digest()


def _files(folder: str, inside: str, *, is_output: bool) -> Iterator[tuple[str, bool]]:
    """Give every file of a folder, and whether it is an output."""
    with os.scandir(folder) as entries:
        for entry in entries:
            if entry.name in _NEVER_SOURCES:
                continue
            if entry.is_dir(follow_symlinks=False):
                if os.path.exists(os.path.join(entry.path, "pyvenv.cfg")):
                    continue
                built = is_output or (not inside and entry.name == _OUTPUTS)
                built = built or os.path.exists(os.path.join(entry.path, _LOCK))
                yield from _files(entry.path, entry.name, is_output=built)
            elif entry.is_file():
                yield entry.path, is_output
            elif entry.is_dir():
                raise TooMuch  # a link to a folder: what is in it may be anywhere


@cache
def program_stamp() -> str:
    """Give a stamp of the program itself, so that a change of a rule, a template or the law is seen.

    The program's own files count by size and time. They change only when another version is installed or written.
    """
    package = Path(__file__).parents[1]
    stamp = sha256(sys.version.encode())
    folders = [package, *(package.parent / name for name in ("templates", "fonts"))]
    folders += [Path(entry) for entry in sys.path if entry.endswith("site-packages")]
    for folder in folders:
        with suppress(OSError):
            for line in sorted(_times(folder, whole=not folder.name.endswith("site-packages"))):
                stamp.update(line.encode("utf-8", "surrogateescape"))
    return stamp.hexdigest()


def _times(folder: Path, *, whole: bool) -> Iterator[str]:
    if not whole:
        yield f"{folder} {folder.stat().st_mtime_ns}\n"
        return
    with os.scandir(folder) as entries:
        for entry in entries:
            if entry.is_dir():
                if entry.name != "__pycache__":
                    yield from _times(Path(entry.path), whole=True)
            else:
                facts = entry.stat()
                yield f"{entry.path} {facts.st_size} {facts.st_mtime_ns}\n"
