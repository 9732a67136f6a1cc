"""Whether each agreement of a workspace can be checked without the others, told from its bytes.

**Why from bytes.** It is asked before every check, and reading all agreements is what a check of a few is to spare.
Where it is not certain, everything is read together: that is slower, and never wrong.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from dsagen.workspace import SETTINGS_FILE, read_references

__all__ = ["Alone", "stand_alone"]

_REFERENCE = re.compile(rb"\nreference:[ \t]*[\"']?([A-Za-z0-9][A-Za-z0-9._-]*)[\"']?[ \t]*(?:#.*)?\r?$", re.M)
_TOGETHER = re.compile(rb"\n(registers|<<)[ \t]*:|include:[ \t]*[\"']?(\./)?agreements/|\A\s*\{")
"""What makes one agreement's file matter to another's."""
_SIGNS = (b"\nregisters", b"\n<<", b"agreements/")
"""Of these, such a file has one, unless it begins with a bracket."""
_UNDER = re.compile(rb"[\n{][ \t]*[\"']?under[\"']?[ \t]*:(.{0,400})", re.S)
"""What an agreement says of the one that it is made under, and a little more."""
_NEXT = re.compile(rb"\n(?=[^\s#])")
"""Where the next key of an agreement starts."""
_WORD = re.compile(rb"[A-Za-z0-9][A-Za-z0-9._-]*")
_UNCERTAIN = re.compile(rb"[*&]|<<|include:|reference[ \t]*:[^\n,]*\{")
"""The reference may stand elsewhere, or be that of a row."""


@dataclass(frozen=True)
class Alone:
    """Agreements each of which can be checked without the others, but for those that it is made under."""

    agreements: Mapping[str, int]
    """How many agreements each file makes: one, or as many as a pattern has rows."""
    under: Mapping[str, frozenset[str]]
    """The files that may hold what those of a file are made under."""

    @property
    def count(self) -> int:
        """Count the agreements."""
        return sum(self.agreements.values())

    def around(self, files: Iterable[str]) -> tuple[str, ...]:
        """Give the other files to read with some: of the agreements above these, and of those below these."""
        own = set(files)
        return tuple(sorted((_closure(own, self.under) | _closure(own, self._below)) - own))

    def families(self, files: Iterable[str]) -> list[tuple[str, ...]]:
        """Give files in groups, such that no agreement is made under one of another group."""
        found: list[tuple[str, ...]] = []
        seen: set[str] = set()
        both = {
            file: self.under.get(file, frozenset()) | self._below.get(file, frozenset()) for file in self.agreements
        }
        for file in files:
            if file not in seen:
                family = _closure({file}, both)
                seen |= family
                found.append(tuple(each for each in self.agreements if each in family) if len(family) > 1 else (file,))
        return found

    @cached_property
    def _below(self) -> Mapping[str, frozenset[str]]:
        """The files that may hold what is made under those of a file."""
        found: dict[str, set[str]] = {}
        for file, above in self.under.items():
            for each in above:
                found.setdefault(each, set()).add(file)
        return {file: frozenset(below) for file, below in found.items()}


def stand_alone(root: Path, files: Sequence[str]) -> Alone | None:
    """Tell whether each of some agreements can be checked without the others; None where it is not so, or not certain.

    That is not so where one defines what others use, includes another, or has another's reference. It is not certain
    where the reference does not stand on a line of its own, or something is wrong with a pattern.
    """
    patterns = [file for file in files if file.startswith("patterns/")]
    try:
        contents = {file: b"\n" + (root / file).read_bytes() for file in files}
        settings = (root / SETTINGS_FILE).read_bytes()
    except OSError:
        return None
    homes: dict[bytes, str] = {}
    for file in files:
        if file in patterns:
            continue
        named = _REFERENCE.findall(contents[file])
        if len(named) != 1 or _matters_to_others(contents[file]):
            return None
        homes[named[0]] = file
    made = read_references(root, patterns) if patterns else {}
    if made is None or not _differ(homes, made, len(files) - len(patterns)) or _UNDER.search(b"\n" + settings):
        return None
    homes |= {reference.encode(): file for file, references in made.items() for reference in references}
    under = {file: _under(content, homes) for file, content in contents.items()}
    if any(found is None or any(each in patterns for each in found) for found in under.values()):
        return None
    counts = {file: len(made[file]) if file in patterns else 1 for file in files}
    return Alone(counts, {file: found for file, found in under.items() if found})


def _closure(files: set[str], leads_to: Mapping[str, frozenset[str]]) -> set[str]:
    """Give files, and those that they lead to, and so on."""
    found, waiting = set(files), list(files)
    while waiting:
        new = leads_to.get(waiting.pop(), frozenset()) - found
        found |= new
        waiting.extend(new)
    return found


def _matters_to_others(content: bytes) -> bool:
    signs = content.lstrip().startswith(b"{") or any(sign in content for sign in _SIGNS)
    return signs and _TOGETHER.search(content) is not None


def _differ(homes: Mapping[bytes, str], made: Mapping[str, Sequence[str]], single: int) -> bool:
    """Tell whether each agreement has a folder of its own."""
    references = [*(reference.decode() for reference in homes), *(each for file in made for each in made[file])]
    total = single + sum(len(each) for each in made.values())
    return len({reference.casefold().rstrip(".") for reference in references}) == total


def _under(content: bytes, homes: Mapping[bytes, str]) -> frozenset[str] | None:
    """Give the files that may hold what an agreement is made under; None where that cannot be told."""
    if b"under" not in content:
        return frozenset()
    found: set[str] = set()
    for match in _UNDER.finditer(content):
        said = _NEXT.split(match[1], 1)[0]
        if b"reference" not in said or _UNCERTAIN.search(said):
            return None
        found.update(homes[word] for word in _WORD.findall(said) if word in homes)
    return frozenset(found)
