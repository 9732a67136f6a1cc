"""The draft that waits for regulations: an invented instrument in a copy's `law/` lifts DP-LNK-003 from its first day.

Source: Children Act 2004 section 16LC is a power to make regulations. The instrument below is fiction, and says so.
"""

from __future__ import annotations

import json
import shutil
from collections.abc import Sequence
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner

from dsagen.cli.app import app
from tests.golden.composed import ROOT

EXAMPLE = ROOT / "examples" / "unique-identifier"
BEGINS = date(2027, 3, 1)
BEFORE, AFTER = str(BEGINS - timedelta(days=1)), str(BEGINS)
COUNCIL, SCHOOLS = "{type: local_authority, function: education_authority}", "school, academy"
INVENTED = """\
invented-identifier-regulations:
  title: The Wholly Invented Regulations of a Country that Does Not Exist
  citation: INVENTED 2027/0000
  url: https://regulations.example/0000
  under: children-act-2004-s16lc
  identifier: nhs_number
  nation: [england]
  in_force_from: {begins}
  designated: [{designated}]
  confirmed_on: 2026-11-23
  confirmed_by: a test
  source: nothing, because they are invented
"""
WAITING = {
    ("F01", "ashdown-academy"),
    ("F01", "northmoor-council"),
    ("F02", "northmoor-council"),
    ("F02", "st-brannocs-primary"),
    ("F03", "northmoor-council"),
}
"""Each flow and party that may not hold the number yet. The trust is a health body, and waits for nothing."""


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    return shutil.copytree(EXAMPLE, tmp_path / "copy", ignore=shutil.ignore_patterns("build", "flag-*"))


def record(copy: Path, designated: Sequence[str] = (SCHOOLS, COUNCIL)) -> None:
    folder = copy / "law" / "instruments"
    folder.mkdir(parents=True)
    text = INVENTED.format(begins=BEGINS, designated=", ".join(designated))
    (folder / "invented.yaml").write_text(text, encoding="utf-8")


def check(copy: Path, as_at: str) -> tuple[int, list[dict[str, Any]]]:
    """Run `dsagen check --as-at`, and give its exit code and what it found in the draft."""
    done = CliRunner().invoke(app, ["check", str(copy), "--as-at", as_at, "--format", "json"], prog_name="dsagen")
    findings = json.loads(done.stdout)["findings"]
    return done.exit_code, [each for each in findings if each["path"].startswith("agreements/NUI-002/")]


def waiting(found: list[dict[str, Any]]) -> set[tuple[str, str]]:
    places = [each["path"].split("/") for each in found if each["rule"] == "DP-LNK-003" and not each.get("accepted")]
    return {(place[3], place[5]) for place in places}


def test_without_regulations_the_draft_waits_on_any_day(copy: Path) -> None:
    for as_at in (BEFORE, AFTER):
        code, found = check(copy, as_at)
        assert waiting(found) == WAITING
        assert code == 1


def test_recorded_regulations_lift_it_from_their_first_day(copy: Path) -> None:
    record(copy)
    code, found = check(copy, BEFORE)
    assert (code, waiting(found)) == (1, WAITING)
    code, found = check(copy, AFTER)
    assert (code, waiting(found)) == (0, set())
    assert not [each for each in found if each["severity"] in ("error", "gap")]


def test_they_lift_it_for_those_alone_whom_they_name(copy: Path) -> None:
    record(copy, designated=[SCHOOLS])
    assert waiting(check(copy, AFTER)[1]) == {each for each in WAITING if each[1] == "northmoor-council"}


def test_the_example_itself_records_no_regulations() -> None:
    assert not (EXAMPLE / "law").exists()
