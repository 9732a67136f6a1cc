"""What a flow brings to a recipient, and what fails without a field."""

from __future__ import annotations

from pathlib import Path

import pytest

from dsagen.checks.needs import Delivery, Loss, deliveries_of, taken_away, weigh
from dsagen.checks.subjects import Case
from tests.checks.pages import AS_AT, read_changed


def deliveries(changes: str, folder: Path) -> dict[tuple[str, str], Delivery]:
    reading = read_changed(changes, folder)
    assert not reading.problems
    case = Case(reading.workspace.agreements["FER-001"], reading.workspace, reading.law, AS_AT)
    return {(each.flow.key, each.recipient.key): each for each in deliveries_of(case)}


def losses(delivery: Delivery) -> dict[str, Loss]:
    return {loss.field: loss for loss in taken_away(delivery)}


UPN = """
registers:
  datasets:
    attendance:
      fields:
        upn: {label: School's own number, kind: code, detail: code}
"""
TWO_WAYS = (
    """
purposes:
  raise-attendance:
    needs:
      Which pupil is absent, and how much?:
        all_of: [days-absent]
        any_of: [[pupil-name, pupil-date-of-birth], upn]
flows:
  F03:
    fields: {upn: To find the pupil.}
"""
    + UPN
)


def test_a_field_that_a_question_needs_makes_it_fail(tmp_path: Path) -> None:
    found = losses(deliveries("reference: FER-001\n", tmp_path)["F01", "council"])
    (failed,) = found["possible-young-carer"].fails
    assert failed.question == "Which child may be a young carer?" and failed.purpose == "offer-assessment"
    assert found["possible-young-carer"].needed_by_one == failed


def test_a_field_that_is_compared_makes_the_match_fail_too(tmp_path: Path) -> None:
    found = losses(deliveries("reference: FER-001\n", tmp_path)["F01", "council"])
    assert [each.is_matching for each in found["child-name"].fails] == [False, True]
    assert found["child-name"].needed_by_one is None


def test_without_one_way_the_other_is_left(tmp_path: Path) -> None:
    delivery = deliveries(TWO_WAYS, tmp_path)["F03", "council"]
    found = losses(delivery)
    assert found["upn"].is_nothing
    assert found["upn"].falls_back[0][1] == {"days-absent", "pupil-name", "pupil-date-of-birth"}
    assert found["pupil-name"].falls_back[0][1] == {"days-absent", "upn"}
    assert not found["upn"].is_explained
    assert weigh(delivery).smallest.sets == (frozenset({"days-absent", "upn"}),)


def test_matching_falls_back_to_another_set(tmp_path: Path) -> None:
    changes = """
flows:
  F01:
    matching:
      any_of: [[child-name, child-date-of-birth], [child-name, child-postcode]]
      why_more: A date of birth is often wrong.
"""
    found = losses(deliveries(changes, tmp_path)["F01", "council"])
    ((matching, fields),) = found["child-date-of-birth"].falls_back
    assert matching.is_matching and matching.why_more and fields == {"child-name", "child-postcode"}
    (question,) = found["child-date-of-birth"].fails
    assert question.question == "Which child may be a young carer?"


def test_a_flow_may_bring_a_part_of_an_answer(tmp_path: Path) -> None:
    delivery = deliveries("reference: FER-001\n", tmp_path)["F06", "council"]
    (question,) = delivery.requirements
    assert question.fields == {"child-name", "child-date-of-birth", "worry-code"}
    assert question.elsewhere == {"incident-date"}


def test_a_part_counts_for_nothing_where_other_flows_answer_without_it(tmp_path: Path) -> None:
    changes = """
purposes:
  protect-child:
    needs:
      Which child may be at risk, and what happened?: (taken away)
      What happened?: {any_of: [[incident-date, worry-code], [child-name, household]]}
registers:
  datasets:
    incidents: {fields: {household: {label: Household, kind: code, detail: code}}}
    worries: {fields: {household: {label: Household, kind: code, detail: code}}}
"""
    found = deliveries(changes, tmp_path)
    assert found["F04", "council"].needed == {"incident-date", "worry-code"}


def test_a_purpose_that_names_its_recipients_is_for_nobody_else(tmp_path: Path) -> None:
    changes = """
purposes: {protect-child: {recipients: {council: It alone has the duty to enquire.}}}
flows: {F06: {to: [council, academy], viewers: [front door social worker]}}
"""
    found = deliveries(changes, tmp_path)
    assert found["F06", "council"].needed
    assert found["F06", "academy"].purposes == () and found["F06", "academy"].requirements == ()


def test_what_only_the_match_needs_is_known(tmp_path: Path) -> None:
    changes = """
purposes:
  offer-assessment:
    needs:
      Which child may be a young carer?: [possible-young-carer, child-name]
"""
    delivery = deliveries(changes, tmp_path)["F01", "council"]
    assert delivery.needed_to_match_alone == {"child-date-of-birth", "child-postcode"}


@pytest.mark.parametrize("changes", ["reference: FER-001\n", TWO_WAYS])
def test_taking_a_field_out_of_a_smallest_set_breaks_something(changes: str, tmp_path: Path) -> None:
    for delivery in deliveries(changes, tmp_path).values():
        for smallest in weigh(delivery).smallest.sets:
            assert all(requirement.is_met(smallest) for requirement in delivery.requirements)
            for field in smallest:
                assert not all(requirement.is_met(smallest - {field}) for requirement in delivery.requirements)
