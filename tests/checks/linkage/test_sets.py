"""How many identifiers are enough for a match, where there is more than one way to it."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.checks.pages import AS_AT, found_in, read_changed

FIELDS = ["child-name", "child-date-of-birth", "child-postcode", "one", "two", "three"]
MORE = (
    "registers: {datasets: {young-carer-flags: {fields: {"
    + ", ".join(f"{key}: {{label: Number {key}, kind: code, detail: code}}" for key in FIELDS[3:])
    + "}}}}\n"
)
MATCHING = "agreements/FER-001/flows/F01/matching"


@pytest.mark.parametrize(
    ("identifiers", "sets", "places"),
    [
        (FIELDS, [], ["identifiers"]),
        (FIELDS[:5], [], []),
        (FIELDS, [FIELDS], ["any_of/0"]),
        (FIELDS, [FIELDS[:3], FIELDS[2:]], []),
        (FIELDS, [FIELDS[:2], FIELDS[3:], FIELDS[1:2]], ["any_of/0", "any_of/2"]),
        (FIELDS[:2], [FIELDS[:1], FIELDS[:2]], ["identifiers"]),
        (FIELDS[:1], [], ["identifiers"]),
    ],
)
def test_each_set_is_looked_at_by_itself(
    identifiers: list[str], sets: list[list[str]], places: list[str], tmp_path: Path
) -> None:
    any_of = ", ".join(f"[{', '.join(one)}]" for one in sets)
    matching = f"{{identifiers: [{', '.join(identifiers)}], any_of: [{any_of}]}}"
    reading = read_changed(f"{MORE}flows: {{F01: {{matching: {matching}}}}}\n", tmp_path)
    assert not reading.problems
    found = [hit.path for hit, _ in found_in(reading, AS_AT) if hit.rule == "DP-LNK-005"]
    assert found == [f"{MATCHING}/{place}" for place in places]


def test_an_acceptance_of_a_match_on_too_little_stands_when_sets_are_added(tmp_path: Path) -> None:
    """What was accepted is that all that is compared is too little. Sets of the same fields change nothing in that."""
    compared = "identifiers: [child-name, child-date-of-birth]"
    prints = []
    for number, any_of in enumerate(("[]", "[[child-name], [child-name, child-date-of-birth]]")):
        folder = tmp_path / str(number)
        folder.mkdir()
        reading = read_changed(f"flows: {{F01: {{matching: {{{compared}, any_of: {any_of}}}}}}}\n", folder)
        prints += [hit.facts for hit, _ in found_in(reading, AS_AT) if hit.rule == "DP-LNK-005"]
    assert len(prints) == 2
    assert len(set(prints)) == 1
