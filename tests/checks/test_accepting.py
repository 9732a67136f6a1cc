"""Findings that someone accepts: for a place, until a day, and for the facts of that day."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from dsagen.model.finding import Finding
from tests.checks.pages import AS_AT, found_in, read_changed

WRONG = "flows: {F02: {bases: {council: {article6: c}}}}\n"
PLACE = "agreements/FER-001/flows/F02/bases/council/article6"


def finding(changes: str, folder: Path, as_at: date = AS_AT, rule: str = "DP-LAW-006") -> Finding:
    """Give the one finding of a rule."""
    folder.mkdir(exist_ok=True)
    reading = read_changed(changes, folder)
    assert not reading.problems, reading.problems
    (found,) = [each for each, _ in found_in(reading, as_at) if each.rule == rule]
    return found


def accepting(**others: str) -> str:
    """Give the wrong agreement with an acceptance."""
    record = {"rule": "DP-LAW-006", "reason": "Looked at", "by": "data protection officer", "on": "2026-11-20"}
    record |= {"until": "2027-05-01", **others}
    return f"{WRONG}accepted:\n  - {{{', '.join(f'{key}: {value}' for key, value in record.items())}}}\n"


def test_nobody_accepts_it(tmp_path: Path) -> None:
    assert not finding(WRONG, tmp_path).is_accepted


def test_it_is_accepted_until_its_end(tmp_path: Path) -> None:
    assert finding(accepting(), tmp_path, date(2027, 4, 30)).is_accepted
    assert not finding(accepting(), tmp_path, date(2027, 5, 1)).is_accepted


@pytest.mark.parametrize(
    ("where", "accepted"),
    [
        (PLACE, True),
        ("flows/F02/bases/council", True),
        ("agreements/FER-001/flows/F02", True),
        ("flows/F0", False),
        ("flows/F03", False),
    ],
)
def test_it_is_accepted_in_a_place(where: str, accepted: bool, tmp_path: Path) -> None:
    assert finding(accepting(where=where), tmp_path).is_accepted == accepted


def test_it_is_accepted_for_its_facts(tmp_path: Path) -> None:
    facts = finding(WRONG, tmp_path / "first").facts
    accepted = accepting(facts=f'"{facts}"')
    assert finding(accepted, tmp_path / "same").is_accepted
    assert not finding(accepting(facts='"000000000000"'), tmp_path / "other").is_accepted


@pytest.mark.parametrize(
    ("change", "same"),
    [
        ("flows: {F02: {bases: {council: {article6: c, gateways: [children-act-1989-s17]}}}}\n", False),
        ("registers: {parties: {council: {nation: wales}}}\n", False),
        ("registers: {parties: {council: {name: Fernshire County Council}}}\n", True),
        ("title: Another title\n", True),
        ("reference: FER-002\n", True),
        ("flows: {F02: {bases: {council: {article6: c}}, trigger: Parent and child agree.}}\n", True),
        ("flows: {F03: {frequency: weekly}}\n", True),
    ],
)
def test_the_fingerprint_changes_with_the_facts_and_with_nothing_else(change: str, same: bool, tmp_path: Path) -> None:
    """What the rule reads is the basis, its gateways and what the party is; a name is read for the message alone."""
    before = finding(WRONG, tmp_path / "before").facts
    merged = change if change.startswith("flows: {F02") else WRONG + change
    if change.startswith("flows: {F03"):
        merged = "flows: {F02: {bases: {council: {article6: c}}}, F03: {frequency: weekly}}\n"
    assert (finding(merged, tmp_path / "after").facts == before) == same


def test_a_workspace_changes_a_severity_and_says_why(tmp_path: Path) -> None:
    changes = (
        WRONG + "settings:\n  severities:\n    DP-LAW-006: {severity: advice, reason: Under discussion with counsel.}\n"
    )
    found = finding(changes, tmp_path)
    assert (found.severity, found.changed) == ("advice", "Under discussion with counsel.")
