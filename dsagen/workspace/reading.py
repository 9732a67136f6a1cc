"""Reading a workspace: every file once, everything that is wrong in one run, and the model of what is sound."""

from __future__ import annotations

from collections.abc import Collection
from collections.abc import Mapping as MappingOf
from dataclasses import dataclass
from pathlib import Path

from dsagen.law.catalogue import Catalogue, catalogue
from dsagen.model.finding import Finding, Source
from dsagen.model.workspace import Settings, Workspace
from dsagen.root import SETTINGS_FILE, find_root
from dsagen.workspace.agreements import Agreements, Written, empty_file
from dsagen.workspace.errors import WorkspaceNotFound
from dsagen.workspace.files import Files, is_yaml
from dsagen.workspace.house import HouseFiles, HouseRead, read_house
from dsagen.workspace.law import LawRead, read_law
from dsagen.workspace.nodes import Entry, Mapping, Node, Scalar
from dsagen.workspace.patterns import ALL, references_of, written_by
from dsagen.workspace.references import register_references
from dsagen.workspace.registers import KINDS, Registers, not_a_mapping
from dsagen.workspace.sources import Sources
from dsagen.workspace.validate import validate

__all__ = ["Reading", "read_agreements", "read_references", "read_workspace"]

_NO_PLACE = Source("", 0, 0)


@dataclass(frozen=True)
class Reading:
    """What was read."""

    root: Path
    workspace: Workspace
    """The settings, what is sound in the registers, and every agreement that could be read with all that it uses."""
    problems: tuple[Finding, ...]
    """Everything that is wrong, in the order of files and lines."""
    sources: Sources
    failed: tuple[str, ...]
    """The files of the agreements that could not be read, relative to the root."""
    law: Catalogue
    """The law with what the workspace's `law/` folder adds; `catalogue()` itself where it adds nothing."""
    used: MappingOf[str, frozenset[str]]
    """The file of each agreement, and each pattern, with every file that it includes, itself among them."""
    shared: frozenset[str]
    """Every other file that was read: the settings, the registers, the law, the house style, and what they include."""
    house: HouseFiles
    """The house style, as far as it is sound."""

    @property
    def has_errors(self) -> bool:
        """Tell whether something in the sources is wrong, and not only worth a warning."""
        return bool(self.failed) or any(problem.severity == "error" for problem in self.problems)


def read_workspace(path: Path) -> Reading:
    """Read the workspace that a folder belongs to, or one agreement file.

    A file of the folder `agreements/` is read with the settings and registers around it, and without the other
    agreements. An agreement that stands elsewhere, with `registers:` of its own, is a workspace of its own.

    Raises `WorkspaceNotFound`.
    """
    root = find_root(path) if path.exists() else None
    here = path.absolute()
    if root is not None and here.parent in (root / "agreements", root / "patterns"):
        return _Reader(Files(root), [f"{here.parent.name}/{here.name}"] if path.is_file() else None, alone=False).read()
    if path.is_file() and is_yaml(path) and (root is None or _has_registers(here)):
        return _Reader(Files(here.parent), [here.name], alone=True).read()
    if root is None:
        raise WorkspaceNotFound(path, exists=path.exists())
    return _Reader(Files(root), None, alone=False).read()


def read_agreements(root: Path, files: Collection[str], share: tuple[int, int] = ALL) -> Reading:
    """Read some of the agreements of a workspace, by the names of their files, with everything around them.

    `share` says which part of the rows of a pattern, of how many.
    """
    return _Reader(Files(root), files, alone=False, share=share).read()


def read_references(root: Path, patterns: Collection[str]) -> dict[str, list[str]] | None:
    """Give the references that patterns make, by file; None where something in the way is wrong."""
    files, registers, found = Files(root), Registers(), {}
    registers.read(files)
    for file in patterns:
        node = files.read(file)
        made = references_of(file, node, files, registers) if isinstance(node, Mapping) else None
        if made is None or not files.is_sound(file):
            return None
        found[file] = made
    return found


def _has_registers(path: Path) -> bool:
    node = Files(path.parent).read(path.name)
    return isinstance(node, Mapping) and "registers" in node.entries


class _Reader:
    def __init__(
        self, files: Files, only: Collection[str] | None, *, alone: bool, share: tuple[int, int] = ALL
    ) -> None:
        self._files = files
        self._only = only
        self._alone = alone
        self._share = share
        self._patterns: list[str] = []
        self._registers = Registers()
        self._problems: list[Finding] = []
        self._failed: list[str] = []

    def read(self) -> Reading:
        """Read everything."""
        settings_node = None if self._alone else self._settings_node()
        settings = self._settings(settings_node)
        if not self._alone:
            self._registers.read(self._files)
        written = self._written()
        self._registers.validate()
        self._problems += register_references(self._registers)
        law = LawRead(catalogue()) if self._alone else read_law(self._files)
        house = self._house(settings, settings_node)
        agreements = Agreements(self._registers, law)
        for agreement in written:
            agreements.add(agreement, settings_node)
        failed = self._failed + agreements.failed
        if settings is None and not self._alone:
            failed += [agreement.file for agreement in written]
            agreements.valid.clear()
        workspace = Workspace(
            settings=settings or self._stand_in(agreements),
            agreements=dict(agreements.valid),
            **{str(kind): dict(self._registers.valid[kind]) for kind in KINDS},
        )
        registers = self._registers.problems
        found = [
            *self._files.problems,
            *self._problems,
            *registers,
            *law.problems,
            *house.problems,
            *agreements.problems,
        ]
        sources = Sources(self._tree(settings_node, agreements, law), self._files.texts)
        failed = list(dict.fromkeys(sorted(failed)))
        names = dict.fromkeys((*(agreement.file for agreement in written), *self._patterns))
        used = {file: frozenset(self._files.used_by(file)) for file in names}
        return Reading(
            root=self._files.root,
            workspace=workspace,
            problems=_in_order(found),
            sources=sources,
            failed=tuple(failed),
            law=law.catalogue,
            used=used,
            shared=frozenset(self._files.texts).difference(*used.values()) | house.names,
            house=house.files,
        )

    def _settings_node(self) -> Node | None:
        node = self._files.read(SETTINGS_FILE)
        if SETTINGS_FILE in self._files.empty:
            self._problems.append(empty_file(SETTINGS_FILE, "`format: 1` and `name: …`"))
        elif node is not None and not isinstance(node, Mapping):
            self._problems.append(not_a_mapping(node, "`format: 1`"))
        return node if isinstance(node, Mapping) else None

    def _settings(self, node: Node | None) -> Settings | None:
        if node is None:
            return None
        settings, problems = validate(Settings, node, "settings")
        self._problems += problems
        return settings if self._files.is_sound(SETTINGS_FILE) else None

    def _house(self, settings: Settings | None, node: Node | None) -> HouseRead:
        return HouseRead() if settings is None or node is None else read_house(self._files, settings.house_style, node)

    def _written(self) -> list[Written]:
        """Read the files of the agreements, and take over the registers that they hold."""
        names = (
            [*self._files.listed("agreements"), *self._files.listed("patterns")] if self._only is None else self._only
        )
        found = []
        for file in names:
            node = self._files.read(file)
            if isinstance(node, Mapping) and file.startswith("patterns/"):
                self._patterns.append(file)
                made, problems = written_by(file, node, self._files, self._registers, self._share)
                found += made
                self._problems += problems
                if problems:
                    self._failed.append(file)
                continue
            if isinstance(node, Mapping):
                sound = self._files.is_sound(file)
                found.append(Written(file, node, sound))
                self._own_registers(node, sound=sound)
                continue
            self._failed.append(file)
            if file in self._files.empty:
                self._problems.append(empty_file(file, "an agreement"))
            elif node is not None:
                self._problems.append(not_a_mapping(node, "`reference: …`"))
        return found

    def _own_registers(self, node: Mapping, *, sound: bool) -> None:
        entry = node.entries.get("registers")
        if entry is None or not isinstance(entry.value, Mapping):
            return
        for kind in KINDS:
            held = entry.value.entries.get(kind)
            if held is not None and isinstance(held.value, Mapping):
                self._registers.add(kind, held.value, sound=sound)
            elif held is not None and isinstance(held.value, Scalar) and held.value.broken:
                self._registers.whole[kind] = False

    def _stand_in(self, agreements: Agreements) -> Settings:
        """Give the settings of a single-file workspace, or of one whose settings cannot be read."""
        only = next(iter(agreements.valid.values()), None)
        name = only.title if only is not None else self._files.root.name or "workspace"
        named = {"nation": only.nation} if only is not None and only.nation is not None else {}
        return Settings.model_validate({"format": "1", "name": name, **named})

    def _tree(self, settings: Node | None, agreements: Agreements, law: LawRead) -> Node:
        """Put everything under the ids that values have."""
        parts: dict[str, Node] = {"settings": settings} if settings is not None else {}
        for kind in KINDS:
            parts[kind] = Mapping(self._registers.entries[kind], _NO_PLACE)
        parts["agreements"] = Mapping(agreements.entries, _NO_PLACE)
        if law.node is not None:
            parts["law"] = law.node
        return Mapping({key: Entry(node.source, node) for key, node in parts.items()}, _NO_PLACE)


def _in_order(findings: list[Finding]) -> tuple[Finding, ...]:
    """Sort findings by place, each once."""
    unique = {(finding.source, finding.message): finding for finding in reversed(findings)}
    return tuple(sorted(unique.values(), key=lambda finding: (finding.source or _NO_PLACE, finding.message)))
