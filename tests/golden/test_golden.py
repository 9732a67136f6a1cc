"""Golden text: what every document of every example says. `make golden` writes it anew; read the difference
before you commit."""

from __future__ import annotations

from pathlib import Path

import pytest

from dsagen.workspace import read_workspace
from dsagen.writers import render
from tests.golden.composed import EXAMPLES, ROOT, composed

FOLDER = Path(__file__).parent


@pytest.mark.parametrize("example", EXAMPLES)
def test_the_text_of_every_document_is_the_golden_text(example: str, update_golden: bool) -> None:
    texts = {document: render(result.tree, "text").decode() for document, result in composed(example).items()}
    made = {str(document.file(".txt")): text for document, text in texts.items()}
    folder = FOLDER / example
    if update_golden:
        for name, text in made.items():
            (folder / name).parent.mkdir(parents=True, exist_ok=True)
            (folder / name).write_text(text, "utf-8")
    kept = {str(file.relative_to(folder).as_posix()): file.read_text("utf-8") for file in folder.rglob("*.txt")}
    assert sorted(kept) == sorted(made)
    for name, text in made.items():
        assert text.splitlines() == kept[name].splitlines(), f"{example}/{name} has changed"


@pytest.mark.parametrize("example", EXAMPLES)
def test_an_example_has_no_gap_and_only_a_draft_is_a_draft(example: str) -> None:
    agreements = read_workspace(ROOT / "examples" / example).workspace.agreements
    for document, result in composed(example).items():
        assert result.tree.properties.draft == (not agreements[document.agreement].is_final), document
        assert not list(result.tree.root.iter("mark")), document
