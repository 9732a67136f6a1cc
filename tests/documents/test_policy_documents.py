"""Policy documents: a supplement, rows to paste in, or the whole; each names what it adds to and what it relies on."""

from __future__ import annotations

import re
from functools import cache

import pytest

from dsagen.documents.compose import Composition, Subject, compose
from dsagen.documents.library import Library
from dsagen.documents.policy import policy_layout
from dsagen.documents.tree import words_of
from dsagen.law import catalogue
from dsagen.model.vocabulary import PolicyMode
from dsagen.model.workspace import Workspace
from dsagen.portfolio.plan import plan
from dsagen.workspace import read_workspace
from tests.golden.composed import ROOT

COUNCIL, POLICE = "northmoor-council", "northmoor-constabulary"
LAYOUTS = (None, "supplement", "section")


@cache
def _workspace() -> Workspace:
    read = read_workspace(ROOT / "examples" / "police-call-out")
    assert read.workspace is not None
    return read.workspace


@cache
def _document(party: str, layout: str | None) -> Composition:
    workspace = _workspace()
    subject = Subject(
        workspace, catalogue(), workspace.agreements["NPC-001"], "appropriate_policy", party, layout=layout
    )
    return compose(subject, Library())


def _words(party: str, layout: str | None) -> str:
    return words_of(_document(party, layout).tree.root)


def _with(mode: PolicyMode | None, default: PolicyMode = "supplement", corporate: bool = True) -> Workspace:
    workspace = _workspace()
    party = workspace.parties[COUNCIL]
    assert party.appropriate_policy is not None
    policy = party.appropriate_policy.model_copy(update={"mode": mode}) if corporate else None
    parties = {**workspace.parties, COUNCIL: party.model_copy(update={"appropriate_policy": policy})}
    settings = workspace.settings.model_copy(update={"policy_mode": default})
    return workspace.model_copy(update={"parties": parties, "settings": settings})


@pytest.mark.parametrize(
    ("workspace", "layout"),
    [
        (_with(None), "supplement"),
        (_with("section"), "section"),
        (_with("standalone"), None),
        (_with(None, "section"), "section"),
        (_with("supplement", "standalone"), "supplement"),
        (_with(None, corporate=False), None),
        (_with(None, "section", corporate=False), None),
    ],
)
def test_the_party_then_the_workspace_says_how_it_is_written(workspace: Workspace, layout: str | None) -> None:
    assert policy_layout(COUNCIL, workspace) == layout
    agreement = workspace.agreements["NPC-001"]
    planned = [
        each for each in plan(agreement, workspace, catalogue(), ["appropriate_policy"]) if each.party == COUNCIL
    ]
    assert [each.layout for each in planned] == [layout]


@pytest.mark.parametrize("layout", ["supplement", "section"])
def test_it_names_the_corporate_document_and_its_version(layout: str) -> None:
    policy = _workspace().parties[COUNCIL].appropriate_policy
    assert policy is not None
    assert f"{policy.reference}, version {policy.version}" in _words(COUNCIL, layout)


@pytest.mark.parametrize("layout", LAYOUTS)
def test_conditions_are_named_by_paragraph_and_each_with_a_purpose(layout: str | None) -> None:
    words = _words(COUNCIL, layout)
    assert "aragraph 18, Safeguarding of children" in words
    assert "Decide what a child needs to be safe" in words


@pytest.mark.parametrize("layout", LAYOUTS)
def test_a_period_is_said_and_so_are_an_owner_and_a_review_date(layout: str | None) -> None:
    words = _words(COUNCIL, layout)
    assert "6 years" in words
    assert "Senior information risk owner" in words
    assert "12 November 2027" in words


@pytest.mark.parametrize("layout", LAYOUTS)
def test_it_speaks_for_one_controller(layout: str | None) -> None:
    assert not re.search(r"\b(we|our|us)\b", _words(COUNCIL, layout), re.IGNORECASE)


@pytest.mark.parametrize("layout", LAYOUTS)
def test_the_half_for_law_enforcement_is_for_competent_authorities(layout: str | None) -> None:
    assert "Conditions in Schedule 8" in _words(POLICE, layout)
    assert "Conditions in Schedule 8" not in _words(COUNCIL, layout)


def test_a_supplement_lists_no_condition_that_needs_no_document() -> None:
    """Consent and vital interests need none, nor does health or social care (Schedule 1 paragraph 2)."""
    conditions = next(each for each in _document(COUNCIL, "supplement").tree.root if each.get("id") == "apd.3")
    named = set(re.findall(r"Schedule 1 paragraph (\d+)", words_of(conditions)))
    assert named <= {str(number) for number, record in catalogue().schedule1.items() if record.policy_document != "no"}
    assert named
