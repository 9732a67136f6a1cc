"""Build the documents of many agreements: only those that would change, on every processor.

One failure never stops the others, no file is left half written, and a build that is stopped goes on where it was.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import partial
from importlib.metadata import version
from pathlib import PurePosixPath
from typing import Literal

from dsagen.documents.house import House
from dsagen.documents.library import Library
from dsagen.law.catalogue import Catalogue
from dsagen.model.finding import Finding
from dsagen.model.vocabulary import DocumentKind, FileFormat
from dsagen.model.workspace import Workspace
from dsagen.portfolio.inputs import Inputs, law_version, look_of, writer_digest
from dsagen.portfolio.last_build import LastBuild
from dsagen.portfolio.lock import Entry
from dsagen.portfolio.making import Made, MadeFile, Maker, Order
from dsagen.portfolio.outputs import ChangedByHand, Outputs, digest_of
from dsagen.portfolio.plan import Formats, PlannedDocument, plan
from dsagen.portfolio.pool import Crashed, processors, spread
from dsagen.portfolio.remembered import Remembered
from dsagen.portfolio.stale import Reasons
from dsagen.workspace import Reading
from dsagen.writers import FORMATS

__all__ = ["BuildReport", "Built", "Choices", "Progress", "build", "planned"]

_TOGETHER = 3
"""So many documents are made in one process: a pool would cost more than it saves."""


@dataclass(frozen=True)
class Choices:
    """What a build is asked to do."""

    formats: Formats
    jobs: int = 0
    """How many processes work; 0 for one a processor."""
    force: bool = False
    """Whether everything is made anew, and files that were changed by hand are replaced."""
    dry: bool = False
    """Whether nothing is written: the report says what would be."""


@dataclass(frozen=True)
class Built:
    """What became of one file."""

    document: PlannedDocument
    format: FileFormat
    path: PurePosixPath
    """Inside the output folder."""
    outcome: Literal["written", "unchanged", "failed", "stale"]
    """`stale` where a dry build would write it."""
    reason: str = ""
    trace: str = ""
    """Where dsagen itself failed: what a report needs."""


@dataclass
class BuildReport:
    """What a build made, what it could not make, and what it found."""

    files: list[Built] = field(default_factory=list)
    findings: dict[str, tuple[Finding, ...]] = field(default_factory=dict)
    """What was found about each agreement of which a document was made, on the day of its version."""
    missing_libraries: str = ""
    """Where the libraries for PDF are missing: the loader's own words."""

    @property
    def failures(self) -> list[Built]:
        """Give the files that could not be made."""
        return [file for file in self.files if file.outcome == "failed"]

    @property
    def stale(self) -> list[Built]:
        """Give the files that a dry build would write."""
        return [file for file in self.files if file.outcome == "stale"]


class Progress:
    """Watch a build. This one says nothing."""

    def begins(self, files: int) -> None:
        """Be told how many files there are."""

    def ends(self, file: Built) -> None:
        """Be told of a file when it is made, has failed, or need not be made."""


def planned(workspace: Workspace, law: Catalogue, kinds: Collection[DocumentKind]) -> list[PlannedDocument]:
    """Give every document of the workspace, in the order in which they are built."""
    agreements = workspace.agreements.values()
    return [document for agreement in agreements for document in plan(agreement, workspace, law, kinds)]


def build(
    reading: Reading,
    library: Library,
    house: House,
    documents: Sequence[PlannedDocument],
    outputs: Outputs,
    choices: Choices,
    progress: Progress | None = None,
) -> BuildReport:
    """Build documents. A document whose inputs are the same is not made; one that says the same is not written."""
    return _Build(reading, library, house, outputs, choices, progress or Progress()).run(documents)


class _Build:
    def __init__(
        self,
        reading: Reading,
        library: Library,
        house: House,
        outputs: Outputs,
        choices: Choices,
        progress: Progress,
    ) -> None:
        self._maker = Maker(reading.workspace, reading.law, library, house)
        self._inputs = Inputs(reading.workspace, reading.root)
        self._workspace, self._law, self._settings = reading.workspace, reading.law, reading.workspace.settings
        self._outputs = outputs
        self._choices = choices
        self._progress = progress
        self._report = BuildReport()
        self._last = LastBuild(outputs.own)
        self._reasons = Reasons(reading, self._inputs, self._last) if choices.dry else None
        self._found: dict[str, tuple[Finding, ...]] = {}
        self._found_in_notices: dict[str, tuple[Finding, ...]] = {}
        self._house = house
        self._blank = Entry(
            inputs="",
            tree="",
            house="",
            writer=writer_digest(),
            file="",
            catalogue=law_version(),
            templates=library.template_set.version,
            dsagen=version("dsagen"),
        )

    def run(self, documents: Sequence[PlannedDocument]) -> BuildReport:
        formats = self._choices.formats
        self._progress.begins(sum(len(formats.of(document)) for document in documents))
        orders = [order for document in documents for order in self._ordered(document)]
        orders.sort(key=self._size, reverse=True)
        jobs = self._choices.jobs or processors()
        for order, made in spread(self._maker, orders, min(jobs, max(1, len(orders) // _TOGETHER))):
            for file in self._files(order, made):
                self._done(file)
        self._remember(documents)
        places = {document: place for place, document in enumerate(documents)}
        self._report.files.sort(key=lambda file: (places[file.document], formats.of(file.document).index(file.format)))
        if not self._choices.dry and not self._report.failures and self._is_whole(documents):
            self._last.remember(self._inputs)
        return self._report

    def _is_whole(self, documents: Sequence[PlannedDocument]) -> bool:
        """Tell whether these are all the documents that the settings ask for."""
        return len(documents) == len(planned(self._workspace, self._law, self._settings.documents))

    def _remember(self, documents: Sequence[PlannedDocument]) -> None:
        """Report everything that was found, and keep it: what was found is not looked for again."""
        remembered, found = Remembered(self._outputs.own / "found.json"), self._report.findings
        for document in documents:
            if document.agreement not in found:
                key = self._inputs.agreement_key(document.agreement)
                again = partial(self._maker.found, document.agreement)
                found[document.agreement] = remembered.recall(document.agreement, key, self._found, again)
        for document in documents:
            if document.kind == "privacy_notice":
                name, key = str(document.file("")), self._inputs.key(document)
                again = partial(self._maker.found_in_notice, document)
                own = remembered.recall(name, key, self._found_in_notices, again)
                found[document.agreement] += _new(own, found[document.agreement])
        if not self._choices.dry:
            remembered.write()

    def _ordered(self, document: PlannedDocument) -> Iterator[Order]:
        """Order what may have changed of a document."""
        key = self._inputs.key(document)
        wanted: list[FileFormat] = []
        trees: dict[FileFormat, str] = {}
        for format in self._choices.formats.of(document):
            entry = self._entry(document, format)
            if entry is not None and entry.inputs == key and not self._choices.force:
                self._done(Built(document, format, _path(document, format), "unchanged"))
                continue
            wanted.append(format)
            if entry is not None and not self._choices.force:
                trees[format] = entry.tree
        if wanted:
            watched = (self._reasons.changed if self._reasons is not None else None) or frozenset()
            yield Order(document, tuple(wanted), trees, render=not self._choices.dry, watched=watched)

    def _entry(self, document: PlannedDocument, format: FileFormat) -> Entry | None:
        """Give what a file was made from, where it is there and looks as it would look now."""
        entry = self._outputs.entry(_path(document, format))
        blank = self._looking(format)
        same = entry is not None and (entry.house, entry.writer) == (blank.house, blank.writer)
        return entry if same else None

    def _looking(self, format: FileFormat) -> Entry:
        """Give an entry with the look of today."""
        return replace(self._blank, house=look_of(self._house, format))

    def _size(self, order: Order) -> int:
        """Guess how long a document takes: by the file that is there, or else by its kind."""
        for format in order.formats:
            path = self._outputs.folder / _path(order.document, format)
            if path.is_file():
                return path.stat().st_size
        return _LONG.get(order.document.kind, 0)

    def _files(self, order: Order, made: Made | Crashed) -> Iterator[Built]:
        if isinstance(made, Crashed):
            self._found_in_notices[str(order.document.file(""))] = ()
            for format in order.formats:
                yield self._built(order, format, "failed", made.reason)
            return
        self._found[order.document.agreement] = made.findings
        self._found_in_notices[str(order.document.file(""))] = made.notice
        for file in made.files:
            yield self._file(order, made, file)

    def _file(self, order: Order, made: Made, file: MadeFile) -> Built:
        self._report.missing_libraries = self._report.missing_libraries or file.missing
        if file.reason:
            return replace(self._built(order, file.format, "failed", file.reason), trace=file.trace)
        path = _path(order.document, file.format)
        entry = replace(self._looking(file.format), inputs=self._inputs.key(order.document), tree=made.tree)
        known = self._outputs.entry(path)
        if order.trees.get(file.format) == made.tree and known is not None:
            if not self._choices.dry:
                self._outputs.keep(path, replace(entry, file=known.file))
            return self._built(order, file.format, "unchanged")
        if file.data is None:
            return self._built(order, file.format, "stale", self._why(order, made, file.format))
        try:
            entry = replace(entry, file=digest_of(file.data))
            outcome = self._outputs.write(path, file.data, entry, force=self._choices.force)
            return self._built(order, file.format, outcome)
        except ChangedByHand:
            return self._built(order, file.format, "failed", _BY_HAND)
        except OSError as error:
            return self._built(order, file.format, "failed", error.strerror or str(error))

    def _why(self, order: Order, made: Made, format: FileFormat) -> str:
        if self._reasons is None:
            return ""
        if self._choices.force:
            return "everything is made anew"
        path, agreement = _path(order.document, format), order.document.agreement
        known = self._outputs.entries.get(self._outputs.name(path))
        there = (self._outputs.folder / path).is_file()
        return self._reasons.why(agreement, made.read, known, self._looking(format), there=there)

    def _built(
        self,
        order: Order,
        format: FileFormat,
        outcome: Literal["written", "unchanged", "failed", "stale"],
        reason: str = "",
    ) -> Built:
        return Built(order.document, format, _path(order.document, format), outcome, reason)

    def _done(self, file: Built) -> None:
        self._report.files.append(file)
        self._progress.ends(file)


_BY_HAND = (
    "somebody has changed the file that is there, or dsagen did not write it. "
    "Move it away, or use `--force` to replace it"
)
_LONG: Mapping[str, int] = {"dsa": 4, "dpia": 3, "appropriate_policy": 2, "privacy_notice": 1}
"""Which kinds of document are longer."""


def _new(findings: tuple[Finding, ...], known: tuple[Finding, ...]) -> tuple[Finding, ...]:
    """Give findings without those that another notice had too."""
    seen = {(each.rule, each.path, each.message) for each in known}
    return tuple(each for each in findings if (each.rule, each.path, each.message) not in seen)


def _path(document: PlannedDocument, format: FileFormat) -> PurePosixPath:
    return document.file(FORMATS[format].extension)
