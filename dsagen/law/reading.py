"""Read the law's YAML files into plain data."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from contextlib import suppress
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any, TypeVar

from pydantic import BaseModel, ValidationError
from ruamel.yaml import YAML
from ruamel.yaml.error import MarkedYAMLError
from ruamel.yaml.events import (
    AliasEvent,
    DocumentStartEvent,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
    StreamStartEvent,
)

__all__ = ["DATA", "LawDataError", "read", "read_one", "read_records"]

DATA = Path(__file__).parent / "data"
"""The folder of the law's own data."""

_Model = TypeVar("_Model", bound=BaseModel)
_DATE = re.compile(r"\d{4}-\d{2}-\d{2}")
_NUMBER = re.compile(r"0|[1-9]\d*")
_CONSTANTS: Mapping[str, bool | None] = {"null": None, "true": True, "false": False}


class LawDataError(Exception):
    """A file of the law's data cannot be used. `problems` lists all that is wrong with it."""

    def __init__(self, path: Path, problems: list[str]) -> None:
        self.path = path
        self.problems = tuple(problems)
        super().__init__(path, self.problems)

    def __str__(self) -> str:
        return "\n".join(f"{self.path.name}: {problem}" for problem in self.problems)


@cache
def _parser() -> YAML:
    return YAML(typ="safe", pure=False)


def read(path: Path) -> dict[Any, Any]:
    """Read a file that holds one mapping: of mappings, lists, text, numbers, dates, true, false and null.

    Why: the C parser's events, walked here, take a third of the time of the safe constructor. Anchors, tags
    and repeated keys are refused, since the law's data needs none of them.

    Raises `LawDataError`.
    """
    try:
        events = iter(_parser().parse(path.read_text(encoding="utf-8")))
        for event in events:
            if isinstance(event, MappingStartEvent):
                return _mapping(events)
            if not isinstance(event, StreamStartEvent | DocumentStartEvent):
                break
        raise _Refused("the file holds no mapping")
    except MarkedYAMLError as error:
        raise LawDataError(path, [str(error)]) from error
    except _Refused as refused:
        raise LawDataError(path, [str(refused)]) from None


def read_records(path: Path, model: type[_Model], *, key: str | None = None) -> dict[Any, _Model]:
    """Read a mapping of records. With `key`, each record is also told its own key under that name.

    Raises `LawDataError` with the problems of every record.
    """
    problems: list[str] = []
    records: dict[Any, _Model] = {}
    for name, value in read(path).items():
        try:
            records[name] = model.model_validate({key: name, **value} if key else value)
        except ValidationError as error:
            problems += _problems(error, f"{name}: ")
    if problems:
        raise LawDataError(path, problems)
    return records


def read_one(path: Path, model: type[_Model]) -> _Model:
    """Read a file that holds one entity. Raises `LawDataError`."""
    try:
        return model.model_validate(read(path))
    except ValidationError as error:
        raise LawDataError(path, _problems(error, "")) from None


def _problems(error: ValidationError, start: str) -> list[str]:
    return [f"{start}{'.'.join(map(str, item['loc']))}: {item['msg']}" for item in error.errors(include_url=False)]


class _Refused(Exception):
    pass


def _value(event: Any, events: Iterator[Any]) -> Any:
    if isinstance(event, AliasEvent) or event.anchor or event.tag:
        raise _Refused(f"line {event.start_mark.line + 1}: anchors and tags are not used here")
    if isinstance(event, ScalarEvent):
        return _scalar(event.value) if event.implicit[0] else event.value
    if isinstance(event, SequenceStartEvent):
        items = []
        while not isinstance(event := next(events), SequenceEndEvent):
            items.append(_value(event, events))
        return items
    return _mapping(events)


def _mapping(events: Iterator[Any]) -> dict[Any, Any]:
    mapping: dict[Any, Any] = {}
    while not isinstance(event := next(events), MappingEndEvent):
        name = _value(event, events)
        if name in mapping:
            raise _Refused(f"line {event.start_mark.line + 1}: `{name}` is given twice")
        mapping[name] = _value(next(events), events)
    return mapping


def _scalar(text: str) -> Any:
    if text in _CONSTANTS:
        return _CONSTANTS[text]
    if _NUMBER.fullmatch(text):
        return int(text)
    if _DATE.fullmatch(text):
        with suppress(ValueError):  # no such day: it stays text, and the model refuses it
            return date.fromisoformat(text)
    return text
