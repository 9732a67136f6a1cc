"""A sound workspace is read whole, from wherever in it one stands."""

from __future__ import annotations

from pathlib import Path

import pytest

from dsagen.workspace import WorkspaceNotFound, find_root, read_workspace
from dsagen.workspace.parse import yaml_events
from tests.workspace.builder import AGREEMENT, Builder, said

NORTH_STAR = Path(__file__).parent / "north_star.yaml"
EXAMPLES = Path(__file__).parents[2] / "examples"


def test_everything_is_read(workspace: Builder) -> None:
    reading = workspace.read()
    assert said(reading) == []
    assert reading.failed == ()
    assert list(reading.workspace.agreements) == ["RIV-001"]
    assert set(reading.workspace.parties) == {"north-school", "river-council"}
    assert reading.workspace.settings.name == "Riverdale partnership"


@pytest.mark.parametrize(
    "start", [".", "agreements", "agreements/riv-001.yaml", "dsagen.yaml", "parties", "parties/all.yaml"]
)
def test_any_place_in_a_workspace_leads_to_it(workspace: Builder, start: str) -> None:
    assert find_root(workspace.root / start) == workspace.root
    assert list(read_workspace(workspace.root / start).workspace.agreements) == ["RIV-001"]


def test_one_file_of_a_workspace_is_read_without_the_other_agreements(workspace: Builder) -> None:
    other = AGREEMENT.replace("RIV-001", "RIV-002").replace("form: one_way_disclosure", "form: wrong")
    workspace.write("agreements/riv-002.yaml", other)
    reading = read_workspace(workspace.root / "agreements/riv-001.yaml")
    assert said(reading) == []
    assert list(reading.workspace.agreements) == ["RIV-001"]


@pytest.mark.parametrize("exists", [True, False])
def test_no_workspace(tmp_path: Path, exists: bool) -> None:
    place = tmp_path if exists else tmp_path / "nothing"
    with pytest.raises(WorkspaceNotFound) as caught:
        read_workspace(place)
    assert caught.value.path == place
    assert caught.value.exists is exists


@pytest.mark.parametrize("place", ["alone", "whole/drafts"])
def test_a_single_file_is_a_workspace(tmp_path: Path, place: str) -> None:
    registers = "registers:\n"
    for kind in ("parties", "people", "datasets"):
        content = (Builder(tmp_path / "whole").root / kind / "all.yaml").read_text()
        registers += f"  {kind}:\n" + "".join(f"    {line}\n" for line in content.splitlines())
    alone = tmp_path / place / "riv-001.yaml"
    alone.parent.mkdir(exist_ok=True)
    alone.write_text(AGREEMENT + "nation: wales\n" + registers)
    reading = read_workspace(alone)
    assert said(reading) == []
    assert reading.workspace.settings.name == "Attendance marks for early help"
    assert reading.workspace.settings.nation == "wales"
    assert str(reading.sources.key("parties/river-council/teams/early-help")) == "riv-001.yaml:47:9"


def test_a_yml_file_counts_and_a_hidden_one_does_not(workspace: Builder) -> None:
    (workspace.root / "agreements/riv-001.yaml").rename(workspace.root / "agreements/riv-001.yml")
    workspace.write("agreements/.riv-001.yaml", "not: an agreement")
    assert list(workspace.read().workspace.agreements) == ["RIV-001"]


def test_the_c_parser_reads() -> None:
    events = yaml_events("a: b\n")
    assert type(next(events)).__module__.startswith("ruamel.yaml")
    assert yaml_events.__module__ == "dsagen.workspace.parse"
    from ruamel.yaml import YAML

    assert YAML(typ="safe").Parser.__module__.endswith("_ruamel_yaml")


def test_the_north_star_reads_without_a_problem(tmp_path: Path) -> None:
    """The YAML of the design, beside the registers of the example that was made from it."""
    builder = Builder(tmp_path)
    for file in ("parties/all.yaml", "people/all.yaml", "datasets/all.yaml", "agreements/riv-001.yaml"):
        (tmp_path / file).unlink()
    builder.write("agreements/nyc-001.yaml", NORTH_STAR.read_bytes())
    builder.write("assessments/nyc-001.yaml", "author: information governance lead\n")
    types = {"millbrook-surgery": "gp_practice", "northmoor-council": "local_authority", "ashdown-academy": "academy"}
    for party, kind in types.items():
        builder.write(f"parties/{party}.yaml", f"{party}: {{name: {party}, type: {kind}}}\n")
    builder.write("people/people.yaml", "child: {label: Children}\nparent: {label: Parents}\n")
    fields = ("child-name", "child-date-of-birth", "possible-young-carer", "contact-route", "council-contact")
    lines = "".join(f"    {field}: {{label: {field}, kind: status, detail: flag}}\n" for field in fields)
    start = "young-carer-flags:\n  title: Young-carer flags\n  holder: millbrook-surgery\n  people: [child, parent]\n"
    builder.write("datasets/flags.yaml", f"{start}  fields:\n{lines}")
    reading = builder.read()
    assert said(reading) == []
    agreement = reading.workspace.agreements["NYC-001"]
    assert agreement.assessment.author == "information governance lead"
    assert agreement.flows["F02"].viewers == {"ashdown-academy": ["designated safeguarding lead", "form tutor"]}


@pytest.mark.parametrize("example", sorted(path.parent.name for path in EXAMPLES.glob("*/dsagen.yaml")))
def test_the_examples_read_without_a_problem(example: str) -> None:
    reading = read_workspace(EXAMPLES / example)
    assert said(reading) == []
    assert reading.failed == ()
    assert reading.workspace.agreements
