"""What an edit changes: exactly, by comparing every document before it and after it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from dsagen.documents.house import House, make_house
from dsagen.documents.library import Library
from dsagen.portfolio.build import planned
from dsagen.portfolio.inputs import Inputs
from dsagen.portfolio.leaves import Chain, chains, changed_leaves, leaves
from dsagen.portfolio.making import Maker
from dsagen.portfolio.plan import PlannedDocument
from dsagen.portfolio.pool import Crashed, processors, spread
from dsagen.portfolio.sketches import Section, Sketch, Sketcher
from dsagen.workspace import Reading

__all__ = ["Changed", "Reason", "Side", "compare"]


@dataclass(frozen=True)
class Side:
    """A workspace before an edit, or after it."""

    reading: Reading

    @cached_property
    def inputs(self) -> Inputs:
        """What each document rests on."""
        return Inputs(self.reading.workspace, self.reading.root)

    @cached_property
    def documents(self) -> list[PlannedDocument]:
        """The documents that the settings ask for."""
        return planned(self.reading.workspace, self.reading.law, self.reading.workspace.settings.documents)

    @cached_property
    def maker(self) -> Maker:
        """What composes its documents."""
        library = Library(self.reading.root / "templates")
        return Maker(self.reading.workspace, self.reading.law, library, self.house)

    @cached_property
    def house(self) -> House:
        """How its documents look."""
        return make_house(self.reading.workspace.settings, self.reading.house)


@dataclass(frozen=True)
class Reason:
    """A value that changed, and how the agreement rests on it."""

    path: str
    chain: Chain


@dataclass(frozen=True)
class Changed:
    """A document that an edit changes."""

    document: PlannedDocument
    what: str
    """`changed`, `new` or `gone`."""
    sections: tuple[str, ...]
    """The headings of the sections that differ. None where the look alone does."""
    parties: tuple[str, ...]
    """Those whose document it is, by id."""
    reasons: tuple[Reason, ...]
    problem: str = ""
    """Why it cannot be composed, where it cannot."""


def compare(before: Side, after: Side, jobs: int = 0) -> list[Changed]:
    """Compare every document of two readings of a workspace, and give those that differ, in order."""
    documents = list(dict.fromkeys((*before.documents, *after.documents)))
    restyled = before.house.digest != after.house.digest
    doubtful = [document for document in documents if restyled or _differs(before, after, document)]
    old = _sketched(before, [document for document in doubtful if document in set(before.documents)], jobs)
    new = _sketched(after, [document for document in doubtful if document in set(after.documents)], jobs)
    found = []
    for document in doubtful:
        first, second = old.get(document), new.get(document)
        if first is None or second is None or first.tree != second.tree or restyled or second.problem:
            found.append(_changed(before, after, document, first, second))
    return found


def _differs(before: Side, after: Side, document: PlannedDocument) -> bool:
    try:
        return before.inputs.key(document) != after.inputs.key(document)
    except KeyError:
        return True


def _sketched(side: Side, documents: Sequence[PlannedDocument], jobs: int) -> Mapping[PlannedDocument, Sketch]:
    count = min(jobs or processors(), max(1, len(documents) // _TOGETHER))
    found = {}
    for document, sketch in spread(Sketcher(side.maker), documents, count):
        found[document] = Sketch("", {}, frozenset(), sketch.reason) if isinstance(sketch, Crashed) else sketch
    return found


_TOGETHER = 4
"""So many documents are sketched in one process: a pool would cost more than it saves."""


def _changed(
    before: Side, after: Side, document: PlannedDocument, first: Sketch | None, second: Sketch | None
) -> Changed:
    what = "new" if first is None else "gone" if second is None else "changed"
    sections = list(_sections(first, second)) if first is not None and second is not None else []
    agreements = (side.reading.workspace.agreements.get(document.agreement) for side in (after, before))
    agreement = next(found for found in agreements if found is not None)
    return Changed(
        document,
        what,
        tuple(new.heading for _, new in sections),
        (document.party,) if document.party is not None else tuple(agreement.parties),
        tuple(_reasons(before, after, document, sections)),
        second.problem if second is not None else "",
    )


def _sections(first: Sketch, second: Sketch) -> Iterator[tuple[Section, Section]]:
    """Give the sections that differ. One that is on one side only is compared with nothing."""
    nothing = Section("", "", {})
    for identifier in {**second.sections, **first.sections}:
        old, new = first.sections.get(identifier, nothing), second.sections.get(identifier, nothing)
        if old.digest != new.digest:
            yield old, new if new.heading else old


def _reasons(
    before: Side, after: Side, document: PlannedDocument, sections: Sequence[tuple[Section, Section]]
) -> Iterator[Reason]:
    """Give the values that changed and that the sections show; all that changed, where they show none of them."""
    old, new = _leaves(before, document.agreement), _leaves(after, document.agreement)
    changed = changed_leaves(old, new)
    shown = {source for pair in sections for section in pair for source in section.sources}
    told = [path for path in changed if any(path == source or path.startswith(f"{source}/") for source in shown)]
    ways = {**_chains(before, document.agreement), **_chains(after, document.agreement)}
    for path in told or changed:
        entity = "/".join(path.split("/")[:2])
        yield Reason(path, ways.get(entity, Chain((entity,))))


def _leaves(side: Side, reference: str) -> Mapping[str, str]:
    return leaves(side.inputs, reference) if reference in side.reading.workspace.agreements else {}


def _chains(side: Side, reference: str) -> Mapping[str, Chain]:
    return chains(side.inputs, reference) if reference in side.reading.workspace.agreements else {}
