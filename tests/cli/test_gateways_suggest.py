"""`dsagen gateways suggest`, as people type it."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from dsagen.cli.app import app
from tests.workspace.builder import Builder

EXAMPLE = Path(__file__).parents[2] / "examples" / "young-carer-flag"
FILE = "agreements/riv-001.yaml"
CITES = "        gateways: [children-act-1989-s17]\n"


@pytest.fixture
def workspace(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Builder:
    """Give a tiny workspace, beside the folder that the command runs in."""
    monkeypatch.chdir(tmp_path)
    return Builder(tmp_path / "riverdale")


def run(*arguments: str) -> Result:
    """Run dsagen gateways suggest."""
    return CliRunner().invoke(app, ["gateways", "suggest", *arguments], prog_name="dsagen")


def text(workspace: Builder) -> str:
    """Give the agreement's file."""
    return (workspace.root / FILE).read_text()


def test_each_flow_and_each_party(workspace: Builder) -> None:
    result = run("riverdale", "--as-at", "2026-11-22")
    assert result.exit_code == 0
    assert result.stdout.splitlines()[:6] == [
        "RIV-001 F01: The school tells the council",
        "riverdale/agreements/riv-001.yaml:21:3",
        "",
        "  North School (north-school, Maintained school) tells",
        "    1. children-act-2004-s10: Children Act 2004 s.10 (may, as part of a function)",
        "         For: It names the party's type: Maintained school. It reaches River Council. It serves early help. "
        "In force in England since 2005-04-01.",
    ]
    assert "    1. children-act-2004-s10: " in result.stdout
    assert "children-act-1989-s17 [cited]" in result.stdout
    assert "1 flow, as at 2026-11-22. dsagen proposes; a person decides." in result.stdout


def test_an_answer_for_one_flow_fits_on_a_screen() -> None:
    result = run(str(EXAMPLE), "--flow", "F01")
    assert result.exit_code == 0
    assert len(result.stdout.splitlines()) <= 40


def test_filters(workspace: Builder) -> None:
    only = run("riverdale", "--flow", "F01", "--party", "river-council").stdout
    assert "River Council (river-council" in only
    assert "North School (north-school" not in only
    assert run("riverdale", "--agreement", "RIV-001").exit_code == 0


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["--flow", "F1"], "Did you mean `F01`?"),
        (["--flow", "F99"], "there is no flow `F99`"),
        (["--party", "river-concil"], "Did you mean `river-council`?"),
        (["--agreement", "RIV-01"], "Did you mean `RIV-001`?"),
        (["--as-at", "soon"], "is no day"),
        (["--write", "F01", "river-council"], "--write"),
    ],
)
def test_wrong_usage(workspace: Builder, arguments: list[str], words: str) -> None:
    result = run("riverdale", *arguments)
    assert result.exit_code == 2
    assert words in " ".join(result.stderr.split())


def test_json(workspace: Builder) -> None:
    found = json.loads(run("riverdale", "--format", "json", "--as-at", "2026-11-22").stdout)
    assert found["version"] == 1
    assert [(one["flow"], one["party"], one["role"]) for one in found["suggestions"]] == [
        ("F01", "north-school", "discloser"),
        ("F01", "river-council", "recipient"),
    ]
    council = found["suggestions"][1]
    assert council["cited"] == ["children-act-1989-s17"]
    assert (council["file"], council["line"]) == ("riverdale/agreements/riv-001.yaml", 21)
    ranked = [(one["rank"], one["id"]) for one in council["candidates"]]
    assert [rank for rank, _ in ranked] == list(range(1, len(ranked) + 1))
    assert all(one["supports"] and one["conditions"] for one in council["candidates"])
    assert all(one["reasons"] for one in council["near_misses"])


def test_a_flow_that_has_ended_is_left_out(workspace: Builder) -> None:
    workspace.replace("    title: The school tells the council", '    title: The school tells\n    withdrawn_in: "1.0"')
    result = run("riverdale")
    assert result.stdout == "There is no flow to suggest anything for.\n"
    refused = run("riverdale", "--write", "F01", "river-council", "children-act-2004-s10")
    assert refused.exit_code == 2
    assert "has ended" in refused.stderr


def test_nothing_fits(workspace: Builder) -> None:
    workspace.replace("type: school", "type: water_company", "parties/all.yaml")
    workspace.replace("kind: early_help", "kind: health_care_direct")
    result = run("riverdale", "--party", "north-school")
    assert result.exit_code == 0
    assert "Nothing that dsagen knows fits. What would have to change:" in result.stdout
    assert "      - The purpose: `health_care_direct` may not be what the information is really for." in result.stdout


def test_a_private_body_is_told_that_it_needs_no_power(workspace: Builder) -> None:
    workspace.replace("type: school", "type: voluntary_org", "parties/all.yaml")
    result = run("riverdale", "--party", "north-school")
    assert "This party acts as a private body. It needs no statutory power" in result.stdout
    assert "    1. " not in result.stdout
    assert "Nothing that dsagen knows fits" not in result.stdout


def test_a_confirmed_duty_is_suggested_from_its_day(workspace: Builder) -> None:
    workspace.replace("type: school", "type: nhs_trust", "parties/all.yaml")
    assert "children-act-2004-s16la: It is not in force in England. It has been announced" in run("riverdale").stdout
    words = "in_force_from: 2026-10-01, confirmed_on: 2026-10-05, confirmed_by: head of legal services"
    workspace.write("law/confirmations.yaml", f"children-act-2004-s16la: {{{words}, source: SI 2026/1}}\n")
    after = run("riverdale", "--as-at", "2026-11-22").stdout
    assert "    1. children-act-2004-s16la: " in after
    assert "confirmed that on 2026-10-05: head of legal services" in after
    assert "    1. children-act-2004-s16la: " not in run("riverdale", "--as-at", "2026-09-30").stdout


def test_an_agreement_with_mistakes_is_named(workspace: Builder) -> None:
    workspace.replace("status: draft", "status: drat")
    result = run("riverdale")
    assert result.exit_code == 3
    assert "agreements/riv-001.yaml could not be read" in result.stderr
    assert run("riverdale", "--write", "F01", "river-council", "children-act-2004-s10").exit_code == 3


def test_no_workspace(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    assert run().exit_code == 2
    assert run("nowhere").exit_code == 2


def test_a_choice_is_recorded(workspace: Builder) -> None:
    before = text(workspace)
    result = run("riverdale", "--write", "F01", "river-council", "children-act-2004-s10")
    assert result.exit_code == 0, result.output
    assert result.stderr == ""
    assert result.stdout.splitlines() == [
        "riverdale/agreements/riv-001.yaml:33: gateways: [children-act-1989-s17, children-act-2004-s10]",
        "children-act-2004-s10 is now cited by river-council in F01 of RIV-001. The choice is yours.",
    ]
    assert text(workspace) == before.replace(CITES, CITES.replace("]", ", children-act-2004-s10]"))
    again = run("riverdale", "--write", "F01", "river-council", "children-act-2004-s10")
    assert again.exit_code == 0
    assert (
        "riverdale/agreements/riv-001.yaml:33: river-council cites children-act-2004-s10 in F01 already" in again.stdout
    )


def test_a_basis_that_is_not_there_is_made(workspace: Builder) -> None:
    before = text(workspace)
    assert run("riverdale", "--write", "F01", "north-school", "education-act-2002-s175").exit_code == 0
    assert text(workspace) == before + "      north-school:\n        gateways: [education-act-2002-s175]\n"


def test_the_id_is_recorded_and_not_the_alias(workspace: Builder) -> None:
    workspace.replace("type: school", "type: academy", "parties/all.yaml")
    result = run("riverdale", "--write", "F01", "north-school", "education-act-2002-s157")
    assert "gateways: [independent-school-standards-2014-para7]" in text(workspace)
    assert "is here called independent-school-standards-2014-para7" in result.stderr


@pytest.mark.parametrize(
    ("key", "words"),
    [
        ("children-act-2004-s16la", "It is not in force in England."),
        ("dpa-2018-sch2", "It is no power to share."),
        ("education-act-2002-s175", "It does not name this type of party: NHS trust."),
    ],
)
def test_what_is_no_candidate_is_written_with_a_warning(workspace: Builder, key: str, words: str) -> None:
    workspace.replace("type: school", "type: nhs_trust", "parties/all.yaml")
    result = run("riverdale", "--write", "F01", "north-school", key)
    assert result.exit_code == 0
    assert result.stderr.startswith(f"Warning: {key} is not among the candidates.")
    assert words in result.stderr
    assert f"gateways: [{key}]" in text(workspace)


@pytest.mark.parametrize(
    ("choice", "words"),
    [
        (("F01", "river-council", "children-act-2004-s1O0"), "There is no gateway"),
        (("F01", "river-council", ""), "There is no gateway"),
        (("F01", "river-council", "x]\nstatus: agreed"), "There is no gateway"),
        (("F02", "river-council", "children-act-2004-s10"), "There is no flow `F02`"),
        (("F01", "river", "children-act-2004-s10"), "`river` takes no part in F01"),
        (("../F01", "river-council", "children-act-2004-s10"), "There is no flow"),
    ],
)
def test_an_unknown_choice_changes_nothing(workspace: Builder, choice: tuple[str, str, str], words: str) -> None:
    before = text(workspace)
    result = run("riverdale", "--write", *choice)
    assert result.exit_code == 2
    assert words in result.stderr
    assert text(workspace) == before


def test_several_agreements_need_a_name(workspace: Builder) -> None:
    second = text(workspace).replace("RIV-001", "RIV-002")
    other = workspace.write("agreements/second.yaml", second)
    choice = ("--write", "F01", "river-council", "children-act-2004-s10")
    refused = run("riverdale", *choice)
    assert refused.exit_code == 2
    assert "--agreement RIV-001 or RIV-002" in refused.stderr
    assert run("riverdale", "--agreement", "RIV-002", *choice).exit_code == 0
    assert "children-act-2004-s10" in other.read_text()
    assert "children-act-2004-s10" not in text(workspace)
    assert run("riverdale/agreements/riv-001.yaml", *choice).exit_code == 0
    assert "children-act-2004-s10" in text(workspace)


def test_a_shared_list_is_not_changed(workspace: Builder) -> None:
    workspace.replace(CITES, CITES.replace("[", "&own [") + "      north-school: {gateways: *own}\n")
    workspace.write(FILE, text(workspace).replace("        article6: e\n        schedule1: [18]\n", ""))
    before = text(workspace)
    result = run("riverdale", "--write", "F01", "river-council", "children-act-2004-s10")
    assert result.exit_code == 2
    assert "riverdale/agreements/riv-001.yaml:34: Nothing was written: the value is shared" in result.stderr
    assert text(workspace) == before


def test_every_comment_of_an_example_stays(tmp_path: Path) -> None:
    copy = tmp_path / "copy"
    shutil.copytree(EXAMPLE, copy)
    file = copy / "agreements/nyc-001.yaml"
    before = file.read_text().splitlines()
    result = run(str(copy), "--write", "F01", "northmoor-council", "children-act-2004-s11")
    assert result.exit_code == 0, result.output
    after = file.read_text().splitlines()
    assert len(after) == len(before)
    assert sum(old != new for old, new in zip(before, after, strict=True)) == 1


def test_a_process_of_its_own(workspace: Builder) -> None:
    command = [
        sys.executable,
        "-m",
        "dsagen",
        "gateways",
        "suggest",
        "--write",
        "F01",
        "north-school",
        "children-act-2004-s10",
    ]
    environment = {**os.environ, "PYTHONPATH": str(Path(__file__).parents[2])}
    result = subprocess.run(
        command, capture_output=True, text=True, cwd=workspace.root / "agreements", check=True, env=environment
    )
    assert result.stdout.startswith("riv-001.yaml:37: gateways: [children-act-2004-s10]")
    assert result.stderr == ""
