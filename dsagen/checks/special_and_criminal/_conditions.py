"""The conditions that a side relies on for special category and criminal-offence information, and where each stands."""

from __future__ import annotations

from dsagen.checks.subjects import Side
from dsagen.law.catalogue import Catalogue
from dsagen.model.basis import Basis
from dsagen.workspace.paths import join_path

__all__ = ["ADULT", "SAFEGUARDING", "conditions_in", "place_of", "under_uk_gdpr"]

SAFEGUARDING = 18
"""The paragraph of Schedule 1 about safeguarding children and individuals at risk."""
ADULT = 18
"""The age from which a person is an adult, in paragraphs 18 and 19 of Schedule 1."""


def under_uk_gdpr(side: Side) -> Basis | None:
    """Give the basis of a side that is under the UK GDPR, or None where there is none or Part 3 applies."""
    basis = side.basis
    return basis if basis is not None and basis.regime == "uk_gdpr" else None


def conditions_in(paragraphs: list[int], law: Catalogue) -> list[int]:
    """Give those paragraphs that are conditions: not a rule about conditions, and none that extends another."""
    return [number for number in paragraphs if number in law.schedule1 and law.schedule1[number].role == "condition"]


def place_of(side: Side, basis: Basis, paragraph: int) -> str:
    """Give the id of the place where a side names a paragraph."""
    for index, number in enumerate(basis.schedule1):
        if number == paragraph:
            return join_path(side.path, "schedule1", str(index))
    return join_path(side.path, "article10")
