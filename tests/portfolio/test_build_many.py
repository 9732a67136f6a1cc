"""A build that reads some agreements at a time, and spares what has not changed, does what a whole build does."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from dsagen.cli.report import Report
from dsagen.documents.house import make_house
from dsagen.documents.library import Library
from dsagen.portfolio import build_many as module
from dsagen.portfolio import many
from dsagen.portfolio.alone import stand_alone
from dsagen.portfolio.build import Building, BuildReport, Choices, build_whole
from dsagen.portfolio.lock import read_lock
from dsagen.portfolio.many import agreement_files
from dsagen.portfolio.outputs import Outputs
from dsagen.workspace import Reading, read_agreements, read_workspace
from tests.portfolio.building import TEXT
from tests.portfolio.test_many import add_a_pattern
from tests.workspace.builder import Builder

SETTINGS = "documents: [privacy_notice, appropriate_policy]\nformats: [text]\nnotice_formats: [text]\n"
UNDER = "under: {reference: RIV-004, title: All}\n"


@pytest.fixture(autouse=True)
def _few_at_a_time(monkeypatch: pytest.MonkeyPatch) -> None:
    """Hold few agreements at a time."""
    monkeypatch.setattr(many, "BATCH", 2)
    monkeypatch.setattr(many, "ROWS", 2)


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give a workspace of agreements, of which two are under another, and of a pattern; it is built twice."""
    folder = tmp_path_factory.mktemp("made")
    builder = Builder(folder / "riverdale")
    builder.replace("nation: england\n", f"nation: england\n{SETTINGS}", file="dsagen.yaml")
    content = (builder.root / "agreements/riv-001.yaml").read_text("utf-8")
    add_a_pattern(builder, 4)
    for number in range(2, 7):
        builder.write(f"agreements/riv-{number:03d}.yaml", content.replace("RIV-001", f"RIV-{number:03d}"))
    for number in (3, 5):
        with (builder.root / f"agreements/riv-{number:03d}.yaml").open("a", encoding="utf-8") as file:
            file.write(UNDER)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(many, "BATCH", 2)
        patch.setattr(many, "ROWS", 2)
        report, read = Twice(builder.root).both()
    assert read == EVERY
    assert {file.outcome for file in report.files} == {"written"}
    return folder


@pytest.fixture
def workspace(made: Path, tmp_path: Path) -> Builder:
    """Give a copy of it."""
    shutil.copytree(made, tmp_path, dirs_exist_ok=True)
    return Builder.at(tmp_path / "riverdale")


@dataclass
class Twice:
    """A workspace that is built whole, and in a copy of it in parts."""

    root: Path

    def both(self, *, dry: bool = False, force: bool = False) -> tuple[BuildReport, list[str]]:
        """Build both, prove that they are the same, and give the report and the files that were read in parts."""
        choices = Choices(TEXT, 1, force=force, dry=dry)
        shared = read_agreements(self.root, ())
        alone = stand_alone(self.root, agreement_files(self.root))
        assert alone is not None
        read: list[str] = []

        def noting(root: Path, files: tuple[str, ...], share: tuple[int, int]) -> Reading:
            read.extend(files)
            return read_agreements(root, files, share)

        with pytest.MonkeyPatch.context() as patch, Outputs(self._folder("parts"), self.root, dry=dry) as outputs:
            patch.setattr(module, "read_agreements", noting)
            parts = module.build_many(
                _building(shared, outputs, choices), shared, alone, shared.workspace.settings.documents
            )
        reading = read_workspace(self.root)
        with Outputs(self._folder("whole"), self.root, dry=dry) as outputs:
            whole = build_whole(_building(reading, outputs, choices), reading, reading.workspace.settings.documents)
        assert self._told(parts) == self._told(whole)
        assert _content(self._folder("parts")) == _content(self._folder("whole"))
        return parts, sorted(set(read))

    def _folder(self, name: str) -> Path:
        folder = self.root.parent / name
        folder.mkdir(exist_ok=True)
        return folder

    def _told(self, report: BuildReport) -> tuple[object, ...]:
        found = [*report.problems, *(each for every in report.findings.values() for each in every)]
        said = Report(self.root, found, tuple(report.agreements), sorted(set(report.failed)))
        files = [(file.path, file.outcome, file.reason) for file in report.files]
        return files, said.json(), said.ending(), report.agreements, report.unreadable, report.left_over


def _building(reading: Reading, outputs: Outputs, choices: Choices) -> Building:
    house = make_house(reading.workspace.settings, reading.house)
    return Building(Library(reading.root / "templates"), house, outputs, choices)


def _content(folder: Path) -> dict[str, bytes]:
    files = (path for path in folder.rglob("*") if path.is_file() and ".dsagen" not in path.parts)
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in files}


EVERY = [*(f"agreements/riv-{number:03d}.yaml" for number in range(1, 7)), "patterns/schools.yaml"]
FAMILY = EVERY[2:5]


def nothing(builder: Builder) -> None:
    """Change nothing."""


def comment(builder: Builder) -> None:
    for file in ("parties/all.yaml", "dsagen.yaml"):
        builder.write(file, "# A comment\n" + (builder.root / file).read_text("utf-8"))


def comment_in_an_agreement(builder: Builder) -> None:
    builder.write(EVERY[1], "# A comment\n" + (builder.root / EVERY[1]).read_text("utf-8"))


def title(builder: Builder) -> None:
    builder.replace("title: Attendance marks for", "title: Marks for", file=EVERY[5])


def title_below(builder: Builder) -> None:
    builder.replace("title: Attendance marks for", "title: Marks for", file=EVERY[2])


def school(builder: Builder) -> None:
    builder.replace("name: School 1", "name: School One", file="parties/schools.yaml")


def council(builder: Builder) -> None:
    builder.replace("name: River Council", "name: Lake Council", file="parties/all.yaml")


def new_party(builder: Builder) -> None:
    builder.write("parties/new.yaml", "other-council:\n  name: Other\n  type: council\n  contact: {role: office}\n")


def settings(builder: Builder) -> None:
    builder.replace("name: Riverdale partnership", "name: Riverdale and others", file="dsagen.yaml")


def template(builder: Builder) -> None:
    bundled = Path(__file__).parents[2] / "templates/privacy_notice"
    name = sorted(path.name for path in bundled.glob("*.html"))[0]
    builder.write(f"templates/privacy_notice/{name}", (bundled / name).read_text("utf-8") + "<p>More.</p>\n")


def gone(builder: Builder) -> None:
    (builder.root / EVERY[0]).unlink()


def row(builder: Builder) -> None:
    table = (builder.root / "schools.csv").read_text("utf-8")
    builder.write("schools.csv", table.replace("school-2,s2\n", ""))


def broken(builder: Builder) -> None:
    builder.replace("title: Attendance marks for early help", "title: [", file=EVERY[0])


def unknown_party(builder: Builder) -> None:
    builder.replace("lead: river-council", "lead: river-concil", file=EVERY[0])


def broken_register(builder: Builder) -> None:
    builder.write("people/all.yaml", "child: {label: Children, x: y}\n")


def agreed(builder: Builder) -> None:
    builder.replace("status: draft", "status: agreed", file=EVERY[4])


EDITS: list[tuple[Callable[[Builder], None], list[str] | None]] = [
    (nothing, []),
    (comment, []),
    (comment_in_an_agreement, [EVERY[1]]),
    (title, [EVERY[5]]),
    (title_below, FAMILY),
    (school, [EVERY[6]]),
    (council, EVERY),
    (new_party, EVERY),
    (settings, EVERY),
    (template, EVERY),
    (gone, []),
    (row, [EVERY[6]]),
    (broken, [EVERY[0]]),
    (unknown_party, [EVERY[0]]),
    (broken_register, EVERY),
    (agreed, FAMILY),
]


@pytest.mark.parametrize(("edit", "read"), EDITS, ids=lambda each: getattr(each, "__name__", ""))
def test_only_what_may_have_changed_is_read_and_the_outcome_is_that_of_a_whole_build(
    edit: Callable[[Builder], None], read: list[str], workspace: Builder
) -> None:
    twice = Twice(workspace.root)
    edit(workspace)
    if edit in (nothing, title_below, row):
        assert twice.both(dry=True)[1] == read
    assert twice.both()[1] == read


def test_a_file_that_is_gone_is_made_again(workspace: Builder) -> None:
    twice = Twice(workspace.root)
    for folder in ("parts", "whole"):
        (workspace.root.parent / folder / "RIV-002/privacy-notice-river-council.txt").unlink()
    report, read = twice.both()
    assert read == [EVERY[1]]
    assert [str(file.path) for file in report.files if file.outcome == "written"] == [
        "RIV-002/privacy-notice-river-council.txt"
    ]


def test_everything_is_made_again_if_asked(workspace: Builder) -> None:
    twice = Twice(workspace.root)
    assert twice.both(force=True)[1] == EVERY


def test_what_is_remembered_may_go_or_be_damaged(workspace: Builder) -> None:
    twice = Twice(workspace.root)
    for damage in (b"not a database", None):
        for folder in ("parts", "whole"):
            file = workspace.root.parent / folder / ".dsagen/last-build.sqlite"
            file.unlink() if damage is None else file.write_bytes(damage)
        report, read = twice.both()
        assert read == EVERY
        assert {file.outcome for file in report.files} == {"unchanged"}
        assert twice.both()[1] == []


def test_what_is_left_over_is_told(workspace: Builder) -> None:
    twice = Twice(workspace.root)
    (workspace.root / EVERY[0]).unlink()
    report, _ = twice.both()
    assert {name.parts[0] for name in report.left_over} == {"RIV-001"}
    assert len(read_lock(workspace.root.parent / "parts")) == len(report.files) + len(report.left_over)


def test_a_build_of_one_kind_alone_forgets_nothing(workspace: Builder) -> None:
    twice = Twice(workspace.root)
    shared = read_agreements(workspace.root, ())
    alone = stand_alone(workspace.root, agreement_files(workspace.root))
    assert alone is not None
    with Outputs(workspace.root.parent / "parts", workspace.root) as outputs:
        report = module.build_many(_building(shared, outputs, Choices(TEXT, 1)), shared, alone, ["privacy_notice"])
    assert {file.outcome for file in report.files} == {"unchanged"}
    assert report.left_over == []
    assert twice.both()[1] == []
