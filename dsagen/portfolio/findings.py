"""Everything that is found about one agreement, from every room that looks at it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from dsagen.checks.folding import folded
from dsagen.checks.gaps import gaps
from dsagen.checks.run import check_rules
from dsagen.checks.subjects import Case
from dsagen.documents.altered import altered_templates
from dsagen.documents.library import Library
from dsagen.documents.problems import TemplateProblem
from dsagen.documents.unknown import unknown_names
from dsagen.law.catalogue import Catalogue
from dsagen.model.agreement import Agreement
from dsagen.model.finding import Finding, Source
from dsagen.model.workspace import Workspace

__all__ = ["findings_of"]


def findings_of(
    agreement: Agreement, workspace: Workspace, library: Library, law: Catalogue, as_at: date
) -> Iterator[Finding]:
    """Find what every rule finds on a day, the gaps of an agreement, and names in it that no clause or section has.

    Why: `check` and `build` both ask here, so that neither is content with what the other refuses. They ask for
    different days: a build for the day of the version, so that its bytes depend on nothing else.
    """
    try:
        terms = frozenset(library.glossary)
    except TemplateProblem as problem:
        terms = frozenset()
        yield _broken(problem, agreement)
    case = Case(agreement, workspace, law, as_at, terms)
    yield from folded(list(gaps(agreement, workspace)), list(check_rules(case)), final=agreement.is_final)
    try:
        yield from unknown_names(agreement, library)
        yield from altered_templates(agreement, workspace, library)
    except TemplateProblem as problem:
        yield _broken(problem, agreement)


def _broken(problem: TemplateProblem, agreement: Agreement) -> Finding:
    return Finding(
        rule="DOC-TEMPLATE",
        severity="error",
        message=problem.reason,
        agreement=agreement.reference,
        fix="Mend the file, or take it away: then the one that ships with dsagen is used.",
        source=Source(f"templates/{problem.template}", problem.line or 1, 1),
    )
