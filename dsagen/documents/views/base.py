"""Views: the model as templates see it. A view records what is read and gives values that know their source."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cache
from typing import Any, get_args, get_origin

from pydantic import BaseModel
from pydantic.fields import FieldInfo

from dsagen.documents.labels import Labels, literal_group, say_date
from dsagen.documents.reads import Reads
from dsagen.documents.told import Absent, Missing, Narrated, Told
from dsagen.law.catalogue import Catalogue
from dsagen.model.agreement import Agreement
from dsagen.model.base import Gap, Narrative, Period
from dsagen.model.workspace import Workspace
from dsagen.workspace.paths import join_path

__all__ = ["ListView", "MapView", "View", "World", "view_of"]


@dataclass(frozen=True)
class World:
    """What every view of one document shares."""

    workspace: Workspace
    agreement: Agreement
    catalogue: Catalogue
    labels: Labels
    reads: Reads = field(default_factory=Reads)
    day: date | None = None

    @property
    def as_at(self) -> date:
        """Give the date at which the law is looked up: the version's, so that no clock reaches a document.

        Another `day` is for a question alone: what would a document say if its next version had that date?
        """
        return self.day or self.agreement.version_date

    def told(self, words: object, source: str, value: Any = None) -> Told:
        """Give words that a view worked out, with the id of what they were worked out from."""
        self.reads.note(source, words)
        return Told(str(words), source, value)


@cache
def _attributes(entity: type[BaseModel]) -> dict[str, tuple[str, FieldInfo]]:
    """Give every attribute by the name that the YAML uses."""
    return {info.alias or name: (name, info) for name, info in entity.model_fields.items()}


def _mark(info: FieldInfo, kind: type[Any]) -> Any:
    return next((mark for mark in info.metadata if isinstance(mark, kind)), None)


def _narrative(info: FieldInfo) -> bool:
    annotation: Any = info.annotation
    return _holds_narrative(annotation) or _mark(info, Narrative) is not None


@cache
def _holds_narrative(annotation: Any) -> bool:
    if any(isinstance(mark, Narrative) for mark in getattr(annotation, "__metadata__", ())):
        return True
    return any(_holds_narrative(part) for part in get_args(annotation) if not isinstance(part, (str, int)))


class View:
    """A view of one entity. Attributes have the names of the YAML; each gives words, another view, or a gap."""

    def __init__(self, entity: BaseModel, source: str, world: World, key: Told | None = None) -> None:
        self._entity = entity
        self._source = source
        self._world = world
        self.key = key if key is not None else Told(source.rpartition("/")[2], source)

    def __getattr__(self, name: str) -> Any:
        if name.startswith("_"):
            raise AttributeError(name)
        found = _attributes(type(self._entity)).get(name)
        if found is None:
            raise AttributeError(name)
        attribute, info = found
        source = join_path(self._source, name)
        value = getattr(self._entity, attribute)
        gap = _mark(info, Gap)
        if value is None or value in ([], {}, ""):
            self._world.reads.note(source, "")
            if gap is not None and gap.needed_by(self._entity):
                return Missing(gap.ask, source, block=_narrative(info))
            return Absent(source) if value in (None, "") else _collection(value, source, info.annotation, self._world)
        return _present(value, source, info, self._entity, name, self._world)

    def __bool__(self) -> bool:
        return True


def _collection(value: Any, source: str, annotation: Any, world: World) -> MapView | ListView:
    return (
        MapView(value, source, annotation, world)
        if isinstance(value, Mapping)
        else ListView(value, source, annotation, world)
    )


def _present(value: Any, source: str, info: FieldInfo, entity: BaseModel, name: str, world: World) -> Any:
    if isinstance(value, (Mapping, list, tuple)):
        return _collection(value, source, info.annotation, world)
    return present(
        value, source, info.annotation, world, narrative=_narrative(info), group=f"{type(entity).__name__}.{name}"
    )


def present(value: Any, source: str, annotation: Any, world: World, *, narrative: bool = False, group: str = "") -> Any:
    """Give a value as templates see it."""
    if isinstance(value, BaseModel):
        return view_of(value, source, world)
    world.reads.note(source, value)
    if isinstance(value, bool):
        return Told("Yes" if value else "No", source, value)
    if isinstance(value, date):
        return Told(say_date(value), source, value)
    if isinstance(value, Period):
        return Told(str(value), source, value)
    words = str(value)
    literal = literal_group(annotation, group)
    if literal:
        return Told(world.labels.word(literal, words), source, value)
    return (Narrated if narrative else Told)(words, source, value)


class MapView:
    """A view of a mapping. Iterate over `.items()`, `.keys()` or `.values()`; `map["key"]` gives one."""

    def __init__(self, mapping: Mapping[Any, Any], source: str, annotation: Any, world: World) -> None:
        self._mapping = mapping
        self._source = source
        self._world = world
        self._key_type, self._value_type = _map_types(annotation)
        world.reads.note(source, list(mapping))

    def items(self) -> Iterator[tuple[Told, Any]]:
        """Give each key and value."""
        for key in self._mapping:
            yield self._told_key(key), self[key]

    def keys(self) -> Iterator[Told]:
        """Give each key."""
        return (self._told_key(key) for key in self._mapping)

    def values(self) -> Iterator[Any]:
        """Give each value."""
        return (self[key] for key in self._mapping)

    def _told_key(self, key: Any) -> Told:
        source = join_path(self._source, key)
        literal = literal_group(self._key_type, self._source.rpartition("/")[2])
        words = self._world.labels.word(literal, str(key)) if literal else str(key)
        return Told(words, source, key)

    def __getitem__(self, key: Any) -> Any:
        key = key.value if isinstance(key, Told) else key
        source = join_path(self._source, key)
        value = self._mapping[key]
        if isinstance(value, (Mapping, list)):
            return _collection(value, source, self._value_type, self._world)
        if isinstance(value, BaseModel):
            return view_of(value, source, self._world, self._told_key(key))
        return present(value, source, self._value_type, self._world, narrative=_holds_narrative(self._value_type))

    def __contains__(self, key: Any) -> bool:
        return (key.value if isinstance(key, Told) else key) in self._mapping

    def __iter__(self) -> Iterator[Told]:
        return self.keys()

    def __len__(self) -> int:
        return len(self._mapping)


class ListView(Sequence[Any]):
    """A view of a list."""

    def __init__(self, items: Sequence[Any], source: str, annotation: Any, world: World) -> None:
        self._items = items
        self._source = source
        self._world = world
        arguments = [argument for argument in get_args(annotation) if argument is not type(None)]
        self._type = arguments[0] if arguments and get_origin(annotation) is list else annotation
        world.reads.note(source, len(items))

    def __getitem__(self, index: Any) -> Any:
        return present(
            self._items[index],
            join_path(self._source, index),
            self._type,
            self._world,
            narrative=_holds_narrative(self._type),
        )

    def __len__(self) -> int:
        return len(self._items)


def _map_types(annotation: Any) -> tuple[Any, Any]:
    arguments = get_args(annotation)
    return (arguments[0], arguments[1]) if len(arguments) == 2 else (str, str)


_VIEWS: dict[type[BaseModel], type[View]] = {}


def views_of(entity: type[BaseModel]) -> Any:
    """Register a view class for an entity."""

    def register(view: type[View]) -> type[View]:
        _VIEWS[entity] = view
        return view

    return register


def view_of(entity: BaseModel, source: str, world: World, key: Told | None = None) -> View:
    """Give the view of an entity: its own class where it has one."""
    return _VIEWS.get(type(entity), View)(entity, source, world, key)
