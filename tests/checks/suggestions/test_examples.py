"""In the examples, what a party cites is among the first three that are suggested to it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from dsagen.checks.subjects import Case, Side
from dsagen.checks.suggestions import suggest
from dsagen.workspace import read_workspace
from tests.checks.suggestions.questions import DAY

EXAMPLES = Path(__file__).parents[3] / "examples"


LATER = ("homes-for-ukraine-no-express-gateway", "localism-act-2011-s1", "education-act-1996-s436a")
"""What is suggested after the first three by design: powers for which no statute was made, and a duty that binds by a
function and not by type."""


def sides() -> Iterator[tuple[str, Side]]:
    """Give every side of every flow of the examples."""
    for root in sorted(path for path in EXAMPLES.iterdir() if (path / "dsagen.yaml").is_file()):
        reading = read_workspace(root)
        for agreement in reading.workspace.agreements.values():
            for side in Case(agreement, reading.workspace, reading.law, DAY).sides:
                yield f"{agreement.reference} {side.flow.key} {side.party.key}", side


SIDES = dict(sides())


@pytest.mark.parametrize("side", SIDES.values(), ids=SIDES.keys())
def test_what_is_cited_is_among_the_first_three(side: Side) -> None:
    """What is announced and cited beside it is told as such: it may not be relied on."""
    suggestion = suggest(side)
    first = [candidate.gateway.id for candidate in suggestion.candidates[:3]]
    live = [citation.gateway.id for citation in side.citations if citation.state == "in_force"]
    # A recipient may name the express power under which it is told.
    express = [
        cited.gateway.id
        for other in side.flow.sides
        if other.role == "discloser"
        for cited in other.citations
        if cited.gateway.express
    ]
    later = [candidate.gateway.id for candidate in suggestion.candidates if candidate.gateway.id in LATER]
    assert [key for key in live if key not in [*first, *later, *(express if side.role == "recipient" else [])]] == []
    waiting = {citation.gateway.id for citation in side.citations} - set(live)
    assert waiting <= {miss.gateway.id for miss in suggestion.near_misses}


def test_there_are_flows() -> None:
    assert len(SIDES) >= 14


def test_a_private_landlord_is_told_that_it_needs_no_power() -> None:
    suggestion = suggest(SIDES["CAL-FAM-001 F01 calderford-homes"])
    assert suggestion.candidates == ()
    assert "needs no statutory power" in suggestion.note
