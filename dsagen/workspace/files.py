"""The files of a workspace: each read once, with its includes resolved."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from dsagen.model.finding import Finding, Source
from dsagen.workspace.nodes import Entry, Mapping, Node, Scalar, Sequence, broken
from dsagen.workspace.parse import DEEPEST, LARGEST, parse
from dsagen.workspace.suggest import nearest
from dsagen.workspace.syntax import problem
from dsagen.workspace.text import Text, read_text, unreadable

__all__ = ["Astray", "Files", "is_yaml"]

_START = "The path starts at the root of the workspace, whichever file it is written in."
_OUTPUTS = "build"
"""The folder that the documents are built into. Nothing in it is ever offered as a source."""


@dataclass(frozen=True)
class Astray:
    """Why a path leads to no file of the workspace, and what to do."""

    message: str
    fix: str
    missing: bool = False
    """Whether it would lead to a file of the workspace, and the file is not there."""


def is_yaml(path: Path) -> bool:
    """Tell whether a name is that of a YAML file. Hidden files are not read."""
    return path.suffix.lower() in {".yaml", ".yml"} and not path.name.startswith(".")


def _real(path: Path) -> Path:
    """Follow links; a link that leads to itself stays where it is, where nothing can be read."""
    try:
        return path.resolve()
    except (OSError, RuntimeError):
        return path.absolute()


class Files:
    """Read the files under one folder, and keep their texts and everything that is wrong with them."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self._real_root = root.resolve()
        self.texts: dict[str, Text] = {}
        self.problems: list[Finding] = []
        self.empty: set[str] = set()
        """Files that say nothing at all."""
        self._nodes: dict[Path, Node | None] = {}
        self._open: list[Path] = []
        self._includes: dict[str, set[str]] = {}

    def listed(self, folder: str) -> list[str]:
        """List the YAML files of a folder, in the order of their names."""
        path = self.root / folder
        if not path.is_dir():
            return []
        try:
            return sorted(f"{folder}/{entry.name}" for entry in path.iterdir() if is_yaml(entry))
        except OSError as error:
            message = f"the folder cannot be read: {error.strerror}"
            self.problems.append(unreadable(Source(folder, 1, 1), message, "Check that you may read it."))
            return []

    def folders(self, folder: str) -> list[str]:
        """List the folders in a folder, in the order of their names. Hidden ones are not read."""
        try:
            found = [entry.name for entry in (self.root / folder).iterdir() if entry.is_dir() and entry.name[0] != "."]
        except OSError:
            return []
        return [f"{folder}/{name}" for name in sorted(found) if not is_yaml(Path(name))]

    def read(self, file: str) -> Node | None:
        """Read a file. None where it is empty or cannot be read; `problems` says why."""
        real = _real(self.root / file)
        if real in self._nodes:
            return self._nodes[real]
        node: Node | None = None
        if not real.is_relative_to(self._real_root):
            message = f"`{file}` is a link to a place outside the workspace"
            self.problems.append(unreadable(Source(file, 1, 1), message, "Copy the file into the workspace."))
        else:
            node = self._read(real, file)
        self._nodes[real] = node
        return node

    def used_by(self, file: str) -> set[str]:
        """Give a file that was read, with all that it includes."""
        used, waiting = {file}, [file]
        while waiting:
            new = self._includes.get(waiting.pop(), set()) - used
            used |= new
            waiting.extend(new)
        return used

    def rest(self, file: str, other: str) -> None:
        """Say that a file rests on another, as a pattern does on its table."""
        self._includes.setdefault(file, set()).add(other)

    def is_sound(self, file: str) -> bool:
        """Tell whether nothing is wrong with the way that a file, and what it includes, is written."""
        used = self.used_by(file)
        return not any(found.source is not None and found.source.file in used for found in self.problems)

    def _read(self, real: Path, file: str) -> Node | None:
        text = read_text(real, file)
        if isinstance(text, Finding):
            self.problems.append(text)
            return None
        self.texts[file] = text
        node, problems = parse(text)
        self.problems.extend(problems)
        if node is None:
            if not problems:
                self.empty.add(file)
            return None
        self._open.append(real)
        resolved = self._resolved(node)
        self._open.pop()
        if resolved.size > LARGEST or resolved.depth > DEEPEST:
            message = "the file is too large or too deep once everything that it includes is written out"
            self.problems.append(problem(node.source, message, "Include less, or divide the workspace.", "SRC-INCLUDE"))
            return None
        return resolved

    def _resolved(self, node: Node) -> Node:
        if isinstance(node, Sequence):
            return Sequence(tuple(self._resolved(item) for item in node.items), node.source)
        if not isinstance(node, Mapping):
            return node
        named = node.entries.get("include")
        if named is not None and isinstance(named.value, Scalar) and not named.value.broken:
            return self._included(node, named)
        entries = {
            key: Entry(entry.key, self._resolved(entry.value), entry.inherited) for key, entry in node.entries.items()
        }
        return Mapping(entries, node.source)

    def _included(self, node: Mapping, named: Entry) -> Node:
        place = named.value.source
        if len(node.entries) > 1:
            other = next(key for key in node.entries if key != "include")
            message = f"`include` stands alone in a mapping, and here `{other}` stands beside it"
            return self._refuse(named.key, message, "Move the other keys into the file that is included.")
        assert isinstance(named.value, Scalar)
        written = (named.value.text or "").strip()
        if not written:
            return self._refuse(named.key, "`include` names no file", "Write `include: folder/file.yaml`.")
        real = self.locate(written, is_yaml)
        if isinstance(real, Astray):
            return self._refuse(place, real.message, real.fix)
        if real in self._open:
            chain = " includes ".join(f"`{self._name(path)}`" for path in [*self._open[self._open.index(real) :], real])
            return self._refuse(
                place, f"files include each other in a circle: {chain}", "Take one of the includes away."
            )
        self._includes.setdefault(place.file, set()).add(self._name(real))
        included = self.read(self._name(real))
        if included is None and self._name(real) in self.empty:
            return self._refuse(place, f"`{written}` is empty", "Write what belongs here into it.")
        return included or broken(place)

    def locate(self, written: str, among: Callable[[Path], bool]) -> Path | Astray:
        """Give the real path of a file of the workspace. Where there is none, offer the nearest of those `among` it."""
        if "\\" in written or ":" in written or PurePosixPath(written).is_absolute():
            fix = f"{_START} Write it with forward slashes: `folder/file{PurePosixPath(written).suffix or '.yaml'}`."
            return Astray(f"`{written}` is not the path of a file in the workspace", fix)
        try:
            real = (self.root / written).resolve()
            present = real.exists()
        except (OSError, RuntimeError, ValueError):
            return Astray(f"`{written}` leads nowhere", "Name a file in the workspace.")
        if not real.is_relative_to(self._real_root):
            return Astray(f"`{written}` is outside the workspace", f"Copy the file into the workspace. {_START}")
        if not present:
            return Astray(f"there is no file `{written}` in the workspace", self._offer(written, among), missing=True)
        return real

    def _name(self, real: Path) -> str:
        return real.relative_to(self._real_root).as_posix()

    def _refuse(self, place: Source, message: str, fix: str) -> Node:
        self.problems.append(problem(place, message, fix, "SRC-INCLUDE"))
        return broken(place)

    def _offer(self, written: str, among: Callable[[Path], bool]) -> str:
        """Offer the file whose name is nearest."""
        names: dict[str, str] = {}
        for path in sorted(self.root.rglob("*")):
            if among(path) and path.is_file() and path.relative_to(self.root).parts[0] != _OUTPUTS:
                names.setdefault(path.name, path.relative_to(self.root).as_posix())
        close = nearest(PurePosixPath(written).name, names)
        return f"Did you mean `{names[close]}`? {_START}" if close else _START
