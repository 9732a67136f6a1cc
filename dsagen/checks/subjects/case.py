"""One agreement on one day, with everything around it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from typing import Any

from dsagen.checks.subjects.citation import Citation
from dsagen.checks.subjects.flow import FlowSubject
from dsagen.checks.subjects.item import Item
from dsagen.checks.subjects.party import PartySubject
from dsagen.checks.subjects.purpose import PurposeSubject
from dsagen.checks.subjects.side import Side
from dsagen.checks.subjects.text import Text, texts_of
from dsagen.law.catalogue import Catalogue
from dsagen.model.agreement import Agreement
from dsagen.model.vocabulary import Nation
from dsagen.model.workspace import Workspace
from dsagen.workspace.paths import join_path

__all__ = ["Case", "subjects_of"]


@dataclass(frozen=True)
class Case:
    """One agreement on one day. Withdrawn flows are not part of it."""

    agreement: Agreement
    workspace: Workspace
    law: Catalogue
    as_at: date
    """The day that the question is asked for: the version's date in a build, and otherwise the day of the check."""
    terms: frozenset[str] = field(default_factory=frozenset)
    """Words and abbreviations that the glossary of the documents explains."""

    @cached_property
    def path(self) -> str:
        """Give the id of the agreement."""
        return join_path("agreements", self.agreement.reference)

    @cached_property
    def nation(self) -> Nation:
        """Give the nation where the agreement applies."""
        return self.agreement.nation or self.workspace.settings.nation

    @cached_property
    def flows(self) -> tuple[FlowSubject, ...]:
        """Give the flows that have not ended."""
        live = [key for key, flow in self.agreement.flows.items() if flow.withdrawn_in is None]
        return tuple(FlowSubject(self, key) for key in live)

    @cached_property
    def parties(self) -> tuple[PartySubject, ...]:
        """Give the parties."""
        return tuple(PartySubject(self, key) for key in self.agreement.parties)

    @cached_property
    def active_below(self) -> frozenset[str]:
        """Give the parties that take part in a flow of an agreement under this one."""
        own, others = self.agreement.reference, self.workspace.agreements.values()
        below = [other for other in others if other.under is not None and other.under.reference == own]
        return frozenset(party for other in below for party in other.taking_part)

    @cached_property
    def purposes(self) -> tuple[PurposeSubject, ...]:
        """Give the purposes."""
        return tuple(PurposeSubject(self, key) for key in self.agreement.purposes)

    @cached_property
    def texts(self) -> tuple[Text, ...]:
        """Give every text that people wrote, of the agreement and of what it uses."""
        return tuple(texts_of(self))

    @property
    def sides(self) -> Iterator[Side]:
        """Give every controller's side of every flow."""
        return (side for flow in self.flows for side in flow.sides)

    @property
    def items(self) -> Iterator[Item]:
        """Give every field of every flow."""
        return (item for flow in self.flows for item in flow.items)

    @property
    def citations(self) -> Iterator[Citation]:
        """Give every gateway that a side cites."""
        return (citation for side in self.sides for citation in side.citations)


def subjects_of(case: Case, kind: type) -> Iterator[Any]:
    """Give every subject of a kind, in the order of the agreement. Raises `TypeError` for a kind that is none."""
    if kind is Case:
        yield case
    elif kind is PartySubject:
        yield from case.parties
    elif kind is PurposeSubject:
        yield from case.purposes
    elif kind is FlowSubject:
        yield from case.flows
    elif kind is Side:
        yield from case.sides
    elif kind is Citation:
        yield from case.citations
    elif kind is Item:
        yield from case.items
    elif kind is Text:
        yield from case.texts
    else:
        raise TypeError(kind)
