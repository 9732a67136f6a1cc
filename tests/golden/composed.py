"""Compose every document of an example, once a process."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from dsagen.documents.compose import Composition, Subject, compose
from dsagen.documents.library import Library
from dsagen.portfolio.findings import findings_of
from dsagen.portfolio.plan import PlannedDocument, planned
from dsagen.workspace import read_workspace

ROOT = Path(__file__).resolve().parent.parent.parent
EXAMPLES = sorted(file.parent.name for file in (ROOT / "examples").glob("*/dsagen.yaml"))


def _unlike(example: str) -> list[str]:
    """Give the agreements of an example; of those under one other, which are alike in form, the last."""
    agreements = read_workspace(ROOT / "examples" / example).workspace.agreements
    under = [reference for reference, agreement in agreements.items() if agreement.under]
    return [reference for reference in agreements if reference not in under[:-1]]


AGREEMENTS = [f"{example}/{reference}" for example in EXAMPLES for reference in _unlike(example)]
"""The agreements of the examples that are unlike each other, as `young-carer-flag/NYC-001`."""


@cache
def composed_for(agreement: str) -> dict[PlannedDocument, Composition]:
    """Give each document of one agreement of an example with its tree."""
    example, _, reference = agreement.partition("/")
    return {document: found for document, found in composed(example).items() if document.agreement == reference}


@cache
def composed(example: str) -> dict[PlannedDocument, Composition]:
    """Give each document of an example with its tree."""
    reading = read_workspace(ROOT / "examples" / example)
    assert not reading.problems
    library = Library()
    found = {}
    for document in planned(reading.workspace, reading.law, reading.workspace.settings.documents):
        agreement = reading.workspace.agreements[document.agreement]
        findings = tuple(findings_of(agreement, reading.workspace, library, reading.law, agreement.version_date))
        subject = Subject(
            reading.workspace, reading.law, agreement, document.kind, document.party, findings, document.layout
        )
        found[document] = compose(subject, library)
    return found
