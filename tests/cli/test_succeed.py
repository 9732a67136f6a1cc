"""`dsagen succeed`, as people type it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from dsagen.cli.app import app
from tests.portfolio.moorland import FILE, moorland
from tests.workspace.builder import AGREEMENT, Builder

DAY = ("--from", "2028-04-01", "-C", "moorland")


@pytest.fixture
def workspace(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Builder:
    """Give a workspace with two councils that are about to become one, beside the folder that the command runs in."""
    monkeypatch.chdir(tmp_path)
    return moorland(tmp_path / "moorland")


def run(*arguments: str) -> Result:
    """Run dsagen succeed."""
    return CliRunner().invoke(app, ["succeed", *arguments], prog_name="dsagen")


def contents(workspace: Builder) -> dict[str, bytes]:
    """Give every file of a workspace."""
    files = (path for path in workspace.root.rglob("*") if path.is_file())
    return {path.relative_to(workspace.root).as_posix(): path.read_bytes() for path in files}


def test_a_dry_run_shows_everything_and_writes_nothing(workspace: Builder) -> None:
    before = contents(workspace)
    result = run("river-council", "moor-council", "moorland-council", *DAY, "--dry-run")
    assert contents(workspace) == before
    lines = result.stdout.splitlines()
    first = "New findings on 2028-04-01, which were not there before. The lines are those after the edit."
    assert lines[0] == first
    assert any(line.startswith("moorland/agreements/riv-001.yaml:8:1: error: The review is due on") for line in lines)
    edit = lines[lines.index("The edit") :]
    assert edit[1:3] == [f"--- a/{FILE}", f"+++ b/{FILE}"]
    assert {"-lead: river-council", "+lead: moorland-council", '+  "1.1":', "+    date: 2028-04-01"} <= set(edit)
    assert "Nothing was written. Without --dry-run it would be 4 files." in edit
    assert edit[-1] == "Run `dsagen build`."
    assert result.exit_code == 1


def test_it_is_written_and_says_what_to_rebuild(workspace: Builder) -> None:
    dry = run("river-council", "moor-council", "moorland-council", *DAY, "--dry-run").stdout
    result = run("river-council", "moor-council", "moorland-council", *DAY)
    assert result.stdout == dry.replace(
        "Nothing was written. Without --dry-run it would be 4 files.", "Written: 4 files."
    )
    rebuild = result.stdout[result.stdout.index("To rebuild, ") :].splitlines()
    assert rebuild[1].startswith("  RIV-001: data-sharing-agreement, dpia, ")
    assert "privacy-notice-moorland-council" in rebuild[1] and "river-council" not in rebuild[1]
    agreement = workspace.read().workspace.agreements["RIV-001"]
    assert agreement.parties == ["north-school", "moorland-council"]


def test_json_has_what_the_text_says(workspace: Builder) -> None:
    workspace.replace("  north-school: head teacher\n", "  north-school: head teacher\n  moor-council: leader\n")
    workspace.replace("title: The school tells both councils", "title: The school tells River Council")
    arguments = ("river-council", "moor-council", "moorland-council", *DAY)
    text = run(*arguments, "--dry-run").stdout
    result = run(*arguments, "--dry-run", "--format", "json")
    found = json.loads(result.stdout)
    assert result.exit_code == 1
    edit = text[text.index("The edit\n") :].splitlines()[1:]
    lines = [line for each in found["files"] for line in each["diff"].splitlines()]
    assert edit[: len(lines)] == lines
    assert {each["written"] for each in found["files"]} == {False}
    assert found["versions"] == [{"agreement": "RIV-001", "version": "1.1", "can_be_built": False}]
    for each in (*found["decisions"], *found["findings"]):
        assert f"{each['file']}:{each['line']}:{each['column']}: " in text and each["message"] in text
    assert [each["path"] for each in found["decisions"]] == ["agreements/RIV-001/signatories/moor-council"]
    assert found["mentions"] and all(each["line_text"] in text for each in found["mentions"])
    assert found["unchecked"] == [] and found["untouched"] == []


def test_json_says_what_was_written_and_what_to_build(workspace: Builder) -> None:
    arguments = ("river-council", "moor-council", "moorland-council", *DAY, "--format", "json")
    found = json.loads(run(*arguments).stdout)
    assert {each["written"] for each in found["files"]} == {True}
    assert FILE in {each["file"].removeprefix("moorland/") for each in found["files"]}
    assert {"RIV-001"} == {each["agreement"] for each in found["documents"]}
    assert "privacy-notice-moorland-council" in {each["name"] for each in found["documents"]}
    again = json.loads(run(*arguments).stdout)
    assert again["files"] == again["findings"] == again["documents"] == []


def test_the_author_may_be_named(workspace: Builder) -> None:
    run("river-council", "moorland-council", *DAY, "--author", "programme lead", "--fail-on", "never")
    assert workspace.read().workspace.agreements["RIV-001"].versions["1.1"].author == "programme lead"


def test_findings_do_not_fail_where_nobody_wants_that(workspace: Builder) -> None:
    assert run("river-council", "moorland-council", *DAY, "--fail-on", "never").exit_code == 0


def test_what_is_left_for_a_person_is_said(workspace: Builder) -> None:
    workspace.replace("  north-school: head teacher\n", "  north-school: head teacher\n  moor-council: leader\n")
    result = run("river-council", "moor-council", "moorland-council", *DAY)
    line = next(line for line in result.stdout.splitlines() if "has another" in line)
    assert line.startswith("moorland/agreements/riv-001.yaml:")
    assert line.endswith(
        ": `moorland-council` has the answer of `river-council` in `signatories`, and `moor-council` has another"
    )
    assert "RIV-001 cannot be built until what is left for a person is decided." in result.stdout
    assert result.exit_code == 1
    place = int(line.split(":")[1])
    assert (workspace.root / FILE).read_text().splitlines()[place - 1] == "  moor-council: leader"


def test_an_agreement_that_is_over_is_named(workspace: Builder) -> None:
    workspace.write(FILE, (workspace.root / FILE).read_text() + "ends: 2027-11-30\n")
    result = run("river-council", "moorland-council", *DAY)
    assert "Left alone, because they do not run on that day\nRIV-001: it ended on 2027-11-30.\n" in result.stdout
    assert "reference: RIV-001" not in result.stdout


def test_a_party_that_is_not_there_yet(workspace: Builder) -> None:
    result = run("river-council", "greater-moor", *DAY)
    assert result.exit_code == 2
    assert "Nothing was written: there is no party `greater-moor` yet." in result.stderr
    assert "  greater-moor:\n    name: The legal name of the new body\n    type: local_authority\n" in result.stderr
    nearly = run("river-council", "moorland-counsil", *DAY)
    assert "Did you mean `moorland-council`?" in nearly.stderr


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("river-counsil", "moorland-council", *DAY), "Did you mean `river-council`?"),
        (("river-council", "river-council", *DAY), "`river-council` cannot take its own place"),
        (("river-council", *DAY), "at least two parties"),
        (("river-council", "moorland-council", "--from", "soon", "-C", "moorland"), "`soon` is no day"),
        (("river-council", "moorland-council", "-C", "moorland"), "--from"),
        (("river-council", "moorland-council", "--from", "2028-04-01", "-C", "nowhere"), "no file or folder `nowhere`"),
    ],
)
def test_wrong_usage(workspace: Builder, arguments: tuple[str, ...], said: str) -> None:
    before = contents(workspace)
    result = run(*arguments)
    assert result.exit_code == 2
    assert said in " ".join(result.stderr.replace("│", " ").split())
    assert contents(workspace) == before


def test_sources_with_a_problem_are_mended_first(workspace: Builder) -> None:
    workspace.replace("\nlead: river-council", "\nlead: river-counsil")
    before = contents(workspace)
    result = run("river-council", "moorland-council", *DAY)
    assert result.exit_code == 3
    assert "moorland/agreements/riv-001.yaml:5:7: " in result.stderr
    assert "Nothing was written: a place could be missed." in result.stderr
    assert contents(workspace) == before


def test_an_edit_that_cannot_be_made_says_why(workspace: Builder) -> None:
    part = "assessment: {include: assessments/riv-001.yaml}\nends: 2028-03-31\n"
    agreement = (workspace.root / FILE).read_text()
    old = agreement.replace("RIV-001", "OLD-001").replace("assessment: {include: assessments/riv-001.yaml}\n", part)
    workspace.write("agreements/old.yaml", old)
    before = contents(workspace)
    result = run("river-council", "moorland-council", *DAY)
    assert result.exit_code == 2
    assert "Nothing was written: agreements/old.yaml would not say what is intended." in result.stderr
    assert contents(workspace) == before


def test_a_file_of_an_agreement_leads_to_its_whole_workspace(workspace: Builder) -> None:
    workspace.write("agreements/other.yaml", AGREEMENT.replace("RIV-001", "OTH-001"))
    result = run("river-council", "moorland-council", "--from", "2028-04-01", "-C", f"moorland/{FILE}", "--dry-run")
    assert "+++ b/agreements/other.yaml" in result.stdout


def test_nothing_to_do(workspace: Builder) -> None:
    run("river-council", "moorland-council", *DAY)
    result = run("river-council", "moorland-council", *DAY)
    assert result.exit_code == 0
    assert result.stdout == ("Nothing to write: `river-council` stands nowhere where `moorland-council` is to stand.\n")
