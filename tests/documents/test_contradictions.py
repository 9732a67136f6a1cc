"""No document of an agreement contradicts another: the same fact is printed in the same words, and none is made up."""

from __future__ import annotations

import shutil
from copy import deepcopy
from pathlib import Path

import pytest
from lxml.etree import _Element

from dsagen.documents.compose import Subject, compose
from dsagen.documents.library import Library
from dsagen.workspace import read_workspace
from tests.documents.contradictions import FORMS, contradictions, hard_coded
from tests.golden.composed import AGREEMENTS, ROOT, composed_for

EXAMPLE = "young-carer-flag/NYC-001"
STATUTORY = {("apd.7", "Six months"), ("apd.7", "six months")}
"""Periods that the law gives, and that templates may say: Data Protection Act 2018 Schedule 1 paragraph 40."""


def trees(agreement: str) -> dict[str, _Element]:
    """Give the tree of each document of an agreement, by its file's name."""
    return {document.file("").name: found.tree.root for document, found in composed_for(agreement).items()}


@pytest.mark.parametrize("agreement", AGREEMENTS)
def test_the_documents_of_an_agreement_agree(agreement: str) -> None:
    assert list(contradictions(trees(agreement))) == []


@pytest.mark.parametrize("agreement", AGREEMENTS)
def test_no_period_or_date_is_written_into_a_template(agreement: str) -> None:
    found = {each for root in trees(agreement).values() for each in hard_coded(root)}
    assert found <= STATUTORY


def test_many_facts_stand_in_several_documents() -> None:
    """Otherwise the hunt would prove nothing."""
    held = [{str(data.get("value")) for data in root.iter("data")} for root in trees(EXAMPLE).values()]
    shared = {source for number, one in enumerate(held) for other in held[number + 1 :] for source in one & other}
    assert len(shared) > 200


@pytest.mark.parametrize(
    "source",
    [
        "agreements/NYC-001/review_by",
        "agreements/NYC-001/flows/F01/retention/northmoor-council/period",
        "parties/northmoor-council/name",
        "agreements/NYC-001/left_out/diagnosis",
    ],
)
def test_one_changed_leaf_is_found(source: str) -> None:
    changed = {name: deepcopy(root) for name, root in trees(EXAMPLE).items()}
    root = changed["dpia"]
    leaf = next((each for each in root.iter("data") if each.get("value") == source), None)
    assert leaf is not None, source
    for child in list(leaf):
        leaf.remove(child)
    leaf.text = "something else"
    (found,) = contradictions(changed)
    assert found.source == source
    assert found.forms["something else"] == ("dpia",)


def test_a_period_that_a_template_makes_up_is_found(tmp_path: Path) -> None:
    shutil.copytree(ROOT / "examples/young-carer-flag", tmp_path / "copy")
    own = tmp_path / "copy/templates/privacy_notice/keep.html"
    own.parent.mkdir(parents=True)
    own.write_text("<p>{{ party.name }} keeps everything for 25 years.</p>\n", "utf-8")
    reading = read_workspace(tmp_path / "copy")
    agreement = reading.workspace.agreements["NYC-001"]
    subject = Subject(reading.workspace, reading.law, agreement, "privacy_notice", "ashdown-academy")
    root = compose(subject, Library(tmp_path / "copy/templates")).tree.root
    assert list(hard_coded(root)) == [("notice.keep", "25 years")]


@pytest.mark.parametrize(("pattern", "most", "why"), FORMS)
def test_each_allowance_is_needed(pattern: str, most: int, why: str) -> None:
    """An allowance that nothing uses would hide a contradiction some day."""
    from tests.documents import contradictions as module

    others = tuple(each for each in FORMS if each[0] != pattern)
    before = module.FORMS
    module.FORMS = others
    try:
        assert any(True for agreement in AGREEMENTS for _ in contradictions(trees(agreement))), why
    finally:
        module.FORMS = before
    assert most > 1
