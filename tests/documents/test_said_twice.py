"""No document says one of our sentences twice: what stands again costs pages, and readers look for a difference."""

from __future__ import annotations

import re
from copy import deepcopy

import pytest
from lxml import etree
from lxml.etree import _Element

from dsagen.model.vocabulary import DocumentKind
from tests.documents.said_twice import repeated
from tests.golden.composed import AGREEMENTS, composed_for

EXAMPLE = "young-carer-flag/NYC-001"
STILL_SAID: tuple[tuple[DocumentKind, str], ...] = (
    ("dpia", r"In section .* \(.*\)( of the agreement)?"),
    ("dpia", r"(If someone says no, n|N)othing is passed on in this flow.* no other route is given\.?"),
    (
        "privacy_notice",
        r"Afterwards, what served (only )?to find the record (is deleted|is held apart|stays with it)\.",
    ),
    ("privacy_notice", r"They are turned into codes first, so that nobody reads them\."),
    ("privacy_notice", r"Those who act on the information do not see it\."),
    ("privacy_notice", r"What is compared, where each is enough by itself:"),
    ("privacy_notice", r"You may say no, and you may change your mind later\."),
    ("privacy_notice", r"None is needed: we act as a private body"),
)
"""Sentences that a kind of document still says again, until its templates are mended. This list only gets shorter."""
OWN = "This sentence of ours has more than eight words in it."


def found_in(agreement: str) -> list[tuple[DocumentKind, str]]:
    """Give what each document of an agreement says again."""
    documents = composed_for(agreement).items()
    return [(name.kind, each.words) for name, found in documents for each in repeated(found.tree.root)]


def is_let_off(kind: DocumentKind, words: str) -> bool:
    """Tell whether the list above lets a sentence stand again."""
    return any(kind == allowed and re.fullmatch(pattern, words) for allowed, pattern in STILL_SAID)


@pytest.mark.parametrize("agreement", AGREEMENTS)
def test_no_sentence_of_ours_stands_twice(agreement: str) -> None:
    assert [each for each in found_in(agreement) if not is_let_off(*each)] == []


def test_each_sentence_that_is_let_off_still_stands_twice() -> None:
    said = [each for agreement in AGREEMENTS for each in found_in(agreement)]
    assert [
        (kind, pattern)
        for kind, pattern in STILL_SAID
        if not any(kind == other and re.fullmatch(pattern, words) for other, words in said)
    ] == []


def tree_with(*blocks: str) -> _Element:
    """Give an example's agreement with more blocks at its end."""
    (root,) = (found.tree.root for name, found in composed_for(EXAMPLE).items() if name.kind == "dsa")
    changed = deepcopy(root)
    for block in blocks:
        changed.append(etree.fromstring(block))
    return changed


@pytest.mark.parametrize("block", ["<p>{}</p>", "<ul><li>{}</li></ul>", "<table><tr><td>{}</td></tr></table>"])
def test_a_sentence_planted_twice_is_found(block: str) -> None:
    planted = block.format(f"Short. {OWN}")
    assert [each.words for each in repeated(tree_with(planted))] == []
    assert [(each.words, each.times) for each in repeated(tree_with(planted, planted))] == [(OWN, 2)]


@pytest.mark.parametrize(
    "block",
    [
        "<p>See the section on how records are.</p>",
        "<p><data value='a'>One of theirs that is as long as nine words. Two of theirs.</data></p>",
        f"<table><tr><th>{OWN}</th></tr></table>",
        f"<section id='dsa.22'><p>{OWN}</p></section>",
        f"<section id='dsa.front'><p>{OWN}</p></section>",
    ],
    ids=["short", "theirs", "label", "counterpart", "finding"],
)
def test_what_may_stand_again(block: str) -> None:
    assert list(repeated(tree_with(block, block))) == []


def test_a_sentence_with_another_value_is_another_sentence() -> None:
    sentence = "<p>This is what we say of <data value='{0}'>{0}</data> and of nobody else.</p>"
    assert list(repeated(tree_with(sentence.format("one"), sentence.format("two")))) == []
    assert len(list(repeated(tree_with(sentence.format("one"), sentence.format("one"))))) == 1
