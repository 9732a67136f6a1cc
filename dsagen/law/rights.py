"""The rights of the people the data is about, by lawful basis."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Literal

from pydantic import Field

from dsagen.law.record import Answer, LawEntity, LawRecord, Text, Verified

__all__ = ["ByBasis", "Right", "RightAnswer", "rights_for", "rights_in_part3"]

Basis = Literal["a", "b", "c", "d", "e", "ea", "f"]


class ByBasis(LawEntity):
    """Whether a right applies on one lawful basis."""

    applies: Answer = Field(description="Whether it applies.")
    verified: Verified = Field(description="Whether this cell was checked.")
    note: Text | None = Field(None, description="A limit or a hint.")


class Right(LawRecord):
    """A right under the UK GDPR, or under Part 3 of the Data Protection Act 2018."""

    title: Text = Field(description="What it is called.")
    law: Text = Field(description="Where it comes from.")
    plain: Text = Field(description="What it means, said to the person.")
    child_plain: Text = Field(description="The same in words that a child of seven to eleven can follow.")
    by_basis: Mapping[Basis, ByBasis] | None = Field(None, description="Under the UK GDPR, by lawful basis.")
    part3: Answer | None = Field(None, description="Whether it applies under Part 3.")
    note: Text | None = Field(None, description="A limit or a hint under Part 3.")
    applies_from: date | None = Field(None, description="The day from which it exists, where that is recent.")


@dataclass(frozen=True)
class RightAnswer:
    """Whether a right applies to a controller that relies on some lawful bases."""

    id: str
    right: Right
    applies: Answer
    """`depends` where the bases give different answers, or the law itself depends on the case."""
    notes: tuple[str, ...]
    verified: Verified


def rights_for(rights: Mapping[str, Right], bases: Iterable[str]) -> tuple[RightAnswer, ...]:
    """Tell which rights apply under the UK GDPR on these lawful bases. No basis gives no answer.

    Raises `KeyError` for a code that is no basis.
    """
    codes = sorted(set(bases))
    if not codes:
        return ()
    table = [(key, right, right.by_basis) for key, right in rights.items() if right.by_basis is not None]
    return tuple(_combined(key, right, [cells[code] for code in codes]) for key, right, cells in table)  # type: ignore[index]


def rights_in_part3(rights: Mapping[str, Right]) -> tuple[RightAnswer, ...]:
    """Tell which rights apply to law-enforcement processing (DPA 2018 Part 3)."""
    return tuple(
        RightAnswer(key, right, right.part3, (right.note,) if right.note else (), right.verified)
        for key, right in rights.items()
        if right.part3 is not None
    )


def _combined(key: str, right: Right, cells: list[ByBasis]) -> RightAnswer:
    answers = {cell.applies for cell in cells}
    marks = {cell.verified for cell in cells}
    return RightAnswer(
        id=key,
        right=right,
        applies=answers.pop() if len(answers) == 1 else "depends",
        notes=tuple(dict.fromkeys(cell.note for cell in cells if cell.note)),
        verified=marks.pop() if len(marks) == 1 else "partly",
    )
