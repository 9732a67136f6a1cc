"""Section 12 of the assessment: what is accepted, what stands open, and which rules matter more or less."""

from __future__ import annotations

from typing import Any

import pytest
from lxml.etree import _Element

from dsagen.checks.rulebook import rulebook
from dsagen.documents.compose import Subject, compose
from dsagen.documents.library import Library
from dsagen.documents.tree import words_of
from dsagen.documents.views.base import World
from dsagen.documents.views.findings import FindingsView, FindingView
from dsagen.law.catalogue import catalogue
from dsagen.model.agreement import Acceptance
from dsagen.model.finding import Finding
from dsagen.model.workspace import Workspace
from tests.documents.filled import filled
from tests.documents.sections import section_of

WARNING = Finding("DP-LNK-005", "warning", "F01 matches on too little", "agreements/T-1/flows/F01/matching")
ADVICE = Finding("DP-ART9-006", "advice", "nothing is needed", "agreements/T-1/flows/F01")
ERROR = Finding("DP-LAW-001", "error", "there is no lawful basis", "agreements/T-1/flows/F02/bases/sender")
ACCEPTED = Finding(
    "DOC-013",
    "warning",
    "nothing is measured",
    "agreements/T-1/governance",
    acceptance=Acceptance.model_validate(
        {"rule": "DOC-013", "reason": "Later", "by": "officer", "on": "2026-11-20", "until": "2027-01-01"}
    ),
)


def _workspace() -> Workspace:
    return filled()[0]


def _world(workspace: Workspace) -> World:
    return World(workspace, workspace.agreements["T-1"], catalogue(), Library().labels)


def _section(workspace: Workspace, *findings: Finding) -> _Element:
    subject = Subject(workspace, catalogue(), workspace.agreements["T-1"], "dpia", findings=findings)
    return section_of(compose(subject, Library()), "dpia.12")


def _words(element: _Element) -> str:
    return " ".join(words_of(element).split())


def _sources(element: _Element, words: str) -> set[str]:
    return {str(data.get("value")) for data in element.iter("data") if words_of(data) == words}


def test_an_acceptance_has_its_rule_with_the_title_its_place_and_its_reason() -> None:
    workspace = _workspace()
    (acceptance,) = workspace.agreements["T-1"].accepted
    section = _section(workspace)
    title = rulebook()["DOC-013"].rule.title
    for words in ("DOC-013", title, "In: F01", acceptance.by[1:], acceptance.reason[1:], "22 November 2026"):
        assert words in _words(section)
    assert _sources(section, title) == {"rules/DOC-013"}


def test_warnings_and_errors_stand_open_and_advice_does_not() -> None:
    section = _section(_workspace(), WARNING, ADVICE, ERROR, ACCEPTED)
    words = _words(section)
    assert "F01 matches on too little." in words
    assert "There is no lawful basis." in words
    assert ADVICE.message not in words
    assert "Nothing is measured" not in words
    assert _sources(section, "F01 matches on too little.") == {WARNING.path}


def test_nothing_open_is_said() -> None:
    assert "nothing that was found is open" in _words(_section(_workspace(), ADVICE, ACCEPTED))


def test_a_rule_that_matters_less_here_is_printed_with_the_reason() -> None:
    workspace = _workspace()
    change = workspace.settings.severities["DOC-013"]
    words = _words(_section(workspace))
    assert change.reason[1:] in words
    assert "gave these rules another severity" in words


def test_a_finding_of_no_rule_is_printed_without_a_title() -> None:
    found = Finding("DOC-SECTION", "error", "the agreement has no section `dsa.99`")
    section = _section(_workspace(), found)
    assert "DOC-SECTION" in _words(section)
    assert _sources(section, "The agreement has no section `dsa.99`.") == {"rules/DOC-SECTION"}


def test_what_was_found_does_not_hide_what_the_value_was() -> None:
    workspace = _workspace()
    world = _world(workspace)
    trigger = "agreements/T-1/flows/F01/trigger"
    world.reads.note(trigger, "the event")
    (found,) = FindingsView(world, [Finding("DOC-013", "warning", "too vague", trigger)]).open
    assert found.message.source == trigger
    assert world.reads.values[trigger] == "the event"


@pytest.mark.parametrize(
    ("path", "place"),
    [
        ("agreements/T-1/flows/F01/trigger", "F01"),
        ("flows/F01/bases/sender/gateways/0", "F01, {parties/sender/short_name}"),
        ("flows/F01/fields/item", "F01, {datasets/data/fields/item/label}"),
        ("datasets/data/fields/item/special", "{datasets/data/title}: {datasets/data/fields/item/label}"),
        ("datasets/data", "{datasets/data/title}"),
        ("parties/receiver/registration", "{parties/receiver/short_name}"),
        ("people/person/ages", "{people/person/label}"),
        ("purposes/purpose", "{agreements/T-1/purposes/purpose/title}"),
        ("processors/supplier/country", "{agreements/T-1/processors/supplier/name}"),
        ("assessment/risks/R01/title", "R01"),
        ("flows/F99/trigger", "Flows"),
        ("governance", "Governance"),
        ("agreements/T-1", ""),
        ("", ""),
    ],
)
def test_a_place_is_said_in_words_that_a_reader_knows(path: str, place: str) -> None:
    workspace, texts = filled()
    for name, words in texts.items():
        place = place.replace(f"{{{name}}}", words)
    said: Any = FindingView(_world(workspace), Finding("DOC-013", "warning", "it", path)).place
    assert (str(said) if said else "") == place
