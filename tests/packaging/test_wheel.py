from __future__ import annotations

import shutil
from collections.abc import Callable
from configparser import ConfigParser
from email.parser import Parser
from pathlib import Path
from zipfile import ZipFile

import pytest

BuildWheel = Callable[[Path, Path], Path]

BUNDLED = ("examples", "fonts", "templates")
SOURCES = ("LICENSE", "README.md", "pyproject.toml")
OUTPUTS = ("build", "dsagen.lock", "__pycache__")


@pytest.fixture(scope="module")
def wheel(root: Path, build_wheel: BuildWheel, tmp_path_factory: pytest.TempPathFactory) -> ZipFile:
    return ZipFile(build_wheel(root, tmp_path_factory.mktemp("wheel")))


@pytest.fixture
def source(root: Path, tmp_path: Path) -> Path:
    """Copy what a wheel is made from, so that a test may spoil it."""
    for name in ("dsagen", *BUNDLED):
        shutil.copytree(root / name, tmp_path / "source" / name, ignore=shutil.ignore_patterns(*OUTPUTS))
    for name in SOURCES:
        shutil.copy(root / name, tmp_path / "source" / name)
    return tmp_path / "source"


def read(wheel: ZipFile, name: str) -> str:
    (path,) = (path for path in wheel.namelist() if path.endswith(f".dist-info/{name}"))
    return wheel.read(path).decode()


@pytest.mark.parametrize("folder", BUNDLED)
def test_a_folder_of_the_clone_is_whole_in_the_wheel(root: Path, wheel: ZipFile, folder: str):
    expected = {
        f"dsagen/_bundled/{path.relative_to(root).as_posix()}"
        for path in (root / folder).rglob("*")
        if path.is_file() and not set(path.parts) & set(OUTPUTS)
    }
    assert expected
    assert {name for name in wheel.namelist() if name.startswith(f"dsagen/_bundled/{folder}/")} == expected


def test_the_package_is_whole_with_its_law_data_and_types(root: Path, wheel: ZipFile):
    expected = {
        path.relative_to(root).as_posix()
        for path in (root / "dsagen").rglob("*")
        if path.is_file() and "__pycache__" not in path.parts
    }
    assert any(name.startswith("dsagen/law/data/gateways/") for name in expected)
    assert "dsagen/py.typed" in expected
    assert expected <= set(wheel.namelist())


def test_nothing_but_the_package_and_its_metadata_is_in_the_wheel(wheel: ZipFile):
    assert {name.split("/")[0] for name in wheel.namelist()} == {"dsagen", "dsagen-0.1.0.dist-info"}


def test_the_command_is_the_application(wheel: ZipFile):
    entry_points = ConfigParser()
    entry_points.read_string(read(wheel, "entry_points.txt"))
    assert dict(entry_points["console_scripts"]) == {"dsagen": "dsagen.cli.start:main"}


def test_the_licences_of_the_code_and_of_the_fonts_travel_with_the_wheel(wheel: ZipFile):
    metadata = Parser().parsestr(read(wheel, "METADATA"))
    assert metadata["License-Expression"] == "MIT AND OFL-1.1"
    assert metadata.get_all("License-File") == ["LICENSE", "fonts/LICENSE.txt"]


def test_what_a_build_left_in_an_example_does_not_travel(source: Path, build_wheel: BuildWheel, tmp_path: Path):
    example = source / "examples" / "another"
    (example / "build" / "one").mkdir(parents=True)
    for name in ("dsagen.yaml", "dsagen.lock", "build/one/dpia.docx"):
        (example / name).write_text("planted")
    names = ZipFile(build_wheel(source, tmp_path / "output")).namelist()
    assert [name for name in names if "/another/" in name] == ["dsagen/_bundled/examples/another/dsagen.yaml"]


def test_two_builds_give_the_same_bytes(source: Path, build_wheel: BuildWheel, tmp_path: Path):
    first, second = (build_wheel(source, tmp_path / name) for name in ("first", "second"))
    assert first.read_bytes() == second.read_bytes()
