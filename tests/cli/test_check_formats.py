"""The formats, days and acceptances of `dsagen check`, as people type them."""

from __future__ import annotations

import json
from pathlib import Path
from xml.etree import ElementTree

import pytest
from typer.testing import CliRunner, Result

from dsagen.cli.app import app
from tests.cli.test_check import run

ROOT = Path(__file__).resolve().parents[2]
TWIN = str(ROOT / "tests/flawed/young-carer-flag")
SOUND = str(ROOT / "examples/young-carer-flag")
DAY = ("--as-at", "2026-11-23")


def on_github(tmp_path: Path, *arguments: str) -> Result:
    """Run dsagen as the service does."""
    environment = {"GITHUB_ACTIONS": "true", "GITHUB_STEP_SUMMARY": str(tmp_path / "summary.md")}
    return CliRunner().invoke(app, list(arguments), prog_name="dsagen", env=environment)


def test_text_says_what_where_why_how_and_on_which_authority() -> None:
    result = run("check", TWIN)
    assert result.exit_code == 1
    shown = result.stdout.splitlines()
    at = next(number for number, line in enumerate(shown) if "[DP-LAW-007]" in line)
    assert ": warning: " in shown[at]
    assert shown[at + 1].strip() == "article6: a"
    assert shown[at + 2].strip() == "^"
    assert [line.strip().partition(":")[0] for line in shown[at + 3 : at + 7]] == ["Why", "Mend", "Law", "Facts"]


def test_the_worst_come_first() -> None:
    shown = [line.split(": ")[1] for line in run("check", TWIN, "--quiet").stdout.splitlines()]
    assert shown == sorted(shown, key=["error", "gap", "warning", "advice"].index)


def test_json_says_all_of_a_finding() -> None:
    findings = json.loads(run("check", TWIN, "--format", "json").stdout)["findings"]
    found = next(each for each in findings if each["rule"] == "DP-LAW-007")
    assert found.keys() >= {"rule", "severity", "message", "agreement", "file", "line", "column", "path", "fix"}
    assert (found["authority"] != "", found["accepted"], found["agreement"]) == (True, False, "NYC-001")
    assert found["file"].endswith("agreements/nyc-001.yaml")
    accepted = json.loads(run("check", SOUND, "--format", "json", *DAY).stdout)["findings"]
    assert {each["rule"]: each["acceptance"]["until"] for each in accepted if each["accepted"]}[
        "DOC-013"
    ] == "2027-04-30"


def test_sarif_and_junit() -> None:
    log = json.loads(run("check", TWIN, "--format", "sarif").stdout)
    results = log["runs"][0]["results"]
    report = ElementTree.fromstring(run("check", TWIN, "--format", "junit").stdout)
    assert report.get("tests") == str(len(results))
    assert int(report.get("failures", "0")) > 5


def test_github_is_chosen_inside_the_service(tmp_path: Path) -> None:
    result = on_github(tmp_path, "check", TWIN)
    assert result.exit_code == 1
    assert result.stdout.startswith("::error file=")
    assert "| error | DP-" in (tmp_path / "summary.md").read_text("utf-8")
    assert not on_github(tmp_path, "check", TWIN, "--format", "text").stdout.startswith("::")


@pytest.mark.parametrize("written", ["tomorrow", "2026-02-30", "30/11/2026", ""])
def test_a_day_that_is_none_is_wrong_usage(written: str) -> None:
    result = run("check", SOUND, "--as-at", written)
    assert result.exit_code == 2
    assert "2027-01-31" in result.stderr


def test_an_acceptance_ends_on_its_day() -> None:
    before = json.loads(run("check", SOUND, "--as-at", "2027-04-29", "--format", "json").stdout)
    after = json.loads(run("check", SOUND, "--as-at", "2027-04-30", "--format", "json").stdout)
    assert [each["accepted"] for each in before["findings"] if each["rule"] == "DOC-013"] == [True]
    assert [each["accepted"] for each in after["findings"] if each["rule"] == "DOC-013"] == [False]
    assert {"change": "acceptance_ends", "rule": "DOC-013", "agreement": "NYC-001", "on": "2027-04-30"} in after[
        "changes"
    ]


def test_a_later_day_says_what_was_announced() -> None:
    result = run("check", SOUND, "--as-at", "2027-01-31")
    assert "Between today" in result.stdout
    assert "children-act-2004-s16la) was announced for 2026-09-30" in result.stdout
    assert "`law/confirmations.yaml`" in result.stdout


def test_warnings_fail_where_that_is_asked_and_accepted_ones_do_not() -> None:
    assert run("check", SOUND, "--fail-on", "warning", *DAY).exit_code == 0
    assert run("check", SOUND, "--fail-on", "warning", "--as-at", "2027-05-01").exit_code == 1
