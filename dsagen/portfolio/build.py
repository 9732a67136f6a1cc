"""Build the documents of many agreements: only those that would change, on every processor.

One failure never stops the others, no file is left half written, and a build that is stopped goes on where it was.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field, replace
from functools import partial
from importlib.metadata import version
from pathlib import PurePosixPath
from typing import Literal, get_args

from dsagen.documents.house import House
from dsagen.documents.library import Library
from dsagen.model.finding import Finding
from dsagen.model.vocabulary import DocumentKind, FileFormat
from dsagen.portfolio.checking import placed
from dsagen.portfolio.inputs import Inputs, law_version, look_of, writer_digest
from dsagen.portfolio.last_build import LastBuild
from dsagen.portfolio.lock import Entry
from dsagen.portfolio.making import Made, MadeFile, Maker, Order
from dsagen.portfolio.outputs import ChangedByHand, Outputs, digest_of
from dsagen.portfolio.plan import Formats, PlannedDocument, planned
from dsagen.portfolio.pool import START, Crashed, processors, spread
from dsagen.portfolio.remembered import Remembered
from dsagen.portfolio.stale import Reasons
from dsagen.portfolio.store import Store
from dsagen.portfolio.wanted import Wanted, files_of
from dsagen.workspace import Reading
from dsagen.writers import FORMATS, load

__all__ = ["BuildReport", "Building", "Built", "Choices", "Progress", "build_whole", "new_in_notice", "path_of"]

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
    agreements: dict[str, str] = field(default_factory=dict)
    """The agreements that could be read, each with its status if that is agreed or later."""
    findings: dict[str, tuple[Finding, ...]] = field(default_factory=dict)
    """What was found about each agreement of which a document was made, on the day of its version, with its place."""
    problems: list[Finding] = field(default_factory=list)
    """What is wrong with the sources. What all agreements share may be told more than once."""
    failed: list[str] = field(default_factory=list)
    """The files of the agreements that could not be read."""
    unreadable: bool = False
    """Whether something in the sources is wrong."""
    left_over: list[PurePosixPath] = field(default_factory=list)
    """The outputs that nothing in the workspace asks for, by their names in the lock file."""
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
        """Be told how many files there are, as far as is known: it may be told again."""

    def ends(self, file: Built) -> None:
        """Be told of a file when it is made, has failed, or need not be made."""


def build_whole(building: Building, reading: Reading, kinds: Collection[DocumentKind]) -> BuildReport:
    """Build documents of some kinds of everything that was read.

    A document whose inputs are the same is not made; one that says the same is not written.
    """
    wanted, documents = Wanted(reading), planned(reading.workspace, reading.law, kinds)
    building.progress.begins(building.count(documents))
    building.add(reading, documents)
    building.report.left_over = wanted.left_over(building.outputs, files_of(documents, building.choices.formats))
    building.end(whole=wanted.is_whole and set(wanted.documents) <= set(documents))
    return building.report


class Building:
    """A build, part by part: what its parts share."""

    def __init__(
        self, library: Library, house: House, outputs: Outputs, choices: Choices, progress: Progress | None = None
    ) -> None:
        self.library, self.house, self.outputs = library, house, outputs
        self.choices, self.progress = choices, progress or Progress()
        self.report = BuildReport()
        self.store = Store(outputs.own)
        self.last = LastBuild(self.store)
        self.remembered = Remembered(self.store)
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
        self._loaded: set[tuple[DocumentKind, str | None]] = set()
        self._looks = {format: look_of(house, format) for format in get_args(FileFormat)}

    def load(self, maker: Maker, orders: Sequence[Order]) -> None:
        """Load once what each process would load for itself: the templates, the law and the writers.

        One document of each kind is composed for that, and thrown away. What cannot be composed is reported when it
        is its turn.
        """
        kinds = {(order.document.kind, order.document.layout): order for order in orders}
        for kind, order in kinds.items():
            if START == "fork" and kind not in self._loaded:
                self._loaded.add(kind)
                with suppress(Exception):
                    maker.compose(order.document)
                    for format in order.formats:
                        load(format)

    def count(self, documents: Sequence[PlannedDocument]) -> int:
        """Count the files of documents."""
        return sum(len(self.choices.formats.of(document)) for document in documents)

    def add(self, reading: Reading, documents: Sequence[PlannedDocument]) -> Inputs:
        """Build documents of what was read, and give its keys."""
        inputs = Inputs(reading.workspace, reading.root)
        _Part(self, reading, inputs).run(documents)
        return inputs

    def done(self, file: Built) -> None:
        """Note a file, and tell who watches."""
        self.report.files.append(file)
        self.progress.ends(file)

    def end(self, *, whole: bool) -> None:
        """Remember what the next build can spare. `whole` says that this one made all that the settings ask for."""
        if self.choices.dry:
            self.store.close()
            return
        whole = whole and not self.report.failures
        if whole:
            self.last.remember()
        self.store.save(("found", "family", "entity") if whole else ("found", "family"))

    def looking(self, format: FileFormat) -> Entry:
        """Give an entry with the look of today."""
        return replace(self._blank, house=self._looks[format])

    def entry(self, document: PlannedDocument, format: FileFormat) -> Entry | None:
        """Give what a file was made from, where it is there and looks as it would look now."""
        entry = self.outputs.entry(path_of(document, format))
        blank = self.looking(format)
        same = entry is not None and (entry.house, entry.writer) == (blank.house, blank.writer)
        return entry if same else None


class _Part:
    """Some agreements of a build: all of them, where they are few."""

    def __init__(self, building: Building, reading: Reading, inputs: Inputs) -> None:
        self._building, self._reading, self._inputs = building, reading, inputs
        self._outputs, self._choices, self._report = building.outputs, building.choices, building.report
        self._maker = Maker(reading.workspace, reading.law, building.library, building.house)
        self._reasons = Reasons(reading, inputs, building.last) if self._choices.dry else None
        self._found: dict[str, tuple[Finding, ...]] = {}
        self._found_in_notices: dict[str, tuple[Finding, ...]] = {}

    def run(self, documents: Sequence[PlannedDocument]) -> None:
        before = len(self._report.files)
        orders = [order for document in documents for order in self._ordered(document)]
        orders.sort(key=self._size, reverse=True)
        jobs = min(self._choices.jobs or processors(), max(1, len(orders) // _TOGETHER))
        if jobs > 1:
            self._building.load(self._maker, orders)
        for order, made in spread(self._maker, orders, jobs):
            for file in self._files(order, made):
                self._building.done(file)
        places = {document: place for place, document in enumerate(documents)}
        formats = self._choices.formats
        files = self._report.files[before:]
        files.sort(key=lambda file: (places[file.document], formats.of(file.document).index(file.format)))
        self._report.files[before:] = files
        self._remember(documents)
        self._tell()
        self._building.last.add(self._inputs)

    def _remember(self, documents: Sequence[PlannedDocument]) -> None:
        """Report everything that was found, and keep it: what was found is not looked for again."""
        recall, found = self._building.remembered.recall, dict[str, tuple[Finding, ...]]()
        for document in documents:
            if document.agreement not in found:
                key = self._inputs.agreement_key(document.agreement)
                again = partial(self._maker.found, document.agreement)
                found[document.agreement] = recall(document.agreement, key, self._found, again)
        for document in documents:
            if document.kind == "privacy_notice":
                name, key = str(document.file("")), self._inputs.key(document)
                again = partial(self._maker.found_in_notice, document)
                own = recall(name, key, self._found_in_notices, again)
                found[document.agreement] += new_in_notice(own, found[document.agreement])
        self._report.findings |= {key: tuple(placed(self._reading, each)) for key, each in found.items()}

    def _tell(self) -> None:
        """Report what was read."""
        for reference, agreement in self._reading.workspace.agreements.items():
            self._report.agreements[reference] = agreement.status if agreement.is_final else ""
        self._report.problems += self._reading.problems
        self._report.failed += self._reading.failed
        self._report.unreadable = self._report.unreadable or self._reading.has_errors

    def _ordered(self, document: PlannedDocument) -> Iterator[Order]:
        """Order what may have changed of a document."""
        key = self._inputs.key(document)
        wanted: list[FileFormat] = []
        trees: dict[FileFormat, str] = {}
        for format in self._choices.formats.of(document):
            entry = self._building.entry(document, format)
            if entry is not None and entry.inputs == key and not self._choices.force:
                self._building.done(Built(document, format, path_of(document, format), "unchanged"))
                continue
            wanted.append(format)
            if entry is not None and not self._choices.force:
                trees[format] = entry.tree
        if wanted:
            watched = (self._reasons.changed if self._reasons is not None else None) or frozenset()
            yield Order(document, tuple(wanted), trees, render=not self._choices.dry, watched=watched)

    def _size(self, order: Order) -> int:
        """Guess how long a document takes: by the file that is there, or else by its kind."""
        for format in order.formats:
            path = self._outputs.folder / path_of(order.document, format)
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
        path = path_of(order.document, file.format)
        entry = replace(self._building.looking(file.format), inputs=self._inputs.key(order.document), tree=made.tree)
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
        path, agreement = path_of(order.document, format), order.document.agreement
        known = self._outputs.entries.get(self._outputs.name(path))
        there = (self._outputs.folder / path).is_file()
        return self._reasons.why(agreement, made.read, known, self._building.looking(format), there=there)

    def _built(
        self,
        order: Order,
        format: FileFormat,
        outcome: Literal["written", "unchanged", "failed", "stale"],
        reason: str = "",
    ) -> Built:
        return Built(order.document, format, path_of(order.document, format), outcome, reason)


_BY_HAND = (
    "somebody has changed the file that is there, or dsagen did not write it. "
    "Move it away, or use `--force` to replace it"
)
_LONG: Mapping[str, int] = {"dsa": 4, "dpia": 3, "appropriate_policy": 2, "privacy_notice": 1}
"""Which kinds of document are longer."""


def new_in_notice(findings: tuple[Finding, ...], known: tuple[Finding, ...]) -> tuple[Finding, ...]:
    """Give findings without those that another notice had too."""
    seen = {(each.rule, each.path, each.message) for each in known}
    return tuple(each for each in findings if (each.rule, each.path, each.message) not in seen)


def path_of(document: PlannedDocument, format: FileFormat) -> PurePosixPath:
    """Give the path of a file inside the output folder."""
    return document.file(FORMATS[format].extension)
