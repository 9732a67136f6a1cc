"""One body in the place of others: everywhere, and nothing else."""

from __future__ import annotations

import re
import shutil
from datetime import date
from pathlib import Path

import pytest

from dsagen.portfolio.succession import Refused, Succession, propose, refuse
from dsagen.workspace import read_workspace
from dsagen.workspace.edit import EditRefused
from dsagen.workspace.edit.layout import Layout
from tests.portfolio.moorland import DAY, FILE, asked, bring, moorland, proposed, said, words
from tests.workspace.builder import AGREEMENT, DATASETS, PARTIES, PEOPLE, Builder

EXAMPLES = Path(__file__).parents[2] / "examples"
HISTORY = {"/signed"}
"""Who did something on a day, by the id of then."""


@pytest.fixture
def workspace(tmp_path: Path) -> Builder:
    """Give a workspace in which two councils share with a school."""
    return moorland(tmp_path / "moorland")


def changed(workspace: Builder, *parties: str, day: date = DAY) -> None:
    """Make and write an edit."""
    proposed(workspace.root, *parties, day=day).write()


def text(workspace: Builder, file: str = FILE) -> str:
    """Give a file."""
    return (workspace.root / file).read_text()


def test_every_place_names_the_new_body(workspace: Builder) -> None:
    changed(workspace, "river-council", "moorland-council")
    left = [path for path, word in words(said(workspace.root, FILE)) if word == "river-council"]
    assert set(left) == HISTORY
    assert not workspace.read().problems
    assert {path for path, word in words(said(workspace.root, FILE)) if word == "moorland-council"} == {
        *("/lead", "/parties", "/flows/F01/to", "/flows/F01/bases", "/flows/F02/to", "/flows/F02/retention"),
        *("/flows/F02/bases", "/allocation/notices/lead", "/allocation/access/support", "/contact_point"),
        *("/processors/host/acts_for", "/assessment/sign_off/party", "/signatories"),
    }


def test_the_place_of_an_acceptance_follows(workspace: Builder) -> None:
    changed(workspace, "river-council", "moorland-council")
    (accepted,) = workspace.read().workspace.agreements["RIV-001"].accepted
    assert accepted.where == "flows/F01/bases/moorland-council"


def test_only_the_words_of_the_edit_change(workspace: Builder) -> None:
    before = {path: path.read_text() for path in workspace.root.rglob("*.yaml")}
    changed(workspace, "river-council", "moorland-council")
    agreement = workspace.root / FILE
    for path, content in before.items():
        if path.parent.name != "parties" and path != agreement:
            assert path.read_text() == re.sub(r"\briver-council\b", "moorland-council", content)
    version = (
        '  "1.1":\n    date: 2028-04-01\n    author: information governance lead\n'
        "    reason: Moorland Council takes the place of River Council from 1 April 2028\n"
    )
    history = before[agreement].replace("signed: {river-council", "signed: {then")
    expected = re.sub(r"\briver-council\b", "moorland-council", history).replace("{then", "{river-council")
    first = "    reason: First edition\n"
    assert text(workspace) == expected.replace(first, first + version)


def test_the_register_keeps_the_old_body_and_says_who_followed(workspace: Builder) -> None:
    changed(workspace, "river-council", "moor-council", "moorland-council")
    parties = workspace.read().workspace.parties
    for old in ("river-council", "moor-council"):
        assert parties[old].until == DAY and parties[old].succeeded_by == "moorland-council"
    names = [(body.name, body.until) for body in parties["moorland-council"].succeeds]
    assert names == [("River Council", DAY), ("Moor Council", DAY)]
    assert "# Ends with the order.\nmoor-council:  # a district once\n" in text(workspace, "parties/all.yaml")


def test_several_that_say_the_same_become_one(workspace: Builder) -> None:
    proposal = proposed(workspace.root, "river-council", "moor-council", "moorland-council")
    proposal.write()
    agreement = workspace.read().workspace.agreements["RIV-001"]
    assert agreement.parties == ["north-school", "moorland-council"]
    flow = agreement.flows["F02"]
    assert flow.to == ["moorland-council"]
    assert set(flow.retention) == set(flow.bases) == {"moorland-council"}
    assert agreement.allocation["access"].support == ["moorland-council"]
    assert not proposal.left
    comments = [comment for _, comment in Layout(text(workspace)).comments()]
    assert {"# first", "# second", "# as its neighbour", "# What the council rests on."} <= set(comments)
    assert "takes the place of River Council and Moor Council from" in agreement.versions["1.1"].reason


def test_a_body_that_takes_part_already_takes_in_another(workspace: Builder) -> None:
    changed(workspace, "moor-council", "river-council")
    agreement = workspace.read().workspace.agreements["RIV-001"]
    assert agreement.parties == ["north-school", "river-council"]
    assert workspace.read().workspace.datasets["attendance"].holder == "river-council"


def test_different_answers_are_left_for_a_person(workspace: Builder) -> None:
    workspace.replace(
        "moor-council: {period: 12 months, trigger: the case",
        "moor-council: {period: 6 years, trigger: the case",
        FILE,
    )
    proposal = proposed(workspace.root, "river-council", "moor-council", "moorland-council")
    assert [left.path for left in proposal.left] == ["agreements/RIV-001/flows/F02/retention/moor-council"]
    proposal.write()
    flow = said(workspace.root, FILE)["flows"]["F02"]  # type: ignore[index]
    assert flow["retention"]["moorland-council"]["period"] == "12 months"
    assert flow["retention"]["moor-council"]["period"] == "6 years"
    assert not [found for found in bring(proposal).findings if found.rule == "SRC-REF"]


def test_a_flow_to_itself_is_kept_and_named(workspace: Builder) -> None:
    workspace.replace(
        "    from: north-school\n    to: [river-council]", "    from: moor-council\n    to: [river-council]"
    )
    proposal = proposed(workspace.root, "river-council", "moor-council", "moorland-council")
    assert [left.path for left in proposal.left] == ["agreements/RIV-001/flows/F01"]
    found = bring(proposal)
    assert not [finding for finding in found.findings if finding.rule == "SRC-REF"]
    assert not found.unchecked
    proposal.write()
    assert "both sends and receives" in workspace.read().problems[0].message
    workspace.replace("    title: The school tells the council\n", '    title: Old\n    withdrawn_in: "1.1"\n')
    assert not workspace.read().problems


def test_a_recipient_that_is_the_sender_is_named(workspace: Builder) -> None:
    workspace.replace(
        "    from: north-school\n    to:\n", "    from: north-school\n    to:\n      - moorland-council\n"
    )
    workspace.replace("river-council, moor-council]\nstarts", "river-council, moor-council, moorland-council]\nstarts")
    proposal = proposed(workspace.root, "north-school", "moorland-council")
    assert [left.path for left in proposal.left] == ["agreements/RIV-001/flows/F02/to/0"]


def test_a_team_that_the_new_body_lacks_is_named(workspace: Builder) -> None:
    workspace.replace("    to: [river-council]\n", "    to: [river-council]\n    teams: {river-council: early-help}\n")
    assert not proposed(workspace.root, "river-council", "moorland-council").left
    shutil.rmtree(workspace.root.parent / "moorland-copy")
    proposal = proposed(workspace.root, "river-council", "moor-council")
    assert [left.path for left in proposal.left] == ["agreements/RIV-001/flows/F01/teams/moor-council"]
    assert not bring(proposal).unchecked


def test_what_an_old_body_did_on_a_day_is_named(workspace: Builder) -> None:
    proposal = proposed(workspace.root, "river-council", "moorland-council")
    assert [done.path for done in proposal.dated] == ["agreements/RIV-001/assessment/sign_off/0/party"]


def test_another_type_brings_findings_of_the_law(workspace: Builder) -> None:
    workspace.replace("type: local_authority  # from 2028", "type: nhs_trust", "parties/all.yaml")
    found = bring(proposed(workspace.root, "river-council", "moorland-council"))
    assert "DP-GW-002" in {finding.rule for finding in found.findings}


def test_the_same_type_brings_none_that_were_there(workspace: Builder) -> None:
    proposal = proposed(workspace.root, "river-council", "moorland-council")
    rules = {finding.rule for finding in bring(proposal).findings}
    assert not {rule for rule in rules if rule.startswith("DP-GW")}
    assert rules == {"DP-REV-001", "DP-REV-002"}  # reviewed and signed before the new version


def test_the_documents_that_change_are_named(workspace: Builder) -> None:
    workspace.write("agreements/other.yaml", AGREEMENT.replace("RIV-001", "OTH-001"))
    workspace.replace("holder: moor-council", "holder: north-school", "datasets/all.yaml")
    found = bring(proposed(workspace.root, "moor-council", "moorland-council"))
    assert {document.agreement for document in found.documents} == {"RIV-001"}


@pytest.mark.parametrize("over", ["ends: 2028-03-31\n", "status: withdrawn\n"])
def test_an_agreement_that_is_over_is_left_alone(workspace: Builder, over: str) -> None:
    key = over.split(":")[0]
    kept = "".join(line for line in AGREEMENT.splitlines(keepends=True) if not line.startswith(f"{key}:"))
    workspace.write("agreements/old.yaml", kept.replace("RIV-001", "OLD-001") + over)
    before = text(workspace, "agreements/old.yaml")
    proposal = proposed(workspace.root, "river-council", "moorland-council")
    proposal.write()
    assert [each.reference for each in proposal.untouched] == ["OLD-001"]
    assert text(workspace, "agreements/old.yaml") == before
    assert list(proposal.versions) == ["RIV-001"]


def test_one_that_ends_on_the_day_still_runs(workspace: Builder) -> None:
    workspace.write("agreements/old.yaml", AGREEMENT.replace("RIV-001", "OLD-001") + "ends: 2028-04-01\n")
    assert "OLD-001" in proposed(workspace.root, "river-council", "moorland-council").versions


def test_words_that_name_the_old_body_are_pointed_at(workspace: Builder) -> None:
    workspace.replace("contract: C-1\n", "contract: River Council C-1\n")
    found = bring(proposed(workspace.root, "river-council", "moorland-council"))
    assert [mention.line for mention in found.mentions] == ["contract: River Council C-1"]


def test_what_is_shared_with_an_agreement_that_is_over_refuses_the_edit(workspace: Builder) -> None:
    part = "assessment: {include: assessments/riv-001.yaml}\n"
    workspace.write("agreements/old.yaml", AGREEMENT.replace("RIV-001", "OLD-001") + part + "ends: 2028-03-31\n")
    with pytest.raises(EditRefused, match=r"old\.yaml would not say what is intended"):
        proposed(workspace.root, "river-council", "moorland-council")


def test_a_source_that_changed_meanwhile_is_not_written_over(workspace: Builder) -> None:
    proposal = proposed(workspace.root, "river-council", "moorland-council")
    workspace.replace("title: Attendance marks for early help", "title: Attendance")
    before = {path: path.read_bytes() for path in workspace.root.rglob("*.yaml")}
    with pytest.raises(EditRefused, match="changed meanwhile"):
        proposal.write()
    assert {path: path.read_bytes() for path in workspace.root.rglob("*.yaml")} == before


def test_nothing_is_written_where_one_file_cannot_be(workspace: Builder, monkeypatch: pytest.MonkeyPatch) -> None:
    proposal = proposed(workspace.root, "river-council", "moorland-council")
    before = {path: path.read_bytes() for path in workspace.root.rglob("*") if path.is_file()}
    replace, calls = Path.replace, list[Path]()

    def third_fails(path: Path, target: Path) -> Path:
        calls.append(path)
        if len(calls) == 3:
            raise OSError("no room")
        return replace(path, target)

    monkeypatch.setattr(Path, "replace", third_fails)
    with pytest.raises(OSError, match="no room"):
        proposal.write()
    assert {path: path.read_bytes() for path in workspace.root.rglob("*") if path.is_file()} == before


def test_a_second_time_there_is_nothing_to_write(workspace: Builder) -> None:
    changed(workspace, "river-council", "moorland-council")
    shutil.rmtree(workspace.root.parent / "moorland-copy")
    assert not proposed(workspace.root, "river-council", "moorland-council").contents


def test_a_single_file_holds_its_own_registers(tmp_path: Path) -> None:
    parts = (("parties", PARTIES + MOORLAND), ("people", PEOPLE), ("datasets", DATASETS))
    registers = "registers:\n" + "".join(
        "".join([f"  {kind}:\n", *(f"    {line}\n" for line in content.splitlines())]) for kind, content in parts
    ).replace("holder: north-school", "holder: river-council")
    file = tmp_path / "one" / "whole.yaml"
    file.parent.mkdir()
    file.write_text(AGREEMENT + registers)
    proposal = proposed(file, "river-council", "moorland-council")
    proposal.write()
    reading = read_workspace(file)
    assert not reading.problems
    assert reading.workspace.datasets["attendance"].holder == "moorland-council"
    assert reading.workspace.parties["river-council"].succeeded_by == "moorland-council"
    assert reading.workspace.agreements["RIV-001"].lead == "moorland-council"


MOORLAND = "moorland-council:\n  name: Moorland Council\n  type: local_authority\n"


@pytest.mark.parametrize("example", sorted(path.name for path in EXAMPLES.iterdir() if path.is_dir()))
def test_no_example_names_the_old_body_afterwards(example: str, tmp_path: Path) -> None:
    root = shutil.copytree(EXAMPLES / example, tmp_path / "it", ignore=shutil.ignore_patterns("build"))
    reading = read_workspace(root)
    for old in list(reading.workspace.parties)[:4]:
        file = next(path for path in root.glob("parties/*.yaml"))
        before = file.read_text()
        party = reading.workspace.parties[old]
        teams = "".join(f"\n    {key}: {{title: {team.title}}}" for key, team in party.teams.items())
        given = f"  teams:{teams}\n" if teams else ""
        file.write_text(f"{before}\nthe-heir:\n  name: The Heir\n  type: {party.type}\n{given}")
        proposal = proposed(root, old, "the-heir")
        for name in proposal.after.used:
            found = words(said(proposal.after.root, name))
            assert {path for path, word in found if word == old} <= HISTORY, old
            met = any(word == old for _, word in words(said(root, name)))
            assert any(word == "the-heir" for _, word in found) == met
        for name, (first, second) in proposal.contents.items():
            assert [comment for _, comment in Layout(first.decode()).comments()] == [
                comment for _, comment in Layout(second.decode()).comments()
            ], name
        file.write_text(before)
        shutil.rmtree(tmp_path / "it-copy")


@pytest.mark.parametrize(
    ("olds", "new", "reason"),
    [
        (("river-council",), "river-council", "cannot take its own place"),
        (("river-counsil",), "moorland-council", "there is no party `river-counsil`"),
        (("river-council",), "moorland-counsil", "there is no party `moorland-counsil` yet"),
    ],
)
def test_what_makes_no_sense_is_refused(workspace: Builder, olds: tuple[str, ...], new: str, reason: str) -> None:
    with pytest.raises(Refused, match=reason):
        refuse(Succession(olds, new, DAY), workspace.read().workspace)


@pytest.mark.parametrize(
    ("party", "line", "reason"),
    [
        ("moorland-council", "  until: 2028-01-01\n", "Moorland Council no longer exists on 2028-04-01"),
        ("river-council", "  until: 2027-01-01\n", "River Council ends on 2027-01-01"),
        ("river-council", "  succeeded_by: moor-council\n", "succeeded by `moor-council` already"),
        (
            "moorland-council",
            "  succeeds: [{name: River Council, until: 2027-01-01}]\n",
            "took over from River Council",
        ),
    ],
)
def test_a_register_that_says_otherwise_is_refused(workspace: Builder, party: str, line: str, reason: str) -> None:
    name = {"moorland-council": "  name: Moorland Council\n", "river-council": "  name: River Council\n"}[party]
    workspace.replace(name, name + line, "parties/all.yaml")
    with pytest.raises(Refused, match=reason):
        refuse(asked("river-council", "moorland-council"), workspace.read().workspace)


def test_what_the_register_says_already_is_not_said_twice(workspace: Builder) -> None:
    name = "  name: River Council\n"
    workspace.replace(name, f"{name}  until: 2028-04-01\n", "parties/all.yaml")
    changed(workspace, "river-council", "moorland-council")
    assert text(workspace, "parties/all.yaml").count("until: 2028-04-01") == 2  # once here, once in `succeeds`


PATTERN = """\
# One agreement for each school.
for_each:
  - {school: north-school, partner: river-council}  # by table
reference: "{reference}"
lead: river-council
parties: ["{school}", river-council]  # two
versions:
  "1.0": {date: 2026-11-20, author: lead, reason: First edition}
"""


def test_a_pattern_changes_in_its_rows_and_in_what_it_says(workspace: Builder) -> None:
    workspace.write("patterns/schools.yaml", PATTERN)
    reading = workspace.read()
    into = workspace.root.parent / "copy"
    into.mkdir()
    _, after = propose(reading, asked("river-council", "moorland-council"), into).contents["patterns/schools.yaml"]
    version = (
        '  "1.1": {date: 2028-04-01, author: lead, '
        "reason: Moorland Council takes the place of River Council from 1 April 2028}\n"
    )
    assert after.decode() == PATTERN.replace("river-council", "moorland-council") + version


def test_a_pattern_that_names_no_old_body_stays(workspace: Builder) -> None:
    workspace.write("patterns/schools.yaml", PATTERN.replace("river-council", "north-school"))
    into = workspace.root.parent / "copy"
    into.mkdir()
    proposal = propose(workspace.read(), asked("river-council", "moorland-council"), into)
    assert "patterns/schools.yaml" not in proposal.contents


def test_the_ends_of_lines_and_the_mark_at_the_start_stay(workspace: Builder, tmp_path: Path) -> None:
    other = moorland(tmp_path / "other")
    for file in (FILE, "parties/all.yaml"):
        other.write(file, b"\xef\xbb\xbf" + text(other, file).replace("\n", "\r\n").encode())
    changed(workspace, "river-council", "moor-council", "moorland-council")
    changed(other, "river-council", "moor-council", "moorland-council")
    for file in (FILE, "parties/all.yaml"):
        expected = b"\xef\xbb\xbf" + text(workspace, file).replace("\n", "\r\n").encode()
        assert (other.root / file).read_bytes() == expected


def test_versions_stay_in_the_order_of_their_days(workspace: Builder) -> None:
    workspace.replace(
        "    reason: First edition\n", "    reason: First edition\n  '1.9': &last\n    date: 2029-01-31\n"
    )
    workspace.replace("    date: 2029-01-31\n", "    date: 2029-01-31\n    author: lead\n    reason: Second edition\n")
    changed(workspace, "river-council", "moorland-council")
    versions = workspace.read().workspace.agreements["RIV-001"].versions
    assert list(versions) == ["1.0", "1.9", "1.10"]
    assert versions["1.10"].date == date(2029, 1, 31)
    assert versions["1.10"].reason.endswith("from 1 April 2028")
