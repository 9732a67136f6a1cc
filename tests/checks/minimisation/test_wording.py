"""The words that the minimisation rules look for, and those that they leave alone."""

from __future__ import annotations

from pathlib import Path

import pytest

from dsagen.checks.minimisation._groups import is_connected, is_everyone
from dsagen.checks.minimisation._reasons import says_nothing
from dsagen.checks.minimisation.dp_min_004 import _is_narrow
from dsagen.checks.minimisation.dp_min_008 import _BLANKET
from dsagen.checks.subjects import Case, Item
from dsagen.model.people import People
from tests.checks.pages import AS_AT, read_changed


@pytest.mark.parametrize(
    ("reason", "padding"),
    [
        ("For information.", True),
        ("Needed.", True),
        ("Useful background for the case.", True),
        ("Days absent.", True),
        ("The days absent, as required.", True),
        ("The call is the whole point.", False),
        ("To see who needs a visit.", False),
        ("Things change.", False),
    ],
)
def test_a_reason_of_padding_says_nothing(reason: str, padding: bool, tmp_path: Path) -> None:
    reading = read_changed(f"flows: {{F03: {{fields: {{days-absent: '{reason}'}}}}}}\n", tmp_path)
    assert not reading.problems
    case = Case(reading.workspace.agreements["FER-001"], reading.workspace, reading.law, AS_AT)
    (flow,) = (flow for flow in case.flows if flow.key == "F03")
    assert says_nothing(Item(flow, "days-absent")) is padding


@pytest.mark.parametrize(
    ("rule", "everyone"),
    [
        ("All children who live in Fernshire.", True),
        ("Every child in the area.", True),
        ("Any pupil of the school.", True),
        ("All of the school-age children in the county", True),
        ("All looked after children", False),
        ("All children with a child protection plan.", False),
        ("Any child whose family agrees.", False),
        ("A child who lives in Fernshire, and about whom a referral is open.", False),
        ("Only children who have missed ten days. All other children are outside.", False),
    ],
)
def test_a_rule_that_leaves_nobody_out(rule: str, everyone: bool) -> None:
    assert is_everyone(rule) is everyone


@pytest.mark.parametrize(
    ("label", "ages", "connected"),
    [
        ("Parents", "18 and over", True),
        ("Families", "all ages", True),
        ("Adults in the child's home", "18 and over", True),
        ("Brothers and sisters", "0 to 17", True),
        ("Young carers", "5 to 17", False),
        ("Young carers", None, False),
        ("Children in need and their families", "0 to 17", False),
        ("Tenants", "18 and over", False),
    ],
)
def test_a_group_that_is_there_for_its_link_to_a_child(label: str, ages: str | None, connected: bool) -> None:
    assert is_connected(People(label=label, ages=ages)) is connected


@pytest.mark.parametrize(
    ("question", "narrow"),
    [
        ("Which child may be a young carer?", True),
        ("Is the case open, and whom do we ring?", True),
        ("Whether the child is at school", True),
        ("Which child may be at risk, and what happened?", False),
        ("How may we reach the family safely?", False),
        ("What have they done?", False),
    ],
)
def test_a_question_that_asks_only_whether_or_who(question: str, narrow: bool) -> None:
    assert _is_narrow(question) is narrow


@pytest.mark.parametrize(
    ("role", "blanket"),
    [
        ("all staff", True),
        ("All council staff", True),
        ("any social worker", True),
        ("all social workers", True),
        ("everyone in children's services", True),
        ("allocated social worker", False),
        ("duty manager", False),
        ("data checker (to confirm the match)", False),
    ],
)
def test_a_viewer_that_is_everybody(role: str, blanket: bool) -> None:
    assert bool(_BLANKET.search(role)) is blanket
