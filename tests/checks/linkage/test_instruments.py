"""Children Act 2004 section 16LC: a recorded instrument lifts the finding, for whom and when it says."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest

from dsagen.checks.linkage import dp_lnk_003, dp_lnk_004
from dsagen.checks.subjects import Case
from dsagen.law.local import Instrument, LocalLaw
from tests.checks.pages import AS_AT, read_changed

RELIES_ON_THE_SECTION = """\
registers:
  datasets:
    young-carer-flags:
      fields:
        child-postcode: {label: NHS number, kind: identifier, detail: none, use: linkage, identifier: nhs_number}
flows:
  F02:
    bases:
      academy:
        identifiers: {child-postcode: {rule: children-act-2004-s16lc}}
"""
INSTRUMENT: dict[str, Any] = {
    "title": "Invented regulations",
    "citation": "SI 2026/0000",
    "url": "https://www.legislation.gov.uk/uksi/2026",
    "under": "children-act-2004-s16lc",
    "identifier": "nhs_number",
    "nation": ["england"],
    "in_force_from": "2026-11-01",
    "designated": ["academy", "school"],
    "confirmed_on": "2026-11-20",
    "confirmed_by": "head of legal services",
    "source": "the instrument",
}
PLACE = "agreements/FER-001/flows/F02/bases/academy/identifiers/child-postcode/rule"


def case_with(folder: Path, *, as_at: date = AS_AT, **changes: Any) -> Case:
    reading = read_changed(RELIES_ON_THE_SECTION, folder)
    assert not reading.problems
    instrument = Instrument.model_validate({**INSTRUMENT, **changes})
    law = reading.law.with_local(LocalLaw(instruments={"invented-2026": instrument}))
    return Case(reading.workspace.agreements["FER-001"], reading.workspace, law, as_at)


def places(case: Case) -> list[str]:
    return [found.path for side in case.sides for found in dp_lnk_003.check(side)]


def test_an_instrument_in_force_for_the_party_lifts_it(tmp_path: Path) -> None:
    case = case_with(tmp_path)
    assert places(case) == []
    assert [found.path for side in case.sides for found in dp_lnk_004.check(side)] == []


@pytest.mark.parametrize(
    "changes",
    [
        {"in_force_from": "2026-11-23"},
        {"nation": ["wales"]},
        {"designated": ["gp_practice"]},
        {"identifier": "upn"},
        {"under": "children-act-2004-s10"},
    ],
    ids=["not yet", "another nation", "others are named", "another number", "another power"],
)
def test_another_instrument_does_not(changes: dict[str, Any], tmp_path: Path) -> None:
    assert places(case_with(tmp_path, **changes)) == [PLACE]


def test_it_counts_from_its_first_day(tmp_path: Path) -> None:
    assert places(case_with(tmp_path, as_at=date(2026, 10, 31))) == [PLACE]


def test_an_instrument_that_names_no_number_reaches_every_number(tmp_path: Path) -> None:
    assert places(case_with(tmp_path, identifier=None)) == []
