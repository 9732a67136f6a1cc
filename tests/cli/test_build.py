"""`dsagen build`, as people type it."""

from __future__ import annotations

import errno
import json
import os
import re
import sys
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from dsagen.cli.app import app
from dsagen.documents.compose import Composition, Subject, compose
from dsagen.documents.library import Library
from dsagen.writers import pdf
from dsagen.writers.errors import PdfLibrariesMissing
from tests.workspace.builder import SETTINGS, Builder

FULL_ALONE = "defaults: {transparency: {audiences: []}}\n"
NOTICE = "build/RIV-001/privacy-notice-river-council.txt"


@pytest.fixture
def workspace(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Builder:
    """Give a tiny draft with the full notices alone, beside the folder that the command runs in."""
    monkeypatch.chdir(tmp_path)
    builder = Builder(tmp_path / "riverdale")
    builder.write("dsagen.yaml", f"{SETTINGS}notice_formats: [docx, pdf]\n{FULL_ALONE}")
    return builder


def run(*arguments: str) -> Result:
    """Run dsagen."""
    return CliRunner().invoke(app, list(arguments), prog_name="dsagen")


def text(*arguments: str) -> Result:
    """Build the notices of the tiny workspace as text."""
    return run("build", "riverdale", "--to", "text", "--only", "privacy_notice", *arguments)


def test_a_draft_with_gaps_is_built_and_fine(workspace: Builder) -> None:
    result = text()
    assert result.exit_code == 0
    shown = result.stdout.splitlines()
    assert shown[:3] == [
        "written   riverdale/build/RIV-001/privacy-notice-north-school.txt",
        "written   riverdale/build/RIV-001/privacy-notice-river-council.txt",
        "",
    ]
    gap = "riverdale/agreements/riv-001.yaml:21:3: gap: To be completed: what starts this flow"
    assert any(line.startswith(gap) for line in shown)
    assert shown[-1] == "2 files in riverdale/build: 2 written."
    assert shown[-2].startswith("1 agreement read: ")
    assert "> This is a draft\n" in (workspace.root / NOTICE).read_text("utf-8")


def test_the_gaps_are_those_that_check_gives(workspace: Builder) -> None:
    checked = json.loads(run("check", "riverdale", "--format", "json").stdout)["findings"]
    assert json.loads(text("--format", "json").stdout)["findings"] == checked


def test_what_is_the_same_is_not_touched(workspace: Builder) -> None:
    text()
    file = workspace.root / NOTICE
    before = file.stat().st_mtime_ns
    assert text().stdout.splitlines()[-1] == "2 files in riverdale/build: 2 unchanged."
    assert file.stat().st_mtime_ns == before


def test_a_gap_in_an_agreed_agreement_fails_and_its_documents_say_draft(workspace: Builder) -> None:
    workspace.replace("status: draft", "status: agreed")
    result = text()
    assert result.exit_code == 1
    assert "RIV-001 claims the status `agreed` and is not complete: its documents say DRAFT." in result.stdout
    assert "> This is a draft\n" in (workspace.root / NOTICE).read_text("utf-8")


def test_an_unknown_clause_value_is_reported_in_build_and_check_alike(workspace: Builder) -> None:
    workspace.replace("reference: RIV-001", "reference: RIV-001\nclauses: {breech: {time: 12 hours}}")
    expected = "riverdale/agreements/riv-001.yaml:2:11: error: there is no standard clause `breech`"
    assert expected in text().stdout
    assert expected in run("check", "riverdale").stdout
    assert text().exit_code == 0  # a draft may be wrong
    workspace.replace("status: draft", "status: agreed")
    assert text().exit_code == 1


def test_an_invalid_agreement_is_3_and_the_others_are_built(workspace: Builder) -> None:
    content = (workspace.root / "agreements/riv-001.yaml").read_text()
    workspace.write("agreements/second.yaml", content.replace("RIV-001", "RIV-002"))
    workspace.replace("status: draft", "status: agred")
    result = text()
    assert result.exit_code == 3
    assert "riverdale/agreements/riv-001.yaml:4:9: error: `agred` is not one of the words for `status`" in result.stdout
    assert (workspace.root / "build/RIV-002/privacy-notice-river-council.txt").is_file()
    assert not (workspace.root / "build/RIV-001").exists()


def test_settings_choose_the_documents_and_formats(workspace: Builder) -> None:
    chosen = "documents: [privacy_notice, dpia]\nformats: [text]\nnotice_formats: [html, fragment]\n"
    workspace.write("dsagen.yaml", f"{SETTINGS}{chosen}{FULL_ALONE}")
    assert run("build", "riverdale").exit_code == 0
    assert sorted(file.name for file in (workspace.root / "build/RIV-001").iterdir()) == [
        "dpia.txt",
        "privacy-notice-north-school.fragment.html",
        "privacy-notice-north-school.html",
        "privacy-notice-river-council.fragment.html",
        "privacy-notice-river-council.html",
    ]


def test_the_ages_of_the_people_choose_the_notices(workspace: Builder) -> None:
    workspace.write("dsagen.yaml", SETTINGS)
    workspace.write("people/all.yaml", "child: {label: Children, ages: 12 to 17}\n")
    assert text().exit_code == 0
    made = {file.name for file in (workspace.root / "build/RIV-001").iterdir()}
    stem = "privacy-notice-river-council"
    assert {f"{stem}-young-people.txt", f"{stem}-key-facts.txt", f"{stem}-just-in-time.txt", f"{stem}.txt"} <= made
    assert f"{stem}-children.txt" not in made


def test_all_four_documents_in_word_and_text(workspace: Builder) -> None:
    assert run("build", "riverdale", "--to", "docx,text").exit_code == 0
    made = {file.name for file in (workspace.root / "build/RIV-001").iterdir()}
    assert {"data-sharing-agreement.docx", "dpia.docx", "appropriate-policy-river-council.docx"} <= made
    assert "appropriate-policy-north-school.docx" not in made
    assert len(made) == 10


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["--only", "dpa"], "Did you mean `dpia`?"),
        (["--only", "dsa,notice"], "Did you mean `privacy_notice`?"),
        (["--to", "word"], "Did you mean `docx`?"),
        (["--to", "odt"], "Expected one of: `docx`, `pdf`, `text`, `html`, `fragment`."),
        (["--to", ","], "it names nothing"),
    ],
)
def test_an_unknown_word_is_wrong_usage(workspace: Builder, arguments: list[str], said: str) -> None:
    result = run("build", "riverdale", *arguments)
    assert result.exit_code == 2
    assert said in result.stderr
    assert not (workspace.root / "build").exists()


def test_hyphens_and_capitals_in_words_are_fine(workspace: Builder) -> None:
    assert run("build", "riverdale", "--only", "Privacy-Notice", "--to", "TEXT").exit_code == 0


@pytest.mark.parametrize("folder", ["riverdale/documents", "elsewhere/deep"])
def test_output_inside_and_outside(workspace: Builder, tmp_path: Path, folder: str) -> None:
    result = text("--output", folder)
    assert result.stdout.splitlines()[0] == f"written   {folder}/RIV-001/privacy-notice-north-school.txt"
    assert (tmp_path / folder / "RIV-001/privacy-notice-river-council.txt").is_file()
    assert not (workspace.root / "build").exists()


@pytest.mark.parametrize("output", ["taken", "taken/deeper"])
def test_an_output_that_is_a_file_is_wrong_usage(workspace: Builder, tmp_path: Path, output: str) -> None:
    (tmp_path / "taken").write_text("mine")
    result = text("--output", output)
    assert (result.exit_code, result.stdout) == (2, "")
    assert "a file of that name, not a folder, is there" in result.stderr
    assert (tmp_path / "taken").read_text() == "mine"


def test_a_folder_that_cannot_be_made_is_4(workspace: Builder, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise PermissionError(errno.EACCES, "Permission denied")

    monkeypatch.setattr(Path, "mkdir", refuse)
    result = text("--output", "locked")
    assert (result.exit_code, result.stdout) == (4, "")
    assert "The folder `locked` cannot be made: Permission denied. Nothing was built." in result.stderr


def test_a_full_disk_is_4_and_leaves_the_old_file(workspace: Builder, monkeypatch: pytest.MonkeyPatch) -> None:
    text()
    old = (workspace.root / NOTICE).read_bytes()
    workspace.replace("name: River Council", "name: River Borough Council", "parties/all.yaml")
    write = Path.write_bytes

    def fill(self: Path, data: bytes) -> int:
        if "river-council" in self.name:
            write(self, data[:10])
            raise OSError(errno.ENOSPC, "No space left on device")
        return write(self, data)

    monkeypatch.setattr(Path, "write_bytes", fill)
    result = text()
    assert result.exit_code == 4
    assert f"failed    riverdale/{NOTICE}: No space left on device" in result.stdout.splitlines()
    assert (workspace.root / NOTICE).read_bytes() == old
    assert sorted(file.suffix for file in (workspace.root / "build/RIV-001").iterdir()) == [".txt", ".txt"]


def test_where_pdf_has_no_libraries_word_is_still_written(workspace: Builder, monkeypatch: pytest.MonkeyPatch) -> None:
    tries = []

    def missing(tree: object) -> bytes:
        tries.append(tree)
        raise PdfLibrariesMissing("cannot load library 'pango-1.0-0'")

    monkeypatch.setattr(pdf, "render", missing)
    result = run("build", "riverdale", "--only", "privacy_notice", "--quiet")
    assert result.exit_code == 4
    assert (workspace.root / "build/RIV-001/privacy-notice-river-council.docx").is_file()
    reason = "the libraries that PDF needs are not installed"
    assert f"failed    riverdale/build/RIV-001/privacy-notice-river-council.pdf: {reason}" in result.stdout
    assert result.stderr.count("Install the libraries, then run the same command again:") == 1
    assert "The Word files were made." in result.stderr
    for system in ("sudo apt-get install", "brew install pango", "MSYS2"):
        assert system in result.stderr
    assert len(tries) == 1


def fail_on_the_school(monkeypatch: pytest.MonkeyPatch) -> None:
    """Make dsagen itself fail in one document."""

    def broken(subject: Subject, library: Library) -> Composition:
        if subject.party == "north-school":
            raise ZeroDivisionError("a fault")
        return compose(subject, library)

    monkeypatch.setattr("dsagen.portfolio.making.compose", broken)


def test_a_fault_in_one_document_does_not_stop_the_others(workspace: Builder, monkeypatch: pytest.MonkeyPatch) -> None:
    fail_on_the_school(monkeypatch)
    result = text()
    assert result.exit_code == 4
    assert "dsagen itself has failed (ZeroDivisionError); this is not your mistake" in result.stdout
    assert "Traceback" not in result.output
    assert (workspace.root / NOTICE).is_file()
    shown = run("--debug", "build", "riverdale", "--to", "text", "--only", "privacy_notice")
    assert shown.exit_code == 4
    assert "ZeroDivisionError: a fault" in shown.stderr
    assert "Traceback" in shown.stderr


def test_debug_may_stand_anywhere(
    workspace: Builder, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    from dsagen.cli.app import main

    fail_on_the_school(monkeypatch)
    arguments = ["dsagen", "build", "riverdale", "--to", "text", "--only", "privacy_notice", "--debug"]
    monkeypatch.setattr(sys, "argv", arguments)
    with pytest.raises(SystemExit) as caught:
        main()
    assert caught.value.code == 4
    assert "ZeroDivisionError: a fault" in capsys.readouterr().err


def test_a_template_that_cannot_be_used_fails_its_document_alone(workspace: Builder) -> None:
    workspace.write("templates/privacy_notice/keep.html", "<p>{{ nothing }}</p>")
    result = run("build", "riverdale", "--to", "text", "--only", "dpia,privacy_notice")
    assert result.exit_code == 4
    assert re.search(r"a template cannot be used: privacy_notice/keep\.html:1: .*nothing", result.stdout)
    assert (workspace.root / "build/RIV-001/dpia.txt").is_file()


def test_a_clause_that_cannot_be_read_is_reported_with_its_file(workspace: Builder) -> None:
    workspace.write("templates/clauses/breach.yaml", "title: [\n")
    workspace.replace("reference: RIV-001", "reference: RIV-001\nclauses: {breach: {time: 12 hours}}")
    for result in (text(), run("check", "riverdale")):
        assert "riverdale/templates/clauses/breach.yaml:2:1: error: " in result.stdout


def test_quiet_prints_what_failed_and_one_line_a_finding(workspace: Builder) -> None:
    result = text("--quiet")
    assert result.stdout.splitlines()
    assert all(
        re.search(r":\d+:\d+: (error|gap|warning|advice): .* \[\S+\]$", line) for line in result.stdout.splitlines()
    )
    assert result.stderr == ""


def test_verbose_prints_a_line_a_file_on_standard_error(workspace: Builder) -> None:
    said = text("--verbose").stderr.splitlines()
    assert [line.rpartition(": ")[2] for line in said] == [
        "RIV-001/privacy-notice-north-school.txt",
        "RIV-001/privacy-notice-river-council.txt",
    ]


def test_json(workspace: Builder) -> None:
    result = text("--format", "json")
    record = json.loads(result.stdout)
    assert list(record) == ["version", "outputs", "findings"]
    assert record["outputs"][1] == {
        "agreement": "RIV-001",
        "document": "privacy_notice",
        "party": "river-council",
        "format": "text",
        "path": f"riverdale/{NOTICE}",
        "outcome": "written",
        "reason": "",
    }
    assert "DOC-GAP" in {finding["rule"] for finding in record["findings"]}


def test_no_bar_where_standard_error_is_no_terminal(workspace: Builder) -> None:
    assert text().stderr == ""


def test_a_terminal_gets_a_bar_and_a_table(workspace: Builder, monkeypatch: pytest.MonkeyPatch) -> None:
    pty = pytest.importorskip("pty")
    monkeypatch.setenv("PYTHONPATH", str(Path(__file__).parents[2]))
    monkeypatch.setenv("COLUMNS", "160")
    shown = bytearray()

    def keep(descriptor: int) -> bytes:
        data = os.read(descriptor, 4096)
        shown.extend(data)
        return data

    arguments = ["build", "riverdale", "--only", "privacy_notice", "--to", "text,docx"]
    assert pty.spawn([sys.executable, "-m", "dsagen", *arguments], keep) == 0
    printed = re.sub(r"\x1b\[[0-9;?]*[a-zA-Z]", "", shown.decode())
    assert re.search(r" 4/4 .*RIV-001/privacy-notice", printed)
    rows = [line.split() for line in printed.splitlines()]
    assert ["riverdale/build", "text", "docx"] in rows
    assert ["RIV-001/privacy-notice-river-council", "written", "written"] in rows


def test_one_agreement_alone(workspace: Builder) -> None:
    content = (workspace.root / "agreements/riv-001.yaml").read_text()
    workspace.write("agreements/second.yaml", content.replace("RIV-001", "RIV-002"))
    result = run("build", "riverdale/agreements/second.yaml", "--to", "text", "--only", "dpia")
    assert result.stdout.splitlines()[0] == "written   riverdale/build/RIV-002/dpia.txt"
    assert not (workspace.root / "build/RIV-001").exists()


def test_nothing_to_build(workspace: Builder) -> None:
    workspace.replace("        schedule1: [18]\n", "")
    result = run("build", "riverdale", "--only", "appropriate_policy")
    assert result.exit_code == 0
    assert result.stdout.splitlines()[-1] == "There was nothing to build."
    assert not (workspace.root / "build").exists()


def test_no_workspace_says_how_to_go_on(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    result = run("build")
    assert (result.exit_code, result.stdout) == (2, "")
    assert "Name one (`dsagen build FOLDER`)" in result.stderr
