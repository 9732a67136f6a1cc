"""What the model expects at a place, by its types."""

from __future__ import annotations

import pytest

from dsagen.model.agreement import AgreementFile
from dsagen.workspace.shape import EVERYWHERE, Shape


def at(path: str, shape: Shape | None = None) -> Shape:
    """Give the shape of a place. A number is an item of a list, and `key` the keys of a map."""
    found = shape or Shape(AgreementFile)
    for step in path.split("/"):
        found = found.key() if step == "key" else found.item() if step.isdigit() else found.entry(step)
    return found


@pytest.mark.parametrize(
    "path",
    [
        *("lead", "parties/0", "contact_point", "signatories/key", "processors/host/acts_for"),
        *("allocation/notices/lead", "allocation/notices/support/0", "assessment/sign_off/0/party"),
        *("flows/F01/from", "flows/F01/to/0", "flows/F01/teams/key", "flows/F01/viewers/key"),
        *("flows/F01/retention/key", "flows/F01/bases/key", "purposes/help/recipients/key"),
        *("flows/F01/bases/school/request/asked_by", "registers/datasets/attendance/holder"),
    ],
)
def test_a_party_stands_here(path: str) -> None:
    mark = at(path).party
    assert mark is not None and not mark.then


@pytest.mark.parametrize(
    "path",
    ["title", "flows/key", "flows/F01/dataset", "flows/F01/teams/school", "flows/F01/fields/key", "nothing/key", "0"],
)
def test_no_party_stands_here(path: str) -> None:
    assert at(path).party is None


@pytest.mark.parametrize("path", ["signed/key", "registers/parties/school/succeeded_by"])
def test_a_party_of_then_stands_here(path: str) -> None:
    mark = at(path).party
    assert mark is not None and mark.then


def test_the_place_of_an_acceptance_is_the_id_of_a_place() -> None:
    assert at("accepted/0/where").names_place
    assert not at("accepted/0/reason").names_place


def test_a_party_may_stand_anywhere_under_keys_that_the_model_does_not_know() -> None:
    pattern = Shape(AgreementFile, others=EVERYWHERE)
    for path in ("for_each/0/school", "for_each/key", "rows/0"):
        assert at(path, pattern).party is not None
    assert at("title", pattern).party is None
