"""What a build finds in the notices that it makes: nothing in the examples, and each fault that is planted."""

from __future__ import annotations

from pathlib import Path

import pytest

from dsagen.documents.compose import Subject, compose
from dsagen.documents.library import Library
from dsagen.model.finding import Finding
from dsagen.portfolio.notices import findings_of_notice
from dsagen.portfolio.plan import Formats
from dsagen.workspace import Reading, read_workspace
from tests.golden.composed import EXAMPLES, ROOT, composed
from tests.portfolio.building import built
from tests.portfolio.stripping import copy

SHORT = "child_plain: School can then make small changes for you."
OTHER = "child_plain: The council can then offer you help."
LONG = " ".join(["School can then help you."] * 15)


def lengthened(workspace: Path) -> Path:
    """Make what both purposes say to children long, though no sentence is. Give the agreement's file."""
    file = workspace / "agreements/nyc-001.yaml"
    text = file.read_text("utf-8")
    assert text.count(SHORT) == text.count(OTHER) == 1
    text = text.replace(SHORT, f"child_plain: {LONG}").replace(OTHER, f"child_plain: {LONG[:311]}")
    file.write_text(text, "utf-8")
    return file


def found_in(reading: Reading, folder: Path) -> list[Finding]:
    """Build the notices, and give what is found about how they read."""
    (found,) = built(reading, folder, ["privacy_notice"]).findings.values()
    return [each for each in found if each.rule in ("DOC-033", "DP-CHD-002")]


@pytest.mark.parametrize("example", EXAMPLES)
def test_no_notice_of_an_example_asks_too_much_of_its_readers(example: str) -> None:
    reading = read_workspace(ROOT / "examples" / example)
    for document, composition in composed(example).items():
        agreement = reading.workspace.agreements[document.agreement]
        subject = Subject(
            reading.workspace, reading.law, agreement, document.kind, document.party, layout=document.layout
        )
        assert [each.message for each in findings_of_notice(composition, subject)] == []


def test_what_composing_makes_too_long_is_found_once_with_its_place(tmp_path: Path) -> None:
    workspace = copy("young-carer-flag/NYC-001", tmp_path)
    lines = lengthened(workspace).read_text("utf-8").splitlines()
    reading = read_workspace(workspace)
    found = [each for each in found_in(reading, tmp_path / "out") if each.rule == "DP-CHD-002"]
    assert len({each.message for each in found}) == len(found) > 0
    assert {each.path for each in found} == {"agreements/NYC-001/purposes/support-at-school/child_plain"}
    assert all("300 is the most" in each.message for each in found)
    place = reading.sources.key(found[0].path)
    assert place is not None and place.file == "agreements/nyc-001.yaml"
    assert lines[place.line - 1].strip() == f"child_plain: {LONG}"


def test_a_finding_about_a_notice_can_be_accepted_and_is_not_left_over(tmp_path: Path) -> None:
    workspace = copy("young-carer-flag/NYC-001", tmp_path)
    file = lengthened(workspace)
    text = file.read_text("utf-8")
    accepted = "{rule: DP-CHD-002, reason: Tried out, by: head of early help, on: 2026-11-20, until: 2027-04-30}"
    assert text.count("\naccepted:\n") == 1
    file.write_text(text.replace("\naccepted:\n", f"\naccepted:\n  - {accepted}\n"), "utf-8")
    reading = read_workspace(workspace)
    assert not reading.problems
    (every,) = built(reading, tmp_path / "out", ["privacy_notice"], Formats([], ["text"])).findings.values()
    found = [each for each in every if each.rule == "DP-CHD-002"]
    assert found and all(each.is_accepted for each in found)
    assert not [each for each in every if each.rule == "ACC-UNUSED"]


def test_notices_have_formats_of_their_own(tmp_path: Path) -> None:
    reading = read_workspace(ROOT / "examples/young-carer-flag")
    built(reading, tmp_path, ["dpia", "privacy_notice"], Formats(["text"], ["fragment"]))
    made = {file.name for file in (tmp_path / "NYC-001").iterdir()}
    assert "dpia.txt" in made
    assert "privacy-notice-ashdown-academy-young-people.fragment.html" in made
    assert not [name for name in made if name.startswith("privacy") and not name.endswith(".fragment.html")]


def test_the_front_sheet_of_a_draft_is_not_measured(tmp_path: Path) -> None:
    reading = read_workspace(copy("unique-identifier/NUI-002", tmp_path))
    (agreement,) = reading.workspace.agreements.values()
    subject = Subject(reading.workspace, reading.law, agreement, "privacy_notice", "northmoor-council")
    assert list(findings_of_notice(compose(subject, Library()), subject)) == []
