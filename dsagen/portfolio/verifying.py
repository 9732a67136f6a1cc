"""Verify outputs: each file against the lock file, and the lock file against what the sources say now.

**Why without git.** Who receives a folder of documents wants to know that nobody has changed them, and that they are
those of today. The lock file and the sources are enough to tell. Nothing is written.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path, PurePosixPath
from typing import Literal, get_args

from dsagen.documents.house import House
from dsagen.documents.library import Library
from dsagen.model.vocabulary import FileFormat
from dsagen.portfolio.inputs import Inputs, look_of, writer_digest
from dsagen.portfolio.lock import LOCK_FILE, Entry, has_marks_of_a_merge
from dsagen.portfolio.making import Maker, Order
from dsagen.portfolio.outputs import Outputs, file_digest
from dsagen.portfolio.plan import PlannedDocument
from dsagen.portfolio.pool import Crashed, processors, spread
from dsagen.portfolio.proving import Proof, ProofOfFile, Prover
from dsagen.portfolio.wanted import Wanted
from dsagen.workspace import Reading
from dsagen.writers import FORMATS

__all__ = ["State", "Verification", "Verified", "verify"]

State = Literal[
    "as_built", "out_of_date", "changed_by_hand", "missing", "not_built", "not_in_lock", "left_over", "failed"
]
"""What is true of one output. `failed` is one that could not be made again, so that nothing is known of it."""

_FINE: frozenset[State] = frozenset({"as_built", "left_over", "failed"})
_TOGETHER = 3
"""So many documents are made in one process: a pool would cost more than it saves."""


@dataclass(frozen=True)
class Verified:
    """What is true of one output."""

    path: PurePosixPath
    """From the folder of the lock file."""
    state: State
    reason: str = ""
    document: PlannedDocument | None = None
    """None where the settings do not ask for it, or where that cannot be told."""
    format: FileFormat | None = None
    trace: str = ""
    """Where dsagen itself failed."""

    @property
    def is_stale(self) -> bool:
        """Tell whether the file is not what the sources say, or somebody has changed it."""
        return self.state not in _FINE


@dataclass(frozen=True)
class Verification:
    """What is true of an output folder."""

    home: Path
    """The folder of the lock file."""
    outputs: tuple[Verified, ...]
    others: tuple[PurePosixPath, ...]
    """Files in the output folder that dsagen did not write, from the folder of the lock file."""
    merged: bool
    """Whether git has left its marks in the lock file."""
    has_lock: bool
    missing_libraries: str = ""
    """Where the libraries for PDF are missing: the loader's own words."""

    @property
    def is_stale(self) -> bool:
        """Tell whether anything is out of date or changed by hand."""
        return self.merged or any(output.is_stale for output in self.outputs)

    @property
    def failures(self) -> list[Verified]:
        """Give the files that could not be made again."""
        return [output for output in self.outputs if output.state == "failed"]


def verify(
    reading: Reading, library: Library, house: House, outputs: Outputs, *, rebuild: bool = False, jobs: int = 0
) -> Verification:
    """Verify the outputs of a folder. `rebuild` renders every file again and compares bytes."""
    return _Verifier(reading, library, house, outputs, rebuild, jobs or processors()).run()


class _Verifier:
    def __init__(
        self, reading: Reading, library: Library, house: House, outputs: Outputs, rebuild: bool, jobs: int
    ) -> None:
        self._reading = reading
        self._maker = Maker(reading.workspace, reading.law, library, house)
        self._inputs = Inputs(reading.workspace, reading.root)
        self._outputs = outputs
        self._rebuild = rebuild
        self._jobs = jobs
        self._house, self._writer = house, writer_digest()
        self._missing = ""
        self._wanted = Wanted(reading)

    def run(self) -> Verification:
        seen = [output for document in self._wanted.documents for output in self._seen(document)]
        proven = self._proven([output for output in seen if output.state == "failed"])
        found = [proven.get(output.path, output) for output in seen]
        found += self._unasked({output.path for output in seen})
        home = self._outputs.home
        return Verification(
            home,
            tuple(found),
            tuple(self._others({output.path for output in found})),
            has_marks_of_a_merge(home),
            (home / LOCK_FILE).exists(),
            self._missing,
        )

    def _seen(self, document: PlannedDocument) -> Iterator[Verified]:
        """Give what can be told without making the document; `failed` stands for what cannot be told yet."""
        wanted = self._wanted.formats(document)
        for format in (format for format in get_args(FileFormat) if format in wanted):
            name = self._outputs.name(document.file(FORMATS[format].extension))
            entry = self._outputs.entries.get(name)
            state, reason = self._state(name, entry, self._inputs.key(document), format)
            yield Verified(name, state, reason, document, format)

    def _state(self, name: PurePosixPath, entry: Entry | None, key: str, format: FileFormat) -> tuple[State, str]:
        digest = file_digest(self._outputs.home / name)
        if entry is None:
            return ("not_built", "") if digest is None else ("not_in_lock", "")
        if digest is None:
            return "missing", ""
        if digest != entry.file:
            return "changed_by_hand", ""
        if entry.house != look_of(self._house, format):
            return "out_of_date", "the house style has changed"
        if entry.writer != self._writer:
            return "out_of_date", "another version of dsagen wrote it"
        return ("failed" if self._rebuild or entry.inputs != key else "as_built"), ""

    def _proven(self, doubtful: Sequence[Verified]) -> Mapping[PurePosixPath, Verified]:
        """Make documents again, and compare what they say with the lock file; with `rebuild`, their bytes too."""
        orders: dict[PlannedDocument, list[Verified]] = {}
        for output in doubtful:
            assert output.document is not None
            orders.setdefault(output.document, []).append(output)
        asked = [
            Order(document, tuple(file.format for file in files if file.format), {}, render=self._rebuild)
            for document, files in orders.items()
        ]
        found: dict[PurePosixPath, Verified] = {}
        jobs = min(self._jobs, max(1, len(asked) // _TOGETHER))
        for order, proof in spread(Prover(self._maker), asked, jobs):
            for place, output in enumerate(orders[order.document]):
                found[output.path] = self._judged(output, proof, place)
        return found

    def _judged(self, output: Verified, proof: Proof | Crashed, place: int) -> Verified:
        file = ProofOfFile(reason=proof.reason) if isinstance(proof, Crashed) else proof.files[place]
        entry = self._outputs.entries[output.path]
        if not isinstance(proof, Crashed) and proof.tree and proof.tree != entry.tree:
            return replace(output, state="out_of_date", reason="the sources say something else now")
        if file.reason:
            self._missing = self._missing or file.missing
            return replace(output, reason=file.reason, trace=file.trace)
        if self._rebuild and file.digest != entry.file:
            return replace(output, state="out_of_date", reason="made again, it has other bytes")
        return replace(output, state="as_built")

    def _unasked(self, asked: set[PurePosixPath]) -> Iterator[Verified]:
        """Give the outputs that nothing asks for any more, and those of which that cannot be told."""
        left_over = set(self._wanted.left_over(self._outputs))
        for name, entry in sorted(self._outputs.entries.items()):
            if name in asked or not self._wanted.concerns(name, self._outputs):
                continue
            digest = file_digest(self._outputs.home / name)
            if digest not in (None, entry.file):
                yield Verified(name, "changed_by_hand")
            elif name in left_over:
                yield Verified(name, "left_over", "" if digest is not None else "it is gone already")
            else:
                yield Verified(name, "failed", "what it is made from cannot be read")

    def _others(self, known: set[PurePosixPath]) -> Iterator[PurePosixPath]:
        home, folder = self._outputs.home, self._outputs.folder
        own = {home / LOCK_FILE, *self._outputs.own.rglob("*")}
        for path in sorted(folder.rglob("*")):
            name = PurePosixPath(path.absolute().relative_to(home.absolute()).as_posix())
            if path.is_file() and path not in own and name not in known and self._wanted.concerns(name, self._outputs):
                yield name
