"""Edits that belong together: all of them, or none."""

from __future__ import annotations

import pytest

from dsagen.workspace.edit import Change, EditRefused, make_changes
from tests.workspace.builder import Builder

FLOW = "agreements/RIV-001/flows/F01"
FILE = "agreements/riv-001.yaml"


def test_all_are_made_in_their_order(workspace: Builder) -> None:
    made = make_changes(
        workspace.read,
        [
            Change("set", f"{FLOW}/frequency", "weekly"),
            Change("set", f"{FLOW}/left_out/address", "No question of its purposes needs it."),
        ],
    )
    flow = workspace.read().workspace.agreements["RIV-001"].flows["F01"]
    assert flow.frequency == "weekly" and "address" in flow.left_out
    assert [edited.line.strip() for edited in made] == [
        "frequency: weekly",
        "address: No question of its purposes needs it.",
    ]


def test_none_is_made_where_one_is_refused(workspace: Builder) -> None:
    before = (workspace.root / FILE).read_bytes()
    with pytest.raises(EditRefused):
        make_changes(
            workspace.read,
            [Change("set", f"{FLOW}/frequency", "weekly"), Change("remove", f"{FLOW}/nothing-of-that-name")],
        )
    assert (workspace.root / FILE).read_bytes() == before


def test_none_is_made_where_the_sources_would_not_fit_together(workspace: Builder) -> None:
    before = (workspace.root / FILE).read_bytes()
    with pytest.raises(EditRefused, match="after the change"):
        make_changes(workspace.read, [Change("set", f"{FLOW}/purposes", ["no-such-purpose"])])
    assert (workspace.root / FILE).read_bytes() == before


def test_what_is_written_elsewhere_may_be_left_alone(workspace: Builder) -> None:
    before = (workspace.root / FILE).read_bytes()
    change = Change("remove", f"{FLOW}/teams/river-council", where_written=True)
    assert make_changes(workspace.read, [change]) == []
    assert (workspace.root / FILE).read_bytes() == before
