"""The whole edit, made and checked in a copy: what each file would say, and how the workspace would read."""

from __future__ import annotations

import difflib
from collections.abc import Iterator, Mapping
from copy import deepcopy
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from dsagen.portfolio.proposed import copied, read_copy, sources_of
from dsagen.portfolio.succession.asked import Succession
from dsagen.portfolio.succession.intended import Addition, Intended, Untouched, intended
from dsagen.portfolio.succession.taking import Left
from dsagen.workspace import Reading, split_path
from dsagen.workspace.edit import EditRefused, Rewrite, add_to_list, replace_files, rewritten, set_value
from dsagen.workspace.edit.written import plain_of
from dsagen.workspace.files import Files, is_yaml
from dsagen.workspace.nodes import plain

__all__ = ["Proposal", "Untouched", "propose"]

_BY_HAND = "Make this change by hand first, then give the command again."


@dataclass(frozen=True)
class Proposal:
    """An edit that can be made: it was made in a copy, and the copy says what it is meant to say."""

    asked: Succession
    before: Reading
    after: Reading
    """The copy."""
    contents: Mapping[str, tuple[bytes, bytes]]
    """Each file that changes: its bytes before and afterwards."""
    versions: Mapping[str, str]
    """The number of the new version, by the reference of each agreement that changes."""
    left: tuple[Left, ...]
    """What a person has to decide: until then the sources do not fit together."""
    dated: tuple[Left, ...]
    """What an old body did on a day, and now stands beside the name of the new one."""
    untouched: tuple[Untouched, ...]

    @property
    def decisions(self) -> tuple[Left, ...]:
        """What a person has to decide, without what another of them holds."""
        paths = [left.path for left in self.left]
        return tuple(each for each in self.left if not any(each.path.startswith(f"{path}/") for path in paths))

    def diff(self, name: str) -> Iterator[str]:
        """Give the lines of the edit of one file, in the unified form."""
        before, after = (data.decode("utf-8").splitlines() for data in self.contents[name])
        yield from difflib.unified_diff(before, after, f"a/{name}", f"b/{name}", lineterm="")

    def write(self) -> None:
        """Write the edit, every file whole, or nothing. Raises `EditRefused` where a source has changed meanwhile."""
        root = self.before.root
        for name, (old, _) in self.contents.items():
            if (root / name).read_bytes() != old:
                raise EditRefused(name, f"{name} has changed meanwhile", fix="Give the command again.")
        replace_files({root / name: new for name, (_, new) in self.contents.items()})


def propose(reading: Reading, asked: Succession, into: Path) -> Proposal:
    """Make the edit in a copy, in an empty folder, and check that it says what is intended and nothing else changed.

    Raises `EditRefused` where a file leaves no room for it, such as a value that an agreement shares with another that
    has ended.
    """
    sources = Files(reading.root)
    meant = intended(reading, asked, sources)
    root = copied(reading, into)
    _rewrite(root, meant.rewrites, sources)
    made = replace(reading, root=root)  # the same files and ids, so that nothing has to be read again
    for addition in meant.additions:
        put = add_to_list if addition.in_list else set_value
        put(made, addition.path, addition.value)
    after = read_copy(reading, root)
    _check(reading, root, meant, sources)
    names = [name for name in sources_of(reading) if (reading.root / name).read_bytes() != (root / name).read_bytes()]
    contents = {name: ((reading.root / name).read_bytes(), (root / name).read_bytes()) for name in names}
    return Proposal(
        asked,
        reading,
        after,
        contents,
        meant.versions,
        tuple(meant.left),
        tuple(meant.dated),
        tuple(meant.untouched),
    )


def _rewrite(root: Path, rewrites: list[Rewrite], sources: Files) -> None:
    by_file: dict[str, list[Rewrite]] = {}
    for rewrite in rewrites:
        by_file.setdefault(rewrite.source.file, []).append(rewrite)
    for file, wanted in by_file.items():
        marked = (root / file).read_bytes().startswith(_MARK)
        content = rewritten(sources.texts[file], wanted)
        replace_files({root / file: (_MARK if marked else b"") + content.encode("utf-8")})


_MARK = b"\xef\xbb\xbf"


def _check(reading: Reading, root: Path, meant: Intended, before: Files) -> None:
    """Check that every file says what it is to say: those that change, and those that stay as they are."""
    after = Files(root)
    law = (name for name in reading.shared if name.startswith("law/") and is_yaml(Path(name)))
    expected = {file: _said(before, file) for file in (*reading.used, *law)} | deepcopy(meant.data)
    for addition in meant.additions:
        _put(expected, addition)
    for file, data in expected.items():
        if _said(after, file) != data:
            reason = (
                f"{file} would not say what is intended. A part of it is shared, by an alias, a merge key or an "
                "include, with a place that is to stay as it is"
            )
            raise EditRefused(file, reason, fix=_BY_HAND)


def _said(files: Files, file: str) -> object:
    """Give what a file says, with what it includes."""
    node = files.read(file)
    return plain(node) if node is not None else None


def _put(expected: Mapping[str, object], addition: Addition) -> None:
    """Put an addition into what is expected."""
    kind, name, *above, last = split_path(addition.path)
    for file, data in expected.items():
        held: Any = data if isinstance(data, dict) else {}
        if kind == "agreements":
            held = held if held.get("reference") == name else None
        elif file == f"{kind}/{name}":
            pass
        elif file.startswith(f"{kind}/"):
            held = held.get(name)
        else:
            held = ((held.get("registers") or {}).get(kind) or {}).get(name)
        if not isinstance(held, dict):
            continue
        for step in above:
            held = held[step]
        value = plain_of(addition.value)
        held[last] = [*(held.get(last) or []), value] if addition.in_list else value
