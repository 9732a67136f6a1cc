"""Includes: a file in the place of a value, never from outside the workspace."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest

from tests.workspace.builder import Builder, said

FILE = "agreements/riv-001.yaml"


@pytest.fixture
def included(workspace: Builder) -> Builder:
    """Give a workspace in which the agreement includes its assessment."""
    workspace.replace("status: draft", "status: draft\nassessment: {include: assessments/riv.yaml}")
    workspace.write("assessments/riv.yaml", "author: information governance lead\napprover: senior owner\n")
    return workspace


def test_an_include_stands_for_its_file(included: Builder) -> None:
    reading = included.read()
    assert said(reading) == []
    assert reading.workspace.agreements["RIV-001"].assessment.approver == "senior owner"
    assert str(reading.sources.value("agreements/RIV-001/assessment/approver")) == "assessments/riv.yaml:2:11"


def test_a_mistake_in_an_included_file_is_reported_there(included: Builder) -> None:
    included.replace("approver", "aprover", "assessments/riv.yaml")
    assert said(included.read()) == [
        "assessments/riv.yaml:2:1: `aprover` is not a key of an assessment | Did you mean `approver`?"
    ]


def test_a_list_and_a_nested_include(included: Builder) -> None:
    included.write("assessments/riv.yaml", "context: {include: assessments/context.yaml}\n")
    included.write("assessments/context.yaml", "control: They may say no.\n")
    included.replace("parties: [north-school, river-council]", "parties: {include: lists/parties.yaml}")
    included.write("lists/parties.yaml", "- north-school\n- river-council\n")
    reading = included.read()
    assert said(reading) == []
    assert reading.workspace.agreements["RIV-001"].assessment.context.control == "They may say no."


@pytest.mark.parametrize(
    ("written", "place", "words"),
    [
        ("{include: ../outside.yaml}", "5:23", "`../outside.yaml` is outside the workspace"),
        ("{include: assessments/../../outside.yaml}", "5:23", "is outside the workspace"),
        ("{include: /etc/passwd}", "5:23", "is not the path of a file in the workspace"),
        ("{include: 'C:\\secret.yaml'}", "5:23", "is not the path of a file in the workspace"),
        ("{include: link.yaml}", "5:23", "`link.yaml` is outside the workspace"),
        ("{include: assessments/rvi.yaml}", "5:23", "Did you mean `assessments/riv.yaml`?"),
        ("{include: riv.yaml}", "5:23", "Did you mean `assessments/riv.yaml`?"),
        ("{include: assessments/riv.yaml, author: me}", "5:14", "here `author` stands beside it"),
        ("{include: }", "5:14", "`include` names no file"),
        ("{include: empty.yaml}", "5:23", "`empty.yaml` is empty"),
        ("{include: assessments}", "1:1", "`assessments` is a folder"),
        ("{include: 'a\\0b'}", "5:23", "is not the path"),
        ('{include: "a\\0b"}', "5:23", "this value holds a control character (U+0000)"),
        ("{include: " + "a" * 300 + "}", "5:23", "leads nowhere"),
    ],
)
def test_refused(included: Builder, tmp_path: Path, written: str, place: str, words: str) -> None:
    (tmp_path / "outside.yaml").write_text("author: x\n")
    (included.root / "link.yaml").symlink_to(tmp_path / "outside.yaml")
    included.write("empty.yaml", "")
    included.replace("{include: assessments/riv.yaml}", written)
    problems = said(included.read())
    assert len(problems) == 1, problems
    assert f":{place}: " in problems[0]
    assert words in problems[0]


def test_files_that_include_each_other(included: Builder) -> None:
    included.write("assessments/riv.yaml", "context: {include: assessments/b.yaml}\n")
    included.write("assessments/b.yaml", "control: {include: assessments/riv.yaml}\n")
    assert said(included.read()) == [
        "assessments/b.yaml:1:20: files include each other in a circle: `assessments/riv.yaml` includes "
        "`assessments/b.yaml` includes `assessments/riv.yaml` | Take one of the includes away."
    ]


def test_a_bomb_of_includes_is_defused(included: Builder) -> None:
    names = [*"abcdefgh", "x"]
    for name, below in pairwise(names):
        included.write(f"{name}.yaml", "\n".join(f"k{number}: {{include: {below}.yaml}}" for number in range(20)))
    included.write("x.yaml", "words\n")
    included.replace("assessments/riv.yaml", "a.yaml")
    problems = said(included.read())
    assert problems
    for problem in problems:
        assert "too large or too deep once everything that it includes is written out" in problem


def test_each_file_is_read_once(included: Builder, monkeypatch: pytest.MonkeyPatch) -> None:
    opened: list[str] = []
    original = Path.open

    def counted(self: Path, *arguments: Any, **named: Any) -> Any:
        if self.is_relative_to(included.root):
            opened.append(self.relative_to(included.root).as_posix())
        return original(self, *arguments, **named)

    included.replace(
        "\nassessment:", "\ngovernance: {include: shared.yaml}\nsecurity: {include: shared.yaml}\nassessment:"
    )
    included.write("shared.yaml", "{}")
    monkeypatch.setattr(Path, "open", counted)
    assert said(included.read()) == []
    assert sorted(opened) == sorted({*opened})
    assert "shared.yaml" in opened
