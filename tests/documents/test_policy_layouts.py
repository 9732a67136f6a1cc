"""Policy documents: a whole one, what a sharing adds to a corporate one, or rows to paste into it."""

from __future__ import annotations

from pathlib import Path

import pytest

from dsagen.documents.compose import Composition, Subject, compose
from dsagen.documents.library import Library
from dsagen.documents.policy import policy_layout
from dsagen.documents.tree import words_of
from dsagen.portfolio.build import planned
from dsagen.portfolio.plan import PlannedDocument
from dsagen.workspace import read_workspace
from tests.golden.composed import AGREEMENTS, ROOT

PARTY = "northmoor-council"
READING = read_workspace(ROOT / "examples/young-carer-flag")


def policy(layout: str | None, party: str = PARTY) -> Composition:
    """Compose a policy document of the example."""
    agreement = READING.workspace.agreements["NYC-001"]
    subject = Subject(READING.workspace, READING.law, agreement, "appropriate_policy", party, layout=layout)
    return compose(subject, Library())


def sections(composition: Composition) -> list[str]:
    """Give the ids of its sections."""
    return [str(section.get("id")) for section in composition.tree.root.findall("section")]


def test_what_each_layout_holds() -> None:
    whole = [f"apd.{number}" for number in range(1, 9)]
    assert sections(policy(None)) == [*whole, "apd.colophon"]
    assert sections(policy("supplement")) == [*whole[:7], "apd.colophon"]
    assert sections(policy("section")) == ["apd.2", "apd.3", "apd.5", "apd.6", "apd.colophon"]


@pytest.mark.parametrize("layout", [None, "supplement", "section"])
def test_every_layout_names_each_paragraph_with_its_purpose_and_each_period(layout: str | None) -> None:
    words = words_of(policy(layout).tree.root)
    agreement = READING.workspace.agreements["NYC-001"]
    for flow in agreement.flows.values():
        basis = flow.bases.get(PARTY)
        if basis is None:
            continue
        for number in basis.schedule1:
            assert f"aragraph {number}" in words
        for purpose in flow.purposes:
            assert agreement.purposes[purpose].title in words
        if PARTY in flow.retention:
            assert str(flow.retention[PARTY].period) in words
    assert "we " not in words.lower().replace("we need", "")


def test_a_supplement_names_the_corporate_document_with_its_version() -> None:
    corporate = READING.workspace.parties[PARTY].appropriate_policy
    assert corporate is not None
    words = words_of(policy("supplement").tree.root)
    assert corporate.reference in words
    assert f"version {corporate.version}" in words
    assert len(words) < 0.75 * len(words_of(policy(None).tree.root))


def test_the_part_3_half_is_for_competent_authorities_only() -> None:
    reading = read_workspace(ROOT / "examples/police-call-out")
    agreement = reading.workspace.agreements["NPC-001"]
    for party, held in (("northmoor-constabulary", True), ("ashdown-academy", False)):
        subject = Subject(reading.workspace, reading.law, agreement, "appropriate_policy", party, layout="supplement")
        words = words_of(compose(subject, Library()).tree.root)
        assert ("Principles of Part 3" in words) is held
        assert ("Not applicable" in words) is not held


def test_the_corporate_document_chooses_the_layout(tmp_path: Path) -> None:
    workspace = READING.workspace
    party = workspace.parties[PARTY]
    assert party.appropriate_policy is not None
    for mode, expected in (("supplement", "supplement"), ("section", "section"), ("standalone", None)):
        corporate = party.appropriate_policy.model_copy(update={"mode": mode})
        parties = {**workspace.parties, PARTY: party.model_copy(update={"appropriate_policy": corporate})}
        assert policy_layout(PARTY, workspace.model_copy(update={"parties": parties})) == expected
    without = {**workspace.parties, PARTY: party.model_copy(update={"appropriate_policy": None})}
    assert policy_layout(PARTY, workspace.model_copy(update={"parties": without})) is None


def test_the_plan_has_one_document_a_controller_that_needs_one() -> None:
    found: dict[tuple[str, str | None], PlannedDocument] = {}
    for agreement in AGREEMENTS:
        example = agreement.partition("/")[0]
        reading = read_workspace(ROOT / "examples" / example)
        for document in planned(reading.workspace, reading.law, ["appropriate_policy"]):
            key = (document.agreement, document.party)
            assert found.setdefault(key, document) == document
            assert document.party is not None
            assert document.layout == policy_layout(document.party, reading.workspace)
    assert len(found) > 8
