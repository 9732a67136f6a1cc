"""What the impact assessment and the policy document ask of the views."""

from __future__ import annotations

from typing import Any

import pytest

from dsagen.documents.compose import Subject, compose
from dsagen.documents.library import Library
from dsagen.documents.tree import words_of
from dsagen.documents.views.agreement import AgreementView, agreement_view
from dsagen.documents.views.base import World
from dsagen.documents.views.notice import NoticeView
from dsagen.law.catalogue import catalogue
from dsagen.model.workspace import Workspace

RISK = {
    "title": "Harm",
    "source": "a slip",
    "affected": "children",
    "right": "safety",
    "harm": "Harm.",
    "likelihood": "probable",
    "likelihood_reason": "often",
    "severity": "serious",
    "severity_reason": "bad",
    "residual_likelihood": "remote",
    "residual_severity": "serious",
    "residual_reason": "less often",
    "owner": "head",
}
ASSESSMENT: dict[str, Any] = {
    "risks": {"R01": RISK},
    "children": {"12": {"effect": "helps", "how": "Heard."}, "40": {"effect": "none", "how": "None."}},
    "consultation": [{"group": "Pupils", "kind": "child"}],
    "sign_off": [{"item": "adoption", "party": "force", "role": "chief"}, {"item": "measures", "role": "head"}],
}


def _workspace(assessment: dict[str, Any]) -> Workspace:
    field = {"label": "Incident", "kind": "narrative", "detail": "text", "special": ["health"]}
    plain = {"label": "Name", "kind": "name", "detail": "none"}
    flow = {
        "title": "The force tells the charity",
        "from": "force",
        "to": ["charity"],
        "dataset": "incidents",
        "purposes": ["protect"],
        "fields": {"incident": "To act.", "name": "To find."},
        "bases": {"force": {"regime": "part3", "schedule8": ["4"]}},
    }
    return Workspace.model_validate(
        {
            "settings": {"format": "1", "name": "Test"},
            "parties": {
                "force": {"name": "Vale Police", "type": "police_force"},
                "charity": {"name": "Harbour", "type": "voluntary_org"},
            },
            "people": {"child": {"label": "Children"}},
            "datasets": {
                "incidents": {
                    "title": "Incidents",
                    "holder": "force",
                    "people": ["child"],
                    "fields": {"incident": field, "name": plain},
                }
            },
            "agreements": {
                "T-1": {
                    "reference": "T-1",
                    "title": "Incidents",
                    "form": "joint_controllers",
                    "status": "draft",
                    "lead": "force",
                    "parties": ["force", "charity"],
                    "versions": {"0.1": {"date": "2026-11-20", "author": "officer", "reason": "Draft"}},
                    "purposes": {
                        "protect": {
                            "kind": "safeguard_child",
                            "title": "Protect",
                            "necessity": {"alternatives": {"full_record": "Too much.", "none": "Too little."}},
                        }
                    },
                    "flows": {"F01": flow, "F02": {**flow, "from": "charity", "to": ["force"], "bases": {}}},
                    "processors": {
                        "named": {"name": "A", "acts_for": "force", "does": "hosts", "contract": "1", "flows": ["F02"]},
                        "every": {"name": "B", "acts_for": "force", "does": "hosts", "contract": "2"},
                    },
                    "assessment": assessment,
                }
            },
        }
    )


def _world(assessment: dict[str, Any]) -> World:
    workspace = _workspace(assessment)
    return World(workspace, workspace.agreements["T-1"], catalogue(), Library().labels)


@pytest.fixture
def agreement() -> AgreementView:
    return agreement_view(_world(ASSESSMENT))


def test_matrix_places_each_risk_before_and_with_the_measures(agreement: AgreementView) -> None:
    def places(rows: Any) -> list[tuple[str, str, str]]:
        return [
            (row.severity.value, cell.level.value, risk.key.value)
            for row in rows
            for cell in row.cells
            for risk in cell.risks
        ]

    assert places(agreement.assessment.matrix) == [("serious", "high", "R01")]
    assert places(agreement.assessment.residual_matrix) == [("serious", "low", "R01")]
    assert [row.severity.value for row in agreement.assessment.matrix] == ["serious", "some", "minimal"]


def test_risks_that_remain_highest_come_first() -> None:
    small = {**RISK, "severity": "minimal", "residual_severity": "minimal"}
    stays = {**RISK, "residual_likelihood": "probable"}
    risks = {"R01": small, "R02": RISK, "R03": stays, "R04": small, "R05": RISK, "R06": stays}
    assessment = agreement_view(_world({**ASSESSMENT, "risks": risks})).assessment
    assert [risk.key.value for risk in assessment.ranked] == ["R03", "R06", "R02", "R05", "R01", "R04"]
    assert [risk.key.value for risk in assessment.top_risks] == ["R03", "R06", "R02", "R05", "R01"]


def test_sides_of_a_party_stand_together_only_where_its_law_is_the_same() -> None:
    workspace = _workspace(ASSESSMENT)
    flows = workspace.agreements["T-1"].flows
    task = type(flows["F01"].bases["force"])(article6="e", gateways=["children-act-2004-s11"])
    flows["F03"] = flows["F01"].model_copy(update={"bases": {"force": task}})
    flows["F04"] = flows["F02"].model_copy(update={"bases": {"force": task.model_copy(update={"article9": "g"})}})
    view = agreement_view(World(workspace, workspace.agreements["T-1"], catalogue(), Library().labels))
    found = [[str(side.key) for side in sides] for sides in view.grouped.one_law]
    assert ["F03/force", "F04/force"] in found
    assert ["F01/force"] in found
    assert ["F02/force"] in found, "a side without a basis is never taken for another"
    assert sorted(key for keys in found for key in keys) == sorted(str(side.key) for side in view.sides)


def test_a_rule_on_passing_on_is_said_once_with_its_flows() -> None:
    workspace = _workspace(ASSESSMENT)
    flows = workspace.agreements["T-1"].flows
    rule = {"rule": "agree", "note": "Ask first."}
    flows["F03"] = type(flows["F01"]).model_validate({**flows["F01"].model_dump(by_alias=True), "onward": rule})
    flows["F04"] = flows["F03"].model_copy()
    view = agreement_view(World(workspace, workspace.agreements["T-1"], catalogue(), Library().labels))
    assert [([flow.key.value for flow in flows], bool(onward)) for flows, onward in view.onward_rules] == [
        (["F01", "F02"], False),
        (["F03", "F04"], True),
    ]


def test_children_rights_have_the_article_in_words_or_its_number(agreement: AgreementView) -> None:
    assert [str(words) for words, _ in agreement.assessment.children_rights] == [
        "Article 12: Respect for the views of the child",
        "Article 40: Justice for children",
    ]


def test_ladder_goes_from_the_least_to_the_most_intrusive(agreement: AgreementView) -> None:
    assert [told.value for told, _ in agreement.purposes[0].necessity.ladder] == ["none", "full_record"]


def test_adoptions_show_every_party_also_where_it_has_not_adopted(agreement: AgreementView) -> None:
    assert [(party.key.value, len(lines)) for party, lines in agreement.assessment.adoptions] == [
        ("force", 1),
        ("charity", 0),
    ]
    assert [str(line.role) for line in agreement.assessment.signed("measures")] == ["head"]


def test_suppliers_of_a_flow_are_those_that_name_it_or_name_none(agreement: AgreementView) -> None:
    assert [[str(supplier.name) for supplier in agreement.processors_of(flow)] for flow in agreement.flows] == [
        ["B"],
        ["A", "B"],
    ]


def test_sensitive_fields_are_listed_once_with_both_directions() -> None:
    world = _world(ASSESSMENT)
    notice = NoticeView(world, agreement_view(world).parties[0])
    assert [
        (field.field.key.value, [flow.key.value for flow in field.sent], [flow.key.value for flow in field.received])
        for field in notice.sensitive
    ] == [("incident", ["F01"], ["F02"])]
    assert [side.part3 for side in notice.sensitive_sides] == [True, False]


@pytest.mark.parametrize("assessment", [{}, ASSESSMENT])
@pytest.mark.parametrize(("kind", "party"), [("dpia", None), ("appropriate_policy", "force")])
def test_a_draft_with_almost_nothing_in_it_still_becomes_a_document(
    assessment: dict[str, Any], kind: Any, party: str | None
) -> None:
    workspace = _workspace(assessment)
    tree = compose(Subject(workspace, catalogue(), workspace.agreements["T-1"], kind, party), Library()).tree
    assert "To be completed: how the information is protected while it is sent" in words_of(tree.root)
