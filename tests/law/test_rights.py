"""Rights by lawful basis, against section 9.3 of the data protection note."""

from __future__ import annotations

from datetime import date
from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dsagen.law import catalogue
from dsagen.law.rights import Basis

BASES = get_args(Basis)
SECTION_9_3 = {
    "a": ("yes", "yes", "no", "yes"),
    "b": ("yes", "yes", "no", "no"),
    "c": ("no", "no", "no", "no"),
    "d": ("yes", "no", "no", "no"),
    "e": ("no", "no", "yes", "no"),
    "ea": ("yes", "no", "yes", "no"),
    "f": ("yes", "no", "yes", "no"),
}


def answers(*bases: str) -> dict[str, str]:
    return {answer.id: answer.applies for answer in catalogue().rights_for(bases)}


@pytest.mark.parametrize("basis", BASES)
def test_each_basis_has_the_rights_of_the_table(basis: str) -> None:
    found = answers(basis)
    assert tuple(found[key] for key in ("erasure", "portability", "objection", "withdrawal")) == SECTION_9_3[basis]
    for key in ("informed", "access", "rectification", "restriction", "complaint_to_controller"):
        assert found[key] == "yes"
    assert found["automated_decisions"] == "depends"


def test_the_table_has_every_cell() -> None:
    table = [right.by_basis for right in catalogue().rights.values() if right.by_basis is not None]
    assert len(table) == 11
    assert all(set(cells) == set(BASES) for cells in table)


def test_cells_are_marked_as_the_note_marks_them() -> None:
    erasure, objection = (catalogue().rights[key].by_basis or {} for key in ("erasure", "objection"))
    assert [code for code in BASES if erasure[code].verified == "verified"] == ["c"]
    assert [code for code in BASES if objection[code].verified == "verified"] == ["c", "e", "ea", "f"]


def test_bases_that_disagree_give_depends() -> None:
    found = answers("c", "e")
    assert found["erasure"] == "no"
    assert found["objection"] == "depends"


def test_the_limits_of_a_basis_come_along() -> None:
    (erasure,) = [answer for answer in catalogue().rights_for(["e"]) if answer.id == "erasure"]
    assert erasure.notes == ("Not so far as the use is needed for the task.",)
    assert erasure.verified == "unverified"


def test_no_basis_gives_no_answer_and_a_wrong_one_is_a_key_error() -> None:
    assert catalogue().rights_for([]) == ()
    with pytest.raises(KeyError):
        catalogue().rights_for(["z"])


@given(st.lists(st.sampled_from(BASES), min_size=1, max_size=7))
def test_order_and_repetition_change_nothing(bases: list[str]) -> None:
    assert catalogue().rights_for(bases) == catalogue().rights_for(sorted(set(bases)))


def test_part3_has_no_portability_and_no_objection() -> None:
    found = {answer.id: answer.applies for answer in catalogue().rights_in_part3()}
    assert found == {
        "complaint_to_controller": "yes",
        "part3_informed": "yes",
        "part3_access": "yes",
        "part3_rectification": "yes",
        "part3_erasure": "yes",
        "part3_restriction": "yes",
        "part3_automated_decisions": "depends",
        "part3_portability": "no",
        "part3_objection": "no",
    }


def test_the_complaint_to_the_controller_has_a_date() -> None:
    # Section 0.2, dpa_s164A_complaints.
    assert catalogue().rights["complaint_to_controller"].applies_from == date(2026, 6, 19)
    assert catalogue().regulator.complaint_to_controller.in_force_from == date(2026, 6, 19)
