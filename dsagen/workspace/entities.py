"""What the model expects at a place, for messages: the entity, its keys and its name in plain words."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import Any, get_args

from pydantic import BaseModel
from pydantic.fields import FieldInfo

from dsagen.model.agreement import AgreementFile
from dsagen.model.dataset import Dataset
from dsagen.model.party import Party
from dsagen.model.people import People
from dsagen.model.workspace import Settings

__all__ = ["attribute", "called", "entity_at", "keys_of", "owners"]

_CALLED = {
    "AgreementFile": "an agreement",
    "LocalGateway": "a gateway",
    "PartyMatch": "a party that a gateway reaches",
    "DataField": "a field of a dataset",
    "Exception_": "an exception",
    "FlowDefaults": "`flow_defaults`",
    "HouseStyle": "`house_style`",
    "IfRefused": "`if_refused`",
    "Notices": "`notices`",
    "People": "a group of people",
    "Registers": "`registers`",
    "Retention": "the retention of a party",
    "Basis": "the basis of a party",
    "Settings": "`dsagen.yaml`",
    "Defaults": "`defaults`",
    "FontFiles": "the files of a font",
    "SignOff": "a line of `sign_off`",
    "Step": "a step of `procedure`",
    "Overarching": "`under`",
    "RelatedDocument": "a related document",
}
_WHOLE = {"Governance", "Matching", "Necessity", "Onward", "Security", "Training", "Transparency", "Context"}


def called(entity: type[BaseModel]) -> str:
    """Name a kind of thing in a sentence: `an agreement`."""
    name = entity.__name__
    if name in _CALLED:
        return _CALLED[name]
    words = re.sub(r"(?<=[a-z])(?=[A-Z])", " ", name).lower()
    if name in _WHOLE:
        return f"`{words}`"
    return f"{'an' if words[0] in 'aeiou' else 'a'} {words}"


@cache
def attributes(entity: type[BaseModel]) -> dict[str, FieldInfo]:
    """Give the attributes of an entity by the keys that the YAML uses."""
    return {info.alias or name: info for name, info in entity.model_fields.items()}


def keys_of(entity: type[BaseModel]) -> list[str]:
    """List the keys that an entity may have."""
    return list(attributes(entity))


def attribute(entity: type[BaseModel] | None, key: object) -> FieldInfo | None:
    """Give the attribute with a key, or None."""
    return attributes(entity).get(str(key)) if entity is not None else None


def _entities(annotation: Any) -> Iterator[type[BaseModel]]:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        yield annotation
        return
    for part in get_args(annotation):
        if not isinstance(part, (str, int)):
            yield from _entities(part)


def entity_at(model: type[BaseModel] | None, location: tuple[Any, ...]) -> type[BaseModel] | None:
    """Give the entity that the model expects at a location, or None where it expects a value, list or map."""
    current: type[BaseModel] | None = model
    waiting: type[BaseModel] | None = None
    for step in location:
        if current is not None:
            info = attribute(current, step)
            waiting = next(_entities(info.annotation), None) if info is not None else None
            current = waiting if info is not None and not _keyed(info.annotation) else None
        else:
            current = waiting
    return current


def _keyed(annotation: Any) -> bool:
    """Tell whether an attribute is a list or a map, so that one more step leads to the thing."""
    if getattr(annotation, "__origin__", None) in (dict, list, tuple):
        return True
    return any(_keyed(part) for part in get_args(annotation) if not isinstance(part, (str, int)))


@cache
def owners() -> dict[str, list[type[BaseModel]]]:
    """Give, for every key, the entities that have it."""
    found: dict[str, list[type[BaseModel]]] = {}
    waiting: list[type[BaseModel]] = [Settings, AgreementFile, Party, People, Dataset]
    seen: set[type[BaseModel]] = set()
    while waiting:
        entity = waiting.pop(0)
        if entity in seen:
            continue
        seen.add(entity)
        for key, info in attributes(entity).items():
            found.setdefault(key, []).append(entity)
            waiting.extend(_entities(info.annotation))
    return found
