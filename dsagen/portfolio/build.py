"""Build the documents of many agreements. One failure never stops the others, and no file is left half written."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath
from typing import Literal

from dsagen.documents.compose import Composition, Subject, compose
from dsagen.documents.library import Library
from dsagen.documents.problems import TemplateProblem
from dsagen.model.finding import Finding
from dsagen.model.vocabulary import DocumentKind, FileFormat
from dsagen.model.workspace import Workspace
from dsagen.portfolio.findings import findings_of
from dsagen.portfolio.plan import PlannedDocument, plan
from dsagen.writers import FORMATS, render
from dsagen.writers.errors import PdfLibrariesMissing

__all__ = ["BuildReport", "Built", "build", "planned"]

Progress = Callable[[PlannedDocument], None]


@dataclass(frozen=True)
class Built:
    """What became of one file."""

    document: PlannedDocument
    format: FileFormat
    path: PurePosixPath
    """Inside the output folder."""
    outcome: Literal["written", "unchanged", "failed"]
    reason: str = ""


@dataclass
class BuildReport:
    """What a build made, what it could not make, and what it found."""

    files: list[Built] = field(default_factory=list)
    findings: list[Finding] = field(default_factory=list)
    """The gaps and errors of every agreement that was built."""
    pdf_libraries: PdfLibrariesMissing | None = None

    @property
    def failures(self) -> list[Built]:
        """Give the files that could not be made."""
        return [file for file in self.files if file.outcome == "failed"]


def planned(workspace: Workspace, kinds: Collection[DocumentKind]) -> list[PlannedDocument]:
    """Give every document of the workspace, in the order in which they are built."""
    return [document for agreement in workspace.agreements.values() for document in plan(agreement, kinds)]


def build(
    workspace: Workspace,
    library: Library,
    documents: Sequence[PlannedDocument],
    formats: Sequence[FileFormat],
    folder: Path,
    progress: Progress = lambda document: None,
) -> BuildReport:
    """Build documents into a folder. A file whose bytes would be the same is not touched."""
    report = BuildReport()
    findings: dict[str, tuple[Finding, ...]] = {}
    for document in documents:
        progress(document)
        if document.agreement not in findings:
            found = tuple(findings_of(workspace.agreements[document.agreement], workspace, library))
            findings[document.agreement] = found
            report.findings += found
        report.files += _build_one(workspace, library, document, formats, folder, findings[document.agreement], report)
    return report


def _build_one(
    workspace: Workspace,
    library: Library,
    document: PlannedDocument,
    formats: Sequence[FileFormat],
    folder: Path,
    findings: tuple[Finding, ...],
    report: BuildReport,
) -> Iterator[Built]:
    subject = Subject(workspace, workspace.agreements[document.agreement], document.kind, document.party, findings)
    try:
        composition = compose(subject, library)
    except TemplateProblem as problem:
        for format in formats:
            yield Built(document, format, document.file(FORMATS[format].extension), "failed", str(problem))
        return
    for format in formats:
        yield _write_one(composition, document, format, folder, report)


def _write_one(
    composition: Composition, document: PlannedDocument, format: FileFormat, folder: Path, report: BuildReport
) -> Built:
    path = document.file(FORMATS[format].extension)
    try:
        data = render(composition.tree, format)
        outcome = replace_file(folder / path, data)
    except PdfLibrariesMissing as missing:
        report.pdf_libraries = missing
        return Built(document, format, path, "failed", "the libraries that PDF needs are not installed")
    except OSError as error:
        return Built(document, format, path, "failed", error.strerror or str(error))
    return Built(document, format, path, outcome)


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
