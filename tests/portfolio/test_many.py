"""A workspace of many agreements: the same answer from one process or several, and from what was kept."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from dsagen.cli.report import Report
from dsagen.portfolio import many
from dsagen.portfolio.alone import Alone, stand_alone
from dsagen.portfolio.checking import Checked, checked
from dsagen.portfolio.kept import FOLDER
from dsagen.portfolio.many import Batch, agreement_files, check_many
from dsagen.workspace import read_workspace
from tests.house import picture
from tests.workspace.builder import Builder

DAY = date(2026, 11, 22)


@pytest.fixture
def workspace(tmp_path: Path) -> Builder:
    """Give a tiny workspace with six agreements."""
    builder = Builder(tmp_path / "riverdale")
    content = (builder.root / "agreements/riv-001.yaml").read_text("utf-8")
    for number in range(2, 7):
        builder.write(f"agreements/riv-{number:03d}.yaml", content.replace("RIV-001", f"RIV-{number:03d}"))
    return builder


def answer(found: Checked) -> tuple[str, object]:
    """Give what a report says of an answer, and the rest of it."""
    report = Report(found.root, found.findings, sorted(found.agreements), sorted(found.failed))
    return report.json(), replace(found, findings=(), agreements=tuple(sorted(found.agreements)))


def whole(root: Path) -> tuple[str, object]:
    """Give the answer of one process that reads everything."""
    return answer(checked(read_workspace(root), DAY))


def several(root: Path, **options: object) -> tuple[str, object]:
    """Give the answer of several."""
    return answer(many_checked(root, DAY, **options))


def many_checked(root: Path, day: date, **options: object) -> Checked:
    """Check a workspace whose agreements stand alone."""
    alone = stand_alone(root, agreement_files(root))
    assert alone is not None
    return check_many(root, alone, day, **options)  # type: ignore[arg-type]


def break_a_reference(builder: Builder) -> None:
    builder.replace("lead: river-council", "lead: river-concil")


def break_yaml(builder: Builder) -> None:
    builder.replace("title: Attendance marks for early help", "title: [")


def break_a_register(builder: Builder) -> None:
    builder.write("people/all.yaml", "child: {label: Children, x: y}\n")


def break_the_settings(builder: Builder) -> None:
    builder.write("dsagen.yaml", "format: 1\nname: Riverdale partnership\nnation: england\nrule: 3\n")


def agree(builder: Builder) -> None:
    builder.replace("status: draft", "status: agreed")


def nothing(builder: Builder) -> None:
    """Change nothing."""


EDITS = [nothing, break_a_reference, break_yaml, break_a_register, break_the_settings, agree]


@pytest.mark.parametrize("edit", EDITS)
@pytest.mark.parametrize("jobs", [1, 3])
def test_the_answer_is_the_same(
    workspace: Builder, edit: Callable[[Builder], None], jobs: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(many, "FEW", 1)
    edit(workspace)
    assert several(workspace.root, jobs=jobs) == whole(workspace.root)


def _content(builder: Builder) -> str:
    return (builder.root / "agreements/riv-001.yaml").read_text("utf-8")


def schools_of(builder: Builder, schools: int) -> None:
    """Write a table of schools, and its schools into the register."""
    rows = "".join(f"school-{number},s{number}\n" for number in range(schools))
    builder.write("schools.csv", f"school,code\n{rows}")
    party = "school-{0}:\n  name: School {0}\n  type: school\n  contact: {{role: office}}\n"
    builder.write("parties/schools.yaml", "".join(party.format(number) for number in range(schools)))


def add_a_pattern(builder: Builder, schools: int = 9) -> None:
    """Write a pattern that makes an agreement like the others for each school of a table."""
    schools_of(builder, schools)
    body = _content(builder).replace("RIV-001", '"PAT-{code}"').replace("north-school:", '"{school}":')
    lines = body.replace("north-school", '"{school}"').splitlines(keepends=True)
    builder.write(
        "patterns/schools.yaml",
        "for_each:\n  school: {table: schools.csv}\nexcept: [school-3]\nagreement:\n"
        + "".join(f"  {line}" for line in lines),
    )


def break_a_row(builder: Builder) -> None:
    builder.write("schools.csv", (builder.root / "schools.csv").read_text() + "school-99,s99\n")


def break_the_pattern(builder: Builder) -> None:
    pattern = (builder.root / "patterns/schools.yaml").read_text()
    builder.write("patterns/schools.yaml", pattern.replace("article6: e", "article6: z"))


def agree_in_the_pattern(builder: Builder) -> None:
    pattern = (builder.root / "patterns/schools.yaml").read_text()
    builder.write("patterns/schools.yaml", pattern.replace("status: draft", "status: agreed"))


@pytest.mark.parametrize("edit", [*EDITS, break_a_row, break_the_pattern, agree_in_the_pattern])
@pytest.mark.parametrize("jobs", [1, 3])
def test_the_rows_of_a_pattern_are_shared_out_and_the_answer_is_the_same(
    workspace: Builder, edit: Callable[[Builder], None], jobs: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(many, "FEW", 1)
    monkeypatch.setattr(many, "ROWS", 4)
    add_a_pattern(workspace)
    edit(workspace)
    first = several(workspace.root, jobs=jobs)
    assert first == whole(workspace.root)
    assert several(workspace.root, jobs=jobs) == first


def test_what_was_kept_of_a_pattern_is_used_until_its_table_changes(
    workspace: Builder, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[tuple[str, ...]] = []
    real = many._check

    def noting(root: Path, alone: Alone, batch: Batch, as_at: date) -> many.Chunk:
        asked.append((*batch.files, *map(str, batch.share)))
        return real(root, alone, batch, as_at)

    monkeypatch.setattr(many, "_check", noting)
    monkeypatch.setattr(many, "ROWS", 4)
    add_a_pattern(workspace)
    several(workspace.root, jobs=1)
    assert [each for each in asked if each[0].startswith("patterns/")] == [
        ("patterns/schools.yaml", str(share), "2") for share in range(2)
    ]
    asked.clear()
    assert several(workspace.root, jobs=1) == whole(workspace.root)
    assert asked == []
    table = (workspace.root / "schools.csv").read_text()
    workspace.write("schools.csv", table.replace("school-8,s8\n", ""))
    assert several(workspace.root, jobs=1) == whole(workspace.root)
    assert asked == [("patterns/schools.yaml", str(share), "2") for share in range(2)]


@pytest.mark.parametrize("where", ["{reference: RIV-006, title: All}", "\n  title: All\n  reference: 'RIV-006'"])
@pytest.mark.parametrize("jobs", [1, 3])
def test_what_an_agreement_is_made_under_is_read_with_it(
    workspace: Builder, where: str, jobs: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(many, "FEW", 1)
    monkeypatch.setattr(many, "BATCH", 1)
    above = (workspace.root / "agreements/riv-006.yaml").read_text()
    workspace.write("agreements/riv-006.yaml", above + "prohibited_uses: [To sell it.]\n")
    workspace.write(
        "agreements/riv-001.yaml", _content(workspace) + f"prohibited_uses: [To lose it.]\nunder: {where}\n"
    )
    add_a_pattern(workspace)
    found = several(workspace.root, jobs=jobs)
    assert found == whole(workspace.root)
    assert found[0].count("RIV-006 forbids what is not forbidden here") > 1
    workspace.write("agreements/riv-006.yaml", above)
    again = several(workspace.root, jobs=jobs)
    assert again == whole(workspace.root)
    assert "forbids what is not" not in again[0]


def test_what_is_made_under_an_agreement_is_read_with_it(workspace: Builder, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(many, "FEW", 1)
    monkeypatch.setattr(many, "BATCH", 1)
    under = "under: {reference: RIV-006, title: All}\n"
    workspace.write("agreements/riv-001.yaml", _content(workspace) + under)
    schools_of(workspace, 2)
    above = (workspace.root / "agreements/riv-006.yaml").read_text()
    workspace.write("agreements/riv-006.yaml", above.replace("[north-school,", "[school-1, north-school,"))
    before = several(workspace.root)
    assert before == whole(workspace.root)
    workspace.write("agreements/riv-001.yaml", _content(workspace).replace("north-school", "school-1"))
    after = several(workspace.root)
    assert after == whole(workspace.root)
    assert ["is a party and is in no flow" in each[0] for each in (before, after)] == [True, False]


@pytest.mark.parametrize("edit", EDITS)
@pytest.mark.parametrize("jobs", [1, 2])
def test_few_are_held_at_a_time_and_the_answer_is_the_same(
    workspace: Builder, edit: Callable[[Builder], None], jobs: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(many, "FEW", 1)
    monkeypatch.setattr(many, "BATCH", 2)
    edit(workspace)
    assert several(workspace.root, jobs=jobs) == whole(workspace.root)


def test_no_more_are_held_at_a_time_than_a_batch(workspace: Builder, monkeypatch: pytest.MonkeyPatch) -> None:
    held: list[int] = []
    real = many._check

    def counting(root: Path, alone: Alone, batch: Batch, as_at: date) -> many.Chunk:
        held.append(len(batch.files))
        return real(root, alone, batch, as_at)

    monkeypatch.setattr(many, "_check", counting)
    monkeypatch.setattr(many, "BATCH", 4)
    several(workspace.root, jobs=1)
    assert sum(held) == 6
    assert max(held) <= 4


@pytest.mark.parametrize("edit", EDITS)
def test_what_was_kept_is_used_and_is_right(
    workspace: Builder, edit: Callable[[Builder], None], monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str] = []
    first = several(workspace.root, jobs=1)
    real = many._check

    def counting(root: Path, alone: Alone, batch: Batch, as_at: date) -> many.Chunk:
        asked.extend(batch.files)
        return real(root, alone, batch, as_at)

    monkeypatch.setattr(many, "_check", counting)
    assert several(workspace.root, jobs=1) == first
    assert asked == []
    edit(workspace)
    assert several(workspace.root, jobs=1) == whole(workspace.root)
    shared = edit in (break_a_register, break_the_settings)
    assert asked == (
        [] if edit is nothing else agreement_files(workspace.root) if shared else ["agreements/riv-001.yaml"]
    )


def test_another_day_asks_again(workspace: Builder) -> None:
    later = date(2029, 1, 1)
    many_checked(workspace.root, DAY, jobs=1)
    found = many_checked(workspace.root, later, jobs=1)
    assert answer(found) == answer(checked(read_workspace(workspace.root), later))


@pytest.mark.parametrize("content", ["", "[]", "{}", '{"stamp": 1}', "not JSON", "\x00"])
def test_a_spoilt_memory_is_forgotten(workspace: Builder, content: str) -> None:
    several(workspace.root, jobs=1)
    (workspace.root / FOLDER / "check.json").write_text(content)
    assert several(workspace.root, jobs=1) == whole(workspace.root)


def test_a_memory_with_other_values_is_forgotten(workspace: Builder) -> None:
    several(workspace.root, jobs=1)
    file = workspace.root / FOLDER / "check.json"
    held = json.loads(file.read_text())
    for part in held["parts"].values():
        part["findings"] = [{"rule": 1, "surprise": []}]
    file.write_text(json.dumps(held))
    assert several(workspace.root, jobs=1) == whole(workspace.root)


def test_the_memory_ignores_itself_in_git(workspace: Builder) -> None:
    several(workspace.root, jobs=1)
    assert (workspace.root / FOLDER / ".gitignore").read_text() == "*\n"


def test_a_place_that_cannot_be_written_keeps_nothing(workspace: Builder) -> None:
    (workspace.root / FOLDER).write_text("a file stands in the way")
    assert several(workspace.root, jobs=1) == whole(workspace.root)


@pytest.mark.parametrize(
    "edit",
    [
        lambda builder: builder.write("agreements/again.yaml", _content(builder).replace("RIV-001", "riv-001")),
        lambda builder: builder.write("agreements/again.yaml", _content(builder) + "registers: {}\n"),
        lambda builder: builder.write("agreements/again.yaml", "{include: agreements/riv-001.yaml}\n"),
        lambda builder: builder.write("agreements/again.yaml", "\n {\nreference: RIV-050\n}\n"),
        lambda builder: builder.write("agreements/again.yaml", "<<: {include: x.yaml}\nreference: RIV-050\n"),
        lambda builder: builder.write(
            "agreements/again.yaml", "reference: A\nsecurity: {include: ./agreements/b.yaml}\n"
        ),
        lambda builder: builder.write("agreements/again.yaml", _content(builder).replace("reference: RIV-001\n", "")),
        lambda builder: _pattern(builder, "RIV-{school}", "[{school: '001'}]"),
        lambda builder: _pattern(builder, "PAT-001", "[north-school, river-council]"),
        lambda builder: _pattern(builder, "PAT-{scool}", "[north-school]"),
        lambda builder: builder.write(
            "agreements/again.yaml", _content(builder).replace("RIV-001", "RIV-050") + "under: {include: under.yaml}\n"
        ),
    ],
)
def test_agreements_that_matter_to_each_other_do_not_stand_alone(
    workspace: Builder, edit: Callable[[Builder], None]
) -> None:
    assert stand_alone(workspace.root, agreement_files(workspace.root))
    edit(workspace)
    assert not stand_alone(workspace.root, agreement_files(workspace.root))


def test_what_was_read_is_checked_in_several_processes_with_the_same_answer(workspace: Builder) -> None:
    break_a_reference(workspace)
    reading = read_workspace(workspace.root)
    assert len(reading.workspace.agreements) == 5
    assert checked(reading, DAY, 3) == checked(reading, DAY)


def _pattern(builder: Builder, reference: str, rows: str) -> None:
    builder.write("patterns/all.yaml", f"for_each: {{school: {rows}}}\nagreement: {{reference: '{reference}'}}\n")


def test_the_workspace_may_be_moved(workspace: Builder, tmp_path: Path) -> None:
    several(workspace.root, jobs=1)
    moved = tmp_path / "moved"
    shutil.move(workspace.root, moved)
    assert several(moved, jobs=1) == whole(moved)


def test_a_logo_that_is_mended_is_seen(workspace: Builder) -> None:
    workspace.write("dsagen.yaml", "format: 1\nname: Riverdale partnership\nhouse_style: {logo: brand/logo.png}\n")
    for content in (None, b"GIF89a", picture()):
        if content is not None:
            workspace.write("brand/logo.png", content)
        first = several(workspace.root)
        assert several(workspace.root) == first == whole(workspace.root)
        assert ("SRC-HOUSE" in first[0]) == (content != picture())


def test_a_warning_about_the_house_style_is_no_unreadable_source(workspace: Builder) -> None:
    workspace.write("dsagen.yaml", "format: 1\nname: Riverdale partnership\nhouse_style: {font: Calibri}\n")
    found = many_checked(workspace.root, DAY)
    assert any(finding.rule == "SRC-HOUSE" for finding in found.findings)
    assert not found.unreadable
