"""The plan: which documents an agreement has, and what their files are called."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from pathlib import PurePosixPath

from dsagen.documents.audiences import audiences
from dsagen.documents.layouts import layout_of
from dsagen.documents.policy import needs_policy, policy_layout
from dsagen.law.catalogue import Catalogue
from dsagen.model.agreement import Agreement
from dsagen.model.vocabulary import DocumentKind, FileFormat
from dsagen.model.workspace import Workspace

__all__ = ["Formats", "PlannedDocument", "plan", "planned"]

_STEMS: dict[DocumentKind, str] = {
    "dsa": "data-sharing-agreement",
    "dpia": "dpia",
    "appropriate_policy": "appropriate-policy",
    "privacy_notice": "privacy-notice",
}


@dataclass(frozen=True)
class PlannedDocument:
    """One document to build: its agreement, its kind, and the party whose document it is, if it is one party's."""

    agreement: str
    kind: DocumentKind
    party: str | None = None
    layout: str | None = None
    """The layout, by the name of its file in `layouts/`. The document's own outline where there is none."""

    def file(self, extension: str) -> PurePosixPath:
        """Give the document's path inside the output folder, such as `NYC-001/dpia.docx`."""
        audience = self.layout.replace("_", "-") if self.kind == "privacy_notice" and self.layout else None
        stem = "-".join(part for part in (_STEMS[self.kind], self.party, audience) if part is not None)
        return PurePosixPath(self.agreement, f"{stem}{extension}")


@dataclass(frozen=True)
class Formats:
    """The formats that documents are written in."""

    documents: Sequence[FileFormat]
    notices: Sequence[FileFormat]
    """Those of privacy notices, which are published: a web page is read on a telephone, a PDF is not."""

    def of(self, document: PlannedDocument) -> Sequence[FileFormat]:
        """Give the formats of one document."""
        return self.notices if document.kind == "privacy_notice" else self.documents


def plan(
    agreement: Agreement, workspace: Workspace, law: Catalogue, kinds: Collection[DocumentKind]
) -> Iterator[PlannedDocument]:
    """Give an agreement's documents: agreement, assessment, notices of those in a flow, policies of some."""
    for kind in _STEMS:
        if kind not in kinds:
            continue
        if kind in ("dsa", "dpia"):
            layout = layout_of(agreement, workspace) if kind == "dsa" else None
            yield PlannedDocument(agreement.reference, kind, layout=layout)
            continue
        for party in agreement.parties:
            if kind == "appropriate_policy" and needs_policy(agreement, party, workspace, law):
                yield PlannedDocument(agreement.reference, kind, party, policy_layout(party, workspace))
            if kind == "privacy_notice" and party in agreement.taking_part:
                yield PlannedDocument(agreement.reference, kind, party)
                for audience in audiences(agreement, party, workspace):
                    yield PlannedDocument(agreement.reference, kind, party, audience)


def planned(workspace: Workspace, law: Catalogue, kinds: Collection[DocumentKind]) -> list[PlannedDocument]:
    """Give every document of the workspace, in the order in which they are built."""
    agreements = workspace.agreements.values()
    return [document for agreement in agreements for document in plan(agreement, workspace, law, kinds)]
