"""The JSON Schemas that editors read: up to date, draft-07, and true to what the reader accepts."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft7Validator
from pydantic import TypeAdapter, ValidationError
from ruamel.yaml import YAML

from dsagen.workspace.schema import _PATTERNS, FILE_KINDS, FileKind, file_schema, schema_name, schema_text
from tests.workspace.builder import FILES

ROOT = Path(__file__).parents[2]
NAMED = re.compile(r"# yaml-language-server: \$schema=(\S+)")
EXAMPLES = sorted(
    path for path in (ROOT / "examples").rglob("*.yaml") if "build" not in path.parts and "shared" not in path.parts
)
"""Without the parts of files that several agreements include: a part has no schema of its own."""


def load(text: str) -> Any:
    """Read YAML as an editor does: a date is text, and a key is text."""

    def said(value: Any) -> Any:
        if isinstance(value, dict):
            return {str(key): said(item) for key, item in value.items()}
        if isinstance(value, list):
            return [said(item) for item in value]
        return value.isoformat() if isinstance(value, date) else value

    return said(YAML(typ="safe").load(text))


def problems(kind: FileKind, data: Any) -> list[str]:
    """Give what a schema says against data."""
    return [f"{error.json_path}: {error.message}" for error in Draft7Validator(file_schema(kind)).iter_errors(data)]


def kind_of(file: str) -> FileKind:
    """Give the kind of a file by its place."""
    folder = file.partition("/")[0]
    kinds: dict[str, FileKind] = {kind: kind for kind in FILE_KINDS} | {
        "dsagen.yaml": "settings",
        "agreements": "agreement",
        "assessments": "assessment",
    }
    return kinds[folder]


@pytest.mark.parametrize("kind", FILE_KINDS)
def test_the_committed_schema_is_up_to_date(kind: FileKind) -> None:
    """If this fails: `dsagen schema --write schema`."""
    assert (ROOT / "schema" / schema_name(kind)).read_text(encoding="utf-8") == schema_text(kind)


@pytest.mark.parametrize("kind", FILE_KINDS)
def test_it_is_draft_07(kind: FileKind) -> None:
    schema = file_schema(kind)
    Draft7Validator.check_schema(schema)
    assert schema["$schema"] == "http://json-schema.org/draft-07/schema#"
    assert schema["$id"] == f"dsagen-{kind}.schema.json"
    assert "$defs" not in schema_text(kind)


@pytest.mark.parametrize("kind", FILE_KINDS)
def test_every_key_is_explained(kind: FileKind) -> None:
    def undescribed(schema: dict[str, Any], name: str) -> list[str]:
        missing = []
        for key, body in schema.get("properties", {}).items():
            target = schemas[body["$ref"].rpartition("/")[2]] if "$ref" in body else body
            if "description" not in target:
                missing.append(f"{name}.{key}")
        return missing

    whole = file_schema(kind)
    schemas = whole["definitions"]
    found = [line for name, body in [(kind, whole), *schemas.items()] for line in undescribed(body, name)]
    assert found == []


@pytest.mark.parametrize("file", FILES)
def test_a_sound_workspace_is_valid(file: str) -> None:
    assert problems(kind_of(file), load(FILES[file])) == []


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_an_example_names_its_schema_and_is_valid(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    inside = "/".join(path.relative_to(ROOT).parts[2:])
    named = NAMED.match(text)
    assert named is not None
    kind = kind_of(inside)
    assert (path.parent / named[1]).resolve() == ROOT / "schema" / schema_name(kind)
    assert problems(kind, load(text)) == []


@pytest.mark.parametrize(
    ("old", "new", "words"),
    [
        ("form: one_way_disclosure", "form: one_way", "'one_way' is not one of"),
        ("lead: river-council", "leed: river-council", "('leed' was unexpected)"),
        ("lead: river-council", "", "'lead' is a required property"),
        ("  F01:", "  one:", "'one' does not match any of the regexes"),
        ("lead: river-council", "lead: River Council", "does not match"),
        ("starts: 2026-12-01", "starts: 1 December", "is not valid under any of the given schemas"),
    ],
)
def test_a_mistake_is_found(old: str, new: str, words: str) -> None:
    found = problems("agreement", load(FILES["agreements/riv-001.yaml"].replace(old, new)))
    assert any(words in line for line in found), found


@pytest.mark.parametrize(
    ("key", "value", "right"),
    [
        ("assessment", {"include": "assessments/riv.yaml"}, True),
        ("flows", {"include": "flows.yaml"}, True),
        ("purposes", {"early-help": {"include": "purpose.yaml"}}, True),
        ("flows", {"F01": {"include": "flow.yaml", "title": "beside it"}}, False),
        ("reference", 7, True),
        ("binding", "no", True),
        ("binding", False, True),
    ],
)
def test_an_include_stands_where_a_mapping_may(key: str, value: Any, right: bool) -> None:
    data = {**load(FILES["agreements/riv-001.yaml"]), key: value}
    assert (problems("agreement", data) == []) is right


@pytest.mark.parametrize(("kind", "pattern", "number"), _PATTERNS, ids=[pattern for _, pattern, _ in _PATTERNS])
@given(data=st.data())
def test_the_patterns_are_those_of_the_model(kind: Any, pattern: str, number: bool, data: st.DataObject) -> None:
    adapter: TypeAdapter[str] = TypeAdapter(kind)
    near = st.text("abFRM019.-_/ZhtpsÀ:", max_size=12)
    text = data.draw(st.one_of(st.from_regex(pattern, fullmatch=True), near))
    try:
        adapter.validate_python(text)
        accepted = True
    except ValidationError:
        accepted = False
    assert (re.fullmatch(pattern, text) is not None) is accepted
