"""Every change that a command could see is seen; what it cannot see changes nothing."""

from __future__ import annotations

import os
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from dsagen.portfolio import unchanged
from dsagen.portfolio.unchanged import Occasion, TooMuch
from tests.workspace.builder import Builder


@pytest.fixture
def workspace(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Builder:
    """Give the tiny workspace, as if it were built: a lock file, an output and the folder of our own."""
    builder = Builder(tmp_path / "riverdale")
    builder.write("dsagen.lock", "one line")
    builder.write("build/RIV-001/dpia.docx", b"a document")
    builder.write("patterns/schools.csv", "reference\nR-1\n")
    builder.write("templates/dsa/own.html", "<p>Ours</p>")
    builder.write("brand/logo.png", b"a picture")
    builder.write(".dsagen/check.json", "{}")
    builder.write(".git/HEAD", "ref")
    monkeypatch.chdir(tmp_path)
    return builder


def digest(*words: str) -> str:
    """Give the hash for a command."""
    return Occasion(words or ("build", "riverdale")).digest()


SEEN: dict[str, Callable[[Path], object]] = {
    "a byte of the agreement": lambda root: append(root / "agreements/riv-001.yaml"),
    "a comment in the settings": lambda root: append(root / "dsagen.yaml"),
    "a row of a table": lambda root: append(root / "patterns/schools.csv"),
    "a template": lambda root: append(root / "templates/dsa/own.html"),
    "the logo": lambda root: append(root / "brand/logo.png"),
    "a new file": lambda root: (root / "parties/new.yaml").write_text("", encoding="utf-8"),
    "a file that went": lambda root: (root / "people/all.yaml").unlink(),
    "another name": lambda root: (root / "people/all.yaml").rename(root / "people/some.yaml"),
    "the lock file": lambda root: append(root / "dsagen.lock"),
    "an output that went": lambda root: (root / "build/RIV-001/dpia.docx").unlink(),
    "a source among the outputs": lambda root: (root / "build/a.yaml").write_text("a: 1", encoding="utf-8"),
}
UNSEEN: dict[str, Callable[[Path], object]] = {
    "the time of a file": lambda root: os.utime(root / "dsagen.yaml", (1, 1)),
    "what dsagen keeps": lambda root: append(root / ".dsagen/check.json"),
    "what git keeps": lambda root: append(root / ".git/HEAD"),
}


def append(path: Path) -> None:
    path.write_bytes(path.read_bytes() + b"#")


@pytest.mark.parametrize("change", SEEN.values(), ids=SEEN.keys())
def test_a_change_is_seen(change: Callable[[Path], object], workspace: Builder) -> None:
    before = digest()
    change(workspace.root)
    assert digest() != before


@pytest.mark.parametrize("change", UNSEEN.values(), ids=UNSEEN.keys())
def test_what_no_answer_rests_on_is_not_seen(change: Callable[[Path], object], workspace: Builder) -> None:
    before = digest()
    change(workspace.root)
    assert digest() == before


def test_the_words_the_place_and_the_surroundings_count(workspace: Builder, monkeypatch: pytest.MonkeyPatch) -> None:
    before = digest()
    assert digest("check", "riverdale") != before
    assert digest("build", "riverdale", "--check") != before
    monkeypatch.setenv("NO_COLOR", "1")
    assert digest() != before
    monkeypatch.delenv("NO_COLOR")
    monkeypatch.chdir(workspace.root)
    assert digest("build", "../riverdale") != before


def test_the_day_and_the_program_count(workspace: Builder, monkeypatch: pytest.MonkeyPatch) -> None:
    class Tomorrow(date):
        @classmethod
        def today(cls) -> Tomorrow:
            return cls.fromordinal(date.today().toordinal() + 1)

    before = digest()
    monkeypatch.setattr(unchanged, "program_stamp", lambda: "another version")
    assert digest() != before
    monkeypatch.undo()
    monkeypatch.chdir(workspace.root.parent)
    monkeypatch.setattr(unchanged, "date", Tomorrow)
    assert digest() != before


def test_outputs_of_another_folder_count(workspace: Builder) -> None:
    workspace.write("../out/dsagen.lock", "a line")
    output = workspace.write("../out/RIV-001/dpia.docx", b"a document")
    words = ("build", "riverdale", "--output=out")
    before = digest(*words)
    output.unlink()
    assert digest(*words) != before


def test_a_link_to_a_folder_and_a_place_without_a_workspace_are_too_much(workspace: Builder) -> None:
    (workspace.root / "linked").symlink_to(workspace.root / "brand")
    with pytest.raises(TooMuch):
        digest()
    with pytest.raises(TooMuch):
        Occasion(("build", "nowhere"))


def test_very_much_is_too_much(workspace: Builder, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(unchanged, "_MOST_FILES", 3)
    with pytest.raises(TooMuch):
        digest()
