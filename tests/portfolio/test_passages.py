"""The passages of a document: no word and no source of the tree is lost."""

from __future__ import annotations

from pathlib import Path

import pytest
from lxml.etree import _Element

from dsagen.documents.library import Library
from dsagen.documents.tree import words_of
from dsagen.portfolio.origins import Origins
from dsagen.portfolio.passages import Passage, PassageReader
from dsagen.portfolio.plan import PlannedDocument
from dsagen.portfolio.sides import Side
from dsagen.workspace import read_workspace

EXAMPLE = Path(__file__).parents[2] / "examples/young-carer-flag"


@pytest.fixture(scope="module")
def side() -> Side:
    """Give an example."""
    return Side(read_workspace(EXAMPLE))


@pytest.fixture(scope="module", params=["dsa", "dpia", "privacy_notice"])
def document(side: Side, request: pytest.FixtureRequest) -> PlannedDocument:
    """Give the first document of each kind."""
    return next(each for each in side.wanted.documents if each.kind == request.param)


def read(side: Side, document: PlannedDocument) -> tuple[Passage, ...]:
    """Read a document."""
    passages = PassageReader(side.maker, Library(EXAMPLE / "templates"))(document)
    assert not isinstance(passages, str)
    return passages


def own_words(data: _Element) -> str:
    """Give the words of a value without those of the values in it."""
    inner = "".join((own_words(child) if child.tag != "data" else "") + (child.tail or "") for child in data)
    return (data.text or "") + inner


def test_every_source_of_the_tree_can_be_traced(side: Side, document: PlannedDocument) -> None:
    root = side.maker.compose(document).tree.root
    told = {str(data.get("value")) for data in root.iter("data") if own_words(data).strip()}
    runs = [run for passage in read(side, document) for run in passage.runs if run.source]
    assert {run.source for run in runs} == told
    origins = Origins(side.reading, Library(EXAMPLE / "templates"))
    for run in runs:
        origin = origins.of_source(run.source, run.words)
        assert origin.kind in ("law", "clause", "rule") or (origin.line and (EXAMPLE / origin.file).is_file()), run


def test_every_word_of_the_tree_is_in_one_passage(side: Side, document: PlannedDocument) -> None:
    root = side.maker.compose(document).tree.root
    for contents in list(root.iter("nav")):
        contents.clear()
    found = "".join(run.words for passage in read(side, document) for run in passage.runs)
    numbers = "".join(str(each.get("data-number", "")) for each in root.iter("h2", "h3", "h4", "li", "div"))
    assert len("".join(found.split())) == len("".join((words_of(root) + numbers).split()))


def test_every_passage_names_a_template_that_is_there(side: Side, document: PlannedDocument) -> None:
    library = Library()
    for passage in read(side, document):
        assert library.find(passage.template).is_file()
