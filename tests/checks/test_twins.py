"""The flawed twins yield their listed defects, with the law behind each, and no error on their sound parts."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from ruamel.yaml import YAML

from dsagen.portfolio.checking import Checked, checked
from dsagen.workspace import read_workspace
from tests.golden.composed import EXAMPLES, ROOT

TWINS = sorted(file.parent for file in (ROOT / "tests/flawed").glob("*/expected.yaml"))
DAY = date(2026, 11, 23)
TWIN = pytest.mark.parametrize("twin", TWINS, ids=lambda twin: twin.name)


def found_in(folder: Path, as_at: date = DAY) -> Checked:
    """Check a workspace."""
    return checked(read_workspace(folder), as_at)


def listed(twin: Path) -> set[tuple[str, str]]:
    """Give the defects that were planted: rule and place."""
    return {
        (entry["rule"], entry["path"]) for entry in YAML(typ="safe").load((twin / "expected.yaml").read_text("utf-8"))
    }


def test_every_example_has_a_twin() -> None:
    assert [twin.name for twin in TWINS] == EXAMPLES


@TWIN
def test_every_planted_defect_is_found_where_it_is(twin: Path) -> None:
    found = found_in(twin)
    assert not found.unreadable
    assert listed(twin) - {(finding.rule, finding.path) for finding in found.findings} == set()


@TWIN
def test_no_sound_part_has_an_error(twin: Path) -> None:
    errors = [finding for finding in found_in(twin).findings if finding.severity == "error" and not finding.is_accepted]
    surplus = [(finding.rule, finding.path) for finding in errors if (finding.rule, finding.path) not in listed(twin)]
    assert surplus == []


@TWIN
def test_every_finding_says_why_how_and_on_which_authority(twin: Path) -> None:
    for finding in found_in(twin).findings:
        assert finding.source is not None and finding.message and finding.why and finding.fix, finding
        assert finding.authority or finding.rule == "DOC-GAP", finding


WAITING = {"unique-identifier": {("DP-LNK-003", "error")}}
"""What an example shows on purpose: a draft that waits for regulations."""


@pytest.mark.parametrize("example", EXAMPLES)
def test_every_example_is_clean_or_accepted(example: str) -> None:
    agreements = read_workspace(ROOT / "examples" / example).workspace.agreements
    for as_at in {DAY, *(agreement.version_date for agreement in agreements.values())}:
        found = [each for each in found_in(ROOT / "examples" / example, as_at).findings if not each.is_accepted]
        shown = {(each.rule, each.severity) for each in found if each.severity != "advice"}
        assert shown == WAITING.get(example, set())
        drafts = {key for key, agreement in agreements.items() if not agreement.is_final}
        assert {each.agreement for each in found if each.severity != "advice"} <= drafts


@pytest.mark.parametrize("example", EXAMPLES)
def test_every_acceptance_of_an_example_names_its_facts(example: str) -> None:
    for agreement in read_workspace(ROOT / "examples" / example).workspace.agreements.values():
        assert all(acceptance.facts for acceptance in agreement.accepted)
