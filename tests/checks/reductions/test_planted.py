"""Planted excess in the examples: each is named, and nothing else is."""

from __future__ import annotations

import pytest

from dsagen.model.base import Period
from tests.checks.reductions.planting import AGREEMENTS, Planted

EVERY = pytest.mark.parametrize(("example", "reference"), AGREEMENTS)


@EVERY
def test_nothing_is_proposed_for_an_example(example: str, reference: str) -> None:
    assert Planted(example, reference).names() == set()


@EVERY
def test_a_field_that_nobody_needs(example: str, reference: str) -> None:
    planted = Planted(example, reference)
    for flow in planted.flows:
        planted.send(flow, "eye-colour", "The form has a box for it.", label="Eye colour", kind="code", detail="code")
    assert planted.names() == {f"{reference}/{flow}/eye-colour" for flow in planted.flows}


@EVERY
def test_an_identifier_that_is_passed_on(example: str, reference: str) -> None:
    planted = Planted(example, reference)
    number = {"label": "Library card number", "kind": "identifier", "detail": "none", "use": "linkage"}
    for flow in planted.flows:
        planted.send(flow, "card-number", "It came with the first message.", **number)
    assert planted.names() == {f"{reference}/{flow}/card-number" for flow in planted.flows}


@EVERY
def test_a_record_in_place_of_a_flag(example: str, reference: str) -> None:
    planted = Planted(example, reference)
    raised = set()
    for key in planted.flows:
        flow = planted.agreement.flows[key]
        for name in flow.fields:
            field = planted.workspace.datasets[flow.dataset].fields[name]
            if field.detail in ("flag", "band", "code") and field.use == "content":
                raised.add((key, flow.dataset, name))
    assert raised or reference == "RES-000", "every agreement but the overarching one has a flag or a code"
    for _, dataset, name in raised:
        field = planted.workspace.datasets[dataset].fields[name]
        planted.change_field(dataset, name, field.model_copy(update={"detail": "record"}))
    found = {(each.excess, each.key.partition(":")[0]) for each in planted.proposals()}
    assert found == {("detail", f"{reference}/{flow}/{name}") for flow, _, name in raised}


@EVERY
def test_a_recipient_without_a_purpose(example: str, reference: str) -> None:
    planted = Planted(example, reference)
    agreement, expected = planted.agreement, set()
    for key in planted.flows:
        flow = agreement.flows[key]
        acting = {party for purpose in flow.purposes for party in agreement.purposes[purpose].recipients}
        assert acting, f"the purposes of {key} name who acts on them"
        idle = [party for party in planted.workspace.parties if party not in (flow.from_, *flow.to, *acting)]
        if idle:
            planted.change_flow(key, to=[*flow.to, idle[0]])
            expected.add(f"{reference}/{key}/to/{idle[0]}")
    assert planted.names() == expected


@EVERY
def test_a_feed_that_is_faster_and_goes_further_back(example: str, reference: str) -> None:
    planted = Planted(example, reference)
    for purpose in planted.agreement.purposes:
        planted.change_purpose(purpose, pace="termly", look_back=Period(4, "month"))
    for flow in planted.flows:
        planted.change_flow(flow, frequency="daily", frequency_reason=None, look_back=Period(6, "year"))
    found = {(each.excess, each.key) for each in planted.proposals() if each.excess in ("pace", "look_back")}
    assert found == {
        (excess, f"{reference}/{flow}/{name}")
        for flow in planted.flows
        for excess, name in (("pace", "frequency"), ("look_back", "look_back"))
    }
