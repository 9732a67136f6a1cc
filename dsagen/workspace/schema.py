"""JSON Schema (draft-07) of each kind of file, made from the model, so that editors complete and explain keys.

Why draft-07: the YAML language server, which most editors use, reads no later draft.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any, Literal, get_args

from pydantic import Field, TypeAdapter
from pydantic.json_schema import GenerateJsonSchema, JsonSchemaValue
from pydantic_core import core_schema

from dsagen.model import base
from dsagen.model.agreement import AgreementFile
from dsagen.model.assessment import Assessment
from dsagen.model.base import Entity, Id
from dsagen.model.dataset import Dataset
from dsagen.model.party import Party
from dsagen.model.people import People
from dsagen.model.workspace import Settings

__all__ = ["FILE_KINDS", "FileKind", "file_schema", "schema_name", "schema_text"]

FileKind = Literal["settings", "parties", "people", "datasets", "agreement", "assessment", "pattern"]
FILE_KINDS: tuple[FileKind, ...] = get_args(FileKind)


class _Pattern(Entity):
    """What stands in a pattern. Placeholders may stand anywhere in the agreement, so its values are not described."""

    for_each: dict[str, Any] = Field(
        min_length=1,
        max_length=1,
        description="The name of a column, with ids, rows, `{table: file.csv}` or `{parties_of_type: school}`.",
    )
    except_: list[str] = Field(default_factory=list, alias="except", description="Rows that are left out, by name.")
    overrides: dict[str, dict[str, Any]] = Field(
        default_factory=dict, description="What differs in the agreement of a row, by the row's name."
    )
    agreement: dict[str, Any] = Field(description="The agreement, with placeholders such as `{school.name}`.")


_MODELS: dict[FileKind, tuple[Any, str]] = {
    "settings": (Settings, "The settings of a workspace: `dsagen.yaml`"),
    "parties": (dict[Id, Party], "Parties, keyed by id: `parties/*.yaml`"),
    "people": (dict[Id, People], "Groups of people, keyed by id: `people/*.yaml`"),
    "datasets": (dict[Id, Dataset], "Datasets, keyed by id: `datasets/*.yaml`"),
    "agreement": (AgreementFile, "An agreement: `agreements/*.yaml`"),
    "assessment": (Assessment, "The assessment of an agreement, in a file that the agreement includes"),
    "pattern": (_Pattern, "A pattern, which makes an agreement for each row: `patterns/*.yaml`"),
}
_PATTERNS: tuple[tuple[Any, str, bool], ...] = (
    (base.Id, r"[a-z0-9]+(-[a-z0-9]+)*", False),
    (base.Reference, r"[A-Za-z0-9][A-Za-z0-9._-]{0,59}", True),
    (base.FlowReference, r"F\d{2,3}", False),
    (base.RiskReference, r"R\d{2,3}", False),
    (base.MeasureReference, r"M\d{2,3}", False),
    (base.VersionNumber, r"\d+(\.\d+){0,2}", True),
    (base.Address, r"https://[^\s<>\"]+", False),
)
"""What each kind of text matches, and whether a bare number is one. A test compares them with the model's checks."""
_INCLUDE = {
    "type": "string",
    "description": "The file that stands here: a path from the root of the workspace.",
}


def schema_name(kind: FileKind) -> str:
    """Give the name of a schema's file."""
    return f"dsagen-{kind}.schema.json"


def file_schema(kind: FileKind) -> dict[str, Any]:
    """Give the schema of one kind of file."""
    model, title = _MODELS[kind]
    adapter: TypeAdapter[Any] = TypeAdapter(model)
    raw = adapter.json_schema(by_alias=True, ref_template="#/definitions/{model}", schema_generator=_Generator)
    definitions = {name: _adapted(body) for name, body in sorted(raw.pop("$defs", {}).items())}
    body = _adapted(raw)
    body.pop("title", None)
    start = {"$schema": "http://json-schema.org/draft-07/schema#", "$id": schema_name(kind), "title": title}
    return {**start, **body, "definitions": definitions}


def schema_text(kind: FileKind) -> str:
    """Give the schema as it stands in its file."""
    return json.dumps(file_schema(kind), indent=2, ensure_ascii=False) + "\n"


def _function(kind: Any) -> Callable[..., Any]:
    schema: Any = TypeAdapter(kind).core_schema
    while schema["type"] == "function-before":
        schema = schema["schema"]
    found: Callable[..., Any] = schema["function"]["function"]
    return found


class _Generator(GenerateJsonSchema):
    """Add the patterns that the model checks by functions."""

    _known = tuple((_function(kind), pattern, number) for kind, pattern, number in _PATTERNS)

    def function_after_schema(self, schema: core_schema.AfterValidatorFunctionSchema) -> JsonSchemaValue:
        """Give the schema of text that a function checks."""
        inner = super().function_after_schema(schema)
        for function, pattern, number in self._known:
            if schema["function"]["function"] is function:
                kind: Any = ["string", "number"] if number else "string"
                return {**inner, "type": kind, "pattern": f"^{pattern}$"}
        return inner


def _adapted(schema: Any) -> Any:
    """Turn what pydantic writes into draft-07, and allow an include wherever a mapping may stand."""
    if isinstance(schema, list):
        return [_adapted(item) for item in schema]
    if not isinstance(schema, dict):
        return schema
    found = {key: _adapted(value) for key, value in schema.items() if key not in {"title", "properties"}}
    if found.get("default", "") is None:
        del found["default"]
    if "$ref" in found and len(found) > 1:
        found = {"allOf": [{"$ref": found.pop("$ref")}], **found}
    if found.get("const") == "1":
        found = {"enum": ["1", 1], **{key: value for key, value in found.items() if key not in {"const", "type"}}}
    if found.get("type") == "string" and not {"enum", "const", "pattern"} & found.keys():
        found["type"] = ["string", "number"]
    if found.get("type") == "object":
        found = _thing(found, schema["properties"]) if "properties" in schema else _keyed(found)
    return found


def _thing(found: dict[str, Any], properties: dict[str, Any]) -> dict[str, Any]:
    adapted = {key: _adapted(value) for key, value in properties.items()}
    required = found.pop("required", [])
    found = {**found, "properties": {**adapted, "include": _INCLUDE}}
    if required:
        found["if"] = {"required": ["include"]}
        found["then"] = {"maxProperties": 1}
        found["else"] = {"required": required}
    return found


def _keyed(found: dict[str, Any]) -> dict[str, Any]:
    names = found.pop("propertyNames", {})
    patterns = found.pop("patternProperties", None)
    found["properties"] = {"include": _INCLUDE}
    if patterns:
        found["patternProperties"] = {f"^(?!include$){key.removeprefix('^')}": value for key, value in patterns.items()}
        found["additionalProperties"] = False
    elif "enum" in names:
        found["properties"] |= dict.fromkeys(names["enum"], found["additionalProperties"])
        found["additionalProperties"] = False
    return found
