"""Every closed choice of the model has words to print."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any, get_args

import pytest
from pydantic import BaseModel

from dsagen.documents.labels import from_id, literal_group, say_date
from dsagen.documents.library import Library
from dsagen.model.agreement import AgreementFile
from dsagen.model.workspace import Settings, Workspace

UNPRINTED = {"Settings.format"}
"""Choices that no document prints."""


def _entities(entity: type[BaseModel], seen: set[type[BaseModel]]) -> Iterator[type[BaseModel]]:
    if entity in seen:
        return
    seen.add(entity)
    yield entity
    for info in entity.model_fields.values():
        yield from _inside(info.annotation, seen)


def _inside(annotation: Any, seen: set[type[BaseModel]]) -> Iterator[type[BaseModel]]:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        yield from _entities(annotation, seen)
    for part in get_args(annotation):
        yield from _inside(part, seen)


def _choices() -> list[tuple[str, tuple[str, ...]]]:
    found: dict[str, tuple[str, ...]] = {}
    seen: set[type[BaseModel]] = set()
    for root in (AgreementFile, Settings, Workspace):
        for entity in _entities(root, seen):
            for name, info in entity.model_fields.items():
                _collect(info.annotation, f"{entity.__name__}.{name}", name, found)
    return [(group, codes) for group, codes in found.items() if group not in UNPRINTED]


def _collect(annotation: Any, fallback: str, name: str, found: dict[str, tuple[str, ...]]) -> None:
    parts = get_args(annotation)
    if parts and all(isinstance(part, str) for part in parts):
        found[str(literal_group(annotation, fallback))] = parts
        return
    mapping = str(annotation).startswith("dict[")
    for part in parts:
        if not isinstance(part, (str, int)):
            _collect(part, name if mapping and part is parts[0] else fallback, name, found)


@pytest.mark.parametrize(("group", "codes"), _choices(), ids=lambda value: value if isinstance(value, str) else "")
def test_every_code_has_words(group: str, codes: tuple[str, ...]) -> None:
    labels = Library().labels
    assert [code for code in codes if not labels.word(group, code)] == []


def test_there_are_as_many_groups_as_we_think() -> None:
    assert len(_choices()) > 20


def test_dates_are_written_out_in_english_whatever_the_locale() -> None:
    assert say_date(date(2026, 11, 2)) == "2 November 2026"


@pytest.mark.parametrize(("identifier", "words"), [("nhs-number", "NHS number"), ("home-address", "Home address")])
def test_an_id_becomes_words(identifier: str, words: str) -> None:
    assert from_id(identifier) == words
