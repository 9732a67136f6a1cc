"""`dsagen minimise`, as people type it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from dsagen.cli.app import app
from tests.workspace.builder import Builder

EXAMPLES = Path(__file__).parents[2] / "examples"
FILE = "agreements/riv-001.yaml"
SURPLUS = "      absence: To see whether help is needed.\n"


@pytest.fixture
def workspace(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Builder:
    """Give a tiny workspace with one field that nobody needs, beside the folder that the command runs in."""
    monkeypatch.chdir(tmp_path)
    builder = Builder(tmp_path / "riverdale")
    builder.replace(SURPLUS, f"{SURPLUS}      shoe-size: The form asks for it.  # since 2019\n")
    builder.replace(
        "    absence: {label: Days absent, kind: status, detail: band}\n",
        "    absence: {label: Days absent, kind: status, detail: band}\n"
        "    shoe-size: {label: Shoe size, kind: code, detail: code}\n",
        "datasets/all.yaml",
    )
    return builder


def run(*arguments: str) -> Result:
    """Run dsagen minimise."""
    return CliRunner().invoke(app, ["minimise", *arguments], prog_name="dsagen")


def text(workspace: Builder) -> str:
    """Give the agreement's file."""
    return (workspace.root / FILE).read_text()


def test_each_field_is_taken_away(workspace: Builder) -> None:
    result = run("riverdale")
    stays_open = (
        '"Which child is often absent?" cannot be answered; the purpose "Offer early help" cannot be met '
        "(only this question needs it)."
    )
    assert result.exit_code == 0
    assert result.stdout.splitlines() == [
        "RIV-001: Attendance marks for early help",
        "",
        "F01 to River Council: The school tells the council",
        "  riverdale/agreements/riv-001.yaml:21:3",
        "  For: Offer early help",
        f"  - drop Name: {stays_open}",
        f"  - drop Days absent: {stays_open}",
        "  - drop Shoe size: nothing fails; remove it, or say why it is needed.",
        "  The smallest set that is enough has 2 of 3 fields: Name and Days absent.",
        "",
        "What could be left out",
        'riverdale/agreements/riv-001.yaml:30:7: "Shoe size" in F01 answers no question of its purpose. [DP-MIN-001]',
        "    Add the field to a question under the purpose's `needs`, or take it out of the flow.",
        "    To apply it: --write RIV-001/F01/shoe-size",
        "1 weighed, one for each flow and recipient: 1 proposal. dsagen proposes; a person decides.",
    ]


def test_json(workspace: Builder) -> None:
    found = json.loads(run("riverdale", "--format", "json").stdout)
    assert found["version"] == 1
    (flow,) = found["flows"]
    assert flow["recipient"] == "river-council" and flow["smallest_is_exact"]
    assert flow["smallest_sets"] == [["child-name", "absence"]]
    assert [field["nothing_fails"] for field in flow["fields"]] == [False, False, True]
    (proposal,) = found["proposals"]
    assert proposal["name"] == "RIV-001/F01/shoe-size" and proposal["excess"] == "field"
    assert (proposal["file"], proposal["line"], proposal["column"]) == ("riverdale/agreements/riv-001.yaml", 30, 7)
    assert [change["action"] for change in proposal["changes"]] == ["remove", "set"]


def test_a_chosen_proposal_is_written_and_nothing_else(workspace: Builder) -> None:
    before = text(workspace)
    result = run("riverdale", "--write", "RIV-001/F01/shoe-size")
    assert result.exit_code == 0, result.output
    kept = before.replace("      shoe-size: The form asks for it.  # since 2019\n", "      # since 2019\n")
    after = text(workspace)
    assert [line for line in after.splitlines() if "shoe-size" in line] == [
        "      shoe-size: No question of its purposes needs it."
    ]
    assert set(kept.splitlines()) <= set(after.splitlines())
    assert "Written: RIV-001/F01/shoe-size. The choice is yours." in result.stdout
    assert "nothing that could be left out" in run("riverdale").stdout


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["--write", "RIV-001/F01/shoe-sise"], "Did you mean `RIV-001/F01/shoe-size`?"),
        (["--agreement", "RIV-01"], "Did you mean `RIV-001`?"),
        (["--flow", "F1"], "Did you mean `F01`?"),
    ],
)
def test_what_is_not_known(workspace: Builder, arguments: list[str], words: str) -> None:
    before = text(workspace)
    result = run("riverdale", *arguments)
    assert result.exit_code == 2
    assert words in " ".join(result.output.replace("│", " ").split())
    assert text(workspace) == before


def test_a_proposal_that_a_person_has_to_carry_out(workspace: Builder) -> None:
    workspace.replace("[child-name, absence]", "{all_of: [child-name], any_of: [absence, shoe-size]}")
    assert "falls back to" in run("riverdale").stdout
    name = "RIV-001/purposes/early-help/needs/Which child is often absent?/any_of:NEED-002"
    result = run("riverdale", "--write", name)
    assert result.exit_code == 2
    assert "is for a person to carry out" in result.output


def test_more_detail_than_is_enough_is_lowered_in_the_dataset(workspace: Builder) -> None:
    workspace.replace("[child-name, absence]", "{all_of: [child-name, absence, shoe-size], detail: {absence: flag}}")
    name = "RIV-001/F01/absence:NEED-003"
    assert f"--write {name}" in run("riverdale").stdout
    assert run("riverdale", "--write", name).exit_code == 0
    assert workspace.read().workspace.datasets["attendance"].fields["absence"].detail == "flag"


def test_the_exit_code_only_where_it_is_asked_for(workspace: Builder) -> None:
    assert run("riverdale").exit_code == 0
    assert run("riverdale", "--exit-code").exit_code == 1
    run("riverdale", "--write", "RIV-001/F01/shoe-size")
    assert run("riverdale", "--exit-code").exit_code == 0


def test_what_cannot_be_read_is_said(workspace: Builder) -> None:
    workspace.write("agreements/broken.yaml", "reference: [\n")
    result = run("riverdale")
    assert result.exit_code == 3
    assert "agreements/broken.yaml could not be read" in result.output


def test_a_flow_of_one_example() -> None:
    result = run(str(EXAMPLES / "young-carer-flag"), "--flow", "F02")
    assert result.exit_code == 0
    assert "F02 to Ashdown Academy" in result.stdout and "F01 to" not in result.stdout


def test_five_hundred_fields_for_twenty_recipients(workspace: Builder) -> None:
    """Every combination cannot be tried, and the answer comes all the same, the same each time."""
    fields = [f"item-{number}" for number in range(500)]
    parties = [f"party-{number}" for number in range(20)]
    workspace.write(
        "parties/many.yaml",
        "".join(
            f"{party}: {{name: Party {party}, type: voluntary_org, contact: {{role: office}}}}\n" for party in parties
        ),
    )
    workspace.write(
        "datasets/many.yaml",
        "many:\n  title: Many things\n  holder: north-school\n  people: [child]\n  fields:\n"
        + "".join(f"    {field}: {{label: {field}, kind: code, detail: code}}\n" for field in fields),
    )
    needs = "".join(
        f"      Question {row}?: {{any_of: ["
        + ", ".join(f"[item-{(7 * row + 31 * way) % 500}, item-{(3 * row + 17 * way) % 500}]" for way in range(6))
        + "]}\n"
        for row in range(150)
    )
    workspace.replace("    needs:\n      Which child is often absent?: [child-name, absence]\n", f"    needs:\n{needs}")
    workspace.replace("parties: [north-school, river-council]", f"parties: [north-school, {', '.join(parties)}]")
    workspace.replace("lead: river-council", "lead: north-school")
    workspace.replace("to: [river-council]", f"to: [{', '.join(parties)}]")
    workspace.replace("dataset: attendance", "dataset: many")
    content = text(workspace)
    start = content.index("    fields:\n")
    carried = "".join(f"      {field}: To see it.\n" for field in fields)
    workspace.write(FILE, content[:start] + "    fields:\n" + carried + "    viewers: [staff]\n")
    result = run("riverdale", "--format", "json")
    assert result.exit_code == 0, result.output
    found = json.loads(result.stdout)
    assert len(found["flows"]) == 20 and all(len(flow["fields"]) == 500 for flow in found["flows"])
    assert not found["flows"][0]["smallest_is_exact"]
