"""`dsagen check`, as people type it."""

from __future__ import annotations

import json
import os
from collections.abc import Sequence
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from dsagen.cli.app import app
from tests.workspace.builder import Builder


@pytest.fixture
def workspace(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Builder:
    """Give a tiny workspace, beside the folder that the command runs in."""
    monkeypatch.chdir(tmp_path)
    return Builder(tmp_path / "riverdale")


def run(*arguments: str) -> Result:
    """Run dsagen."""
    return CliRunner().invoke(app, list(arguments), prog_name="dsagen")


def lines(result: Result, start: str) -> Sequence[str]:
    """Give the lines of the output that start in a way."""
    return [line for line in result.stdout.splitlines() if line.startswith(start)]


def sound(workspace: Builder) -> None:
    """Mend what is wrong with the tiny workspace, so that only unwritten things are left."""
    workspace.replace("        schedule1: [18]\n", "")


def test_a_draft_with_gaps_is_fine(workspace: Builder) -> None:
    sound(workspace)
    result = run("check", "riverdale")
    assert result.exit_code == 0
    assert lines(result, "riverdale/agreements/riv-001.yaml:21:3: gap: To be completed: what starts this flow")
    assert " gaps, " in result.stdout.splitlines()[-1]
    assert " error" not in result.stdout.splitlines()[-1]


def test_an_error_in_a_draft_fails(workspace: Builder) -> None:
    sound(workspace)
    workspace.replace("gateways: [children-act-1989-s17]", "gateways: [nhs-act-2006-s84]")
    result = run("check", "riverdale")
    assert result.exit_code == 1
    assert lines(result, "riverdale/agreements/riv-001.yaml:33:20: error: ")


def test_a_gap_in_an_agreed_agreement_fails(workspace: Builder) -> None:
    workspace.replace("status: draft", "status: agreed")
    assert run("check", "riverdale").exit_code == 1
    assert run("check", "riverdale", "--fail-on", "never").exit_code == 0


def test_a_mistake_is_shown_with_its_line_and_a_caret(workspace: Builder) -> None:
    workspace.replace("form: one_way_disclosure", "form: oneway_disclosure")
    result = run("check", "riverdale")
    assert result.exit_code == 3
    shown = result.stdout.splitlines()
    assert shown[:5] == [
        "RIV-001",
        "riverdale/agreements/riv-001.yaml:3:7: error: `oneway_disclosure` is not one of the words for `form` "
        "[SRC-VALUE]",
        "      form: oneway_disclosure",
        "            ^",
        "    Mend: Did you mean `one_way_disclosure`? Expected one of: `reciprocal_protocol`, `one_way_disclosure`, "
        "`joint_controllers`.",
    ]
    assert "Not read to the end, so not all is known of it: riverdale/agreements/riv-001.yaml" in shown
    assert shown[-1] == "1 agreement read: 1 error."


@pytest.mark.parametrize("fail_on", ["error", "never"])
def test_a_source_problem_is_3_whatever_fails_a_run(workspace: Builder, fail_on: str) -> None:
    workspace.replace("status: draft", "status: agred")
    assert run("check", "riverdale", "--fail-on", fail_on).exit_code == 3


def test_the_others_are_still_checked(workspace: Builder) -> None:
    content = (workspace.root / "agreements/riv-001.yaml").read_text()
    workspace.write("agreements/second.yaml", content.replace("RIV-001", "RIV-002"))
    workspace.replace("status: draft", "status: agred")
    result = run("check", "riverdale")
    assert lines(result, "riverdale/agreements/second.yaml:21:3: gap:")
    assert not lines(result, "riverdale/agreements/riv-001.yaml:21:3: gap:")


def test_what_two_agreements_share_is_said_once(workspace: Builder) -> None:
    content = (workspace.root / "agreements/riv-001.yaml").read_text()
    workspace.write("agreements/second.yaml", content.replace("RIV-001", "RIV-002"))
    result = run("check", "riverdale")
    assert (
        len([line for line in lines(result, "riverdale/people/all.yaml:1:1: gap:") if "who is in this group" in line])
        == 1
    )


@pytest.mark.parametrize(
    ("written", "under"),
    [
        ("child: {label: AB, x: y}", " " * 19),
        ("child: {label: 学校, x: y}", " " * 21),
        ("child: {label: e\u0301, x: y}", " " * 18),
        ("child: {label:\tA, x: y}", " " * 14 + "\t" + " " * 3),
    ],
)
def test_the_caret_stands_under_its_character(workspace: Builder, written: str, under: str) -> None:
    """Tabs stay tabs, wide characters take two columns, and accents of their own take none."""
    workspace.write("people/all.yaml", f"{written}\n")
    shown = run("check", "riverdale").stdout.splitlines()
    at = next(number for number, line in enumerate(shown) if "`x` is not a key of a group of people" in line)
    assert shown[at + 1 : at + 3] == [f"      {written}", f"      {under}^"]


def test_a_long_line_is_shown_around_its_character(workspace: Builder) -> None:
    workspace.write("people/all.yaml", f"child: {{label: {'a' * 300}, x: y}}\n")
    shown = run("check", "riverdale").stdout.splitlines()
    at = next(number for number, line in enumerate(shown) if "`x` is not a key of a group of people" in line)
    assert shown[at + 1].endswith("aaa, x: y}")
    assert shown[at + 1][shown[at + 2].index("^")] == "x"


def test_quiet_is_one_line_a_finding(workspace: Builder) -> None:
    workspace.replace("status: draft", "status: agred")
    result = run("check", "riverdale", "--quiet")
    assert result.stdout == (
        "riverdale/agreements/riv-001.yaml:4:9: error: `agred` is not one of the words for `status` [SRC-VALUE]\n"
    )


def test_json(workspace: Builder) -> None:
    workspace.replace("lead: river-council", "lead: river-concil")
    result = run("check", "riverdale", "--format", "json")
    assert result.exit_code == 3
    assert json.loads(result.stdout) == {
        "version": 1,
        "findings": [
            {
                "rule": "SRC-REF",
                "severity": "error",
                "message": "`river-concil` is not one of the parties of the agreement",
                "agreement": "RIV-001",
                "file": "riverdale/agreements/riv-001.yaml",
                "line": 5,
                "column": 7,
                "path": "agreements/RIV-001/lead",
                "why": "",
                "fix": "Did you mean `river-council`? Expected one of: `north-school`, `river-council`.",
                "authority": "",
                "facts": "",
                "accepted": False,
                "acceptance": None,
            }
        ],
    }


def test_json_places_a_gap_too(workspace: Builder) -> None:
    findings = json.loads(run("check", "riverdale", "--format", "json").stdout)["findings"]
    gap = next(finding for finding in findings if finding["path"] == "agreements/RIV-001/flows/F01/trigger")
    assert (gap["severity"], gap["line"], gap["column"]) == ("gap", 21, 3)


def test_nothing_is_wrapped(workspace: Builder) -> None:
    workspace.replace("reason: First edition", f"reasons: {'very ' * 60}long")
    shown = run("check", "riverdale").stdout.splitlines()
    assert max(len(line) for line in shown) > 150


@pytest.mark.parametrize("start", [".", "agreements", "agreements/riv-001.yaml"])
def test_the_nearest_workspace_upwards(workspace: Builder, monkeypatch: pytest.MonkeyPatch, start: str) -> None:
    monkeypatch.chdir(workspace.root / "agreements")
    assert lines(run("check"), "riv-001.yaml:21:3: gap:")
    monkeypatch.chdir(workspace.root)
    assert lines(run("check", start), f"agreements{os.sep}riv-001.yaml:21:3: gap:".replace(os.sep, "/"))


@pytest.mark.parametrize("arguments", [["check"], ["check", "nowhere"], ["check", "elsewhere"]])
def test_no_workspace_says_how_to_go_on(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, arguments: list[str]) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "elsewhere").mkdir()
    result = run(*arguments)
    assert result.exit_code == 2
    assert result.stdout == ""
    assert "copy a folder from `examples/`" in result.stderr
    assert "nowhere" not in arguments or "There is no file or folder `nowhere`" in result.stderr


def test_no_agreement_at_all(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "dsagen.yaml").write_text("format: 1\nname: New\n")
    result = run("check")
    assert (result.exit_code, result.stdout) == (
        0,
        "0 agreements read (they stand in `agreements/`, one a file): no problems, no gaps.\n",
    )
