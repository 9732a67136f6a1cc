"""Templates and clauses that a workspace has put in the place of ours, where a layout is meant to stay as it is."""

from __future__ import annotations

from collections.abc import Iterator

from dsagen.documents.layouts import layout_of
from dsagen.documents.library import Library
from dsagen.model.agreement import Agreement
from dsagen.model.finding import Finding, Source
from dsagen.model.workspace import Workspace
from dsagen.workspace.paths import join_path

__all__ = ["altered_templates"]

_ASSURED = "waspi"
"""What the names of layouts start with whose wording others assure."""
_ROOMS = ("dsa/", "clauses/", "shared/")


def altered_templates(agreement: Agreement, workspace: Workspace, library: Library) -> Iterator[Finding]:
    """Find what stands in the place of our templates, clauses and headings in an agreement of an assured layout.

    Why: quality assurers compare the headings and the fixed wording with the template. They want to know beforehand.
    """
    layout = layout_of(agreement, workspace)
    if layout is None or not layout.startswith(_ASSURED):
        return
    for name in library.replaced():
        if name.startswith(_ROOMS):
            yield _found(agreement, f"templates/{name} stands in the place of ours", f"templates/{name}")
    left_out = library.outline("dsa", layout).left_out
    for identifier, reason in left_out.items():
        yield _found(agreement, f"The layout leaves out {identifier}: {reason}", "")


def _found(agreement: Agreement, message: str, file: str) -> Finding:
    return Finding(
        rule="DOC-004",
        severity="advice",
        message=message,
        path=join_path("agreements", agreement.reference, "layout"),
        agreement=agreement.reference,
        fix="Tell the quality assurer why, or delete the file: then ours is used.",
        authority="WASPI quality assurance",
        why="Quality assurers look for the headings and the wording of the template.",
        source=Source(file, 1, 1) if file else None,
    )
