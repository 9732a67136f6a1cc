"""Values for the parameters of clauses."""

from __future__ import annotations

from pydantic import TypeAdapter

from dsagen.documents.library import Library
from dsagen.model.agreement import ClauseValues


def test_every_clause_of_the_library_can_be_given_values() -> None:
    values = {identifier: {"time": "12 hours"} for identifier in Library().clause_ids()}
    assert TypeAdapter(ClauseValues).validate_python(values) == values
