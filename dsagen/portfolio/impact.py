"""What an edit changes: exactly, by comparing every document before it and after it."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Literal

from dsagen.portfolio.leaves import Chain, chains, changed_values, entity_of
from dsagen.portfolio.plan import PlannedDocument
from dsagen.portfolio.pool import Crashed, processors, spread
from dsagen.portfolio.sides import Side
from dsagen.portfolio.sketches import Section, Sketch, Sketcher

__all__ = ["HOUSE_STYLE", "Changed", "Reason", "compare", "sketched"]

HOUSE_STYLE = "dsagen.yaml/house_style"
"""The path of the reason where only the look of documents changes."""
_TOGETHER = 4
"""So many documents are sketched in one process: a pool would cost more than it saves."""


@dataclass(frozen=True)
class Reason:
    """A value that changed, and how the agreement rests on it."""

    path: str
    chain: Chain


@dataclass(frozen=True)
class Changed:
    """A document that an edit changes."""

    document: PlannedDocument
    what: Literal["changed", "restyled", "new", "gone", "new file"]
    """`restyled` where the look alone changes; `new file` where it only gets another format."""
    sections: tuple[str, ...]
    """The headings of the sections that differ. None where the look alone does."""
    files: tuple[str, ...]
    """What a build writes, or leaves to be removed, inside the output folder."""
    parties: tuple[str, ...]
    """Those whose document it is, by id."""
    reasons: tuple[Reason, ...]
    problem: str = ""
    """Why it cannot be composed, where it cannot."""


def compare(before: Side, after: Side, jobs: int = 0) -> list[Changed]:
    """Compare every document of two readings of a workspace, and give those that differ, in order."""
    return _Comparison(before, after, jobs).changed()


def sketched(
    side: Side, documents: Sequence[PlannedDocument], watched: Collection[str] = (), jobs: int = 0
) -> Mapping[PlannedDocument, Sketch]:
    """Sketch documents of one side on all processors, or on so many as `jobs` says."""
    count = min(jobs or processors(), max(1, len(documents) // _TOGETHER))
    found = {}
    for document, sketch in spread(Sketcher(side.maker, watched), documents, count):
        found[document] = Sketch("", {}, frozenset(), sketch.reason) if isinstance(sketch, Crashed) else sketch
    return found


class _Comparison:
    def __init__(self, before: Side, after: Side, jobs: int) -> None:
        self._before = before
        self._after = after
        self._jobs = jobs
        self._restyled = before.house.digest != after.house.digest
        self._ways: dict[str, Mapping[str, Chain]] = {}

    def changed(self) -> list[Changed]:
        before, after = self._before, self._after
        documents = [
            document
            for document in dict.fromkeys((*before.wanted.documents, *after.wanted.documents))
            if self._is_readable(document)
        ]
        doubtful = [document for document in documents if self._may_differ(document)]
        both = [document for document in doubtful if before.wanted.formats(document) and after.wanted.formats(document)]
        old = sketched(before, both, self._values, self._jobs)
        new = sketched(after, both, self._values, self._jobs)
        found = (self._compared(document, old.get(document), new.get(document)) for document in documents)
        return [each for each in found if each is not None]

    @cached_property
    def _values(self) -> frozenset[str]:
        return frozenset(changed_values(self._before.inputs, self._after.inputs))

    def _is_readable(self, document: PlannedDocument) -> bool:
        """Tell whether the agreement could be read on both sides: one that cannot be read is not gone."""
        place = self._before.reading.sources.key(f"agreements/{document.agreement}")
        lost = document.agreement not in self._after.reading.workspace.agreements
        return not (lost and place is not None and place.file in self._after.reading.failed)

    def _may_differ(self, document: PlannedDocument) -> bool:
        if self._before.as_at != self._after.as_at:
            return True
        known = (side.reading.workspace.agreements for side in (self._before, self._after))
        if any(document.agreement not in agreements for agreements in known):
            return True
        return self._before.inputs.key(document) != self._after.inputs.key(document)

    def _compared(self, document: PlannedDocument, first: Sketch | None, second: Sketch | None) -> Changed | None:
        before, after = self._before, self._after
        old, new = before.files(document), after.files(document)
        if not old or not new:
            what: Literal["new", "gone"] = "new" if new else "gone"
            return self._made(document, what, new or old, []) if new or old else None
        if first is not None and second is not None and (first.tree != second.tree or second.problem):
            return self._made(document, "changed", new, list(_sections(first, second)), first, second)
        fresh = tuple(file for file in new if file not in old)
        styled = tuple(file for file in new if file in after.files(document, styled=True) or file in fresh)
        if self._restyled and styled:
            return self._made(document, "restyled", styled, [])
        return self._made(document, "new file", fresh, []) if fresh else None

    def _made(
        self,
        document: PlannedDocument,
        what: Literal["changed", "restyled", "new", "gone", "new file"],
        files: tuple[str, ...],
        sections: Sequence[tuple[Section, Section]],
        first: Sketch | None = None,
        second: Sketch | None = None,
    ) -> Changed:
        sides = (self._after, self._before)
        agreements = (side.reading.workspace.agreements.get(document.agreement) for side in sides)
        agreement = next(found for found in agreements if found is not None)
        read = frozenset(path for sketch in (first, second) if sketch is not None for path in sketch.reads)
        return Changed(
            document,
            what,
            tuple(new.heading or old.heading for old, new in sections),
            files,
            (document.party,) if document.party is not None else tuple(agreement.parties),
            tuple(self._reasons(document, what, sections, read)),
            second.problem if second is not None else "",
        )

    def _reasons(
        self, document: PlannedDocument, what: str, sections: Sequence[tuple[Section, Section]], read: frozenset[str]
    ) -> Iterator[Reason]:
        """Give the values that changed and that these sections show; else those that it read; else all of its own."""
        if what == "restyled":
            yield Reason(HOUSE_STYLE, Chain(()))
            return
        if what == "new file":
            yield Reason("settings/formats", Chain(()))
            return
        if what in ("new", "gone") and not self._values:
            yield Reason("settings/documents", Chain(()))
            return
        ways = self._chains(document.agreement)
        own = sorted(path for path in self._values if entity_of(path) in ways or not _is_entity(path))
        shown = {source for pair in sections for section in pair for source in section.sources}
        told = [path for path in own if any(path == source or path.startswith(f"{source}/") for source in shown)]
        for path in told or [path for path in own if path in read] or own:
            yield Reason(path, ways.get(entity_of(path), Chain(())))

    def _chains(self, reference: str) -> Mapping[str, Chain]:
        if reference not in self._ways:
            found: dict[str, Chain] = {}
            for side in (self._before, self._after):
                if reference in side.reading.workspace.agreements:
                    found |= chains(side.inputs, reference)
            self._ways[reference] = found
        return self._ways[reference]


def _is_entity(path: str) -> bool:
    return path.split("/")[0] in ("agreements", "parties", "people", "datasets")


def _sections(first: Sketch, second: Sketch) -> Iterator[tuple[Section, Section]]:
    """Give the sections that differ. One that is on one side only is compared with nothing."""
    nothing = Section("", "", {})
    for identifier in {**second.sections, **first.sections}:
        old, new = first.sections.get(identifier, nothing), second.sections.get(identifier, nothing)
        if old.digest != new.digest:
            yield old, new
