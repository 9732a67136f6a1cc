"""What a document rests on, as a key: the same key means that the document would say the same.

**Why by content.** Time stamps change when a folder is copied, checked out or merged. The key is made from what the
model holds, so a comment, the order of keys or white space never changes it. It may change where the document does not:
then the tree is made again, which is cheap, and compared.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping
from functools import cache, cached_property
from pathlib import Path
from typing import get_args

from pydantic import BaseModel

from dsagen.bundled import bundled_folder
from dsagen.documents.house import House
from dsagen.model.agreement import Agreement
from dsagen.model.vocabulary import DocumentKind, FileFormat
from dsagen.model.workspace import Workspace
from dsagen.portfolio.plan import PlannedDocument
from dsagen.writers import FORMATS

__all__ = ["Inputs", "law_version", "look_of", "program_digest", "writer_digest"]

_PACKAGE = Path(__file__).resolve().parents[1]
_SAYING = ("model", "law", "workspace", "checks", "documents")
"""The rooms that decide what a document says."""
_ORDER = ("templates/dsa/outline.yaml", "templates/dsa/layouts/")
"""The order of the agreement, and the numbers of its sections."""
_AGREEMENTS = "agreements/"
_NOT_SAID = ("documents", "formats", "notice_formats", "house_style")
"""Settings that decide which documents there are and how they look, and never what they say."""


class Inputs:
    """Give the key of each document of a workspace."""

    def __init__(self, workspace: Workspace, root: Path) -> None:
        self._workspace = workspace
        self._root = root
        self._agreements: dict[str, str] = {}
        self._digests: dict[str, str] = {}
        self._templates: dict[DocumentKind, str] = {}

    def key(self, document: PlannedDocument) -> str:
        """Give the key of a document."""
        rests_on = (self._key_of(document.agreement), self._templates_of(document.kind))
        return _hash("\n".join((*rests_on, document.kind, document.party or "", document.layout or "")).encode())

    def agreement_key(self, reference: str) -> str:
        """Give the key of all that the documents of an agreement rest on, and what is found about it."""
        return _hash(f"{self._key_of(reference)}\n{self.shared_digest}".encode())

    def entities(self, reference: str) -> Iterator[tuple[str, BaseModel]]:
        """Give everything in the model that an agreement rests on, by its path: itself first."""
        return ((path, self.all_entities[path]) for path, _ in self.ways(reference))

    def ways(self, reference: str) -> Iterator[tuple[str, str]]:
        """Give the path of everything that an agreement rests on, and of what names it: the nearest first.

        Another agreement counts where this one is made under it, and not where a text only names it.
        """
        waiting = [(f"agreements/{reference}", "")]
        seen = {waiting[0][0]}
        while waiting:
            path, parent = waiting.pop(0)
            yield path, parent
            for found in self._leads_to(self.all_entities[path]):
                if found not in seen:
                    seen.add(found)
                    waiting.append((found, path))

    def _leads_to(self, entity: BaseModel) -> Iterator[str]:
        under = entity.under.reference if isinstance(entity, Agreement) and entity.under is not None else None
        for word in _words(entity):
            yield from (path for path in self._named.get(word, ()) if word == under or not path.startswith(_AGREEMENTS))

    def assume(self, reference: str, own: Mapping[str, str], under: Mapping[str, str]) -> None:
        """Give the keys of an agreement that was not read.

        `own` are the hashes of all that it rests on, by path, and `under` those of the agreements that are under it.
        """
        self._agreements[reference] = self._made_key(reference, own, under)

    def own(self, reference: str) -> Mapping[str, str]:
        """Give the hash of all that an agreement rests on, by path: itself, and everything that it names."""
        return {path: self.digest(path) for path, _ in self.entities(reference)}

    def under(self, reference: str) -> Mapping[str, str]:
        """Give the hash of each agreement that is made under one, by path."""
        return {path: self.digest(path) for path in self._under.get(reference, ())}

    def names(self, path: str, word: str) -> bool:
        """Tell whether an entity, by its path, has a word among its values or keys."""
        return any(each == word for each in _words(self.all_entities[path]))

    @cached_property
    def all_entities(self) -> Mapping[str, BaseModel]:
        """Everything in the model that an agreement may rest on, by its path."""
        workspace = self._workspace
        tables: Mapping[str, Mapping[str, BaseModel]] = {
            "agreements": workspace.agreements,
            "parties": workspace.parties,
            "people": workspace.people,
            "datasets": workspace.datasets,
        }
        return {f"{kind}/{key}": entity for kind, table in tables.items() for key, entity in table.items()}

    @cached_property
    def _named(self) -> Mapping[str, tuple[str, ...]]:
        """What each word of an entity may be the id of. An agreement is also named by those under it."""
        named: dict[str, tuple[str, ...]] = {}
        for path in self.all_entities:
            key = path.partition("/")[2]
            named[key] = (*named.get(key, ()), path)
        return named

    @cached_property
    def _under(self) -> Mapping[str, list[str]]:
        """The agreements that are made under one, by its reference."""
        found: dict[str, list[str]] = {}
        for path, entity in self.all_entities.items():
            if isinstance(entity, Agreement) and entity.under is not None:
                found.setdefault(entity.under.reference, []).append(path)
        return found

    def _key_of(self, reference: str) -> str:
        """Give the key of all that an agreement rests on but the templates of the workspace."""
        if reference not in self._agreements:
            self._agreements[reference] = self._made_key(reference, self.own(reference), self.under(reference))
        return self._agreements[reference]

    def _made_key(self, reference: str, own: Mapping[str, str], under: Mapping[str, str]) -> str:
        return _hash(repr((reference, sorted(own.items()), sorted(under.items()), self._shared)).encode())

    def digest(self, path: str) -> str:
        """Give the hash of an entity, by its path."""
        if path not in self._digests:
            said = self.all_entities[path].model_dump_json(by_alias=True, exclude_defaults=True)
            self._digests[path] = _hash(said.encode())
        return self._digests[path]

    @property
    def settings(self) -> BaseModel:
        """The settings that decide what documents say."""
        return self._workspace.settings.model_copy(update=_without(self._workspace.settings))

    @cached_property
    def files(self) -> Mapping[str, str]:
        """The workspace's own templates and law, by the name of the file, each with its hash."""
        return {
            f"{folder}/{name}": digest
            for folder in ("templates", "law")
            for name, digest in _folder(self._root / folder).items()
        }

    @cached_property
    def shared_digest(self) -> str:
        """The hash of the settings, and of the workspace's own templates and law."""
        own = "".join(f"{name}\n{digest}\n" for name, digest in self.files.items())
        return _hash((self.settings.model_dump_json(by_alias=True) + own).encode())

    @cached_property
    def stamp(self) -> str:
        """The hash of what decides which values an agreement has, beside its own files.

        That is the program, the settings, the law, and what an id may be the id of. What stands under an id is not.
        """
        ids = sorted(path for path in self.all_entities if not path.startswith(_AGREEMENTS))
        return _hash(repr((ids, self._shared)).encode())

    @cached_property
    def _shared(self) -> tuple[str, ...]:
        """What every document of the workspace rests on, beside the templates of the workspace."""
        law = "".join(f"{name}\n{digest}\n" for name, digest in self.files.items() if name.startswith("law/"))
        said = _hash((self.settings.model_dump_json(by_alias=True) + law).encode())
        return (said, program_digest(), _templates_digest())

    def _templates_of(self, kind: DocumentKind) -> str:
        """Give the hash of the workspace's templates that documents of a kind may rest on.

        A section of another kind of document counts by its name alone, which is what a finding may tell. The order of
        the agreement counts whole, since every document cites its sections.
        """
        if kind not in self._templates:
            self._templates[kind] = self._made_templates(kind)
        return self._templates[kind]

    def _made_templates(self, kind: DocumentKind) -> str:
        others = tuple(f"templates/{each}/" for each in get_args(DocumentKind) if each != kind)
        told = "".join(
            f"{name}\n{digest if self._mixed or name.startswith(_ORDER) or not name.startswith(others) else ''}\n"
            for name, digest in self.files.items()
            if name.startswith("templates/")
        )
        return _hash(told.encode())

    @cached_property
    def _mixed(self) -> bool:
        """Whether a template of the workspace may use one of another kind of document."""
        kinds = get_args(DocumentKind)
        for name in self.files:
            own = next((kind for kind in kinds if name.startswith(f"templates/{kind}/")), None)
            content = (self._root / name).read_bytes() if own is not None else b""
            if any(f"{kind}/".encode() in content for kind in kinds if kind != own):
                return True
        return False


def _words(value: object) -> Iterator[str]:
    """Give every short text in a value: whatever could be an id."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, BaseModel):
        for name in type(value).model_fields:
            yield from _words(getattr(value, name))
    elif isinstance(value, Mapping):
        for key, each in value.items():
            yield from _words(key)
            yield from _words(each)
    elif isinstance(value, (list, tuple, set, frozenset)):
        for each in value:
            yield from _words(each)


@cache
def program_digest() -> str:
    """Give the hash of the part of dsagen that decides what a document says."""
    return _hash("".join(_folder_digest(_PACKAGE / room) for room in _SAYING).encode())


@cache
def _templates_digest() -> str:
    """Give the hash of the templates that ship with dsagen."""
    return _folder_digest(bundled_folder("templates"))


def law_version() -> str:
    """Give the version of the law as data: the start of the hash of its records."""
    return _folder_digest(_PACKAGE / "law" / "data")[:12]


def writer_digest() -> str:
    """Give the hash of the part of dsagen that turns a tree into a file."""
    return _hash((_folder_digest(_PACKAGE / "writers") + _folder_digest(bundled_folder("fonts"))).encode())


def look_of(house: House, format: FileFormat) -> str:
    """Give the hash of the house style as a format shows it; text shows none."""
    return house.digest[:32] if FORMATS[format].styled else "-"


def _without(settings: BaseModel) -> dict[str, object]:
    """Give the settings that decide which documents there are and how they look as if nobody had written them."""
    fields = type(settings).model_fields
    return {name: fields[name].get_default(call_default_factory=True) for name in _NOT_SAID}


def _folder_digest(folder: Path) -> str:
    """Give the hash of every file in a folder, by name and content."""
    return _hash("".join(f"{name}\n{digest}\n" for name, digest in _folder(folder).items()).encode())


def _folder(folder: Path) -> Mapping[str, str]:
    """Give every file in a folder by its name, with its hash. Nothing where there is no folder."""
    found = {}
    for path in sorted(path for path in folder.rglob("*") if path.is_file()):
        name = path.relative_to(folder).as_posix()
        if "__pycache__" not in name and not path.name.startswith("."):
            found[name] = _hash(path.read_bytes())
    return found


def _hash(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()[:32]
