"""Which attributes may hold entities: none that does is left out, and plain ones are."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from pydantic import BaseModel

from dsagen.checks.holding import holders
from dsagen.model.flow import Flow
from dsagen.workspace import read_workspace


def entities_in(value: Any) -> Iterator[BaseModel]:
    """Give every entity that a value is or holds, looking everywhere."""
    if isinstance(value, BaseModel):
        yield value
        for name in type(value).model_fields:
            yield from entities_in(getattr(value, name))
    elif isinstance(value, dict | list | tuple):
        for item in value.values() if isinstance(value, dict) else value:
            yield from entities_in(item)


def test_what_holds_an_entity_is_looked_into(examples: list[Path]) -> None:
    seen = 0
    for example in examples:
        for entity in entities_in(read_workspace(example).workspace):
            named = {name for name, _ in holders(type(entity))}
            holding = {name for name in type(entity).model_fields if any(entities_in(getattr(entity, name)))}
            assert holding <= named, type(entity)
            seen += len(holding)
    assert seen > 100


def test_what_is_plain_is_left_out() -> None:
    keys = dict(holders(Flow))
    assert "bases" in keys
    assert not {"from_", "title", "trigger", "purposes", "fields"} & keys.keys()
