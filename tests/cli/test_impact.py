"""`dsagen impact`, as people type it."""

from __future__ import annotations

import csv
import io
import json
import subprocess
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from dsagen.cli.app import app
from tests.portfolio.riverdale import riverdale


@pytest.fixture(autouse=True)
def workspace(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Give a workspace of five agreements in a git repository, and go where it stands."""
    monkeypatch.chdir(tmp_path)
    root = riverdale(tmp_path / "riverdale", 5)
    for command in (["init", "-q"], ["add", "."], ["commit", "-qm", "First"]):
        who = ["-c", "user.name=partnership", "-c", "user.email=partnership@example.org"]
        subprocess.run(["git", "-C", str(root), *who, *command], check=True)
    return root


def run(*arguments: str) -> Result:
    return CliRunner().invoke(app, ["impact", "riverdale", *arguments], prog_name="dsagen")


def rename(root: Path) -> None:
    file = root / "parties/all.yaml"
    file.write_text(file.read_text("utf-8").replace("North School 3\n", "South School 3\n"), "utf-8")


def test_nothing_changed_since_the_last_commit() -> None:
    result = run("--since", "HEAD")
    assert result.exit_code == 0
    assert result.stdout == "No document changes.\n"


def test_since_a_commit_the_answer_names_documents_sections_reasons_and_people(workspace: Path) -> None:
    rename(workspace)
    result = run("--since", "HEAD")
    assert result.exit_code == 0
    lines = result.stdout.splitlines()
    assert lines[0] == "3 documents of 1 agreement change, in 13 sections."
    assert lines[2].startswith("RIV-003  Attendance marks")
    assert any(line.startswith("  data-sharing-agreement: Cover and running lines;") for line in lines)
    why = "  Why: parties/school-03/name (parties/all.yaml:23), by way of agreements/RIV-003 → parties/school-03"
    assert why in lines
    assert "  Must know: South School 3; River Council" in lines


def test_a_value_that_somebody_thinks_of_changes_no_file(workspace: Path) -> None:
    before = {path: path.read_bytes() for path in workspace.rglob("*.yaml")}
    result = run("--set", "parties/school-03/name=South School 3")
    assert "3 documents of 1 agreement change" in result.stdout
    assert {path: path.read_bytes() for path in workspace.rglob("*.yaml")} == before


def test_the_same_edit_has_the_same_answer(workspace: Path) -> None:
    thought = json.loads(run("--set", "parties/school-03/name=South School 3", "--format", "json").stdout)
    rename(workspace)
    assert json.loads(run("--since", "HEAD", "--format", "json").stdout) == thought
    assert thought["version"] == 1
    assert {each["agreement"] for each in thought["documents"]} == {"RIV-003"}
    assert thought["documents"][0]["reasons"][0]["place"].startswith("parties/all.yaml:23:")


def test_a_list_is_a_value_and_nothing_takes_it_out() -> None:
    result = run("--set", "agreements/RIV-002/flows/F01/viewers=[duty officers]")
    assert "RIV-002" in result.stdout and "Why: agreements/RIV-002/flows/F01/viewers/river-council/0" in result.stdout
    assert "1 agreement change" in run("--set", "agreements/RIV-002/flows/F01/viewers=").stdout


def test_a_table_for_letters(workspace: Path) -> None:
    rename(workspace)
    rows = list(csv.DictReader(io.StringIO(run("--since", "HEAD", "--format", "csv").stdout)))
    assert [row["party"] for row in rows] == ["school-03", "river-council"]
    assert rows[0]["name"] == "South School 3"
    assert rows[0]["contact"] == "school office"
    assert rows[0]["documents"] == "data-sharing-agreement; privacy-notice-school-03"
    assert rows[0]["reasons"] == "parties/school-03/name"


def test_a_table_never_runs_what_somebody_wrote(workspace: Path) -> None:
    file = workspace / "parties/all.yaml"
    file.write_text(file.read_text("utf-8").replace("name: North School 3\n", "name: '=cmd|x'\n"), "utf-8")
    rows = list(csv.DictReader(io.StringIO(run("--since", "HEAD", "--format", "csv").stdout)))
    assert rows[0]["name"] == "'=cmd|x"


def test_a_day_on_which_the_law_is_another(workspace: Path) -> None:
    agreement = workspace / "agreements/riv-002.yaml"
    content = agreement.read_text("utf-8")
    agreement.write_text(content.replace("children-act-1989-s17", "children-act-2004-s16la"), "utf-8")
    (workspace / "law").mkdir()
    (workspace / "law/confirmations.yaml").write_text(
        "children-act-2004-s16la:\n  in_force_from: 2027-03-01\n  confirmed_on: 2026-11-01\n"
        "  confirmed_by: information governance lead\n  source: The regulations\n",
        "utf-8",
    )
    assert "Legal basis" not in run("--as-at", "2027-02-01").stdout
    result = run("--as-at", "2027-03-02")
    assert "RIV-002" in result.stdout and "RIV-003" not in result.stdout
    assert "2 Legal basis; Schedule 1 Information flow cards" in result.stdout
    assert "Why: the law, or what is found" in result.stdout
    assert "after a new version is dated" in result.stdout


@pytest.mark.parametrize(
    ("option", "name", "documents"),
    [
        ("--party", "school-03", 3),
        ("--dataset", "attendance-03", 3),
        ("--field", "attendance-03/absence", 3),
        ("--gateway", "children-act-1989-s17", 15),
        ("--clause", "review", 5),
        ("--template", "privacy_notice/review.html", 10),
    ],
)
def test_a_name_reaches(option: str, name: str, documents: int) -> None:
    result = run(option, name)
    assert result.exit_code == 0
    agreements = {3: "1 agreement", 15: "5 agreements", 5: "5 agreements", 10: "5 agreements"}[documents]
    assert result.stdout.startswith(f"`{name}` reaches {documents} documents of {agreements}.\nThis is the most")
    assert len(json.loads(run(option, name, "--format", "json").stdout)["documents"]) == documents


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        ([], "no edit and no name"),
        (["--since", "HEAD", "--party", "school-03"], "Ask one at a time"),
        (["--party", "river-counsil"], "Did you mean `river-council`?"),
        (["--field", "absence"], "is in several datasets"),
        (["--field", "attendance-03/absent"], "Did you mean `attendance-03/absence`?"),
        (["--gateway", "children-act-1989-s71"], "Did you mean"),
        (["--clause", "reviews"], "Did you mean `review`?"),
        (["--template", "privacy_notice/reviews.html"], "Did you mean `privacy_notice/review.html`?"),
        (["--since", "nowhere"], "there is no such revision"),
        (["--since", "--output=x"], "does not start with a hyphen"),
        (["--as-at", "soon"], "is no day"),
        (["--set", "parties/school-03/name"], "has no `=`"),
        (["--set", "partys/school-03/name=x"], "Did you mean `parties`?"),
        (["--set", "parties/river-counsil/name=x"], "Did you mean `river-council`?"),
        (["--set", "parties/school-03=x"], "is a whole record"),
        (["--set", "parties/school-03/type=castle"], "after the change"),
        (["--set", "parties/school-03/name=[x"], "cannot be read"),
    ],
)
def test_what_cannot_be_asked_is_explained(arguments: list[str], said: str) -> None:
    result = run(*arguments)
    assert result.exit_code == 2
    assert said in " ".join(result.stderr.split())


def test_exit_code_when_asked(workspace: Path) -> None:
    assert run("--since", "HEAD", "--exit-code").exit_code == 0
    rename(workspace)
    assert run("--since", "HEAD", "--exit-code").exit_code == 1


def test_an_agreement_that_cannot_be_read_is_said(workspace: Path) -> None:
    (workspace / "agreements/riv-002.yaml").write_text("title: [", "utf-8")
    result = run("--since", "HEAD")
    assert result.exit_code == 3
    assert "agreements/riv-002.yaml could not be read" in result.stderr
    assert "asked for no more" not in result.stdout


def test_without_a_repository(workspace: Path) -> None:
    import shutil

    shutil.rmtree(workspace / ".git")
    result = run("--since", "HEAD")
    assert result.exit_code == 2
    assert "not in a git repository" in " ".join(result.stderr.split())
