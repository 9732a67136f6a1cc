"""The shorter notices say what they must, and nothing that readers of their age do not know."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

import pytest
from lxml.etree import _Element

from dsagen.checks.reading import words_not_for_children
from dsagen.documents.audiences import audiences
from dsagen.documents.compose import Composition
from dsagen.documents.tree import words_of
from dsagen.law.catalogue import catalogue
from dsagen.model.agreement import Agreement
from dsagen.model.flow import Flow
from dsagen.model.workspace import Workspace
from dsagen.portfolio.plan import PlannedDocument
from dsagen.workspace import read_workspace
from tests.golden.composed import AGREEMENTS, ROOT, composed_for

EXAMPLE = pytest.mark.parametrize("example", AGREEMENTS)
QUESTIONS = {"children": 13, "young_people": 14}


@cache
def model(example: str) -> tuple[Agreement, Workspace]:
    """Give an agreement of an example, and its workspace."""
    folder, _, reference = example.partition("/")
    workspace = read_workspace(ROOT / "examples" / folder).workspace
    return workspace.agreements[reference], workspace


def shorter(example: str, *layouts: str) -> Iterator[tuple[PlannedDocument, Composition]]:
    """Give the notices of some layouts."""
    yield from ((key, found) for key, found in composed_for(example).items() if key.layout in layouts)


def sources(composition: Composition) -> set[str]:
    """Give where the values of a notice came from."""
    return {str(value.get("value")) for value in composition.tree.root.iter("data")}


def told(composition: Composition) -> list[_Element]:
    """Give the parts of a notice that its readers get: a front sheet is for those who finish it."""
    return [part for part in composition.tree.root if not str(part.get("id")).endswith(".front")]


def flows_of(example: str, party: str | None) -> list[Flow]:
    """Give the flows that a party takes part in."""
    flows = model(example)[0].flows.values()
    return [flow for flow in flows if party in (flow.from_, *flow.to) and not flow.withdrawn_in]


def warns(flow: Flow) -> bool:
    """Tell whether a line about a flow could warn someone: law enforcement, or Schedule 1 paragraph 10 or 11."""
    return any(basis.regime == "part3" or {10, 11} & {*basis.schedule1} for basis in flow.bases.values())


@EXAMPLE
def test_every_party_has_the_notices_that_fit(example: str) -> None:
    agreement, workspace = model(example)
    for party in agreement.parties:
        made = [key.layout for key in composed_for(example) if key.kind == "privacy_notice" and key.party == party]
        fit = [None, *audiences(agreement, party, workspace)] if flows_of(example, party) else []
        assert made == fit


@EXAMPLE
def test_whoever_receives_or_sends_is_named(example: str) -> None:
    for document, found in shorter(example, "key_facts", "young_people", "children"):
        printed = sources(found)
        for flow in flows_of(example, document.party):
            others = flow.to if document.party == flow.from_ else [flow.from_]
            assert all({f"parties/{key}/name", f"parties/{key}/short_name"} & printed for key in others), document


@EXAMPLE
def test_everything_that_is_shared_about_its_readers_is_said(example: str) -> None:
    _, workspace = model(example)
    ages = {"children": (7, 11), "young_people": (12, 17)}
    for document, found in shorter(example, *ages):
        words = words_of(found.tree.root).lower()
        for flow in flows_of(example, document.party):
            dataset = workspace.datasets[flow.dataset]
            for key in flow.fields:
                field = dataset.fields[key]
                groups = [workspace.people[group] for group in field.people or dataset.people]
                if any(group.may_be_aged(*ages[str(document.layout)]) for group in groups):
                    assert (field.child_plain or field.plain or field.label).lower() in words, (document, key)


@EXAMPLE
def test_the_young_read_questions_and_no_term_of_law(example: str) -> None:
    for document, found in shorter(example, *QUESTIONS):
        headings = [words_of(heading) for part in told(found) for heading in part.iter("h2")]
        assert len(headings) == QUESTIONS[str(document.layout)]
        assert all(heading.endswith("?") for heading in headings)
        assert [term for part in told(found) for term in words_not_for_children(words_of(part))] == [], document


@EXAMPLE
def test_nothing_says_which_exception_may_apply(example: str) -> None:
    agreement, _ = model(example)
    for key, found in composed_for(example).items():
        if key.kind == "privacy_notice":
            assert not [source for source in sources(found) if "/transparency/exceptions" in source], key
            said = words_of(found.tree.root)
            for exception in agreement.transparency.exceptions:
                assert exception.situation not in said and exception.provision not in said


@EXAMPLE
def test_only_rights_that_hold_for_everyone_are_told(example: str) -> None:
    for document, found in shorter(example, "key_facts", "young_people", "children"):
        bases = [flow.bases[str(document.party)] for flow in flows_of(example, document.party)]
        codes = {str(basis.article6) for basis in bases if basis.regime == "uk_gdpr"}
        denied = {answer.id for answer in catalogue().rights_for(codes) if answer.applies == "no"}
        told = {source.split("/")[2] for source in sources(found) if source.startswith("law/rights/")}
        assert told and not denied & told, document
        assert not codes or not [right for right in told if right.startswith("part3_")]


@EXAMPLE
def test_helplines_for_parents_alone_are_not_given_to_children(example: str) -> None:
    agreement, _ = model(example)
    for _, found in shorter(example, *QUESTIONS):
        words = words_of(found.tree.root)
        assert {line.name for line in agreement.transparency.help if line.name in words} == {
            line.name for line in agreement.transparency.help if line.children
        }


@EXAMPLE
def test_key_facts_are_five_rows_and_a_line_for_each_flow_is_one_paragraph(example: str) -> None:
    for document, found in shorter(example, "key_facts"):
        (body,) = (body for part in told(found) for body in part.iter("tbody"))
        assert len(body) == 5, document
    for document, found in shorter(example, "just_in_time"):
        lines = [words_of(each) for each in found.tree.root.iter("p") if "This is so that" in words_of(each)]
        flows = flows_of(example, document.party)
        silent = [flow for flow in flows if warns(flow)]
        assert len(lines) == len(flows) - len(silent)
        assert ("no line here" in words_of(found.tree.root)) is bool(silent)
        assert not any(flow.title in words_of(found.tree.root) for flow in silent), document
        for line in lines:
            assert len(re.findall(r"\. (?=[A-Z])", line.partition(" More:")[0])) <= 2


def test_a_few_facts_about_other_people_are_listed_and_many_are_not() -> None:
    few, many = (
        [words_of(found.tree.root) for _, found in shorter(example, "children")]
        for example in ("young-carer-flag/NYC-001", "family-context/CAL-FAM-001")
    )
    assert any("Your parent's telephone number, and when to ring" in text for text in few)
    assert not any("Some facts about" in text for text in few)
    assert any("Some facts about" in text for text in many)
