"""Nothing that a person writes is lost: every text of the model is printed in some document."""

from __future__ import annotations

from functools import cache
from typing import get_args

import pytest

from dsagen.documents.compose import Composition, Subject, compose
from dsagen.documents.library import Library
from dsagen.documents.tree import words_of
from dsagen.law.catalogue import catalogue
from dsagen.model.vocabulary import DocumentKind, NoticeAudience
from tests.documents.filled import filled

NOT_IN_THE_TEXT = {
    "settings/name": "names the workspace for those who work in it",
    "settings/house_style/classification": "stands at the edge of every page, unless the agreement has its own",
    "settings/house_style/logo/file": "names a picture, which is shown above the title",
    "settings/house_style/logo/alternative": "is what a screen reader says of the logo",
    "settings/house_style/accent": "is the colour of headings",
    "settings/house_style/font/name": "names the font",
    **{
        f"settings/house_style/font/files/{style}": "names a file of the font"
        for style in ("regular", "bold", "italic", "bold_italic")
    },
    "settings/house_style/reference": "names the Word file that gives styles",
    "agreements/T-1/classification": "stands at the edge of every page",
    "agreements/T-1/accepted/0/facts": "is a fingerprint for `check`, and says nothing to a reader",
}
"""What no document has among its words, and why."""

Which = tuple[DocumentKind, str | None, str | None]

WORKSPACE, TEXTS = filled()


@cache
def _documents() -> list[Composition]:
    whole: list[Which] = [("dsa", None, None), ("dpia", None, None)]
    kinds: list[DocumentKind] = ["appropriate_policy", "privacy_notice"]
    each: list[Which] = [(kind, party, None) for kind in kinds for party in WORKSPACE.parties]
    each += [
        ("privacy_notice", party, audience) for party in WORKSPACE.parties for audience in get_args(NoticeAudience)
    ]
    law, agreement, library = catalogue(), WORKSPACE.agreements["T-1"], Library()
    return [
        compose(Subject(WORKSPACE, law, agreement, kind, party, layout=layout), library)
        for kind, party, layout in (*whole, *each)
    ]


@cache
def _words() -> str:
    return "\n".join(words_of(document.tree.root) for document in _documents())


@pytest.mark.parametrize("path", [path for path in TEXTS if path not in NOT_IN_THE_TEXT])
def test_a_text_is_printed(path: str) -> None:
    assert TEXTS[path][1:] in _words(), "the first letter may be a capital"
    assert any(path in document.reads.values for document in _documents()), "and is known to have been read"


def test_what_is_not_printed_is_a_text_of_the_model() -> None:
    assert set(NOT_IN_THE_TEXT) <= set(TEXTS)


def test_the_marking_of_the_pages_is_kept() -> None:
    assert {document.tree.properties.marking for document in _documents()} == {TEXTS["agreements/T-1/classification"]}


def test_there_are_as_many_texts_as_we_think() -> None:
    assert len(TEXTS) > 400
