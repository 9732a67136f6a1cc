"""Views of how records are matched, as a privacy notice tells it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from dsagen.documents.told import Told
from dsagen.documents.views.alike import alike
from dsagen.documents.views.base import View
from dsagen.documents.views.flow import FlowView

__all__ = ["MatchedAlike", "MatchedWorse", "matched_alike", "matched_worse"]


@dataclass(frozen=True)
class MatchedAlike:
    """Flows that match records in the same way."""

    flows: list[FlowView]

    @property
    def match(self) -> Any:
        """The matching that stands for all: a notice says the same of each."""
        return self.flows[0].matching

    @property
    def compared(self) -> list[list[FlowView]]:
        """The flows, those that compare the same things together."""
        return alike(self.flows, lambda flow: _compared(flow.matching))


@dataclass(frozen=True)
class MatchedWorse:
    """A group of people for whom matching goes wrong more often, with all that is done about it."""

    group: Told
    measures: list[Told]


def matched_alike(flows: Iterable[FlowView]) -> list[MatchedAlike]:
    """Give the flows that match records, those of which a notice says the same together."""
    return [MatchedAlike(same) for same in alike(_matching(flows), lambda flow: _said(flow.matching))]


def matched_worse(flows: Iterable[FlowView]) -> list[MatchedWorse]:
    """Give the groups of people for whom matching goes wrong more often, each once."""
    entries = [entry for flow in _matching(flows) for entry in flow.matching.groups]
    return [MatchedWorse(same[0].group, _measures(same)) for same in alike(entries, lambda entry: str(entry.group))]


def _matching(flows: Iterable[FlowView]) -> list[FlowView]:
    return [flow for flow in flows if flow.matching]


def _said(match: Any) -> object:
    said = (match.rule, match.unmatch, match.compared, match.afterwards, match.afterwards_reason)
    return [str(words or "") for words in said]


def _compared(match: Any) -> object:
    sets = [match.identifiers, match.beside, *match.ways]
    return [[str(field.called_plainly) for field in fields] for fields in sets]


def _measures(entries: list[View]) -> list[Told]:
    return list({str(entry.measure): entry.measure for entry in entries if entry.measure}.values())
