"""Every file of the law's data is used, and every model says what its attributes are."""

from __future__ import annotations

import inspect
import pkgutil
from importlib import import_module
from pathlib import Path
from types import ModuleType

import pytest
from pydantic import BaseModel

import dsagen.law
from dsagen.law import Catalogue
from dsagen.law.reading import DATA

MODULES: list[ModuleType] = [
    import_module(f"dsagen.law.{module.name}") for module in pkgutil.iter_modules(dsagen.law.__path__)
]
MODELS = {
    model
    for module in MODULES
    for _, model in inspect.getmembers(module, inspect.isclass)
    if issubclass(model, BaseModel) and model.__module__.startswith("dsagen.law")
}


@pytest.mark.parametrize("path", sorted(DATA.glob("*.yaml")), ids=lambda path: path.stem)
def test_every_table_is_an_attribute_of_the_catalogue(path: Path) -> None:
    assert getattr(Catalogue(), path.stem)


def test_every_attribute_is_described_and_every_model_is_closed() -> None:
    assert len(MODELS) > 20
    for model in MODELS:
        assert model.model_config.get("frozen"), model
        assert model.model_config.get("extra") == "forbid", model
        assert all(field.description for field in model.model_fields.values()), model
