"""Gaps and findings about one missing thing are one."""

from __future__ import annotations

from pathlib import Path

import pytest

from dsagen.checks.folding import folded
from dsagen.checks.gaps import gaps
from tests.checks.pages import AS_AT, found_in, read_changed

MISSING = "review_by:\n"


@pytest.mark.parametrize(("status", "severity"), [("draft", "gap"), ("agreed", "error")])
def test_a_missing_review_date_is_reported_once(status: str, severity: str, tmp_path: Path) -> None:
    reading = read_changed(f"{MISSING}status: {status}\n", tmp_path)
    (agreement,) = reading.workspace.agreements.values()
    found = [each for each, _ in found_in(reading, AS_AT)]
    missing = list(gaps(agreement, reading.workspace))
    assert [gap.path for gap in missing] == ["agreements/FER-001/review_by"]
    together = list(folded(missing, found, final=agreement.is_final))
    about = [each for each in together if each.path == "agreements/FER-001/review_by"]
    assert [(each.rule, each.severity) for each in about] == [("DP-REV-001", severity)]


def test_what_stands_in_a_gap_is_part_of_it(tmp_path: Path) -> None:
    reading = read_changed("status: draft\nflows:\n  F05:\n    bases: {instead: {}}\n", tmp_path)
    (agreement,) = reading.workspace.agreements.values()
    together = list(
        folded(list(gaps(agreement, reading.workspace)), [e for e, _ in found_in(reading, AS_AT)], final=False)
    )
    about = [each for each in together if each.path.startswith("agreements/FER-001/flows/F05/bases")]
    assert about
    assert {each.severity for each in about} == {"gap"}
    assert "DOC-GAP" not in {each.rule for each in about}


@pytest.mark.parametrize(("status", "severity"), [("draft", "gap"), ("agreed", "error")])
def test_what_is_only_not_written_yet_is_a_gap_in_a_draft(status: str, severity: str, tmp_path: Path) -> None:
    changes = f"status: {status}\nregisters: {{parties: {{council: {{notices: {{instead: {{}}}}}}}}}}\n"
    found = [each for each, _ in found_in(read_changed(changes, tmp_path), AS_AT) if each.rule == "DP-TRN-001"]
    assert [each.severity for each in found] == [severity]
