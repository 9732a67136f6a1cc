"""Compose every document of a workspace, and say what stands in each of its sections."""

from __future__ import annotations

from pathlib import Path

from dsagen.checks.gaps import gaps
from dsagen.documents.compose import Composition, Subject, compose
from dsagen.documents.library import Library
from dsagen.documents.tree import words_of
from dsagen.model.finding import Finding
from dsagen.model.vocabulary import DocumentKind
from dsagen.portfolio.findings import findings_of
from dsagen.portfolio.plan import PlannedDocument, planned
from dsagen.workspace import read_workspace

ALL: tuple[DocumentKind, ...] = ("dsa", "dpia", "appropriate_policy", "privacy_notice")


Documents = dict[PlannedDocument, Composition]


def composed(workspace: Path) -> tuple[Documents, list[Finding], list[Finding]]:
    """Give each document of a workspace that has one agreement, its gaps, and what was found about it."""
    reading = read_workspace(workspace)
    assert not reading.problems, [f"{problem.source} {problem.message}" for problem in reading.problems]
    library = Library(workspace / "templates")
    (agreement,) = reading.workspace.agreements.values()
    findings = tuple(findings_of(agreement, reading.workspace, library, reading.law, agreement.version_date))
    workspace_, law = reading.workspace, reading.law
    documents = {
        each: compose(Subject(workspace_, law, agreement, each.kind, each.party, findings, each.layout), library)
        for each in planned(workspace_, law, ALL)
    }
    return documents, list(gaps(agreement, reading.workspace)), list(findings)


def sections(composition: Composition) -> dict[str, str]:
    """Give the words of each section of a document, by id, and of its cover."""
    return {str(part.get("id") or part.tag): words_of(part) for part in composition.tree.root}


def changed(old: Documents, new: Documents) -> set[tuple[str, str | None, str]]:
    """Give each section that differs: the kind of the document, its party, and the section's id."""
    assert list(old) == list(new)
    found: set[tuple[str, str | None, str]] = set()
    for document, composition in old.items():
        first, second = sections(composition), sections(new[document])
        assert list(first) == list(second)
        found |= {(document.kind, document.party, key) for key in first if first[key] != second[key]}
    return found
