"""What the law says of a party that holds a number for a person."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from dsagen.checks.subjects import Item, Side
from dsagen.law.identifiers import IdentifierRule
from dsagen.law.matching import covers
from dsagen.model.basis import IdentifierBasis

__all__ = ["INSTRUMENT_NEEDED", "S251A", "has_instrument", "is_among", "numbers_of", "rules_of"]

S251A = "hsca-2012-s251a"
"""Health and Social Care Act 2012 section 251A: health and adult social care carry the NHS number."""
INSTRUMENT_NEEDED = "children-act-2004-s16lc"
"""Children Act 2004 section 16LC: nothing follows from it until regulations name the number."""


def numbers_of(side: Side, number: str) -> Iterator[tuple[Item, IdentifierBasis | None]]:
    """Give the fields of a flow that are a number, each with why this side may hold it, if it says so.

    A side without a basis gives nothing: another rule asks for the basis.
    """
    if side.basis is not None:
        for item in side.flow.items:
            if item.number == number:
                yield item, side.basis.identifiers.get(item.key)


def rules_of(side: Side, number: str) -> Mapping[str, IdentifierRule]:
    """Give the rules that the catalogue has for a number, by id."""
    record = side.case.law.identifiers.get(number)
    return {rule.id: rule for rule in record.rules} if record is not None else {}


def is_among(side: Side, rule: IdentifierRule) -> bool:
    """Tell whether a side is one of those for whom a rule is."""
    party = side.party
    return bool(covers(rule.who, party.party.type, party.party.functions, party.is_public_authority))


def has_instrument(side: Side, number: str | None, rule: str) -> bool:
    """Tell whether an instrument in force on the day lets this party use the number under a rule."""
    party = side.party
    return any(
        instrument.under == rule
        and instrument.identifier in (None, number)
        and party.nation in instrument.nation
        and instrument.in_force_from <= side.case.as_at
        and covers(instrument.designated, party.party.type, party.party.functions, party.is_public_authority)
        for instrument in side.case.law.instruments.values()
    )
