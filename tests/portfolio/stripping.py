"""Take words out of a copy of an example: what a person has not written yet."""

from __future__ import annotations

import re
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, get_args

from pydantic import BaseModel
from pydantic.fields import FieldInfo
from ruamel.yaml import YAML

from dsagen.model.agreement import AgreementFile
from dsagen.model.assessment import Assessment
from dsagen.model.base import Entity, Gap, Narrative
from dsagen.model.basis import Compatibility
from dsagen.model.dataset import Dataset
from dsagen.model.party import Party
from dsagen.model.people import People
from dsagen.model.workspace import Settings

ROOT = Path(__file__).resolve().parents[2]
EXAMPLES = sorted(file.parent.name for file in (ROOT / "examples").glob("*/dsagen.yaml"))
_STATUS = re.compile(r"^status: \w+", re.MULTILINE)
_KINDS: dict[str, tuple[type[Entity], bool]] = {
    "parties": (Party, True),
    "people": (People, True),
    "datasets": (Dataset, True),
    "agreements": (AgreementFile, False),
    "assessments": (Assessment, False),
}
Takes = Callable[[FieldInfo, Any], bool]


def every_gap(info: FieldInfo, value: Any) -> bool:
    """Take everything that a final document needs."""
    return any(isinstance(mark, Gap) for mark in info.metadata)


def every_word(info: FieldInfo, value: Any) -> bool:
    """Take all words that may be left out: narrative, and each line that a final document needs.

    `Compatibility` says one thing of four and may not be empty.
    """
    return not info.is_required() and isinstance(value, str) and (every_gap(info, value) or _is_narrative(info))


def _is_narrative(info: FieldInfo) -> bool:
    return "Narrative()" in repr(info.annotation) or any(isinstance(mark, Narrative) for mark in info.metadata)


def copy(agreement: str, folder: Path, status: str = "draft") -> Path:
    """Copy one agreement of an example, `young-carer-flag/NYC-001`, with another status."""
    example, _, reference = agreement.partition("/")
    target = folder / example
    shutil.copytree(ROOT / "examples" / example, target, ignore=shutil.ignore_patterns("build", "dsagen.lock"))
    for file in (target / "agreements").iterdir():
        text = file.read_text("utf-8")
        if f"\nreference: {reference}\n" not in f"\n{text}":
            file.unlink()
            continue
        assert len(_STATUS.findall(text)) == 1
        file.write_text(_STATUS.sub(f"status: {status}", text), "utf-8")
    return target


def strip(workspace: Path, takes: Takes) -> None:
    """Take values out of every file of a workspace."""
    yaml = YAML(typ="safe")
    yaml.default_flow_style = False
    for file, kind, keyed in _files(workspace):
        data = yaml.load(file.read_text("utf-8"))
        for value in data.values() if keyed else [data]:
            _strip(value, kind, takes)
        with file.open("w", encoding="utf-8") as out:
            yaml.dump(data, out)


def _files(workspace: Path) -> Iterator[tuple[Path, type[Entity], bool]]:
    yield workspace / "dsagen.yaml", Settings, False
    for name, (kind, keyed) in _KINDS.items():
        for file in sorted((workspace / name).glob("*.yaml")):
            yield file, kind, keyed


def _strip(value: Any, entity: type[BaseModel], takes: Takes) -> None:
    for name, info in entity.model_fields.items():
        key = info.alias or name
        if key not in value:
            continue
        if takes(info, value[key]):
            del value[key]
            continue
        inner = next(_entities(info.annotation), None)
        if inner is not None and inner is not Compatibility:
            for each in _values(value[key], inner):
                _strip(each, inner, takes)


def _entities(annotation: Any) -> Iterator[type[BaseModel]]:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        yield annotation
    for part in get_args(annotation):
        yield from _entities(part)


def _values(value: Any, inner: type[BaseModel]) -> Iterator[dict[str, Any]]:
    """Give the entities that a value holds: itself, the items of a list, or the values of a mapping."""
    if isinstance(value, list):
        yield from value
    elif isinstance(value, dict) and set(value) == {"include"}:
        return
    elif isinstance(value, dict) and value.keys() <= {info.alias or name for name, info in inner.model_fields.items()}:
        yield value
    elif isinstance(value, dict):
        yield from value.values()
