"""Everything that is found about one agreement, from every room that looks at it."""

from __future__ import annotations

from collections.abc import Iterator

from dsagen.checks.gaps import gaps
from dsagen.documents.library import Library
from dsagen.documents.problems import TemplateProblem
from dsagen.documents.unknown import unknown_names
from dsagen.model.agreement import Agreement
from dsagen.model.finding import Finding, Source
from dsagen.model.workspace import Workspace

__all__ = ["findings_of"]


def findings_of(agreement: Agreement, workspace: Workspace, library: Library) -> Iterator[Finding]:
    """Find the gaps of an agreement, and the names in it that no clause or section has.

    Why: `check` and `build` both ask here, so that neither is content with what the other refuses.
    """
    yield from gaps(agreement, workspace)
    try:
        yield from unknown_names(agreement, library)
    except TemplateProblem as problem:
        yield Finding(
            rule="DOC-TEMPLATE",
            severity="error",
            message=problem.reason,
            agreement=agreement.reference,
            fix="Mend the file, or take it away: then the one that ships with dsagen is used.",
            source=Source(f"templates/{problem.template}", problem.line or 1, 1),
        )
