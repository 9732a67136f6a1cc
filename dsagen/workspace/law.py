"""The workspace's own law: what its `law/` folder adds to the catalogue, and everything that is wrong there."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import PurePosixPath
from typing import Literal

from pydantic import BaseModel

from dsagen.law.catalogue import Catalogue, catalogue
from dsagen.law.local import Confirmation, Instrument, LocalGateway, LocalLaw
from dsagen.model.finding import Finding, Source
from dsagen.workspace.files import Files
from dsagen.workspace.law_references import LawScope, check_confirmation, check_gateway, check_instrument
from dsagen.workspace.nodes import Entry, Mapping, Node, Scalar
from dsagen.workspace.paths import join_path
from dsagen.workspace.registers import not_a_mapping
from dsagen.workspace.spot import Spot
from dsagen.workspace.suggest import did_you_mean
from dsagen.workspace.syntax import problem
from dsagen.workspace.text import unreadable
from dsagen.workspace.validate import validate, validate_id

__all__ = ["LawRead", "read_law"]

Kind = Literal["gateways", "confirmations", "instruments"]
_MODELS: dict[Kind, type[BaseModel]] = {
    "gateways": LocalGateway,
    "confirmations": Confirmation,
    "instruments": Instrument,
}
_FOLDERS = ("gateways", "instruments")
_EXPECTED = ("confirmations.yaml", "gateways/", "instruments/")


@dataclass(frozen=True)
class LawRead:
    """The law that a workspace's agreements are read with."""

    catalogue: Catalogue
    """The catalogue with what the workspace adds; `catalogue()` itself where it adds nothing."""
    unread: frozenset[str] = frozenset()
    """The ids of gateways of the workspace that were left out, because something is wrong with them."""
    whole: bool = True
    """Whether every file of its gateways could be read. Where one could not, an id may be in it."""
    problems: tuple[Finding, ...] = ()
    node: Node | None = None
    """What is written, for places: gateways, confirmations and instruments by id."""


def read_law(files: Files) -> LawRead:
    """Read the folder `law/` of a workspace. A record with something wrong is reported and left out."""
    return _Reader(files).read() if (files.root / "law").is_dir() else LawRead(catalogue())


@dataclass
class _Reader:
    files: Files
    entries: dict[Kind, dict[str, Entry]] = field(default_factory=lambda: {kind: {} for kind in _MODELS})
    valid: dict[Kind, dict[str, BaseModel]] = field(default_factory=lambda: {kind: {} for kind in _MODELS})
    unsound: set[tuple[Kind, str]] = field(default_factory=set)
    whole: bool = True
    problems: list[Finding] = field(default_factory=list)

    def read(self) -> LawRead:
        """Read every file, then check the records: gateways first, since the others name them."""
        for file in self._listed():
            self._file(file)
        for kind in _MODELS:
            for key, entry in self.entries[kind].items():
                self._record(kind, key, entry)
        local = LocalLaw.model_validate(self.valid)
        return LawRead(
            catalogue=catalogue().with_local(local) if local else catalogue(),
            unread=frozenset(self.entries["gateways"].keys() - self.valid["gateways"].keys()),
            whole=self.whole,
            problems=tuple(self.problems),
            node=_mapping({kind: _mapping(entries) for kind, entries in self.entries.items()}),
        )

    def _listed(self) -> list[tuple[Kind, str]]:
        """List the files, and refuse what stands in the folder and would not be read."""
        found: list[tuple[Kind, str]] = []
        for file in self.files.listed("law"):
            if PurePosixPath(file).stem == "confirmations":
                found.append(("confirmations", file))
            else:
                self._stray(file, PurePosixPath(file).name)
        for folder in self.files.folders("law"):
            name = PurePosixPath(folder).name
            if name not in _FOLDERS:
                self._stray(folder, f"{name}/")
        for kind in ("gateways", "instruments"):
            found += [(kind, file) for file in self.files.listed(f"law/{kind}")]
        return found

    def _stray(self, file: str, name: str) -> None:
        message = f"`{file}` is not read: the folder `law/` has no place for it"
        self.problems.append(unreadable(Source(file, 1, 1), message, did_you_mean(name, _EXPECTED, "one of")))

    def _file(self, named: tuple[Kind, str]) -> None:
        kind, file = named
        node = self.files.read(file)
        if not isinstance(node, Mapping):
            self.whole = self.whole and (kind != "gateways" or file in self.files.empty)
            if node is not None and not (isinstance(node, Scalar) and node.broken):
                self.problems.append(not_a_mapping(node, f"the id of one of the {kind}"))
            return
        sound = self.files.is_sound(file)
        known = self.entries[kind]
        for key, entry in node.entries.items():
            if key in known:
                message = f"`{key}` is defined twice in {kind}: the first is at {known[key].key}"
                self.problems.append(problem(entry.key, message, "Keep one of the two.", "SRC-KEY"))
                continue
            known[key] = entry
            if not sound:
                self.unsound.add((kind, key))

    def _record(self, kind: Kind, key: str, entry: Entry) -> None:
        path, written = join_path("law", kind, key), key
        found = validate_id(key, entry.key, path)
        node = _with_id(entry, key, path, found) if kind == "gateways" else entry.value
        record, problems = validate(_MODELS[kind], node, path, key=entry.key)
        found += problems
        scope = LawScope(catalogue(), self.valid["gateways"], self.entries["gateways"], self.whole)
        spot = Spot(entry.value, path, entry.key)
        if kind == "gateways":
            check_gateway(scope, key, spot)
        elif kind == "instruments":
            check_instrument(scope, spot)
        else:
            key = check_confirmation(scope, key, spot, record)
        reported = {finding.source for finding in found}
        found += [finding for finding in scope.problems if finding.source not in reported]
        self.problems += found
        if record is None or found or scope.silent or (kind, written) in self.unsound:
            return
        if key in self.valid[kind]:
            message = f"`{written}` is another name of `{key}`, which is confirmed above"
            self.problems.append(problem(entry.key, message, "Keep one of the two.", "SRC-KEY"))
        else:
            self.valid[kind][key] = record


def _with_id(entry: Entry, key: str, path: str, found: list[Finding]) -> Node:
    """Tell a gateway its own id, which is its key."""
    node = entry.value
    if not isinstance(node, Mapping):
        return node
    if "id" in node.entries:
        message, fix = f"the id of a gateway is its key, `{key}`, and it is written again here", "Take this line away."
        place = node.entries["id"].key
        found.append(Finding("SRC-KEY", "error", message, path=join_path(path, "id"), fix=fix, source=place))
    known = key if not found else "unnamed"
    return Mapping({**node.entries, "id": Entry(entry.key, Scalar(known, entry.key))}, node.source)


def _mapping(parts: dict[str, Entry] | dict[Kind, Node]) -> Node:
    place = Source("", 0, 0)
    return Mapping(
        {str(key): part if isinstance(part, Entry) else Entry(place, part) for key, part in parts.items()}, place
    )
