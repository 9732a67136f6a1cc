"""What a build finds in the privacy notices that it has made. `check` makes none, and so imports none of this."""

from __future__ import annotations

from collections.abc import Iterator

from dsagen.checks.reading import TARGETS
from dsagen.checks.run import check_notice
from dsagen.checks.subjects import Case
from dsagen.checks.tree import Notice
from dsagen.documents.compose import Composition, Subject
from dsagen.documents.passages import passages_of
from dsagen.model.finding import Finding
from dsagen.workspace.paths import join_path

__all__ = ["findings_of_notice"]


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
