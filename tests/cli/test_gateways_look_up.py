"""`dsagen gateways list` and `gateways show`, as people type them."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from dsagen.cli.app import app
from dsagen.law import catalogue
from tests.workspace.builder import Builder

ALL = len(catalogue().gateways)


def run(*arguments: str) -> Result:
    """Run dsagen gateways."""
    return CliRunner().invoke(app, ["gateways", *arguments], prog_name="dsagen")


def listed(*arguments: str) -> dict[str, str]:
    """Give the line of each gateway that is listed, by id."""
    result = run("list", *arguments)
    assert result.exit_code == 0, result.output
    return {line.split()[0]: line for line in result.stdout.splitlines()[:-2]}


@pytest.mark.parametrize("command", ["list", "show", "suggest"])
def test_every_command_has_help_with_an_example(command: str) -> None:
    result = run(command, "--help")
    assert result.exit_code == 0
    assert f"Example: dsagen gateways {command}" in " ".join(result.stdout.split())


def test_no_command_gives_the_help() -> None:
    assert "list" in run().output
    assert "suggest" in run().output


def test_everything_is_listed_and_counted() -> None:
    lines = listed()
    assert len(lines) == ALL
    last = run("list", "--as-at", "2026-11-22").stdout.splitlines()[-1]
    none = sum(gateway.effect == "none" for gateway in catalogue().gateways.values())
    assert none >= 10
    assert last == f"{ALL} records, {none} of them no gateway, as at 2026-11-22."


def test_what_is_no_gateway_says_so() -> None:
    lines = listed()
    assert "not a gateway" in lines["dpa-2018-sch2"]
    assert "lifts confidence only, never a gateway" in lines["common-law-public-interest-disclosure"]
    assert "regulations only, no sharing yet" in lines["children-act-2004-s12"]


@pytest.mark.parametrize(
    ("arguments", "inside", "outside"),
    [
        (["--party", "gp_practice"], "nhs-act-2006-s84", "nhs-act-2006-s82"),
        (["--party", "gp_practice", "--role", "discloser"], "nhs-act-2006-s84", "lga-1972-s111"),
        (["--party", "school", "--role", "recipient"], "domestic-abuse-act-2021-s49a", "education-act-1996-s537a"),
        (["--party", "housing_provider", "--role", "recipient"], "cda-1998-s115", "children-act-1989-s47"),
        (["--party", "academy", "--function", "sixteen_to_nineteen"], "education-act-2002-s175", "cda-1998-s37-39"),
        (["--function", "relevant_agency"], "children-act-2004-s16e-16g", "children-act-2004-s10"),
        (["--nation", "wales"], "sswbwa-2014-s128-130", "children-act-2004-s10"),
        (["--purpose", "attendance"], "school-attendance-regs-2024-r13", "cda-1998-s115"),
        (["--effect", "must"], "domestic-abuse-act-2021-s49a", "children-act-2004-s10"),
        (
            ["--party", "Local Authority", "--purpose", "young-carer-support"],
            "children-act-1989-s17za",
            "cda-1998-s115",
        ),
    ],
)
def test_filters(arguments: list[str], inside: str, outside: str) -> None:
    lines = listed(*arguments)
    assert inside in lines
    assert outside not in lines


def test_the_state_is_that_of_the_day_and_nation() -> None:
    assert "announced for 2026-09-30" in listed()["children-act-2004-s16la"]
    assert "not yet in force (England" in listed("--as-at", "2025-01-01")["domestic-abuse-act-2021-s49a"]
    assert "in force since 2025-11-07" in listed("--as-at", "2025-12-01")["domestic-abuse-act-2021-s49a"]
    assert "no longer in force since 2016-04-06 (Wales)" in listed("--nation", "wales")["children-act-1989-s17"]


def test_nothing_found_is_no_failure() -> None:
    result = run("list", "--party", "water_company", "--purpose", "practice_review", "--effect", "may")
    assert result.exit_code == 0
    assert result.stdout.startswith("0 records, as at ")


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["--party", "gp"], "Did you mean `gp_practice`?"),
        (["--party", "acadmy"], "Did you mean `academy`?"),
        (["--party", "any"], "is no type of party"),
        (["--function", "public_helth"], "Did you mean `public_health`?"),
        (["--purpose", "young_carers"], "Did you mean `young_carer_support`?"),
        (["--nation", "england and wales"], "`england`"),
        (["--effect", "shall"], "`must_if_asked`"),
        (["--role", "sender"], "`discloser`"),
        (["--as-at", "tomorrow"], "2027-01-31"),
        (["--as-at", "2026-02-30"], "is no day"),
        (["--party", ""], "is no type of party"),
        (["--party", "\x00\u202e;rm -rf"], "is no type of party"),
    ],
)
def test_a_word_that_is_not_in_the_lists(arguments: list[str], words: str) -> None:
    result = run("list", *arguments)
    assert result.exit_code == 2
    assert words in " ".join(result.stderr.split())
    assert result.stdout == ""


def test_list_as_json() -> None:
    found = json.loads(run("list", "--format", "json", "--purpose", "attendance", "--as-at", "2026-11-22").stdout)
    assert found["version"] == 1
    records = {record["id"]: record for record in found["gateways"]}
    regulation = records["school-attendance-regs-2024-r13"]
    assert regulation["state"] == {"england": "in_force"}
    assert regulation["effect"] == "must"
    assert regulation["is_gateway"] is True
    assert regulation["periods"][0]["from"] == "2024-08-19"
    assert records["education-act-1996-s436b-436g"]["state"]["england"] == "prospective"


def test_show_is_a_page() -> None:
    result = run("show", "children-act-2004-s16la", "--as-at", "2026-11-22")
    assert result.exit_code == 0
    for start in (
        "children-act-2004-s16la: ",
        "What it is: Duty to disclose.",
        "Who may give the information, or holds the function: Local authority; ",
        "Who may receive it: ",
        "Purposes: ",
        "When it applies: ",
        "Its limits: ",
        "Duty of confidence: ",
        "On 2026-11-22: announced, not yet in force: announced for 2026-09-30 (England).",
        "Usual Article 6 pairing: ",
        "Checked: Read in part, last checked on ",
        "Against: ",
        "Read it at: https://www.legislation.gov.uk/",
    ):
        assert any(line.startswith(start) for line in result.stdout.splitlines()), start


@pytest.mark.parametrize("key", sorted(catalogue().gateways))
def test_every_gateway_has_a_page(key: str) -> None:
    result = run("show", key)
    assert result.exit_code == 0
    assert result.stdout.startswith(f"{key}: ")
    assert not [line for line in result.stdout.splitlines() if line.endswith((": ", ": None", "(None)"))]
    assert ("THIS IS NO POWER TO SHARE" in result.stdout) == (catalogue().gateway(key).effect == "none")


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("education-act-2002-s157", "independent-school-standards-2014-para7"),
        ("Children Act 2004 s.10", "children-act-2004-s10"),
        ("children act 2004 section 10", "children-act-2004-s10"),
        ("CHILDREN-ACT-2004-S10", "children-act-2004-s10"),
        ("Criminal Justice Act 2000 s.325", "cja-2003-s325"),
    ],
)
def test_other_names_lead_to_the_record(written: str, meant: str) -> None:
    result = run("show", written)
    assert result.exit_code == 0
    assert result.stdout.startswith(f"{meant}: ")


def test_another_name_is_told() -> None:
    assert "is here called independent-school-standards-2014-para7" in run("show", "education-act-2002-s157").stderr


@pytest.mark.parametrize("written", ["children-act-2004-s110", "", "  ", "../../etc/passwd", "\x1b[31m", "x" * 5000])
def test_an_unknown_gateway_is_wrong_usage(written: str) -> None:
    result = run("show", written)
    assert result.exit_code == 2
    assert result.stdout == ""
    assert "There is no gateway" in result.stderr


def test_did_you_mean() -> None:
    assert "Did you mean `children-act-2004-s10`?" in run("show", "childrens-act-2004-s10").stderr


def test_show_as_json() -> None:
    found = json.loads(run("show", "children-act-2004-s10", "--format", "json").stdout)
    assert [record["id"] for record in found["gateways"]] == ["children-act-2004-s10"]
    assert found["gateways"][0]["confirmation"] is None


CONFIRMATION = """\
children-act-2004-s16la:
  in_force_from: 2026-10-01
  confirmed_on: 2026-10-05
  confirmed_by: head of legal services
  source: commencement regulations
"""


def test_a_workspace_confirms(tmp_path: Path) -> None:
    workspace = Builder(tmp_path / "riverdale")
    workspace.write("law/confirmations.yaml", CONFIRMATION)
    folder = str(workspace.root)
    line = next(
        line
        for line in run("list", "-C", folder, "--as-at", "2026-11-22").stdout.splitlines()
        if line.startswith("children-act-2004-s16la ")
    )
    assert "in force since 2026-10-01, confirmed by this workspace (England)" in line
    page = run("show", "children-act-2004-s16la", "-C", folder).stdout
    assert "Confirmed by this workspace: in force from 2026-10-01; head of legal services, on 2026-10-05" in page
    assert "announced for 2026-09-30" in listed()["children-act-2004-s16la"]


def test_a_folder_without_a_workspace(tmp_path: Path) -> None:
    assert run("list", "-C", str(tmp_path)).exit_code == 2
    assert run("show", "cda-1998-s115", "-C", str(tmp_path / "nowhere")).exit_code == 2


def test_a_process_of_its_own_wraps_nothing(tmp_path: Path) -> None:
    command = [sys.executable, "-m", "dsagen", "gateways", "show", "children-act-2004-s10"]
    environment = {**os.environ, "PYTHONPATH": str(Path(__file__).parents[2]), "COLUMNS": "40"}
    result = subprocess.run(command, capture_output=True, text=True, cwd=tmp_path, check=True, env=environment)
    assert max(map(len, result.stdout.splitlines())) > 300
    assert result.stderr == ""
