"""What `impact` names is what a build then writes: for every kind of edit, in a workspace of sixty agreements.

Edits after which every document must be composed again are made in a smaller one. `--whole` takes two hundred for all.
"""

from __future__ import annotations

import hashlib
import shutil
from collections.abc import Callable
from functools import cache
from pathlib import Path

import pytest

from dsagen.portfolio.impact import Changed, compare
from dsagen.portfolio.plan import Formats
from dsagen.portfolio.reaches import Wanted, reached
from dsagen.portfolio.sides import Side
from dsagen.workspace import read_workspace
from tests.portfolio.building import built, rebuilt
from tests.portfolio.riverdale import riverdale

Edit = Callable[[Path], None]
WHOLE, AGREEMENTS, FEWER = 200, 60, 15
"""How many there are where `--whole` is asked for, and otherwise: fewer where every document is composed again."""


def replace(file: str, old: str, new: str) -> Edit:
    """Change words in a file, everywhere in it."""

    def edit(root: Path) -> None:
        content = (root / file).read_text("utf-8")
        assert old in content
        (root / file).write_text(content.replace(old, new), "utf-8")

    return edit


def add(file: str, content: str) -> Edit:
    """Write a file, or at the end of one."""

    def edit(root: Path) -> None:
        path = root / file
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text((path.read_text("utf-8") if path.exists() else "") + content, "utf-8")

    return edit


def joins(root: Path) -> None:
    """One agreement more."""
    content = (root / "agreements/riv-033.yaml").read_text("utf-8")
    (root / "agreements/riv-900.yaml").write_text(content.replace("RIV-033", "RIV-900"), "utf-8")


def leaves(root: Path) -> None:
    """One agreement less."""
    (root / "agreements/riv-034.yaml").unlink()


def upside_down(root: Path) -> None:
    """The same keys in another order."""
    file = root / "parties/all.yaml"
    entries = ("\n" + file.read_text("utf-8")).split("\nschool-")
    file.write_text("\nschool-".join([entries[0], *entries[:0:-1]]).lstrip("\n").rstrip("\n") + "\n", "utf-8")


FEW: dict[str, tuple[Edit, Wanted | None]] = {
    "a title": (replace("agreements/riv-007.yaml", "title: Attendance marks for early help", "title: Marks"), None),
    "a party's name": (
        replace("parties/all.yaml", "North School 3\n", "South School 3\n"),
        Wanted(("parties/school-03",), entity="parties/school-03"),
    ),
    "a party's telephone": (
        replace("parties/all.yaml", "school-04:\n", "school-04:\n  address: 4 School Lane\n"),
        Wanted(("parties/school-04",), entity="parties/school-04"),
    ),
    "a field's label": (
        replace("datasets/all.yaml", "Days absent 5,", "Days away 5,"),
        Wanted(("datasets/attendance-05/fields/absence",), entity="datasets/attendance-05"),
    ),
    "a field's detail": (
        replace(
            "datasets/all.yaml",
            "label: Days absent 6, kind: status, detail: band",
            "label: Absent 6, kind: status, detail: flag",
        ),
        Wanted(("datasets/attendance-06",), entity="datasets/attendance-06"),
    ),
    "a group of people": (
        replace("people/all.yaml", "label: Pupils", "label: Pupils on the roll"),
        Wanted(("people/pupil",), entity="people/pupil"),
    ),
    "a gateway": (replace("agreements/riv-009.yaml", "children-act-1989-s17", "children-act-2004-s10"), None),
    "a lawful basis": (replace("agreements/riv-010.yaml", "article6: e", "article6: c"), None),
    "a reason": (replace("agreements/riv-011.yaml", "To find the child.", "To ask for the right child."), None),
    "a new version": (
        replace(
            "agreements/riv-012.yaml",
            "\npurposes:",
            '\n  "1.1": {date: 2027-01-08, author: information governance lead, reason: Reviewed}\npurposes:',
        ),
        None,
    ),
    "a status": (replace("agreements/riv-013.yaml", "status: draft", "status: agreed"), None),
    "a withdrawal": (replace("agreements/riv-014.yaml", "absence: To see whether help is needed.", ""), None),
    "the agreement above": (replace("agreements/riv-001.yaml", "title: Attendance marks", "title: All marks"), None),
    "an agreement below": (replace("agreements/riv-040.yaml", "title: Attendance marks", "title: Other marks"), None),
    "an included file": (replace("assessments/riv-015.yaml", "could go wrong", "might go wrong"), None),
    "an agreement more": (joins, None),
    "an agreement less": (leaves, None),
    "a value in a clause": (add("agreements/riv-016.yaml", "clauses: {review: {then: 12 months}}\n"), None),
    "a comment": (add("agreements/riv-017.yaml", "# Ask again in May\n"), None),
    "a comment in a register": (replace("datasets/all.yaml", "attendance-05:", "\n# five\n\nattendance-05:"), None),
    "another order": (upside_down, None),
    "a party that nobody names": (add("parties/all.yaml", "late-school: {name: Late School, type: school}\n"), None),
    "an unused attribute": (
        replace("parties/all.yaml", "name: North School 8\n", "name: North School 8\n  until: 2090-01-01\n"),
        None,
    ),
}
QUIET = ("a comment", "a comment in a register", "another order", "a party that nobody names")
ALL: dict[str, tuple[Edit, Wanted | None]] = {
    "the law, confirmed": (
        add(
            "law/confirmations.yaml",
            "children-act-2004-s16la:\n  in_force_from: 2026-10-01\n  confirmed_on: 2026-11-01\n"
            "  confirmed_by: information governance lead\n  source: The regulations\n",
        ),
        Wanted(("law/gateways/children-act-2004-s16la",), word="children-act-2004-s16la"),
    ),
    "a template": (
        add("templates/privacy_notice/review.html", "<p>We look at this once a year.</p>\n"),
        Wanted(("templates/privacy_notice/review.html",)),
    ),
    "a default": (
        replace("dsagen.yaml", "{layout: short}", "{layout: short, clauses: {review: {then: 12 months}}}"),
        None,
    ),
    "the house style": (add("dsagen.yaml", 'house_style: {accent: "#0b6e4f"}\n'), None),
    "another format": (replace("dsagen.yaml", "notice_formats: [text]", "notice_formats: [text, fragment]"), None),
    "another document": (replace("dsagen.yaml", "[dsa, privacy_notice]", "[dsa]"), None),
}


@pytest.fixture(scope="module")
def before(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give the workspace, with its documents."""
    whole = request.config.getoption("--whole")
    return made(tmp_path_factory.mktemp("before") / "riverdale", WHOLE if whole else AGREEMENTS)


@pytest.fixture(scope="module")
def few(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give a smaller one."""
    whole = request.config.getoption("--whole")
    return made(tmp_path_factory.mktemp("few") / "riverdale", WHOLE if whole else FEWER)


def made(root: Path, agreements: int) -> Path:
    """Write a workspace, and build it."""
    riverdale(root, agreements)
    assert not read_workspace(root).problems
    report = rebuilt(root)
    assert len(report.files) == len({file.path for file in report.files}) == agreements * 4
    assert {file.outcome for file in report.files} == {"written"}
    return root


@cache
def side(root: Path) -> Side:
    """Give a workspace that nothing changes."""
    return Side(read_workspace(root))


def hashes(root: Path) -> dict[str, str]:
    """Give the hash of every output, by its name."""
    files = [path for path in (root / "build").rglob("*") if path.is_file()]
    return {
        path.relative_to(root / "build").as_posix(): hashlib.sha256(path.read_bytes()).hexdigest() for path in files
    }


def edited(before: Path, folder: Path, edit: Edit) -> tuple[Side, list[Changed], Side]:
    """Copy the workspace with its documents, make an edit there, and ask what it changes."""
    root = folder / "riverdale"
    shutil.copytree(before, root)
    edit(root)
    old, new = side(before), Side(read_workspace(root))
    return new, compare(old, new, jobs=1), old


def prove(after: Side, changed: list[Changed]) -> None:
    """See that a build writes what was named, and that bytes change there alone."""
    root = after.reading.root
    old = hashes(root)
    report = rebuilt(root)
    new = hashes(root)
    assert {file.outcome for file in report.files} <= {"written", "unchanged"}
    written = {str(file.path) for file in report.files if file.outcome == "written"}
    assert written == {name for name in new if new[name] != old.get(name)}
    named = {file for each in changed if each.what != "gone" for file in each.files}
    assert written <= named
    documents = {str(file.document.file("")) for file in report.files if file.outcome == "written"}
    assert documents == {str(each.document.file("")) for each in changed if each.what != "gone"}
    gone = {file for each in changed if each.what == "gone" for file in each.files}
    asked = {str(file.path) for file in report.files}
    assert gone == set(old) - asked


@pytest.mark.parametrize("kind", FEW)
def test_what_impact_names_is_what_a_build_writes(before: Path, tmp_path: Path, kind: str) -> None:
    after, changed, _ = edited(before, tmp_path, FEW[kind][0])
    prove(after, changed)
    assert all(each.sections or each.what != "changed" for each in changed)
    assert all(each.reasons for each in changed)
    assert len(changed) < 70, "an edit of one thing does not change everything"


@pytest.mark.parametrize("kind", ALL)
def test_what_impact_names_where_everything_may_change(few: Path, tmp_path: Path, kind: str) -> None:
    after, changed, _ = edited(few, tmp_path, ALL[kind][0])
    prove(after, changed)
    assert changed
    assert all(each.reasons for each in changed)


NAMED = {kind: (edit, wanted) for kind, (edit, wanted) in (FEW | ALL).items() if wanted is not None}


@pytest.mark.parametrize("kind", NAMED)
def test_what_changes_is_within_what_a_name_reaches(few: Path, tmp_path: Path, kind: str) -> None:
    edit, wanted = NAMED[kind]
    _, changed, old = edited(few, tmp_path, edit)
    found = reached(old, wanted, jobs=1)
    assert changed
    assert {each.document for each in changed} <= {each.document for each in found}
    if kind != "a template":
        assert len(found) < len(old.wanted.documents), "a name does not reach everything"


@pytest.mark.parametrize("kind", QUIET)
def test_what_says_the_same_changes_nothing(before: Path, tmp_path: Path, kind: str) -> None:
    _, changed, _ = edited(before, tmp_path, FEW[kind][0])
    assert changed == []


def test_an_incremental_build_is_what_a_new_build_would_be(few: Path, tmp_path: Path) -> None:
    root = tmp_path / "riverdale"
    shutil.copytree(few, root)
    for kind in ("a party's name", "a group of people", "the agreement above", "a status", "a value in a clause"):
        FEW[kind][0](root)
    rebuilt(root)
    small = tmp_path / "new"
    shutil.copytree(root, small, ignore=shutil.ignore_patterns("build", ".dsagen", "dsagen.lock"))
    built(small, small / "build", None, Formats(["docx", "text"], ["text"]))
    assert hashes(small) == hashes(root)


def test_pdf_is_exact_too(tmp_path: Path) -> None:
    root = riverdale(tmp_path / "riverdale", 3)
    settings = root / "dsagen.yaml"
    settings.write_text(
        settings.read_text("utf-8").replace("[docx, text]", "[pdf]").replace("[text]", "[pdf]"), "utf-8"
    )
    rebuilt(root)
    old = Side(read_workspace(root))
    first = hashes(root)
    replace("parties/all.yaml", "North School 3\n", "South School 3\n")(root)
    changed = compare(old, Side(read_workspace(root)), jobs=1)
    rebuilt(root)
    second = hashes(root)
    named = {file for each in changed for file in each.files}
    assert named == {name for name in second if first[name] != second[name]}
    assert 0 < len(named) < len(second)


def test_an_agreement_that_cannot_be_read_is_not_gone(few: Path, tmp_path: Path) -> None:
    after, changed, _ = edited(few, tmp_path, replace("agreements/riv-007.yaml", "title:", "title: ["))
    assert changed == []
    old = hashes(after.reading.root)
    rebuilt(after.reading.root)
    assert hashes(after.reading.root) == old
