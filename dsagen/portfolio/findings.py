"""Everything that is found about one agreement, from every room that looks at it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from dsagen.checks.folding import folded
from dsagen.checks.gaps import gaps
from dsagen.checks.reading import TARGETS
from dsagen.checks.run import check_notice, check_rules
from dsagen.checks.subjects import Case
from dsagen.checks.tree import Notice
from dsagen.documents.compose import Composition, Subject
from dsagen.documents.library import Library
from dsagen.documents.passages import passages_of
from dsagen.documents.problems import TemplateProblem
from dsagen.documents.unknown import unknown_names
from dsagen.law.catalogue import Catalogue
from dsagen.model.agreement import Agreement
from dsagen.model.finding import Finding, Source
from dsagen.model.workspace import Workspace
from dsagen.workspace.paths import join_path

__all__ = ["findings_of", "findings_of_notice"]


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
    except TemplateProblem as problem:
        yield _broken(problem, agreement)


def findings_of_notice(composition: Composition, subject: Subject) -> Iterator[Finding]:
    """Find where a composed privacy notice asks too much of its readers. Any other document has no such target.

    Why: composing a notice takes longer than every rule together, so only a build asks, and it has the tree at hand.
    """
    agreement, workspace = subject.agreement, subject.workspace
    if subject.kind != "privacy_notice" or subject.party is None:
        return
    case = Case(agreement, workspace, subject.law, agreement.version_date)
    notice = Notice(
        audience=subject.layout or "full",
        party=workspace.parties[subject.party].called,
        path=join_path(case.path, "transparency", "audiences"),
        passages=passages_of(composition.tree),
    )
    if notice.audience in TARGETS:
        yield from check_notice(case, notice)


def _broken(problem: TemplateProblem, agreement: Agreement) -> Finding:
    return Finding(
        rule="DOC-TEMPLATE",
        severity="error",
        message=problem.reason,
        agreement=agreement.reference,
        fix="Mend the file, or take it away: then the one that ships with dsagen is used.",
        source=Source(f"templates/{problem.template}", problem.line or 1, 1),
    )
