"""A privacy notice has a place for everything that the law asks a notice to say."""

from __future__ import annotations

import pytest

from dsagen.documents.compose import Subject, compose
from dsagen.documents.library import Library
from dsagen.law.catalogue import catalogue
from tests.documents.filled import filled
from tests.documents.sections import words_in

PLACES = {
    "controller": "notice.who",
    "data_protection_officer": "notice.who",
    "purposes": "notice.law",
    "legitimate_interest": "notice.law",
    "categories": "notice.what",
    "recipients": "notice.shared",
    "transfers": "notice.where",
    "retention": "notice.keep",
    "rights": "notice.rights",
    "withdrawal": "notice.choice",
    "complaints": "notice.complain",
    "obligation": "notice.choice",
    "origin": "notice.source",
    "automated_decisions": "notice.decisions",
}


def test_every_item_of_the_law_has_a_place() -> None:
    assert set(PLACES) == set(catalogue().notice_items)


@pytest.mark.parametrize("party", ["sender", "receiver"])
def test_every_place_says_something(party: str) -> None:
    workspace, _ = filled()
    subject = Subject(workspace, catalogue(), workspace.agreements["T-1"], "privacy_notice", party)
    notice = compose(subject, Library())
    assert all(len(words_in(notice, place)) > 40 for place in PLACES.values())


def _safe(party: str) -> str:
    workspace, _ = filled()
    subject = Subject(workspace, catalogue(), workspace.agreements["T-1"], "privacy_notice", party)
    return words_in(compose(subject, Library()), "notice.safe")


def test_times_are_those_of_the_article_that_binds_the_party() -> None:
    times = catalogue().notice_timing
    sender, receiver = _safe("sender"), _safe("receiver")
    assert times["at_collection"].plain in sender, "it holds the dataset"
    assert times["at_collection"].plain not in receiver
    assert times["first_communication"].plain in receiver
    assert times["first_communication"].plain not in sender
    assert times["new_purpose"].plain in sender
    assert times["new_purpose"].plain in receiver
