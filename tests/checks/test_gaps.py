"""Gaps: everything that a final document needs and nobody has written."""

from __future__ import annotations

from pathlib import Path

import pytest

from dsagen.checks import empty_needed, gaps
from dsagen.model.base import Entity
from dsagen.model.basis import Basis
from dsagen.model.finding import Finding
from dsagen.model.flow import Confidentiality
from dsagen.model.people import People
from dsagen.workspace import read_workspace
from tests.workspace.builder import AGREEMENT, Builder

EXAMPLES = Path(__file__).parents[2] / "examples"
FLOW = "agreements/RIV-001/flows/F01"


def found(builder: Builder) -> dict[str, Finding]:
    """Give the gaps of the one agreement by path."""
    reading = builder.read()
    assert reading.problems == ()
    findings = list(gaps(reading.workspace.agreements["RIV-001"], reading.workspace))
    assert len({finding.path for finding in findings}) == len(findings)
    return {finding.path: finding for finding in findings}


@pytest.fixture
def workspace(tmp_path: Path) -> Builder:
    """Give a tiny workspace that is sound and full of gaps."""
    return Builder(tmp_path)


def test_a_gap_says_what_is_asked(workspace: Builder) -> None:
    gap = found(workspace)[f"{FLOW}/trigger"]
    assert (gap.rule, gap.severity, gap.agreement) == ("DOC-GAP", "gap", "RIV-001")
    assert gap.message == "To be completed: what starts this flow"
    assert gap.fix == "Write what starts this flow as `trigger`."
    assert gap.source is None


@pytest.mark.parametrize(
    "path",
    [
        "agreements/RIV-001/prohibited_uses",
        "agreements/RIV-001/signatories",
        "agreements/RIV-001/purposes/early-help/action",
        "agreements/RIV-001/purposes/early-help/necessity/aim",
        "agreements/RIV-001/purposes/early-help/necessity/alternatives",
        f"{FLOW}/method",
        f"{FLOW}/confidentiality",
        f"{FLOW}/retention",
        f"{FLOW}/bases/north-school",
        "agreements/RIV-001/security/transit",
        "agreements/RIV-001/transparency/telling",
        "agreements/RIV-001/governance/owner",
        "agreements/RIV-001/assessment/decision",
        "agreements/RIV-001/assessment/context/control",
        "parties/north-school/registration",
        "parties/river-council/contact",
        "people/child/cohort",
        "datasets/attendance/collected_for",
    ],
)
def test_every_part_is_looked_into(workspace: Builder, path: str) -> None:
    assert path in found(workspace)


@pytest.mark.parametrize(
    "path",
    [
        "agreements/RIV-001/starts",
        "agreements/RIV-001/flow_defaults/method",
        f"{FLOW}/viewers/river-council",
        f"{FLOW}/bases/river-council",
        f"{FLOW}/bases/river-council/article6",
        "parties/north-school/contact",
    ],
)
def test_what_is_written_or_needed_elsewhere_is_no_gap(workspace: Builder, path: str) -> None:
    assert path not in found(workspace)


def test_each_party_is_asked_for_what_the_others_have(workspace: Builder) -> None:
    flow = (
        "    retention:\n      river-council: {period: 1 year, trigger: t, action: a}\n"
        "    confidentiality: {route: not_confidential}\n"
    )
    content = AGREEMENT.replace("to: [river-council]", "to: [river-council, home]").replace(
        "viewers: [early help workers]", "viewers: {river-council: [workers]}"
    )
    content = content.replace("parties: [", "parties: [home, ") + flow + "signatories: {north-school: head}\n"
    workspace.write("agreements/riv-001.yaml", content)
    workspace.write("parties/home.yaml", "home: {name: Home, type: voluntary_org}\n")
    asked = found(workspace)
    for path, words in {
        f"{FLOW}/retention/home": "how long home keeps the information",
        f"{FLOW}/bases/home": "the legal basis of home",
        f"{FLOW}/bases/north-school": "the legal basis of north-school",
        f"{FLOW}/viewers/home": "who may see the information at home",
        "agreements/RIV-001/signatories/home": "the role that signs for home",
        "agreements/RIV-001/signatories/river-council": "the role that signs for river-council",
    }.items():
        assert asked[path].message == f"To be completed: {words}"
    for path in (f"{FLOW}/retention", f"{FLOW}/retention/north-school", f"{FLOW}/viewers/north-school"):
        assert path not in asked


def test_a_flow_that_has_ended_has_no_gaps(workspace: Builder) -> None:
    workspace.replace("    viewers: [early", '    withdrawn_in: "1.0"\n    viewers: [early')
    paths = found(workspace)
    assert not [path for path in paths if path.startswith(FLOW)]
    assert "datasets/attendance/source" not in paths
    assert "agreements/RIV-001/signatories" in paths


def test_things_that_the_agreement_does_not_use_have_no_gaps(workspace: Builder) -> None:
    workspace.write("parties/home.yaml", "home: {name: Home, type: voluntary_org}\n")
    workspace.write("people/parent.yaml", "parent: {label: Parents}\n")
    paths = found(workspace)
    assert not [path for path in paths if path.startswith(("parties/home", "people/parent"))]


def test_people_of_one_field_count(workspace: Builder) -> None:
    workspace.write("people/parent.yaml", "parent: {label: Parents}\n")
    workspace.replace("detail: band}", "detail: band, people: [parent]}", "datasets/all.yaml")
    assert "people/parent/cohort" in found(workspace)


@pytest.mark.parametrize(
    ("entity", "keys"),
    [
        (People(label="Children"), ["cohort"]),
        (People(label="Children", cohort="Those under 18."), []),
        (Basis(), ["article6"]),
        (Basis(regime="part3"), []),
        (Basis(article6="e", article9="g"), ["substantial_public_interest"]),
        (Confidentiality(route="consent_explicit"), ["evidence"]),
        (Confidentiality(route="statutory_duty"), []),
    ],
)
def test_a_need_can_depend_on_the_thing(entity: Entity, keys: list[str]) -> None:
    assert [key for key, _ in empty_needed(entity)] == keys


@pytest.mark.parametrize("example", sorted(path.parent.name for path in EXAMPLES.glob("*/dsagen.yaml")))
def test_the_examples_have_no_gap(example: str) -> None:
    reading = read_workspace(EXAMPLES / example)
    assert reading.workspace.agreements
    for agreement in reading.workspace.agreements.values():
        assert [finding.path for finding in gaps(agreement, reading.workspace)] == []
