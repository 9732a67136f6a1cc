"""The matrix of fields, purposes and recipients: what reaches whom, for which purpose and why."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from dsagen.checks.needs import Delivery, deliveries_of
from dsagen.checks.subjects import Case
from dsagen.documents.told import Told
from dsagen.documents.views.alike import alike
from dsagen.documents.views.base import World
from dsagen.documents.views.flow import FlowFieldView, FlowView
from dsagen.documents.views.purpose import PurposeView
from dsagen.documents.views.registers import FieldView, PartyView, party_view
from dsagen.workspace.paths import join_path

__all__ = ["Matrix", "MatrixField", "Part", "Reason", "Use", "matrices"]

_WIDEST = 3
"""Purposes that stand beside each other in one table."""


@dataclass(frozen=True)
class Reason:
    """Why recipients need a field, and the flows that give this reason."""

    words: Any
    flows: list[Told]


@dataclass(frozen=True)
class Use:
    """What a field is for, in one purpose and for some recipients."""

    questions: list[Told]
    """The questions that it answers."""
    matches: bool
    """Whether records are matched on it."""
    reasons: list[Reason]


@dataclass(frozen=True)
class MatrixField:
    """A field, with its use in each purpose of a part of a matrix: nothing where it is not for that purpose."""

    field: FieldView
    uses: list[Use | None]
    reasons: list[Reason]
    """Why it travels, for whatever purpose."""

    @property
    def needed(self) -> bool:
        """Whether any of the purposes needs it."""
        return any(self.uses)

    @property
    def flows(self) -> list[Told]:
        """The flows that bring it."""
        return [flow for reason in self.reasons for flow in reason.flows]


@dataclass(frozen=True)
class Part:
    """Purposes that stand beside each other, with the fields that the recipients need for any of them.

    A field that nobody needs for anything stands there too.
    """

    number: int
    purposes: list[PurposeView]
    fields: list[MatrixField]

    @property
    def flows(self) -> list[Told]:
        """The flows that bring the fields, in the order of their references."""
        return list({str(flow): flow for flow in sorted(flow for row in self.fields for flow in row.flows)}.values())

    @property
    def in_one_way(self) -> bool:
        """Whether each field comes by the same flows as every other."""
        return all(sorted(row.flows) == self.flows for row in self.fields)


@dataclass(frozen=True)
class Matrix:
    """What reaches recipients who receive the same, for which purposes and why."""

    key: str
    parties: list[PartyView]
    parts: list[Part]


def matrices(world: World, flows: Sequence[FlowView], purposes: Sequence[PurposeView]) -> list[Matrix]:
    """Give what each recipient receives. Recipients who receive the same for the same reasons stand together."""
    case = Case(world.agreement, world.workspace, world.catalogue, world.as_at)
    items = {str(flow.key): {str(item.key): item for item in flow.fields} for flow in flows}
    asking = {str(purpose.key): purpose for purpose in purposes}
    order = list(items)
    received: dict[str, list[_Arrival]] = {}
    for delivery in deliveries_of(case):
        world.reads.note(join_path(delivery.flow.path, "*needed", delivery.recipient.key), _noted(delivery))
        flow = flows[order.index(delivery.flow.key)]
        received.setdefault(delivery.recipient.key, []).append(_Arrival(delivery, flow.key, items[str(flow.key)]))
    said = {party: _said(_parts(arrivals, asking)) for party, arrivals in received.items()}
    return [
        Matrix(
            group[0],
            [party_view(world, party) for party in group],
            _parts([arrival for party in group for arrival in received[party]], asking),
        )
        for group in alike(received, lambda party: said[party])
    ]


@dataclass(frozen=True)
class _Arrival:
    """One flow to one recipient, with its fields as documents see them."""

    delivery: Delivery
    flow: Told
    items: dict[str, FlowFieldView]

    @property
    def purposes(self) -> list[str]:
        return [purpose.key for purpose in self.delivery.purposes]


def _noted(delivery: Delivery) -> list[object]:
    """Give what a delivery is needed for, in an order that is always the same."""
    asked = [
        (each.purpose, each.question, each.why_more, sorted(map(sorted, each.sets))) for each in delivery.requirements
    ]
    return [[purpose.key for purpose in delivery.purposes], asked]


def _parts(arrivals: Sequence[_Arrival], purposes: dict[str, PurposeView]) -> list[Part]:
    acting = [key for key in purposes if any(key in arrival.purposes for arrival in arrivals)]
    tables = [
        ([purposes[key] for key in beside], list(_fields(arrivals, [purposes[key] for key in beside])))
        for beside in _beside_each_other(arrivals, acting)
    ]
    needed = {str(row.field.label) for _, rows in tables for row in rows if row.needed}
    kept = [(beside, [row for row in rows if row.needed or str(row.field.label) not in needed]) for beside, rows in tables]
    return [Part(number, beside, rows) for number, (beside, rows) in enumerate(kept, 1) if rows]


def _beside_each_other(arrivals: Sequence[_Arrival], acting: Sequence[str]) -> Iterator[list[str]]:
    """Give the purposes of each table: those that share a flow, and no more than stand beside each other."""
    left = list(acting)
    while left:
        beside = [left.pop(0)]
        for purpose in left:
            if any(purpose in arrival.purposes and set(beside) & set(arrival.purposes) for arrival in arrivals):
                beside.append(purpose)
        left = [purpose for purpose in left if purpose not in beside]
        yield from (beside[start : start + _WIDEST] for start in range(0, len(beside), _WIDEST))


def _fields(arrivals: Sequence[_Arrival], purposes: Sequence[PurposeView]) -> Iterator[MatrixField]:
    """Give each field that reaches the recipients for one of some purposes, in the order of the flows."""
    acting = {str(purpose.key) for purpose in purposes}
    coming = [
        (arrival, key) for arrival in arrivals if acting & set(arrival.purposes) for key in arrival.delivery.flow.flow.fields
    ]
    for group in alike(coming, lambda pair: str(pair[0].items[pair[1]].field.label)):
        arrival, key = group[0]
        uses = [_use(group, purpose) for purpose in purposes]
        yield MatrixField(arrival.items[key].field, uses, _reasons(group))


def _use(group: Sequence[tuple[_Arrival, str]], purpose: PurposeView) -> Use | None:
    """Give what a field does for a purpose, over all flows that bring it."""
    questions: dict[str, Told] = {}
    matches = False
    needed: list[tuple[_Arrival, str]] = []
    for arrival, key in group:
        if str(purpose.key) not in arrival.purposes:
            continue
        asked = [each for each in arrival.delivery.requirements if key in each.fields]
        asked = [each for each in asked if each.is_matching or each.purpose == str(purpose.key)]
        matches = matches or any(each.is_matching for each in asked)
        for each in asked:
            if not each.is_matching:
                source = join_path(purpose._source, "needs", each.question)
                questions.setdefault(each.question, Told(each.question, source))
        if asked or not purpose._entity.needs:
            needed.append((arrival, key))
    return Use(list(questions.values()), matches, _reasons(needed)) if needed else None


def _reasons(group: Sequence[tuple[_Arrival, str]]) -> list[Reason]:
    """Give each reason once, with the flows that give it."""
    found = alike(group, lambda pair: str(pair[0].items[pair[1]].reason))
    return [
        Reason(same[0][0].items[same[0][1]].reason, list({str(arrival.flow): arrival.flow for arrival, _ in same}.values()))
        for same in found
    ]


def _said(parts: Sequence[Part]) -> object:
    """Give all that a matrix prints below its heading, to find those that say the same."""
    return [
        (
            [str(purpose.key) for purpose in part.purposes],
            [(row.field.as_shared, [_said_of(use) for use in row.uses], _words(row.reasons)) for row in part.fields],
        )
        for part in parts
    ]


def _said_of(use: Use | None) -> object:
    return use and ([str(question) for question in use.questions], use.matches, _words(use.reasons))


def _words(reasons: Sequence[Reason]) -> list[str]:
    return [str(reason.words) for reason in reasons]
