"""Build the documents of many agreements. One failure never stops the others, and no file is left half written."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath
from typing import Literal

from dsagen.documents.compose import Composition, Subject, compose
from dsagen.documents.house import PLAIN, House
from dsagen.documents.library import Library
from dsagen.documents.problems import TemplateProblem
from dsagen.law.catalogue import Catalogue
from dsagen.model.finding import Finding
from dsagen.model.vocabulary import DocumentKind, FileFormat
from dsagen.model.workspace import Workspace
from dsagen.portfolio.findings import findings_of
from dsagen.portfolio.notices import findings_of_notice
from dsagen.portfolio.plan import Formats, PlannedDocument, plan
from dsagen.writers import FORMATS, render
from dsagen.writers.errors import PdfLibrariesMissing

__all__ = ["BuildReport", "Built", "Progress", "build", "planned", "replace_file"]


@dataclass(frozen=True)
class Built:
    """What became of one file."""

    document: PlannedDocument
    format: FileFormat
    path: PurePosixPath
    """Inside the output folder."""
    outcome: Literal["written", "unchanged", "failed"]
    reason: str = ""
    fault: Exception | None = None
    """Where dsagen itself failed: what went wrong, for a report."""


@dataclass
class BuildReport:
    """What a build made, what it could not make, and what it found."""

    files: list[Built] = field(default_factory=list)
    findings: list[Finding] = field(default_factory=list)
    """What was found about every agreement that was built, on the day of its version."""
    pdf_libraries: PdfLibrariesMissing | None = None

    @property
    def failures(self) -> list[Built]:
        """Give the files that could not be made."""
        return [file for file in self.files if file.outcome == "failed"]


class Progress:
    """Watch a build. This one says nothing."""

    def starts(self, document: PlannedDocument) -> None:
        """Be told of a document before it is composed."""

    def ends(self, file: Built) -> None:
        """Be told of a file when it is made, or has failed."""


def planned(workspace: Workspace, law: Catalogue, kinds: Collection[DocumentKind]) -> list[PlannedDocument]:
    """Give every document of the workspace, in the order in which they are built."""
    agreements = workspace.agreements.values()
    return [document for agreement in agreements for document in plan(agreement, workspace, law, kinds)]


def build(
    workspace: Workspace,
    law: Catalogue,
    library: Library,
    documents: Sequence[PlannedDocument],
    formats: Formats,
    folder: Path,
    progress: Progress | None = None,
    house: House = PLAIN,
) -> BuildReport:
    """Build documents into a folder, in a house style. A file whose bytes would be the same is not touched."""
    return _Build(workspace, law, library, formats, folder, house).run(documents, progress or Progress())


class _Build:
    def __init__(
        self,
        workspace: Workspace,
        law: Catalogue,
        library: Library,
        formats: Formats,
        folder: Path,
        house: House,
    ) -> None:
        self._workspace = workspace
        self._law = law
        self._library = library
        self._formats = formats
        self._folder = folder
        self._house = house
        self._findings: dict[str, tuple[Finding, ...]] = {}
        self._report = BuildReport()

    def run(self, documents: Sequence[PlannedDocument], progress: Progress) -> BuildReport:
        for document in documents:
            progress.starts(document)
            for file in self._made(document):
                self._report.files.append(file)
                progress.ends(file)
        return self._report

    def _made(self, document: PlannedDocument) -> Iterator[Built]:
        try:
            composition = self._composed(document)
        except TemplateProblem as problem:
            for format in self._formats.of(document):
                yield self._failed(document, format, f"a template cannot be used: {problem}")
        except Exception as fault:
            for format in self._formats.of(document):
                yield self._failed(document, format, _say_fault(fault), fault)
        else:
            for format in self._formats.of(document):
                yield self._written(composition, document, format)

    def _composed(self, document: PlannedDocument) -> Composition:
        agreement = self._workspace.agreements[document.agreement]
        if document.agreement not in self._findings:
            as_at = agreement.version_date
            found = tuple(findings_of(agreement, self._workspace, self._library, self._law, as_at))
            self._findings[document.agreement] = found
            self._report.findings += found
        findings = self._findings[document.agreement]
        subject = Subject(
            self._workspace, self._law, agreement, document.kind, document.party, findings, document.layout, self._house
        )
        composition = compose(subject, self._library)
        self._report.findings += self._new(findings_of_notice(composition, subject))
        return composition

    def _new(self, findings: Iterable[Finding]) -> list[Finding]:
        """Give findings without those that another notice had too."""
        known = {(each.rule, each.path, each.message) for each in self._report.findings}
        return [each for each in findings if (each.rule, each.path, each.message) not in known]

    def _written(self, composition: Composition, document: PlannedDocument, format: FileFormat) -> Built:
        if format == "pdf" and self._report.pdf_libraries is not None:
            return self._failed(document, format, _NO_PDF)
        try:
            data = render(composition.tree, format)
        except PdfLibrariesMissing as missing:
            self._report.pdf_libraries = missing
            return self._failed(document, format, _NO_PDF)
        except Exception as fault:
            return self._failed(document, format, _say_fault(fault), fault)
        path = document.file(FORMATS[format].extension)
        try:
            return Built(document, format, path, replace_file(self._folder / path, data))
        except OSError as error:
            return self._failed(document, format, error.strerror or str(error))

    def _failed(
        self, document: PlannedDocument, format: FileFormat, reason: str, fault: Exception | None = None
    ) -> Built:
        return Built(document, format, document.file(FORMATS[format].extension), "failed", reason, fault)


_NO_PDF = "the libraries that PDF needs are not installed"


def _say_fault(fault: Exception) -> str:
    return f"dsagen itself has failed ({type(fault).__name__}); this is not your mistake"


def replace_file(path: Path, data: bytes) -> Literal["written", "unchanged"]:
    """Replace a file whole or not at all. Raise `OSError` where that cannot be done."""
    with suppress(FileNotFoundError):
        if path.read_bytes() == data:
            return "unchanged"
    path.parent.mkdir(parents=True, exist_ok=True)
    unfinished = path.with_name(f".{path.name}.part")
    try:
        unfinished.write_bytes(data)
        unfinished.replace(path)
    finally:
        unfinished.unlink(missing_ok=True)
    return "written"
