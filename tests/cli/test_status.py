"""`dsagen status`, as people type it."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner, Result

from dsagen.cli.app import app
from dsagen.documents.compose import Composition
from dsagen.portfolio import making
from tests.workspace.builder import AGREEMENT, SETTINGS, Builder

FINAL = AGREEMENT.replace("status: draft", "status: in_force")


@pytest.fixture
def workspace(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Builder:
    """Give four agreements that stand in four states on 1 December 2027, and one draft."""
    monkeypatch.chdir(tmp_path)
    builder = Builder(tmp_path / "riverdale")
    builder.write("dsagen.yaml", f"{SETTINGS}documents: [dsa]\nformats: [text]\n")
    for number, dates in enumerate(
        (
            "review_by: 2029-01-01",
            "review_by: 2027-11-30",
            "review_by: 2028-01-31",
            "review_by: 2028-01-01\nends: 2027-06-30",
        ),
        2,
    ):
        written = FINAL.replace("RIV-001", f"RIV-00{number}").replace("review_by: 2027-11-30", dates)
        builder.write(f"agreements/riv-00{number}.yaml", written)
    return builder


def run(*arguments: str) -> Result:
    """Run dsagen."""
    return CliRunner().invoke(app, list(arguments), prog_name="dsagen")


def status(*arguments: str) -> Result:
    """Ask where the tiny workspace stands on 1 December 2027."""
    return run("status", "riverdale", "--as-at", "2027-12-01", *arguments)


def rows(*arguments: str) -> list[dict[str, Any]]:
    """Give the rows as programs read them."""
    found = json.loads(status("--format", "json", *arguments).stdout)
    assert found["version"] == 1
    rows: list[dict[str, Any]] = found["agreements"]
    return rows


def test_each_agreement_has_a_row_and_the_most_urgent_comes_first(workspace: Builder) -> None:
    assert [(row["reference"], row["state"], row["days_to_review"]) for row in rows()] == [
        ("RIV-005", "lapsed", 31),
        ("RIV-003", "overdue", -1),
        ("RIV-004", "due", 61),
        ("RIV-001", "draft", -1),
        ("RIV-002", "agreed", 397),
    ]


def test_the_table_fits_eighty_columns_and_says_what_counts(workspace: Builder) -> None:
    result = status()
    assert result.exit_code == 0
    shown = result.stdout.splitlines()
    assert shown[0] == "State   Reference Review by  Days Ends       Err Gap Wrn Adv Outputs"
    assert shown[1].startswith("lapsed  RIV-005   2028-01-01   31 2027-06-30 ")
    assert shown[2] == "  Attendance marks for early help (River Council)"
    assert shown[3].startswith("overdue RIV-003   2027-11-30   -1 -          ")
    assert shown[-1] == "5 agreements on 2027-12-01: 1 lapsed, 1 overdue, 1 due, 1 draft, 1 agreed."
    assert max(map(len, shown)) <= 80
    assert "\x1b" not in result.stdout


def test_the_findings_are_those_of_check(workspace: Builder) -> None:
    found = json.loads(run("check", "riverdale/agreements/riv-002.yaml", "--format", "json").stdout)["findings"]
    counts = dict.fromkeys(("error", "gap", "warning", "advice"), 0)
    for finding in found:
        counts[finding["severity"]] += not finding["accepted"]
    assert sum(counts.values())
    alone = json.loads(run("status", "riverdale/agreements/riv-002.yaml", "--format", "json").stdout)["agreements"]
    assert alone[0]["findings"] == counts


def test_many_agreements_are_counted_as_few_are(workspace: Builder) -> None:
    few = {row["reference"]: row["findings"] for row in rows()}
    for number in range(10, 35):
        workspace.write(f"agreements/riv-0{number}.yaml", FINAL.replace("RIV-001", f"RIV-0{number}"))
    for _ in ("found", "kept"):
        many = {row["reference"]: row["findings"] for row in rows()}
        assert few.items() <= many.items()
        assert many["RIV-020"] == few["RIV-003"]


def test_outputs_are_told_by_the_lock_without_making_them(workspace: Builder, monkeypatch: pytest.MonkeyPatch) -> None:
    assert {row["outputs"]["state"] for row in rows()} == {"not built"}
    run("build", "riverdale", "--jobs", "1")

    def refuse(*_: object) -> Composition:
        raise AssertionError("composed")

    monkeypatch.setattr(making, "compose", refuse)
    assert {row["outputs"]["state"] for row in rows()} == {"up to date"}
    (workspace.root / "build/RIV-003/data-sharing-agreement.txt").unlink()
    assert {str(row["reference"]): row["outputs"]["state"] for row in rows()}["RIV-003"] == "1 out of date"


def test_a_changed_source_makes_outputs_out_of_date(workspace: Builder) -> None:
    run("build", "riverdale", "--jobs", "1")
    workspace.replace("title: Offer early help", "title: Offer help early")
    assert {str(row["reference"]): row["outputs"]["stale"] for row in rows()} == {
        "RIV-005": 0,
        "RIV-003": 0,
        "RIV-004": 0,
        "RIV-001": 1,
        "RIV-002": 0,
    }


@pytest.mark.parametrize(
    ("fail_on", "day", "code"),
    [
        ("never", "2030-01-01", 0),
        ("due", "2026-11-22", 0),
        ("due", "2027-05-01", 1),
        ("overdue", "2027-05-01", 0),
        ("overdue", "2027-12-01", 1),
        ("lapsed", "2027-06-30", 0),
        ("lapsed", "2027-07-01", 1),
        ("overdue", "2027-07-01", 1),
    ],
)
def test_fail_on_means_that_state_or_a_more_urgent_one(workspace: Builder, fail_on: str, day: str, code: int) -> None:
    assert run("status", "riverdale", "--as-at", day, "--fail-on", fail_on).exit_code == code


@pytest.mark.parametrize(
    ("written", "state"), [("60d", "agreed"), ("61d", "due"), ("8w", "agreed"), ("9w", "due"), ("2m", "due")]
)
def test_due_within(workspace: Builder, written: str, state: str) -> None:
    assert {row["reference"]: row["state"] for row in rows("--due-within", written)}["RIV-004"] == state


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("--due-within", "soon"), "`soon` is no length of time. Write days, weeks or months, such as 90d, 12w or 3m."),
        (("--due-within", "90"), "`90` is no length of time."),
        (("--fail-on", "late"), "'late' is not one of 'due', 'overdue', 'lapsed', 'never'"),
        (("--as-at", "yesterday"), "`yesterday` is no day."),
        (("--format", "xlsx"), "'xlsx' is not one of 'text', 'json', 'csv'"),
    ],
)
def test_bad_values_teach(workspace: Builder, arguments: tuple[str, ...], words: str) -> None:
    result = status(*arguments)
    assert result.exit_code == 2
    assert words in result.stderr


def test_an_agreement_that_cannot_be_read_is_a_row_too(workspace: Builder) -> None:
    workspace.replace("form: one_way_disclosure", "form: unknown", "agreements/riv-002.yaml")
    result = status("--fail-on", "overdue")
    assert result.exit_code == 3
    assert result.stdout.splitlines()[0] == "cannot be read  riverdale/agreements/riv-002.yaml: run `dsagen check`"
    first = rows()[0]
    assert (first["state"], first["findings"], first["file"]) == (
        "cannot_be_read",
        None,
        "riverdale/agreements/riv-002.yaml",
    )


def test_csv_opens_in_a_spreadsheet(workspace: Builder) -> None:
    workspace.replace("title: Attendance marks for early help", 'title: "=HYPERLINK(A1)"', "agreements/riv-003.yaml")
    output = status("--format", "csv").stdout
    assert output.startswith("\ufeffreference,title,lead,state,")
    read = list(csv.DictReader(io.StringIO(output.removeprefix("\ufeff"))))
    assert [row["reference"] for row in read] == ["RIV-005", "RIV-003", "RIV-004", "RIV-001", "RIV-002"]
    assert read[1]["title"] == "'=HYPERLINK(A1)"
    assert (read[1]["days_to_review"], read[1]["ends"], read[1]["outputs"]) == ("-1", "", "not built")


def test_a_lock_that_cannot_be_read_ends_with_3(workspace: Builder) -> None:
    workspace.write("dsagen.lock", "what is this\n")
    result = status()
    assert result.exit_code == 3
    assert "riverdale/dsagen.lock cannot be used" in result.stderr


def test_a_workspace_without_agreements(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    builder = Builder(tmp_path / "riverdale")
    (builder.root / "agreements/riv-001.yaml").unlink()
    result = status()
    assert result.exit_code == 0
    assert result.stdout == "0 agreements on 2027-12-01 (they stand in `agreements/`, one a file).\n"
