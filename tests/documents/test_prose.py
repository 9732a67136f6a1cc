"""Our own sentences are short, say something, and never make a power into a duty."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.documents.prose import faults, texts_of

TEMPLATES = Path(__file__).parents[2] / "templates"
GOLDEN_TEXTS = Path(__file__).parents[1] / "golden"
GOLDEN = sorted(GOLDEN_TEXTS.rglob("*.txt"))
FILES = sorted([*TEMPLATES.glob("**/*.html"), *TEMPLATES.glob("clauses/*.yaml")])


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.relative_to(TEMPLATES).as_posix())
def test_our_prose(file: Path) -> None:
    assert list(faults(file, file.name)) == []


@pytest.mark.parametrize("file", GOLDEN, ids=lambda file: file.relative_to(GOLDEN_TEXTS).as_posix())
def test_no_sentence_starts_with_a_small_letter_of_a_reference(file: Path) -> None:
    assert re.findall(r"(?:^|[.!?] )(?:section|clause) \d.*", file.read_text("utf-8"), re.MULTILINE) == []


def test_there_is_prose_to_look_at() -> None:
    assert sum(1 for file in FILES for _ in texts_of(file)) > 600


@pytest.mark.parametrize(
    ("markup", "kind"),
    [
        (f"<p>{'word ' * 31}end.</p>", "long"),
        ("<p>It is kept safe at all times.</p>", "filler"),
        ("<li>The recipient shall delete it.</li>", "filler"),
        ("<td>{{ party.name }} must share what it knows.</td>", "overstated"),
        ("<p>{% if x %}The council is entitled to everything.{% endif %}</p>", "overstated"),
    ],
)
def test_planted_faults_are_found(markup: str, kind: str, tmp_path: Path) -> None:
    file = tmp_path / "planted.html"
    file.write_text(markup, "utf-8")
    assert [fault.kind for fault in faults(file, file.name)] == [kind]
    clause = tmp_path / "planted.yaml"
    clause.write_text(f"text:\n  one: '{markup}'\n", "utf-8")
    assert [fault.kind for fault in faults(clause, clause.name)] == [kind]
