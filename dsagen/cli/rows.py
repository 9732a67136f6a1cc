"""What the reports of `impact` have in common: names, places, and a table for a mail merge."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator, Sequence

from dsagen.model.agreement import Agreement
from dsagen.model.finding import Source
from dsagen.portfolio.sides import Side

__all__ = ["agreement_of", "cell", "csv_of", "knowing", "party_name", "place_of"]

_COLUMNS = (
    "party",
    "name",
    "signatory",
    "contact",
    "email",
    "agreement",
    "title",
    "documents",
    "sections",
    "reasons",
)


def agreement_of(sides: Iterable[Side], reference: str) -> Agreement:
    """Give an agreement from the first side that has it."""
    found = (side.reading.workspace.agreements.get(reference) for side in sides)
    return next(agreement for agreement in found if agreement is not None)


def party_name(sides: Iterable[Side], party: str) -> str:
    """Give the name of a party from the first side that has it."""
    found = (side.reading.workspace.parties.get(party) for side in sides)
    return next((each.name for each in found if each is not None), party)


def place_of(sides: Iterable[Side], path: str) -> Source | None:
    """Give where a value stands, on the first side that has it."""
    if path.startswith(("templates/", "law/")):
        return None
    return next((place for side in sides if (place := side.reading.sources.key(path)) is not None), None)


def knowing(sides: Sequence[Side], agreement: Agreement, parties: Sequence[str]) -> Iterator[str]:
    """Give each party with the role that signs for it."""
    for party in parties:
        signatory = agreement.signatories.get(party)
        yield party_name(sides, party) + (f" ({signatory})" if signatory else "")


def csv_of(
    sides: Sequence[Side], rows: Iterable[tuple[str, Agreement, Sequence[str], Sequence[str], Sequence[str]]]
) -> str:
    """Give a table with a line for each party and agreement, to write letters from."""
    text = io.StringIO()
    table = csv.writer(text, lineterminator="\n")
    table.writerow(_COLUMNS)
    for party, agreement, documents, sections, reasons in rows:
        found = (side.reading.workspace.parties.get(party) for side in sides)
        contact = next((each.contact for each in found if each is not None), None)
        words = [
            party,
            party_name(sides, party),
            agreement.signatories.get(party, ""),
            (contact.role or "") if contact else "",
            (contact.email or "") if contact else "",
            agreement.reference,
            agreement.title,
            *("; ".join(each) for each in (documents, sections, reasons)),
        ]
        table.writerow([cell(str(word)) for word in words])
    return text.getvalue().rstrip("\n")


def cell(words: str) -> str:
    """Give words that a spreadsheet shows and never runs: those that look like a formula get an apostrophe."""
    return f"'{words}" if words.startswith(("=", "+", "-", "@", "\t", "\r")) else words
