"""The plan: which documents an agreement has, and what their files are called."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from pathlib import PurePosixPath

from dsagen.law.catalogue import catalogue
from dsagen.model.agreement import Agreement
from dsagen.model.vocabulary import DocumentKind

__all__ = ["PlannedDocument", "needs_policy", "plan"]

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

    def file(self, extension: str) -> PurePosixPath:
        """Give the document's path inside the output folder, such as `NYC-001/dpia.docx`."""
        stem = _STEMS[self.kind] if self.party is None else f"{_STEMS[self.kind]}-{self.party}"
        return PurePosixPath(self.agreement, f"{stem}{extension}")


def plan(agreement: Agreement, kinds: Collection[DocumentKind]) -> Iterator[PlannedDocument]:
    """Give the documents of an agreement: one agreement, one assessment, a notice for each party, a policy for some."""
    for kind in _STEMS:
        if kind not in kinds:
            continue
        if kind in ("dsa", "dpia"):
            yield PlannedDocument(agreement.reference, kind)
            continue
        for party in agreement.parties:
            if kind == "privacy_notice" or needs_policy(agreement, party):
                yield PlannedDocument(agreement.reference, kind, party)


def needs_policy(agreement: Agreement, party: str) -> bool:
    """Tell whether a party relies on a condition that calls for an appropriate policy document.

    Source: Data Protection Act 2018 Schedule 1 paragraphs 1, 5 and 38 to 41; section 35(4) and (5) for Part 3.
    """
    bases = [flow.bases[party] for flow in agreement.flows.values() if party in flow.bases and not flow.withdrawn_in]
    paragraphs = [paragraph for basis in bases for paragraph in basis.schedule1]
    sensitive = any(basis.regime == "part3" and basis.schedule8 for basis in bases)
    return sensitive or bool(catalogue().needs_policy_document(paragraphs))
