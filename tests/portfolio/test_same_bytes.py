"""The same workspace gives the same bytes, in another process, with another seed and in another time zone."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from dsagen.documents.library import Library
from dsagen.portfolio import pool
from tests.portfolio.building import built
from tests.portfolio.stripping import ROOT
from tests.workspace.builder import Builder


def start(example: str, output: Path, seed: str, zone: str, *arguments: str) -> subprocess.Popen[bytes]:
    """Start a build in a process of its own."""
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "PYTHONHASHSEED": seed, "TZ": zone}
    command = [sys.executable, "-m", "dsagen", "build", str(ROOT / "examples" / example), "--output", str(output)]
    return subprocess.Popen([*command, *arguments], env=environment, cwd=output.parent, stdout=subprocess.DEVNULL)


def contents(folder: Path) -> dict[str, bytes]:
    """Give the bytes of every file in a folder."""
    return {str(file.relative_to(folder)): file.read_bytes() for file in folder.rglob("*") if file.is_file()}


@pytest.mark.parametrize(
    ("example", "arguments"),
    [
        ("family-context", ("--to", "docx,text,html")),
        ("resettlement", ("--to", "docx", "--only", "dsa")),
        ("young-carer-flag", ("--to", "pdf", "--only", "dpia")),
    ],
)
def test_two_processes_write_the_same_bytes(example: str, arguments: tuple[str, ...], tmp_path: Path) -> None:
    first, second = tmp_path / "first", tmp_path / "second"
    running = [
        start(example, first, "1", "Pacific/Kiritimati", *arguments),
        start(example, second, "4242", "America/Los_Angeles", *arguments),
    ]
    assert [process.wait() for process in running] == [0, 0]
    assert contents(first) == contents(second)
    assert contents(first)


def test_no_output_names_a_place_on_the_machine(tmp_path: Path) -> None:
    folder = tmp_path / "a-place-that-nobody-should-see"
    folder.mkdir()
    assert start("young-carer-flag", folder / "out", "0", "UTC", "--to", "text,html").wait() == 0
    for name, data in contents(folder / "out").items():
        assert b"a-place-that-nobody-should-see" not in data, name
        assert str(ROOT).encode() not in data, name


def test_processes_that_start_with_nothing_write_the_same_bytes(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    root = Builder(tmp_path / "riverdale").root
    one, two, library = tmp_path / "one", tmp_path / "two", Library(root / "templates")
    assert built(root, one, library=library).files
    monkeypatch.setattr(pool, "START", "spawn")
    report = built(root, two, jobs=2, library=library)
    assert {file.outcome for file in report.files} == {"written"}
    assert contents(one) == contents(two)


def test_templates_are_loaded_once_before_the_processes_start(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Each process starts with what this one holds, so what is loaded in it stays here."""
    root = Builder(tmp_path / "riverdale").root
    library = Library(root / "templates")
    built(root, tmp_path / "two", jobs=2, library=library)
    assert bool(library.environment.cache) is (pool.START == "fork")
