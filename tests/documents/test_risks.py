"""What the assessment prints of risks that structure suggests, of roles by stage and of adoption."""

from __future__ import annotations

from typing import Any

import pytest

from dsagen.documents.compose import Composition, Subject, compose
from dsagen.documents.library import Library
from dsagen.law.catalogue import catalogue
from tests.documents.sections import words_in
from tests.documents.test_assessment_views import RISK, _workspace


def assessed(assessment: dict[str, Any]) -> Composition:
    """Compose the assessment of a small agreement."""
    workspace = _workspace(assessment)
    return compose(Subject(workspace, catalogue(), workspace.agreements["T-1"], "dpia"), Library())


def test_a_suggestion_is_marked_until_somebody_deals_with_it() -> None:
    words = words_in(assessed({"risks": {"R01": RISK}}), "dpia.10.suggested")
    assert "Suggestions only: nobody has adopted these or set them aside." in words
    assert "R11: Opinion read as fact" in words
    assert "Words of someone's own travel in F01, F02." in words
    assert "Usually: fact or opinion marker; source and date; structured fields" in words


def test_a_suggestion_that_is_taken_up_or_set_aside_is_none() -> None:
    risks = {"R01": {**RISK, "library": "R11"}, "R40": {**RISK, "library": "R28"}}
    words = words_in(assessed({"risks": risks, "set_aside": {"R12": "Nobody else is named."}}), "dpia.10.suggested")
    assert "Taken up, with the library's references: R11 (as R01), R28 (as R40)." in words
    suggested, _, aside = words.partition("Risks that are set aside")
    assert "R12" not in suggested
    assert "Nobody else is named." in aside
    assert "R11: Opinion" not in words


def test_a_feared_event_that_nothing_answers_shows() -> None:
    words = words_in(
        assessed({"risks": {"R01": {**RISK, "feared": ["loss"]}}, "no_risk_of": {"access": "A wall."}}),
        "dpia.10.feared",
    )
    assert "The information is lostR01" in words
    assert "Somebody sees what they should notA wall." in words
    assert "People stop trustingNo risk, and no reason is recorded" in words


def test_a_severity_below_the_usual_one_is_shown_beside_it() -> None:
    lower = {**RISK, "library": "R18", "severity": "some"}
    words = words_in(assessed({"risks": {"R01": lower, "R02": {**lower, "severity": "serious"}}}), "dpia.10.cards")
    assert words.count("(Usual for the people here: Serious harm.)") == 1


def test_sharing_stands_beside_not_sharing() -> None:
    risks = {"R01": {**RISK, "title": "A leak"}, "R28": {**RISK, "title": "Silence", "library": "R28"}}
    words = words_in(assessed({"risks": risks, "not_sharing": "A child is hurt."}), "dpia.7.not-sharing")
    assert "What harm may followR01: A leakA child is hurt." in words
    assert "the highest that remains is Low." in words
    assert "R28: High without the sharing and its measures." in words


def test_stages_with_the_same_roles_are_one_row() -> None:
    words = words_in(assessed({}), "dpia.2.stages")
    assert "Collect; Check and decide; SendVale Police: F01Harbour: F02" in words
    assert "MatchNobody: no records are matchedNone" in words
    assert "View and use; Record; Review; Delete or returnHarbour: F01Vale Police: F02A, for Vale Police: F02" in words


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ({}, "Nothing differsAdvice: as in the shared adviceDecision: the shared decision"),
        (
            {"differences": "No flow yet.", "advice": "Go on.", "outcome": "wait"},
            "No flow yet.Advice: Go on.Decision: Wait",
        ),
    ],
)
def test_each_controller_adopts_for_its_own_part(line: dict[str, str], said: str) -> None:
    adoption = {"item": "adoption", "party": "force", "role": "chief", **line}
    words = words_in(assessed({"sign_off": [adoption]}), "dpia.13.adoption")
    assert f"Name and signature{said}" in words
    assert "HarbourNot yet adopted" in words


def test_advice_says_on_which_version_it_was_given() -> None:
    advice = {"by": "officer", "date": "2026-11-20", "summary": "Go on.", "accepted": True}
    assert "on a version that is not recorded," in words_in(assessed({"advice": advice}), "dpia.13.advice")
    assert "on version 0.1," in words_in(assessed({"advice": {**advice, "version": "0.1"}}), "dpia.13.advice")


def test_what_protects_an_address_a_confidence_and_judgement_is_said() -> None:
    said = assessed({"address_safety": "Ring first.", "own_confidence": "Ask first.", "judgement": "Staff decide."})
    assert "Ring first." in words_in(said, "dpia.7.address")
    assert words_in(said, "dpia.7.confidence").endswith("Ask first.")
    assert words_in(said, "dpia.9.judgement").endswith("Staff decide.")
    unsaid = assessed({})
    assert "No field holds an address" in words_in(unsaid, "dpia.7.address")
    assert "is not recorded" in words_in(unsaid, "dpia.9.judgement")
