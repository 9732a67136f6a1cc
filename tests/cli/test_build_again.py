"""`dsagen build` for the second time: what it makes, what it keeps, what it removes, and what it refuses."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from filelock import FileLock
from typer.testing import CliRunner, Result

from dsagen.cli.app import app
from tests.workspace.builder import SETTINGS, Builder

NOTICE = "build/RIV-001/privacy-notice-river-council.txt"


@pytest.fixture
def workspace(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Builder:
    """Give a tiny draft with two notices, built, beside the folder that the command runs in."""
    monkeypatch.chdir(tmp_path)
    builder = Builder(tmp_path / "riverdale")
    builder.write(
        "dsagen.yaml",
        f"{SETTINGS}documents: [privacy_notice]\nnotice_formats: [text]\n"
        "defaults: {transparency: {audiences: []}}\n",
    )
    assert build().exit_code == 0
    return builder


def run(*arguments: str) -> Result:
    return CliRunner().invoke(app, list(arguments), prog_name="dsagen")


def build(*arguments: str) -> Result:
    return run("build", "riverdale", *arguments)


def outcomes(result: Result) -> list[str]:
    """Give the first words of the lines about files."""
    lines = [line for line in result.stdout.splitlines() if "riverdale/build/" in line and "file:" not in line]
    return [line.split()[0] for line in lines]


def stamps(builder: Builder) -> dict[str, int]:
    """Give when each file was last written."""
    files = (path for path in builder.root.rglob("*") if path.is_file() and ".dsagen" not in path.parts)
    return {str(path): path.stat().st_mtime_ns for path in files}


def test_what_is_unchanged_is_not_written_the_lock_included(workspace: Builder) -> None:
    before = stamps(workspace)
    result = build()
    assert result.exit_code == 0
    assert outcomes(result) == ["unchanged", "unchanged"]
    assert stamps(workspace) == before


def test_a_comment_writes_nothing(workspace: Builder) -> None:
    workspace.write("people/all.yaml", "# Everybody\nchild:\n  label: Children\n")
    before = stamps(workspace)
    assert outcomes(build()) == ["unchanged", "unchanged"]
    assert stamps(workspace) == before


def test_a_change_writes_what_says_it(workspace: Builder) -> None:
    workspace.replace(
        "name: River Council\n", "name: River Council\n  website: https://river.example\n", "parties/all.yaml"
    )
    result = build("--dry-run")
    assert outcomes(result) == ["stale", "stale"]
    assert "website of river-council, parties/all.yaml:7" in result.stdout
    assert "website" not in (workspace.root / NOTICE).read_text("utf-8")
    assert outcomes(build()) == ["written", "written"]
    assert outcomes(build()) == ["unchanged", "unchanged"]
    assert "river.example" in (workspace.root / NOTICE).read_text("utf-8")


def test_check_says_by_its_code_what_is_out_of_date_and_writes_nothing(workspace: Builder) -> None:
    assert build("--check").exit_code == 0
    workspace.replace("name: River Council", "name: Stream Council", "parties/all.yaml")
    before = stamps(workspace)
    assert build("--check").exit_code == 5
    assert stamps(workspace) == before
    (workspace.root / NOTICE).unlink()
    workspace.replace("name: Stream Council", "name: River Council", "parties/all.yaml")
    assert build("--check").exit_code == 5, "a missing output is out of date"
    assert build().exit_code == 0
    assert build("--check").exit_code == 0


def test_a_dry_run_before_the_first_build_makes_nothing(workspace: Builder, tmp_path: Path) -> None:
    result = build("--dry-run", "--output", "elsewhere")
    assert result.exit_code == 0
    assert outcomes(run("build", "riverdale", "--dry-run")) == ["unchanged", "unchanged"]
    assert "it has not been built" in result.stdout
    assert not (tmp_path / "elsewhere").exists()


def test_a_file_that_somebody_changed_is_kept_until_forced(workspace: Builder) -> None:
    notice = workspace.root / NOTICE
    notice.write_text("Signed, with a note", "utf-8")
    workspace.replace("name: River Council", "name: Stream Council", "parties/all.yaml")
    result = build()
    assert result.exit_code == 4
    assert "somebody has changed the file" in result.stdout and "--force" in result.stdout
    assert notice.read_text("utf-8") == "Signed, with a note"
    assert build("--force").exit_code == 0
    assert "Stream Council" in notice.read_text("utf-8")


def test_a_file_that_dsagen_did_not_write_is_never_replaced(workspace: Builder) -> None:
    strange = workspace.root / "documents/RIV-001/privacy-notice-river-council.txt"
    strange.parent.mkdir(parents=True)
    strange.write_text("Ours", "utf-8")
    result = build("--output", "riverdale/documents")
    assert result.exit_code == 4
    assert strange.read_text("utf-8") == "Ours"


def test_what_nothing_asks_for_is_listed_and_pruned(workspace: Builder) -> None:
    kept = workspace.root / "build/RIV-001/letter.txt"
    kept.write_text("Not dsagen's", "utf-8")
    old = "build/RIV-001/privacy-notice-north-school.txt"
    workspace.write(
        "agreements/riv-001.yaml",
        (workspace.root / "agreements/riv-001.yaml").read_text().replace("RIV-001", "RIV-002"),
    )
    result = build()
    assert result.exit_code == 0
    assert "2 files any more" in result.stdout and f"riverdale/{old}" in result.stdout
    assert (workspace.root / old).exists()
    result = build("--prune")
    assert f"removed   riverdale/{old}" in result.stdout
    assert not (workspace.root / old).exists()
    assert kept.read_text("utf-8") == "Not dsagen's"
    assert "RIV-001" not in (workspace.root / "dsagen.lock").read_text("utf-8")
    assert "any more" not in build().stdout


def test_an_output_that_was_changed_by_hand_is_not_pruned(workspace: Builder) -> None:
    old = workspace.root / NOTICE
    old.write_text("With a note", "utf-8")
    workspace.write(
        "agreements/riv-001.yaml",
        (workspace.root / "agreements/riv-001.yaml").read_text().replace("RIV-001", "RIV-002"),
    )
    result = build("--prune")
    assert old.read_text("utf-8") == "With a note"
    assert "1 file kept" in result.stdout


def test_nothing_is_left_over_while_something_cannot_be_read(workspace: Builder) -> None:
    workspace.replace("title: Attendance marks for early help", "title: [")
    result = build("--prune")
    assert result.exit_code == 3
    assert (workspace.root / NOTICE).exists()


def test_a_second_build_is_refused_while_one_works(workspace: Builder) -> None:
    with FileLock(workspace.root / ".dsagen/build.guard"):
        result = build()
    assert result.exit_code == 4
    assert "Another build is writing to riverdale" in result.stderr
    assert build().exit_code == 0


def test_a_lock_that_cannot_be_read_is_said(workspace: Builder) -> None:
    lock = workspace.root / "dsagen.lock"
    lock.write_text(lock.read_text("utf-8").replace("inputs=", "input="), "utf-8")
    result = build()
    assert result.exit_code == 3
    assert "dsagen.lock, line 3" in result.stderr
    lock.unlink()
    assert outcomes(build("--force")) == ["unchanged", "unchanged"], "the files are as they would be"


def test_without_a_lock_files_that_are_the_same_are_taken_over(workspace: Builder) -> None:
    (workspace.root / "dsagen.lock").unlink()
    assert outcomes(build()) == ["unchanged", "unchanged"]
    assert build("--check").exit_code == 0


def test_the_lock_of_another_folder_stands_in_it(workspace: Builder, tmp_path: Path) -> None:
    build("--output", "elsewhere")
    assert (tmp_path / "elsewhere/dsagen.lock").read_text("utf-8").count("inputs=") == 2
    assert "RIV-001/privacy-notice-river-council.txt inputs=" in (tmp_path / "elsewhere/dsagen.lock").read_text("utf-8")


@pytest.mark.parametrize("jobs", ["1", "2"])
def test_the_files_are_the_same_from_one_process_or_two(workspace: Builder, tmp_path: Path, jobs: str) -> None:
    result = run(
        "build",
        "riverdale",
        "--output",
        f"jobs-{jobs}",
        "--jobs",
        jobs,
        "--only",
        "dsa,dpia,privacy_notice",
        "--to",
        "text",
    )
    assert result.exit_code == 0
    made = tmp_path / f"jobs-{jobs}/RIV-001/privacy-notice-river-council.txt"
    assert made.read_bytes() == (workspace.root / NOTICE).read_bytes()


def test_an_interruption_leaves_a_folder_that_the_next_build_finishes(workspace: Builder) -> None:
    script = (
        "import os, signal, sys\n"
        "from dsagen.portfolio import outputs\n"
        "write = outputs.Outputs.write\n"
        "def stop(self, *given, **named):\n"
        "    done = write(self, *given, **named)\n"
        "    os.kill(os.getpid(), signal.SIGINT)\n"
        "    return done\n"
        "outputs.Outputs.write = stop\n"
        "signal.signal(signal.SIGINT, signal.default_int_handler)\n"
        "from dsagen.cli.app import main\n"
        "main()\n"
    )
    ended = subprocess.run(
        [sys.executable, "-c", script, "build", "riverdale", "--output", "cut", "--jobs", "2"],
        capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert ended.returncode != 0
    assert "Traceback" not in ended.stderr
    assert Path("cut/dsagen.lock").read_text("utf-8").count("inputs=") == 1
    assert sorted(outcomes_of(build("--output", "cut"), "cut/")) == ["unchanged", "written"]


def outcomes_of(result: Result, folder: str) -> list[str]:
    return [line.split()[0] for line in result.stdout.splitlines() if f" {folder}" in line]
