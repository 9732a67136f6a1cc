"""`dsagen schema`, as people type it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner

from dsagen.cli.app import app
from dsagen.cli.schema import Kind
from dsagen.workspace.schema import FILE_KINDS, schema_name, schema_text

run = CliRunner().invoke


def test_the_kinds_are_those_of_the_reader() -> None:
    assert tuple(kind.value for kind in Kind) == FILE_KINDS


@pytest.mark.parametrize("kind", FILE_KINDS)
def test_one_kind_is_printed(kind: str) -> None:
    result = run(app, ["schema", kind])
    assert result.exit_code == 0
    assert json.loads(result.stdout)["$id"] == f"dsagen-{kind}.schema.json"


def test_all_are_written(tmp_path: Path) -> None:
    folder = tmp_path / "new" / "schema"
    result = run(app, ["schema", "--write", str(folder)])
    assert result.exit_code == 0
    assert {path.name: path.read_text(encoding="utf-8") for path in folder.iterdir()} == {
        schema_name(kind): schema_text(kind) for kind in FILE_KINDS
    }


def test_one_is_written(tmp_path: Path) -> None:
    assert run(app, ["schema", "people", "--write", str(tmp_path)]).exit_code == 0
    assert [path.name for path in tmp_path.iterdir()] == ["dsagen-people.schema.json"]


def test_a_folder_that_cannot_be_written_to(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    result = run(app, ["schema", "--write", str(tmp_path / "file")])
    assert result.exit_code == 2
    assert "cannot be written to" in result.stderr


@pytest.mark.parametrize("arguments", [["schema"], ["schema", "party"]])
def test_wrong_usage(arguments: list[str]) -> None:
    result = run(app, arguments)
    assert result.exit_code == 2
    assert "settings" in result.stderr
