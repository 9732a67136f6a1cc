"""An agreement of a pattern says what the same agreement says that somebody wrote out by hand."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import pytest

from dsagen.portfolio.lock import read_lock
from tests.portfolio.building import built
from tests.workspace.builder import AGREEMENT, SETTINGS, Builder

SCHOOLS = {"elm-school": "e1", "oak-school": "o1"}
PARTY = "{0}:\n  name: {1}\n  type: school\n  contact: {{role: school office}}\n"
ROWS = {
    "list": "[{school: elm-school, code: e1}, {school: oak-school, code: o1}]",
    "table": "{table: schools.csv}",
    "type": "{parties_of_type: academy}",
}


def workspace(root: Path) -> Builder:
    """Give a workspace with two schools and no agreement."""
    builder = Builder(root)
    (builder.root / "agreements/riv-001.yaml").unlink()
    builder.write("dsagen.yaml", SETTINGS + "documents: [dsa, dpia, privacy_notice, appropriate_policy]\n")
    parties = "".join(PARTY.format(key, key.replace("-", " ").title()) for key in SCHOOLS)
    builder.write("parties/schools.yaml", parties.replace("type: school", "type: academy"))
    builder.write("schools.csv", "school,code\n" + "".join(f"{key},{code}\n" for key, code in SCHOOLS.items()))
    return builder


def trees(root: Path) -> Mapping[str, tuple[str, str, str]]:
    """Build everything as text, and give the words, the inputs and the tree of each document."""
    built(root, root / "build")
    entries = read_lock(root)
    assert entries
    return {str(path): ((root / path).read_text("utf-8"), entry.inputs, entry.tree) for path, entry in entries.items()}


@pytest.mark.parametrize("rows", ROWS)
def test_a_pattern_and_what_is_written_by_hand_give_equal_trees(rows: str, tmp_path: Path) -> None:
    title = "title: Attendance marks for early help"
    patterned, by_hand = workspace(tmp_path / "patterned"), workspace(tmp_path / "by-hand")
    body = AGREEMENT.replace("RIV-001", "'RIV-{school}'").replace("north-school", "'{school}'")
    body = body.replace(title, "title: Attendance marks of {school.name}, {{and no more}}")
    patterned.write(
        "patterns/schools.yaml",
        f"for_each:\n  school: {ROWS[rows]}\noverrides:\n"
        "  oak-school: {review_by: 2027-06-30, purposes: {early-help: {title: Offer help in good time}}}\nagreement:\n"
        + "".join(f"  {line}" for line in body.splitlines(keepends=True)),
    )
    for key in SCHOOLS:
        content = AGREEMENT.replace("RIV-001", f"RIV-{key}").replace("north-school", key)
        name = key.replace("-", " ").title()
        content = content.replace(title, f"title: 'Attendance marks of {name}, {{and no more}}'")
        if key == "oak-school":
            content = content.replace("review_by: 2027-11-30", "review_by: 2027-06-30")
            content = content.replace("title: Offer early help", "title: Offer help in good time")
        by_hand.write(f"agreements/{key}.yaml", content)
    found = trees(patterned.root)
    assert found == trees(by_hand.root)
    assert {path.split("/")[1] for path in found} == {f"RIV-{key}" for key in SCHOOLS}
    assert any("Offer help in good time" in words for words, _, _ in found.values())
