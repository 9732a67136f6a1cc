"""A model that notes what is read of it, so that a finding knows the facts that it stands on.

**Why:** someone who accepts a finding accepts it for the facts of that day. When a fact that the rule looked at
changes, the acceptance must end; when anything else changes, it must not.
"""

from __future__ import annotations

from collections.abc import ItemsView, Iterator, Mapping, ValuesView
from types import FunctionType, MethodType
from typing import Any, TypeVar

from pydantic import BaseModel

from dsagen.model.agreement import Agreement, AgreementFile
from dsagen.model.party import Party
from dsagen.workspace.paths import join_path

__all__ = ["Reads", "watched"]

_Entity = TypeVar("_Entity", bound=BaseModel)
_ONLY_FOR_MESSAGES = {
    *((Party, "name"), (Party, "short_name")),
    *((Agreement, "reference"), (AgreementFile, "reference")),
}
"""What rules read to speak of a thing. A new name for a party, or a new reference, changes no fact."""


class Reads:
    """The values that were read, by path. It notes nothing until it is open."""

    def __init__(self) -> None:
        self.open = False
        self.values: dict[str, str] = {}

    def note(self, path: str, value: object) -> None:
        """Note a value that was read."""
        if self.open:
            self.values[path] = repr(value)


def watched(entity: _Entity, path: str, reads: Reads) -> _Entity:
    """Give an entity that notes each value that is read of it, and otherwise is as it was."""
    return _WatchedEntity(entity, path, reads)  # type: ignore[return-value]


class _WatchedEntity:
    __slots__ = ("_entity", "_path", "_reads")

    def __init__(self, entity: BaseModel, path: str, reads: Reads) -> None:
        self._entity = entity
        self._path = path
        self._reads = reads

    @property  # type: ignore[misc]
    def __class__(self) -> Any:
        return type(self._entity)

    def __getattr__(self, name: str) -> Any:
        kind = type(self._entity)
        if name not in kind.model_fields:
            return self._worked_out(getattr(kind, name), name)
        value = getattr(self._entity, name)
        if (kind, name) in _ONLY_FOR_MESSAGES:
            return value
        return _seen(value, join_path(self._path, kind.model_fields[name].alias or name), self._reads)

    def _worked_out(self, member: Any, name: str) -> Any:
        """Give what the entity works out, worked out from the watched values."""
        if isinstance(member, property) and member.fget:
            return member.fget(self)
        if isinstance(member, FunctionType) and not hasattr(BaseModel, name):
            return MethodType(member, self)
        return getattr(self._entity, name)

    def __eq__(self, other: object) -> bool:
        return self._entity == other

    def __hash__(self) -> int:
        return hash(self._path)


class _WatchedMapping(dict[Any, Any]):
    """A mapping that notes its keys when they are asked for, and each value when it is."""

    def __init__(self, mapping: Mapping[Any, Any], path: str, reads: Reads) -> None:
        super().__init__(mapping)
        self._path = path
        self._reads = reads

    def _note_keys(self) -> None:
        self._reads.note(self._path, list(super().keys()))

    def _value(self, key: Any) -> Any:
        return _seen(super().__getitem__(key), join_path(self._path, str(key)), self._reads)

    def __getitem__(self, key: Any) -> Any:
        return self._value(key)

    def __contains__(self, key: object) -> bool:
        found = super().__contains__(key)
        self._reads.note(join_path(self._path, str(key)), found)
        return found

    def get(self, key: Any, default: Any = None) -> Any:
        return self._value(key) if key in self else default

    def __iter__(self) -> Iterator[Any]:
        self._note_keys()
        return super().__iter__()

    def __len__(self) -> int:
        self._note_keys()
        return super().__len__()

    def __bool__(self) -> bool:
        return len(self) > 0

    def keys(self) -> Any:
        self._note_keys()
        return super().keys()

    def values(self) -> Any:
        self._note_keys()
        return ValuesView(self)

    def items(self) -> Any:
        self._note_keys()
        return ItemsView(self)


def _seen(value: Any, path: str, reads: Reads) -> Any:
    if isinstance(value, BaseModel):
        return _WatchedEntity(value, path, reads)
    if isinstance(value, dict):
        return _WatchedMapping(value, path, reads)
    if isinstance(value, list) and any(isinstance(item, BaseModel) for item in value):
        reads.note(path, len(value))
        return [_seen(item, join_path(path, str(index)), reads) for index, item in enumerate(value)]
    reads.note(path, value)
    return value
