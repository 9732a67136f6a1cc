"""`dsagen doctor`, with and without what it looks for."""

from __future__ import annotations

import json
import re
import tomllib
from importlib import metadata
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from dsagen import __version__, bundled
from dsagen.cli import doctor
from dsagen.cli.app import app
from dsagen.writers import pdf
from dsagen.writers.errors import PdfLibrariesMissing

ROOT = Path(__file__).resolve().parents[2]


def run(*arguments: str) -> Result:
    """Run doctor."""
    return CliRunner().invoke(app, ["doctor", *arguments], prog_name="dsagen")


def test_everything_is_there() -> None:
    result = run()
    assert result.exit_code == 0
    assert f"found    dsagen              {__version__}" in result.stdout
    assert re.search(r"^found    Pango and HarfBuzz  1\.\d+\.\d+$", result.stdout, re.MULTILINE)
    assert "MISSING" not in result.stdout


def test_nothing_says_where_on_the_machine() -> None:
    assert str(ROOT) not in run().stdout + run("--format", "json").stdout


def test_the_packages_are_those_that_the_project_names() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    named = [re.split(r"[^a-z0-9.-]", requirement)[0] for requirement in project["dependencies"]]
    assert sorted(named) == list(doctor.PACKAGES)


def test_json() -> None:
    record = json.loads(run("--format", "json").stdout)
    assert record["version"] == 1
    assert {"name": "weasyprint", "version": metadata.version("weasyprint"), "found": True, "note": ""} in record[
        "parts"
    ]


def test_missing_libraries_say_how_to_install_them(monkeypatch: pytest.MonkeyPatch) -> None:
    def missing() -> str:
        raise PdfLibrariesMissing("cannot load library 'pango-1.0-0'")

    monkeypatch.setattr(pdf, "pango_version", missing)
    result = run()
    assert result.exit_code == 4
    assert "MISSING  Pango and HarfBuzz" in result.stdout
    for step in ("sudo apt-get install libpango-1.0-0", "brew install pango", "https://www.msys2.org/"):
        assert step in result.stdout
    parts = json.loads(run("--format", "json").stdout)["parts"]
    assert [part["name"] for part in parts if not part["found"]] == ["Pango and HarfBuzz"]


def test_a_missing_package_and_missing_folders(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    version = metadata.version

    def without_rich(name: str) -> str:
        if name == "rich":
            raise metadata.PackageNotFoundError(name)
        return version(name)

    monkeypatch.setattr(metadata, "version", without_rich)
    monkeypatch.setattr(bundled, "__file__", str(tmp_path / "dsagen/bundled.py"))
    bundled.bundled_folder.cache_clear()
    result = run()
    bundled.bundled_folder.cache_clear()
    assert result.exit_code == 4
    assert "MISSING  rich  (install dsagen again)" in result.stdout
    assert "MISSING  Fonts" in result.stdout
    assert "MISSING  Templates" in result.stdout
    assert "install dsagen again" in result.stdout
