"""The rooms of the package: data goes in one direction, and what is heavy is imported only where it is needed."""

from __future__ import annotations

import ast
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
PACKAGE = ROOT / "dsagen"
ROOMS = (
    *("model", "law", "workspace", "checks", "documents"),
    *("writers", "compare", "exchange", "portfolio", "cli"),
)
"""In order: a room uses only those before it."""
FILES = sorted(PACKAGE.rglob("*.py"))
FOR_WRITERS = {"dsagen.documents.tree", "dsagen.documents.house"}
EVERYWHERE = {"dsagen.bundled", "dsagen.root", "dsagen.sentences"}
ROOTS = {"dsagen/__init__.py", "dsagen/__main__.py", "dsagen/bundled.py", "dsagen/root.py", "dsagen/sentences.py"}


def imports(tree: ast.AST, package: str) -> Iterator[tuple[int, str]]:
    """Give every module that a file imports, also inside functions, with the line."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from ((node.lineno, alias.name) for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            start = package.split(".")[: len(package.split(".")) - node.level + 1] if node.level else []
            base = ".".join([*start, node.module] if node.module else start)
            yield from ((node.lineno, f"{base}.{alias.name}") for alias in node.names)


def module_of(name: str) -> str:
    """Give the module that an imported name is, or stands in: the longest part that is a file or folder."""
    parts = name.split(".")
    while parts:
        place = ROOT.joinpath(*parts)
        if place.with_suffix(".py").is_file() or (place / "__init__.py").is_file():
            return ".".join(parts)
        parts.pop()
    return name


def refusal(room: str, module: str) -> str | None:
    """Say why a room may not import a module of the package, or None where it may."""
    if module in EVERYWHERE or (module == "dsagen" and room == "cli"):
        return None
    other = module.split(".")[1] if "." in module else ""
    if other not in ROOMS:
        return f"{module} is in no room"
    if ROOMS.index(other) > ROOMS.index(room):
        return f"{room} stands before {other}"
    if room == "writers" and other == "documents" and module not in FOR_WRITERS:
        return "a writer knows the tree and the house style, and nothing else of documents"
    if room == "writers" and other in ("model", "law", "workspace", "checks"):
        return "a writer knows nothing of agreements"
    return None


def offences(file: Path) -> list[str]:
    """Give each import of a file that goes the wrong way."""
    place = file.relative_to(ROOT)
    package = ".".join(place.parent.parts)
    found = []
    for line, name in imports(ast.parse(file.read_text("utf-8")), package):
        if name.split(".")[0] == "dsagen":
            reason = refusal(place.parts[1], module_of(name))
            found += [f"{place.as_posix()}:{line}: {reason}"] if reason else []
    return found


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.relative_to(ROOT).as_posix())
def test_data_goes_in_one_direction(file: Path) -> None:
    if file.relative_to(ROOT).as_posix() not in ROOTS:
        assert offences(file) == []


def test_every_room_stands_in_the_order() -> None:
    folders = {folder.name for folder in PACKAGE.iterdir() if (folder / "__init__.py").is_file()}
    assert folders <= set(ROOMS)


@pytest.mark.parametrize(
    ("room", "module", "allowed"),
    [
        ("model", "dsagen.law.catalogue", False),
        ("workspace", "dsagen.law.catalogue", True),
        ("documents", "dsagen.writers", False),
        ("writers", "dsagen.documents.tree", True),
        ("writers", "dsagen.documents.house", True),
        ("writers", "dsagen.documents.compose", False),
        ("writers", "dsagen.model.agreement", False),
        ("writers", "dsagen.bundled", True),
        ("portfolio", "dsagen.cli.report", False),
        ("cli", "dsagen.portfolio.build", True),
    ],
)
def test_the_rule_itself(room: str, module: str, allowed: bool) -> None:
    assert (refusal(room, module) is None) == allowed


def test_imports_inside_functions_and_relative_ones_are_seen() -> None:
    tree = ast.parse("def f():\n    from ..cli import app\n    import dsagen.cli.check")
    assert list(imports(tree, "dsagen.model")) == [(2, "dsagen.cli.app"), (3, "dsagen.cli.check")]


def test_the_model_knows_of_no_files() -> None:
    for file in (PACKAGE / "model").glob("*.py"):
        names = {name.split(".")[0] for _, name in imports(ast.parse(file.read_text("utf-8")), "dsagen.model")}
        assert not names & {"io", "json", "os", "pathlib", "ruamel", "jinja2", "lxml"}, file.name


@pytest.mark.parametrize("arguments", [["--help"], ["check", "examples/young-carer-flag"], ["build", "--help"]])
def test_help_and_check_import_no_writer(arguments: list[str]) -> None:
    code = (
        "import sys\nfrom dsagen.cli.app import app\n"
        f"try:\n    app({arguments!r})\nexcept SystemExit as stop:\n    assert stop.code == 0\n"
        "print(*sys.modules, file=sys.stderr)"
    )
    run = subprocess.run(
        [sys.executable, "-c", code],
        capture_output=True,
        text=True,
        cwd=ROOT,
        check=True,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
    )
    assert not set(run.stderr.split()) & {"weasyprint", "docx", "lxml", "jinja2"}


@pytest.mark.parametrize("folder", ["dsagen", "tests", "scripts", "benchmarks"])
def test_no_file_is_long(folder: str) -> None:
    long = {
        file.relative_to(ROOT).as_posix(): count
        for file in (ROOT / folder).rglob("*.py")
        if (count := len(file.read_text("utf-8").splitlines())) > 400
    }
    assert long == {}


def test_no_table_is_filled_cell_by_cell() -> None:
    """python-docx looks the whole table through for each cell: a schedule of fields would take minutes."""
    for file in FILES:
        for node in ast.walk(ast.parse(file.read_text("utf-8"))):
            called = node.func if isinstance(node, ast.Call) else None
            assert not (isinstance(called, ast.Attribute) and called.attr == "cell"), file.name
