"""`dsagen house`, and what a house style does to `check` and `build`, as people type them."""

from __future__ import annotations

import io
import json
import zipfile
from pathlib import Path

import pytest
from docx import Document
from typer.testing import CliRunner, Result

from dsagen.cli.app import app
from tests.house import GREEN, picture, reference
from tests.workspace.builder import Builder

WORD = "build/RIV-001/data-sharing-agreement.docx"


@pytest.fixture
def workspace(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Builder:
    """Give a tiny draft, beside the folder that the command runs in."""
    monkeypatch.chdir(tmp_path)
    return Builder(tmp_path / "riverdale")


def run(*arguments: str) -> Result:
    """Run dsagen."""
    return CliRunner().invoke(app, list(arguments), prog_name="dsagen")


def house(workspace: Builder, *lines: str) -> None:
    """Give the workspace a house style."""
    written = "".join(f"  {line}\n" for line in lines)
    workspace.write("dsagen.yaml", f"format: 1\nname: Riverdale partnership\nhouse_style:\n{written}")


def word(*arguments: str) -> Result:
    """Build the agreement in Word."""
    return run("build", "riverdale", "--to", "docx", "--only", "dsa", *arguments)


def test_a_reference_document_is_written_and_never_replaced(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    result = run("house", "--write", "brand/reference.docx")
    assert (result.exit_code, result.stdout) == (0, "brand/reference.docx\n")
    assert any(each.name == "Clause Text" for each in Document("brand/reference.docx").styles)
    before = Path("brand/reference.docx").read_bytes()
    again = run("house", "--write", "brand/reference.docx")
    assert again.exit_code == 2
    assert "is there already" in again.stderr
    assert Path("brand/reference.docx").read_bytes() == before


def test_it_has_the_look_of_the_workspace(workspace: Builder) -> None:
    house(workspace, f'accent: "{GREEN}"')
    assert run("house", "riverdale", "--write", "reference.docx").exit_code == 0
    assert str(Document("reference.docx").styles["Heading 1"].font.color.rgb) == GREEN[1:].upper()


@pytest.mark.parametrize("arguments", [[], ["--write", "reference.doc"], ["--write", "file/reference.docx"]])
def test_wrong_usage(arguments: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("file").write_text("")
    assert run("house", *arguments).exit_code == 2


def test_documents_are_built_in_the_house_style(workspace: Builder) -> None:
    house(workspace, "logo: logo.png", f'accent: "{GREEN}"', "reference: house.docx")
    workspace.write("logo.png", picture())
    workspace.write("house.docx", reference())
    result = word()
    assert result.exit_code == 0, result.output
    with zipfile.ZipFile(io.BytesIO((workspace.root / WORD).read_bytes())) as file:
        assert b"Riverdale letter-head" in file.read("word/header.xml")
        assert any(file.read(name) == picture() for name in file.namelist() if name.startswith("word/media/"))
        assert b'descr="Riverdale partnership"' in file.read("word/document.xml")


def test_a_file_that_is_wrong_is_reported_and_the_documents_are_still_made(workspace: Builder) -> None:
    house(workspace, "logo: logo.png", "accent: red")
    result = word()
    assert result.exit_code == 3
    assert "riverdale/dsagen.yaml:4:9: error: there is no file `logo.png`" in result.stdout
    assert "riverdale/dsagen.yaml:5:11: error: `red` is not a colour" in result.stdout
    assert (workspace.root / WORD).is_file()
    assert run("check", "riverdale").exit_code == 3


def test_a_warning_is_no_failure(workspace: Builder) -> None:
    before = run("check", "riverdale").exit_code
    house(workspace, "font: Calibri", "reference: house.docx")
    workspace.write("house.docx", reference(lambda document: document.styles["Caption"].delete()))
    result = word()
    assert result.exit_code == 0
    assert "warning: `house.docx` lacks the style `Caption`" in result.stdout
    assert "advice: PDFs are set in Liberation Sans" in result.stdout
    found = json.loads(run("check", "riverdale", "--format", "json").stdout)["findings"]
    assert {each["severity"] for each in found if each["rule"] == "SRC-HOUSE"} == {"warning", "advice"}
    assert run("check", "riverdale").exit_code == before


def test_a_change_of_the_logo_changes_the_file_and_nothing_else_does(workspace: Builder) -> None:
    house(workspace, "logo: logo.png")
    workspace.write("logo.png", picture())
    assert "1 written" in word().stdout
    assert "1 unchanged" in word().stdout
    workspace.write("logo.png", picture(width=400))
    assert "1 written" in word().stdout


def test_a_page_about_the_rule_is_there() -> None:
    result = run("explain", "SRC-HOUSE")
    assert result.exit_code == 0
    assert "house style" in result.stdout
