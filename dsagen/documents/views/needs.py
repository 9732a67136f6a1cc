"""The matrix of fields, purposes and recipients: what reaches whom, for which purpose and why."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
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

__all__ = ["Matrix", "MatrixField", "Reason", "Use", "matrices"]

_Shared = tuple[str, str]

_WIDEST = 2
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
    """A field, with its use in each purpose of a table: nothing where it is not for that purpose."""

    field: FieldView
    uses: list[Use | None]
    reasons: list[Reason]
    """Why it travels, for whatever purpose."""

    @property
    def needed(self) -> bool:
        """Whether any of the purposes needs it."""
        return any(self.uses)

    @cached_property
    def flows(self) -> list[Told]:
        """The flows that bring it, in the order of their references."""
        return _once(flow for reason in self.reasons for flow in reason.flows)


@dataclass(frozen=True)
class Matrix:
    """One table: what reaches some recipients, for purposes that stand beside each other.

    It holds the fields that they need for any of these purposes, and those that they need for nothing.
    """

    key: str
    """The first of the recipients, and the number of its table."""
    parties: list[PartyView]
    purposes: list[PurposeView]
    fields: list[MatrixField]

    @cached_property
    def flows(self) -> list[Told]:
        """The flows that bring the fields, in the order of their references."""
        return _once(flow for row in self.fields for flow in row.flows)

    @cached_property
    def in_one_way(self) -> bool:
        """Whether each field comes by the same flows as every other."""
        return all(row.flows == self.flows for row in self.fields)


def matrices(world: World, flows: Sequence[FlowView], purposes: Sequence[PurposeView]) -> list[Matrix]:
    """Give the tables of what each recipient receives. Recipients of whom a table says the same share it."""
    case = Case(world.agreement, world.workspace, world.catalogue, world.as_at)
    known = {str(flow.key): (flow.key, {str(item.key): item for item in flow.fields}) for flow in flows}
    received: dict[str, list[_Arrival]] = {}
    for delivery in deliveries_of(case):
        world.reads.note(join_path(delivery.flow.path, "*needed", delivery.recipient.key), _noted(delivery))
        received.setdefault(delivery.recipient.key, []).append(_Arrival(delivery, *known[delivery.flow.key]))
    asking = {str(purpose.key): purpose for purpose in purposes}
    tables = [table for party, arrivals in received.items() for table in _tables(party, arrivals, asking)]
    return [_matrix(world, group, received) for group in alike(tables, lambda table: table.said)]


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


@dataclass(frozen=True)
class _Table:
    """A table of one recipient."""

    party: str
    number: int
    purposes: list[PurposeView]
    rows: list[MatrixField]

    @property
    def said(self) -> object:
        """All that it says below its heading, to find those that say the same."""
        rows = [(row.field.as_shared, [_said(use) for use in row.uses], _words(row.reasons)) for row in self.rows]
        return [str(purpose.key) for purpose in self.purposes], rows


def _tables(party: str, arrivals: Sequence[_Arrival], purposes: dict[str, PurposeView]) -> list[_Table]:
    """Give the tables of one recipient. A field that is needed for nothing is in the first that could hold it."""
    acting = [purpose for key, purpose in purposes.items() if any(key in arrival.purposes for arrival in arrivals)]
    needed = {str(one.key): {row.field.as_shared for row in _rows(arrivals, [one]) if row.needed} for one in acting}
    placed = set().union(*needed.values())
    tables = []
    for number, beside in enumerate(_beside_each_other(acting, needed), 1):
        rows = [row for row in _rows(arrivals, beside) if row.needed or row.field.as_shared not in placed]
        placed |= {row.field.as_shared for row in rows}
        tables += [_Table(party, number, beside, rows)] if rows else []
    return tables


def _matrix(world: World, group: Sequence[_Table], received: dict[str, list[_Arrival]]) -> Matrix:
    """Give a table of recipients of whom the same is said, with the flows that bring it to any of them."""
    first = group[0]
    kept = {row.field.as_shared for row in first.rows}
    arrivals = [arrival for table in group for arrival in received[table.party]]
    rows = [row for row in _rows(arrivals, first.purposes) if row.field.as_shared in kept]
    parties = [party_view(world, table.party) for table in group]
    return Matrix(f"{first.party}/{first.number}", parties, first.purposes, rows)


def _beside_each_other(acting: Sequence[PurposeView], needed: dict[str, set[_Shared]]) -> Iterator[list[PurposeView]]:
    """Give the purposes of each table: those for which mostly the same fields are needed.

    Why: beside each other, purposes that have little in common leave half of the cells without a word.
    """
    left = list(acting)
    while left:
        first = left.pop(0)
        own = needed[str(first.key)]
        others = [one for one in left if 2 * len(own & needed[str(one.key)]) >= len(own | needed[str(one.key)]) > 0]
        beside = [first, *others][:_WIDEST]
        left = [one for one in left if one not in beside]
        yield beside


def _rows(arrivals: Sequence[_Arrival], purposes: Sequence[PurposeView]) -> Iterator[MatrixField]:
    """Give each field that arrives for one of some purposes, in the order of the flows."""
    acting = {str(purpose.key) for purpose in purposes}
    coming: dict[_Shared, list[tuple[_Arrival, str]]] = {}
    for arrival in arrivals:
        for key, item in arrival.items.items() if acting & set(arrival.purposes) else ():
            coming.setdefault(item.field.as_shared, []).append((arrival, key))
    for group in coming.values():
        arrival, key = group[0]
        yield MatrixField(arrival.items[key].field, [_use(group, purpose) for purpose in purposes], _reasons(group))


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
    return [Reason(same[0][0].items[same[0][1]].reason, _once(arrival.flow for arrival, _ in same)) for same in found]


def _once(flows: Iterable[Told]) -> list[Told]:
    """Give each flow once, in the order of their references."""
    return sorted({str(flow): flow for flow in flows}.values())


def _said(use: Use | None) -> object:
    return use and ([str(question) for question in use.questions], use.matches, _words(use.reasons))


def _words(reasons: Sequence[Reason]) -> list[str]:
    return [str(reason.words) for reason in reasons]
