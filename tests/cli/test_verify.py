"""`dsagen verify`, as people type it."""

from __future__ import annotations

import json
import shutil
from collections.abc import Mapping
from pathlib import Path

import pytest
from docx import Document
from typer.testing import CliRunner, Result

from dsagen.cli.app import app
from dsagen.documents.compose import Composition
from dsagen.portfolio import making
from dsagen.portfolio.outputs import digest_of
from dsagen.writers import pdf
from dsagen.writers.errors import PdfLibrariesMissing
from tests.workspace.builder import SETTINGS, Builder

FORMATS = "documents: [dsa, dpia]\nformats: [docx, text]\n"
DSA = "riverdale/build/RIV-001/data-sharing-agreement"


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give a tiny workspace whose four files were built."""
    builder = Builder(tmp_path_factory.mktemp("made") / "riverdale")
    builder.write("dsagen.yaml", SETTINGS + FORMATS)
    assert run("build", str(builder.root), "--jobs", "1").exit_code == 0
    return builder.root


@pytest.fixture
def workspace(made: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Builder:
    """Give a copy of it, beside the folder that the command runs in."""
    monkeypatch.chdir(tmp_path)
    shutil.copytree(made, tmp_path / "riverdale")
    return Builder.at(tmp_path / "riverdale")


def run(*arguments: str) -> Result:
    """Run dsagen."""
    return CliRunner().invoke(app, list(arguments), prog_name="dsagen")


def verify(*arguments: str) -> Result:
    """Verify the tiny workspace."""
    return run("verify", "riverdale", "--jobs", "1", *arguments)


def states(*arguments: str) -> dict[str, str]:
    """Give the state of each output by its path."""
    return {
        each["path"]: each["state"] for each in json.loads(verify(*arguments, "--format", "json").stdout)["outputs"]
    }


def bytes_of(root: Path) -> Mapping[Path, tuple[bytes, int]]:
    """Give every file under a folder, with its bytes and time."""
    return {path: (path.read_bytes(), path.stat().st_mtime_ns) for path in root.rglob("*") if path.is_file()}


def edit(path: Path) -> None:
    """Edit a Word file as a person would, and save it."""
    document = Document(str(path))
    document.add_paragraph("The council also shares home addresses.")
    document.save(str(path))


@pytest.mark.parametrize("rebuild", [(), ("--rebuild",)])
def test_what_was_just_built_is_as_built_and_nothing_is_written(workspace: Builder, rebuild: tuple[str, ...]) -> None:
    before = bytes_of(workspace.root)
    result = verify(*rebuild)
    assert (result.stdout, result.exit_code) == ("4 outputs: 4 as built.\n", 0)
    assert bytes_of(workspace.root) == before


def test_nothing_is_made_again_while_the_inputs_are_the_same(
    workspace: Builder, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> Composition:
        raise AssertionError("composed")

    monkeypatch.setattr(making, "compose", refuse)
    assert verify().exit_code == 0


def test_a_word_file_that_somebody_edited_is_named_and_the_message_teaches(workspace: Builder) -> None:
    edit(Path(f"{DSA}.docx"))
    result = verify()
    assert result.exit_code == 5
    assert f"changed by hand  {DSA}.docx\n" in result.stdout
    assert "Move the edit into the YAML or a template, take the file away, and run `dsagen build`." in result.stdout
    assert result.stdout.endswith("4 outputs: 1 changed by hand, 3 as built.\n")


def test_what_the_message_says_helps(workspace: Builder) -> None:
    edit(Path(f"{DSA}.docx"))
    Path(f"{DSA}.docx").unlink()
    run("build", "riverdale", "--jobs", "1")
    assert verify().exit_code == 0


def test_a_file_that_is_gone_is_named(workspace: Builder) -> None:
    Path(f"{DSA}.docx").unlink()
    result = verify()
    assert result.exit_code == 5
    assert f"missing          {DSA}.docx\n" in result.stdout
    assert "run `dsagen build`." in result.stdout


def test_a_changed_value_makes_every_document_that_says_it_out_of_date(workspace: Builder) -> None:
    workspace.replace("title: Offer early help", "title: Offer help early")
    result = verify()
    assert result.exit_code == 5
    assert f"out of date      {DSA}.docx: the sources say something else now\n" in result.stdout
    assert result.stdout.endswith("4 outputs: 4 out of date.\n")


def test_a_changed_comment_is_fine(workspace: Builder) -> None:
    workspace.replace("reference: RIV-001", "# the first of many\nreference: RIV-001")
    assert verify().exit_code == 0


def test_what_changes_the_inputs_and_not_the_words_is_fine(workspace: Builder) -> None:
    workspace.write("templates/notes/about.html", "A file that no section uses.")
    assert verify().exit_code == 0
    assert states("--rebuild") == dict.fromkeys(states(), "as_built")


def test_another_house_style_is_out_of_date(workspace: Builder) -> None:
    workspace.write("dsagen.yaml", f"{SETTINGS}{FORMATS}house_style: {{accent: '#004080'}}\n")
    result = verify()
    assert result.exit_code == 5
    assert f"{DSA}.docx: the house style has changed" in result.stdout


def test_a_new_document_is_not_built(workspace: Builder) -> None:
    workspace.write("dsagen.yaml", f"{SETTINGS}documents: [dsa, dpia]\nformats: [docx, text, html]\n")
    assert states()["build/RIV-001/dpia.html"] == "not_built"
    assert verify().exit_code == 5


def left_over_by_build(*arguments: str) -> list[str]:
    """Give what `build` would remove."""
    said = run("build", "riverdale", "--jobs", "1", *arguments).stdout.partition("--prune` removes:\n")[2]
    return [line.strip() for line in said.splitlines()]


def test_an_output_that_the_settings_do_not_ask_for_is_left_over_as_build_says(workspace: Builder) -> None:
    run("build", "riverdale", "--to", "html", "--only", "dsa", "--jobs", "1")
    run("build", "riverdale", "--only", "privacy_notice", "--to", "text", "--jobs", "1")
    found = [f"riverdale/{path}" for path, state in states().items() if state == "left_over"]
    assert f"{DSA}.html" in found and len(found) > 1
    assert found == left_over_by_build("--dry-run")
    result = verify()
    assert (f"left over        {DSA}.html\n" in result.stdout, result.exit_code) == (True, 0)
    rows = json.loads(run("status", "riverdale", "--format", "json").stdout)["agreements"]
    assert rows[0]["outputs"] == {"state": "up to date", "wanted": 4, "built": 4, "stale": 0, "failed": 0}
    run("build", "riverdale", "--prune", "--jobs", "1")
    assert verify().stdout == "4 outputs: 4 as built.\n"


def test_an_output_that_is_left_over_and_was_edited_is_changed_by_hand(workspace: Builder) -> None:
    run("build", "riverdale", "--to", "html", "--only", "dsa", "--jobs", "1")
    Path(f"{DSA}.html").write_text("With a note", "utf-8")
    assert states()["build/RIV-001/data-sharing-agreement.html"] == "changed_by_hand"
    assert verify().exit_code == 5


def test_one_agreement_alone_leaves_nothing_of_the_others_over(workspace: Builder) -> None:
    second = (workspace.root / "agreements/riv-001.yaml").read_text("utf-8").replace("RIV-001", "RIV-002")
    workspace.write("agreements/riv-002.yaml", second)
    run("build", "riverdale", "--jobs", "1")
    result = run("build", "riverdale/agreements/riv-002.yaml", "--prune", "--jobs", "1")
    assert "removed" not in result.stdout
    assert Path(f"{DSA}.docx").is_file()


def test_an_output_of_nothing_is_left_over_and_does_not_fail(workspace: Builder) -> None:
    workspace.replace("reference: RIV-001", "reference: RIV-002")
    run("build", "riverdale", "--jobs", "1")
    result = verify()
    assert result.exit_code == 0
    assert f"left over        {DSA}.docx\n" in result.stdout
    assert "`dsagen build --prune` removes it." in result.stdout


def test_a_file_that_is_not_ours_is_listed_and_does_not_fail(workspace: Builder) -> None:
    workspace.write("build/RIV-001/minutes.docx", "minutes")
    result = verify()
    assert result.exit_code == 0
    assert "not ours         riverdale/build/RIV-001/minutes.docx\n" in result.stdout
    assert json.loads(verify("--format", "json").stdout)["others"] == [{"path": "build/RIV-001/minutes.docx"}]


def test_marks_of_a_merge_are_named(workspace: Builder) -> None:
    lock = workspace.root / "dsagen.lock"
    lines = lock.read_text("utf-8").splitlines()
    other = lines[2].replace(" file=", " file=0")
    lock.write_text("\n".join([*lines[:2], "<<<<<<< HEAD", lines[2], "=======", other, ">>>>>>> b", *lines[3:], ""]))
    result = verify()
    assert result.exit_code == 5
    assert f"not in the lock  {DSA}.docx\n" in result.stdout
    assert "`dsagen.lock` has the marks of a merge. Run `dsagen build`" in result.stdout
    run("build", "riverdale", "--jobs", "1")
    assert verify().exit_code == 0


def test_a_lock_that_cannot_be_read_ends_with_3(workspace: Builder) -> None:
    workspace.write("dsagen.lock", "build/RIV-001/dpia.docx inputs=1\n")
    result = verify()
    assert result.exit_code == 3
    assert "riverdale/dsagen.lock cannot be used" in result.stderr
    assert "line 1" in result.stderr


def test_no_lock_at_all(workspace: Builder) -> None:
    (workspace.root / "dsagen.lock").unlink()
    result = verify()
    assert result.exit_code == 5
    assert "There is no riverdale/dsagen.lock" in result.stdout
    assert result.stdout.endswith("4 outputs: 4 not in the lock.\n")


def test_no_build_at_all(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Builder(tmp_path / "riverdale").write("dsagen.yaml", SETTINGS + FORMATS)
    result = verify()
    assert result.exit_code == 5
    assert result.stdout.endswith("4 outputs: 4 not built.\n")
    assert not (tmp_path / "riverdale" / ".dsagen").exists()


def test_an_agreement_that_cannot_be_read_ends_with_3_and_the_others_are_verified(workspace: Builder) -> None:
    second = (workspace.root / "agreements/riv-001.yaml").read_text("utf-8").replace("RIV-001", "RIV-002")
    workspace.write("agreements/riv-002.yaml", second)
    run("build", "riverdale", "--jobs", "1")
    workspace.write("agreements/riv-002.yaml", second.replace("form: one_way_disclosure", "form: unknown"))
    edit(Path(f"{DSA}.docx"))
    result = verify()
    assert result.exit_code == 3
    assert "riverdale/agreements/riv-002.yaml:3:7: error: " in result.stdout
    assert f"changed by hand  {DSA}.docx\n" in result.stdout
    assert "riverdale/build/RIV-002/dpia.docx: what it is made from cannot be read" in result.stdout


def test_a_folder_of_ones_own(workspace: Builder) -> None:
    run("build", "riverdale", "--output", "public", "--jobs", "1")
    assert verify("--output", "public").stdout == "4 outputs: 4 as built.\n"
    Path("public/RIV-001/dpia.docx").unlink()
    assert "missing          public/RIV-001/dpia.docx\n" in verify("--output", "public").stdout
    assert verify().exit_code == 0


def test_a_folder_that_is_not_there_is_wrong_usage(workspace: Builder) -> None:
    result = verify("--output", "nowhere")
    assert result.exit_code == 2
    assert "there is no folder `nowhere`" in result.stderr


def test_one_agreement_alone_says_nothing_of_the_others(workspace: Builder) -> None:
    second = (workspace.root / "agreements/riv-001.yaml").read_text("utf-8").replace("RIV-001", "RIV-002")
    workspace.write("agreements/riv-002.yaml", second)
    run("build", "riverdale", "--jobs", "1")
    result = run("verify", "riverdale/agreements/riv-002.yaml", "--jobs", "1")
    assert (result.stdout, result.exit_code) == ("4 outputs: 4 as built.\n", 0)


def test_rebuild_finds_what_a_forged_lock_hides(workspace: Builder) -> None:
    path = Path(f"{DSA}.txt")
    lock = workspace.root / "dsagen.lock"
    old, new = digest_of(path.read_bytes()), path.read_bytes() + b"and home addresses\n"
    path.write_bytes(new)
    lock.write_text(lock.read_text("utf-8").replace(old, digest_of(path.read_bytes())), "utf-8")
    assert verify().exit_code == 0
    result = verify("--rebuild")
    assert result.exit_code == 5
    assert f"out of date      {DSA}.txt: made again, it has other bytes\n" in result.stdout


def test_a_template_that_cannot_be_used_ends_with_4(workspace: Builder) -> None:
    workspace.write("templates/dsa/03-purposes.html", "{% broken")
    result = verify()
    assert result.exit_code == 4
    assert f"not known        {DSA}.docx: a template cannot be used: " in result.stdout


def test_missing_libraries_for_pdf_end_with_4(workspace: Builder, monkeypatch: pytest.MonkeyPatch) -> None:
    workspace.write("dsagen.yaml", f"{SETTINGS}documents: [dsa]\nformats: [pdf]\n")
    run("build", "riverdale", "--only", "dsa", "--to", "pdf", "--jobs", "1")

    def refuse(*_: object) -> bytes:
        raise PdfLibrariesMissing("libpango-1.0-0")

    monkeypatch.setattr(pdf, "render", refuse)
    result = verify("--rebuild")
    assert result.exit_code == 4
    assert "the libraries that PDF needs are not installed" in result.stdout
