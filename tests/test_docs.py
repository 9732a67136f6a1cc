"""The documentation is true: made pages are current, examples work, links lead somewhere."""

from __future__ import annotations

import importlib.util
import re
import shutil
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest
from ruamel.yaml import YAML
from typer.testing import CliRunner

from dsagen.cli.app import app
from dsagen.documents.library import Library
from dsagen.model.base import Entity
from dsagen.workspace import read_workspace

ROOT = Path(__file__).resolve().parents[1]
PAGES = [ROOT / "README.md", ROOT / "CHANGELOG.md", *sorted((ROOT / "docs").rglob("*.md"))]
PAGES += sorted((ROOT / "examples").glob("*/README.md"))
MADE_BY_RULEBOOK = ("rulebook", "gateways")
"""Folders whose pages are made from the rules and the law's data; their examples are run by tests/checks."""
COMMANDS = [str(command.name) for command in app.registered_commands]
_BLOCK = re.compile(r"^```(\w+)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
_LINK = re.compile(r"(?<!`)\[[^\]]*\]\(([^)\s]+)\)")


def script(name: str) -> ModuleType:
    """Import a script of scripts/."""
    spec = importlib.util.spec_from_file_location(name, ROOT / f"scripts/{name}.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def blocks(language: str) -> Iterator[tuple[Path, str]]:
    """Give each code block in a language, with its page."""
    for page in PAGES:
        if page.parent.name in MADE_BY_RULEBOOK:
            continue
        yield from ((page, body) for kind, body in _BLOCK.findall(page.read_text("utf-8")) if kind == language)


def anchors(page: Path) -> set[str]:
    """Give the anchor of each heading of a page."""
    text = _BLOCK.sub("", page.read_text("utf-8"))
    return {reference_anchor(heading) for heading in re.findall(r"^#+ (.+)$", text, re.MULTILINE)}


def reference_anchor(heading: str) -> str:
    return re.sub(r"[^a-z0-9 _-]", "", heading.lower()).replace(" ", "-")


@pytest.mark.parametrize("page", ["yaml-reference.md", "commands.md", "clauses.md"])
def test_made_pages_are_current(page: str) -> None:
    assert (ROOT / "docs" / page).read_text("utf-8") == script("reference").PAGES[page](), "run `make docs`"


def test_the_rulebook_and_the_gateway_library_are_current() -> None:
    made = script("rulebook").pages()
    written = {
        file.relative_to(ROOT / "docs").as_posix()
        for name in MADE_BY_RULEBOOK
        for file in (ROOT / "docs" / name).glob("*")
    }
    assert written == made.keys(), "run `make docs`, and delete pages that nothing makes any more"
    stale = [name for name, text in made.items() if (ROOT / "docs" / name).read_text("utf-8") != text]
    assert stale == [], "run `make docs`"


def entities(kind: type[Entity] = Entity) -> Iterator[type[Entity]]:
    """Give every entity of the model."""
    for each in kind.__subclasses__():
        if each.__module__.startswith("dsagen.model"):
            yield each
        yield from entities(each)


def test_every_attribute_of_the_model_is_on_the_page() -> None:
    page = (ROOT / "docs/yaml-reference.md").read_text("utf-8")
    for entity in entities():
        if entity.__name__ in ("Workspace", "Agreement"):
            continue  # what is read; and the agreement without the registers that its file may hold
        heading = f"\n### {script('reference').title(entity.__name__)}\n"
        assert page.count(heading) == 1, entity.__name__
        section = page.partition(heading)[2].partition("\n### ")[0]
        for name, info in entity.model_fields.items():
            assert f"| `{info.alias or name}` | " in section, f"{entity.__name__}.{name}"


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_is_documented_with_an_example(command: str) -> None:
    page = (ROOT / "docs/commands.md").read_text("utf-8")
    section = page.partition(f"\n## dsagen {command}\n")[2].partition("\n## ")[0]
    section = " ".join(section.split())
    assert f"Example: dsagen {command}" in section
    for option in ("path", "output", "only", "to", "write", "fail-on", "format"):
        if f"--{option} " in section:
            assert f"Example: --{option} " in section, option


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.relative_to(ROOT).as_posix())
def test_links_lead_somewhere(page: Path) -> None:
    for target in _LINK.findall(_BLOCK.sub("", page.read_text("utf-8"))):
        if target.startswith(("https://", "mailto:")):
            continue
        file, _, anchor = target.partition("#")
        place = (page.parent / file).resolve() if file else page
        assert place.is_file(), target
        assert not anchor or anchor in anchors(place), target


def test_every_page_is_on_the_map() -> None:
    index = (ROOT / "docs/index.md").read_text("utf-8")
    for page in (ROOT / "docs").rglob("*.md"):
        if page.name != "index.md" and page.parent.name not in MADE_BY_RULEBOOK:
            assert f"({page.relative_to(ROOT / 'docs').as_posix()})" in index, page.name
    for folder in MADE_BY_RULEBOOK:
        assert f"({folder}/README.md)" in index
        for page in (ROOT / "docs" / folder).glob("*.md"):
            assert page.name == "README.md" or f"({page.name}" in (page.parent / "README.md").read_text("utf-8")


def parsed(body: str) -> tuple[str, dict[str, Any]]:
    """Give the file that a block of YAML names in its first line, and what it holds."""
    first, _, _ = body.partition("\n")
    assert first.startswith("# "), f"name the file in the first line: {first}"
    return first.removeprefix("# "), YAML(typ="safe").load(body)


@pytest.mark.parametrize(("page", "body"), list(blocks("yaml")))
def test_every_block_of_yaml_is_right(page: Path, body: str, tmp_path: Path) -> None:
    """Put the block into a copy of an example, check it, and build the agreement."""
    name, data = parsed(body)
    workspace = tmp_path / "workspace"
    shutil.copytree(ROOT / "examples/young-carer-flag", workspace, ignore=shutil.ignore_patterns("build"))
    if name == "dsagen.yaml":
        # A whole file: what it leaves out may be missing from the agreement, so the other defaults are put back.
        settings = YAML(typ="safe").load((workspace / name).read_text("utf-8"))
        settings["defaults"] |= data.get("defaults", {})
        write(workspace / name, {**settings, **{key: data[key] for key in data if key != "defaults"}})
    elif name.startswith("in assessments/"):
        (assessment,) = (workspace / "assessments").iterdir()
        write(assessment, YAML(typ="safe").load(assessment.read_text("utf-8")) | data)
    elif name.startswith("in agreements/"):
        (agreement,) = (workspace / "agreements").iterdir()
        write(agreement, YAML(typ="safe").load(agreement.read_text("utf-8")) | data)
    else:
        assert name.startswith(("templates/clauses/", "law/"))
        if name.startswith("templates/"):
            Library(None).clause(Path(name).stem)  # it takes the place of one that ships with dsagen
        (workspace / name).parent.mkdir(parents=True)
        (workspace / name).write_text(body, "utf-8")
    reading = read_workspace(workspace)
    assert [f"{problem.source} {problem.message}" for problem in reading.problems] == []
    arguments = ["build", str(workspace), "--only", "dsa", "--to", "text"]
    assert CliRunner().invoke(app, arguments).exit_code == 0


def write(file: Path, data: dict[str, Any]) -> None:
    """Write YAML."""
    with file.open("w", encoding="utf-8") as out:
        YAML(typ="safe").dump(data, out)


@pytest.mark.parametrize(("page", "body"), list(blocks("html")))
def test_every_template_in_the_docs_works(page: Path, body: str, tmp_path: Path) -> None:
    found = re.match(r"\{# (templates/\S+) #\}", body)
    assert found is not None
    workspace = tmp_path / "workspace"
    shutil.copytree(ROOT / "examples/young-carer-flag", workspace, ignore=shutil.ignore_patterns("build"))
    (workspace / found[1]).parent.mkdir(parents=True)
    (workspace / found[1]).write_text(body, "utf-8")
    arguments = ["build", str(workspace), "--to", "text", "--only", "privacy_notice"]
    assert CliRunner().invoke(app, arguments).exit_code == 0


def test_the_first_agreement_of_the_readme(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Do what the README says, and compare what it shows with what is printed."""
    monkeypatch.chdir(tmp_path)
    shutil.copytree(ROOT / "examples/young-carer-flag", "work/riverdale", ignore=shutil.ignore_patterns("build"))
    agreement = Path("work/riverdale/agreements/nyc-001.yaml")
    text = agreement.read_text("utf-8").replace("reference: NYC-001", "reference: RIV-001")
    text = text.replace("status: agreed", "status: draft")
    slip = text.replace("lead: northmoor-council", "lead: northmor-council")
    benefit = next(line for line in text.splitlines(keepends=True) if line.startswith("    benefit: "))
    shown = [body for page, body in blocks("text") if page.name == "README.md" and page.parent == ROOT]
    power = text.replace("gateways: [nhs-act-2006-s84]", "gateways: [nhs-act-2006-s82]")
    for words, expected in zip((text, slip, text.replace(benefit, "", 1), power), shown, strict=True):
        agreement.write_text(words, "utf-8")
        assert expected in CliRunner().invoke(app, ["check", "work/riverdale"]).stdout
    arguments = ["build", "work/riverdale", "--to", "text", "--only", "privacy_notice"]
    assert CliRunner().invoke(app, arguments).exit_code == 0
    assert Path("work/riverdale/build/RIV-001").is_dir()


def test_the_finding_on_the_page_about_checking_is_a_real_one() -> None:
    shown = next(body for page, body in blocks("text") if page.name == "checking.md")
    printed = CliRunner().invoke(app, ["check", str(ROOT / "tests/flawed/young-carer-flag")]).stdout
    finding = shown.partition("agreements/")[2]
    assert finding in printed


def test_the_readme_starts_with_two_commands() -> None:
    first = next(body for page, body in blocks("sh") if page == ROOT / "README.md")
    assert first == "make demo\nmake test\n"
    makefile = (ROOT / "Makefile").read_text("utf-8")
    assert all(f"\n{line.split()[1]}:" in makefile for line in first.splitlines())


def test_the_table_of_exit_codes_is_whole() -> None:
    page = (ROOT / "docs/commands.md").read_text("utf-8")
    assert re.findall(r"^\| (\d+) \|", page, re.MULTILINE) == ["0", "1", "2", "3", "4", "5", "70"]
    assert "the first of 2, 3, 4, 1, 5 wins" in page


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.relative_to(ROOT).as_posix())
def test_prose_is_short(page: Path) -> None:
    """Sentences of 25 words or fewer, outside tables, code and made pages."""
    text = page.read_text("utf-8")
    if "Made by scripts/reference.py" in text or page.parent.name == "gateways":
        return
    text = re.sub(r"^(\||#|    |!\[).*$", "", _BLOCK.sub("\n\n", text), flags=re.MULTILINE)
    text = re.sub(r"\]\([^)]*\)", "]", text)
    for paragraph in re.split(r"\n\s*\n|\n(?=[-*] |\d+\. )", text):
        for sentence in re.split(r"(?<=[.!?:;])\s+", " ".join(paragraph.split())):
            assert len(sentence.split()) <= 25, sentence
