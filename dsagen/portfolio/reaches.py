"""What a name reaches: every document that holds it. An upper bound of what an edit of it could change."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from jinja2 import meta

from dsagen.documents.library import Library
from dsagen.portfolio.impact import sketched
from dsagen.portfolio.leaves import Chain, chains
from dsagen.portfolio.plan import PlannedDocument
from dsagen.portfolio.sides import Side

__all__ = ["Reached", "Wanted", "reached", "templates_with"]


@dataclass(frozen=True)
class Wanted:
    """What is asked about."""

    paths: tuple[str, ...]
    """The values, by path. A document that reads one of them is reached."""
    entity: str | None = None
    """The entity that it is, or belongs to: agreements that rest on it are reached, whatever their documents read."""
    word: str | None = None
    """A word by which agreements name it, where it is no entity of the workspace."""


@dataclass(frozen=True)
class Reached:
    """A document that holds what was asked about."""

    document: PlannedDocument
    reads: bool
    """Whether it reads it. Otherwise only what is found about the agreement may change it."""
    parties: tuple[str, ...]
    """Those whose document it is, by id."""
    chain: Chain


def reached(side: Side, wanted: Wanted, jobs: int = 0) -> list[Reached]:
    """Give every document that an edit of something could change, in order.

    Why an upper bound: it is not known what the edit would be. A fact that nobody prints may decide what is found,
    and an error makes every document of its agreement a draft.
    """
    sketches = sketched(side, side.wanted.documents, wanted.paths, jobs)
    resting = {reference: _resting(side, wanted, reference) for reference in side.reading.workspace.agreements}
    found = []
    for document in side.wanted.documents:
        reads = bool(sketches[document].reads) or bool(sketches[document].problem)
        chain = resting[document.agreement]
        if reads or chain is not None:
            agreement = side.reading.workspace.agreements[document.agreement]
            parties = (document.party,) if document.party is not None else tuple(agreement.parties)
            found.append(Reached(document, reads, parties, chain or Chain((f"agreements/{document.agreement}",))))
    return found


def _resting(side: Side, wanted: Wanted, reference: str) -> Chain | None:
    """Give how an agreement rests on what is asked about, if it does."""
    ways = chains(side.inputs, reference)
    if wanted.entity is not None and wanted.entity in ways:
        return ways[wanted.entity]
    if wanted.word is not None:
        return next((chain for path, chain in ways.items() if side.inputs.names(path, wanted.word)), None)
    return None


def templates_with(library: Library, name: str) -> tuple[str, ...]:
    """Give every template that a template is part of, itself among them, as `templates/dsa/cover.html`."""
    environment = library.environment
    names = [found for found in environment.list_templates() if found.endswith(".html")]
    parts = {found: frozenset(_parts(library, found)) for found in names}
    whole = {name}
    while True:
        more = {found for found, used in parts.items() if used & whole} - whole
        if not more:
            return tuple(sorted(f"templates/{found}" for found in whole))
        whole |= more


def _parts(library: Library, name: str) -> Iterator[str]:
    environment = library.environment
    source = environment.loader.get_source(environment, name)[0] if environment.loader is not None else ""
    yield from (part for part in meta.find_referenced_templates(environment.parse(source)) if part is not None)
