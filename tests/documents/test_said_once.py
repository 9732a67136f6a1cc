"""What an assessment and a policy document say once, for all the flows of which it is true."""

from __future__ import annotations

from typing import Any

import pytest
from markupsafe import Markup

from dsagen.documents.compose import Subject, compose
from dsagen.documents.library import Library
from dsagen.documents.told import Missing, Narrated, led
from dsagen.documents.tree import words_of
from dsagen.documents.views.agreement import AgreementView, agreement_view
from dsagen.documents.views.base import World
from dsagen.law import catalogue
from dsagen.model.workspace import Workspace
from dsagen.workspace import read_workspace
from tests.golden.composed import ROOT


@pytest.mark.parametrize(
    ("said", "printed"),
    [
        (Narrated("One.\n\nTwo.", "s"), ("<p><strong>Why:</strong> ", "One.", "Two.")),
        (Narrated("- One.", "s"), ("<p><strong>Why:</strong></p>", "<ul>")),
        (Missing("a reason", "s", block=True), ("<p><strong>Why:</strong> ", '<mark class="gap">')),
    ],
)
def test_a_label_leads_the_first_paragraph_or_stands_before_a_list(said: Any, printed: tuple[str, ...]) -> None:
    markup = led(said, "Why:")
    assert markup.startswith(printed[0])
    assert all(part in markup for part in printed[1:])
    assert markup.count("<p>") == markup.count("</p>")


def test_a_label_is_escaped() -> None:
    assert "&lt;b&gt;" in led(Narrated("One.", "s"), "<b>")
    assert "<data>" in led(Narrated("One.", "s"), Markup("<data>"))


def _workspace() -> Workspace:
    read = read_workspace(ROOT / "examples" / "police-call-out")
    assert read.workspace is not None
    return read.workspace


def _view(workspace: Workspace) -> AgreementView:
    return agreement_view(World(workspace, workspace.agreements["NPC-001"], catalogue(), Library().labels))


def _changed(workspace: Workspace, flow: str, **basis: Any) -> Workspace:
    agreement = workspace.agreements["NPC-001"]
    old = agreement.flows[flow]
    bases = {**old.bases, "northmoor-council": old.bases["northmoor-council"].model_copy(update=basis)}
    flows = {**agreement.flows, flow: old.model_copy(update={"bases": bases})}
    return workspace.model_copy(update={"agreements": {"NPC-001": agreement.model_copy(update={"flows": flows})}})


def _of_council(groups: list[list[Any]]) -> list[list[str]]:
    own = [[str(side.flow.key) for side in sides if side.party.key.value == "northmoor-council"] for sides in groups]
    return [flows for flows in own if flows]


@pytest.mark.parametrize(
    ("table", "change"),
    [
        ("conditions", {"schedule1": [6]}),
        ("conditions", {"secrecy": "a midwife"}),
        ("special", {"schedule1": [6]}),
        ("without_consent", {"no_consent_reason": "It is an emergency."}),
        ("public_interest", {"substantial_public_interest": "It is an emergency."}),
    ],
)
def test_sides_stand_together_only_where_every_word_of_their_row_is_the_same(
    table: str, change: dict[str, Any]
) -> None:
    workspace = _workspace()
    together = next(row for row in _of_council(getattr(_view(workspace).grouped, table)) if "F05" in row)
    assert {"F04", "F07"} <= set(together)
    found = _of_council(getattr(_view(_changed(workspace, "F05", **change)).grouped, table))
    assert ["F05"] in found
    assert [flow for flow in together if flow != "F05"] in found


def test_a_reason_does_not_part_sides_that_rest_on_the_same_conditions() -> None:
    workspace = _changed(_workspace(), "F05", no_consent_reason="It is an emergency.")
    assert any({"F04", "F05", "F07"} <= set(row) for row in _of_council(_view(workspace).grouped.special))


def test_each_sensitive_side_stands_in_one_group() -> None:
    view = _view(_workspace())
    grouped = [str(side.key) for sides in view.grouped.conditions for side in sides]
    assert sorted(grouped) == sorted(str(side.key) for side in view.sides if side.flow.special or side.flow.criminal)


def test_each_recipient_of_each_flow_has_one_period() -> None:
    view = _view(_workspace())
    grouped = [str(side.key) for sides in view.grouped.kept for side in sides]
    assert sorted(grouped) == sorted(str(side.key) for flow in view.flows for side in flow.recipients)
    for sides in view.grouped.kept:
        assert len({(side.party.key.value, str(side.retention.period)) for side in sides}) == 1


def _policy(party: str, layout: str | None) -> str:
    workspace = _workspace()
    subject = Subject(
        workspace, catalogue(), workspace.agreements["NPC-001"], "appropriate_policy", party, layout=layout
    )
    return words_of(compose(subject, Library()).tree.root)


@pytest.mark.parametrize("party", ["northmoor-council", "ashdown-academy", "northmoor-constabulary"])
def test_a_supplement_stays_short(party: str) -> None:
    """Three pages hold about 1,000 words; law enforcement has a part of its own."""
    assert len(_policy(party, "supplement").split()) <= (1300 if party.endswith("constabulary") else 1000)


@pytest.mark.parametrize("layout", [None, "supplement", "section"])
def test_what_a_sender_keeps_is_said_with_a_place_to_look(layout: str | None) -> None:
    words = _policy("northmoor-council", layout)
    assert "sends in F08 stays in its own record too. For the period of that record, see Northmoor Council" in words
    assert "sets no period" not in words
