"""Everything that is found about one agreement, from every room that looks at it."""

from __future__ import annotations

from collections.abc import Iterator

from dsagen.checks.gaps import gaps
from dsagen.documents.clauses import unknown_values
from dsagen.documents.library import Library
from dsagen.model.agreement import Agreement
from dsagen.model.finding import Finding
from dsagen.model.workspace import Workspace

__all__ = ["findings_of"]


def findings_of(agreement: Agreement, workspace: Workspace, library: Library) -> Iterator[Finding]:
    """Find the gaps of an agreement and the clause values that fit no clause.

    Raise `TemplateProblem` where a clause cannot be read.
    """
    yield from gaps(agreement, workspace)
    yield from unknown_values(agreement, library)
