"""Which attributes of an entity may hold other entities, so that a walk leaves out those that cannot."""

from __future__ import annotations

from functools import cache
from typing import Any, get_args

from pydantic import BaseModel

__all__ = ["holders"]


@cache
def holders(kind: type[BaseModel]) -> tuple[tuple[str, str], ...]:
    """Give each attribute of a kind of entity that may hold entities: its name, and the key that the YAML uses."""
    fields = kind.model_fields.items()
    return tuple((name, info.alias or name) for name, info in fields if _may_hold(info.annotation))


def _may_hold(annotation: Any) -> bool:
    """Tell whether an annotation is, or mentions, a kind of entity, or says too little to tell."""
    if annotation is Any or annotation is object:
        return True
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return True
    return any(_may_hold(argument) for argument in get_args(annotation))
