"""Make one document: its tree, and the bytes of each of its files. It writes nothing, so any process may do it."""

from __future__ import annotations

import hashlib
import traceback
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date

from lxml import etree

from dsagen.documents.compose import Composition, Subject, compose
from dsagen.documents.house import PLAIN, House
from dsagen.documents.library import Library
from dsagen.documents.problems import TemplateProblem
from dsagen.documents.tree import DocumentTree
from dsagen.law.catalogue import Catalogue
from dsagen.model.finding import Finding
from dsagen.model.vocabulary import FileFormat
from dsagen.model.workspace import Workspace
from dsagen.portfolio.findings import findings_of
from dsagen.portfolio.leaves import read_of
from dsagen.portfolio.notices import findings_of_notice
from dsagen.portfolio.plan import PlannedDocument
from dsagen.writers import render
from dsagen.writers.errors import PdfLibrariesMissing

__all__ = ["Made", "MadeFile", "Maker", "Order", "tree_digest"]


@dataclass(frozen=True)
class Order:
    """A document to make, and what is there of it."""

    document: PlannedDocument
    formats: tuple[FileFormat, ...]
    trees: Mapping[FileFormat, str]
    """For each format whose file is there, in the look of today: the hash of the tree that it was made from."""
    render: bool = True
    """Whether files are wanted. Otherwise only their trees are compared."""
    watched: frozenset[str] = frozenset()
    """Values of which it is asked whether the document read them, by path."""


@dataclass(frozen=True)
class MadeFile:
    """One file of a document."""

    format: FileFormat
    data: bytes | None = None
    """Nothing where the file that is there says the same and looks the same, and where it could not be made."""
    reason: str = ""
    """Why it could not be made."""
    trace: str = ""
    """Where dsagen itself failed: what a report needs."""
    missing: str = ""
    """Where the libraries for PDF are missing: the loader's own words."""


@dataclass(frozen=True)
class Made:
    """A document, or why there is none."""

    tree: str
    """The hash of its tree; nothing where it has none."""
    files: tuple[MadeFile, ...]
    findings: tuple[Finding, ...]
    """Everything found about its agreement on the day of its version."""
    notice: tuple[Finding, ...] = ()
    """What was found in it, where it is a privacy notice."""
    read: frozenset[str] = frozenset()
    """Those of the watched values that it read."""


class Maker:
    """Make the documents of one workspace."""

    def __init__(
        self, workspace: Workspace, law: Catalogue, library: Library, house: House, as_at: date | None = None
    ) -> None:
        """`as_at` is the day at which the law is looked up, where that is not the day of each agreement's version."""
        self._workspace = workspace
        self._law = law
        self._library = library
        self._house = house
        self._as_at = as_at
        self._findings: dict[str, tuple[Finding, ...]] = {}
        self._no_pdf = ""

    def __call__(self, order: Order) -> Made:
        """Make what is ordered. What fails is said in the answer; nothing is raised."""
        try:
            composition = self.compose(order.document)
            tree = tree_digest(composition.tree)
        except TemplateProblem as problem:
            return self._failed(order, f"a template cannot be used: {problem}")
        except Exception as fault:
            return self._failed(order, _say(fault), _trace(fault))
        same = {format for format in order.formats if order.trees.get(format) == tree}
        wanted = [format for format in order.formats if format not in same and order.render]
        files = {format: self._file(composition.tree, format) for format in wanted}
        whole = tuple(files.get(format, MadeFile(format)) for format in order.formats)
        subject = self._subject(order.document)
        notice = tuple(findings_of_notice(composition, subject))
        return Made(tree, whole, subject.findings, notice, read_of(order.watched, composition.reads.values))

    def compose(self, document: PlannedDocument) -> Composition:
        """Compose a document. Raise `TemplateProblem` where a template or clause cannot be used."""
        return compose(self._subject(document), self._library)

    def _subject(self, document: PlannedDocument) -> Subject:
        agreement = self._workspace.agreements[document.agreement]
        found = self.found(document.agreement)
        return Subject(
            self._workspace,
            self._law,
            agreement,
            document.kind,
            document.party,
            found,
            document.layout,
            self._house,
            self._as_at,
        )

    def found(self, reference: str) -> tuple[Finding, ...]:
        """Give everything found about an agreement on the day of its version, or the day that was given."""
        if reference not in self._findings:
            agreement = self._workspace.agreements[reference]
            day = self._as_at or agreement.version_date
            found = findings_of(agreement, self._workspace, self._library, self._law, day)
            self._findings[reference] = tuple(found)
        return self._findings[reference]

    def found_in_notice(self, document: PlannedDocument) -> tuple[Finding, ...]:
        """Give what is found in a privacy notice that could be composed before."""
        return tuple(findings_of_notice(self.compose(document), self._subject(document)))

    def _file(self, tree: DocumentTree, format: FileFormat) -> MadeFile:
        if format == "pdf" and self._no_pdf:
            return MadeFile(format, reason=_NO_PDF, missing=self._no_pdf)
        try:
            return MadeFile(format, render(tree, format))
        except PdfLibrariesMissing as missing:
            self._no_pdf = missing.reason
            return MadeFile(format, reason=_NO_PDF, missing=self._no_pdf)
        except Exception as fault:
            return MadeFile(format, reason=_say(fault), trace=_trace(fault))

    def _failed(self, order: Order, reason: str, trace: str = "") -> Made:
        files = tuple(MadeFile(format, reason=reason, trace=trace) for format in order.formats)
        return Made("", files, self._findings.get(order.document.agreement, ()))


_NO_PDF = "the libraries that PDF needs are not installed"


def tree_digest(tree: DocumentTree) -> str:
    """Give the hash of all that a document says: its tree, and what its files say about themselves."""
    said = etree.tostring(tree.root, method="c14n") + repr(replace(tree.properties, house=PLAIN)).encode()
    return hashlib.sha256(said).hexdigest()[:32]


def _say(fault: Exception) -> str:
    return f"dsagen itself has failed ({type(fault).__name__}); this is not your mistake"


def _trace(fault: Exception) -> str:
    return "".join(traceback.format_exception(fault))
