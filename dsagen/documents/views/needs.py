"""Views of what is needed: the questions of a purpose, and the matrix of fields, purposes and recipients."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Any

from dsagen.checks.needs import Delivery, deliveries_of
from dsagen.checks.subjects import Case
from dsagen.documents.told import Told
from dsagen.documents.views.alike import alike
from dsagen.documents.views.base import View, World, views_of
from dsagen.documents.views.registers import FieldView, PartyView, party_view
from dsagen.model.purpose import EVERY_CONTENT, Need
from dsagen.workspace.paths import join_path

__all__ = ["Matrix", "MatrixField", "NeedView", "Part", "Use", "matrices"]

_WIDEST = 3
"""Purposes that stand beside each other in one table."""


@views_of(Need)
class NeedView(View):
    """A question, and the fields that answer it."""

    _entity: Need
    known: dict[str, FieldView]
    """The fields of the datasets that serve the purpose, by id."""

    @property
    def question(self) -> Told:
        """The question."""
        return Told(str(self.key), self._source)

    @cached_property
    def fields(self) -> list[FieldView]:
        """Every field that it names."""
        self._world.reads.note(self._source, self._entity)
        return self._of(self._entity.fields)

    @property
    def together(self) -> list[FieldView]:
        """The fields that are needed in any case."""
        return self._of(self._entity.all_of)

    @property
    def ways(self) -> list[list[FieldView]]:
        """The sets of fields of which one is enough beside those."""
        return [self._of(one) for one in self._entity.any_of]

    @property
    def levels(self) -> list[tuple[Any, Told]]:
        """How much is enough: each field with its level, or nothing in place of a field where it holds for all.

        Of a field that has no level, such as a name, there is nothing to say.
        """
        base = join_path(self._source, "detail")
        return [
            (
                None if name == EVERY_CONTENT else self.known[name].label,
                self._world.told(self._world.labels.word("Detail", level), join_path(base, name), level),
            )
            for name, level in self._entity.detail.items()
            if level != "none" and (name == EVERY_CONTENT or name in self.known)
        ]

    def _of(self, keys: Sequence[str]) -> list[FieldView]:
        return [self.known[key] for key in keys if key in self.known]


@dataclass(frozen=True)
class Use:
    """What a field is for, in one purpose and for some recipients."""

    questions: list[Told]
    """The questions that it answers. None where it only finds the right record."""
    matches: bool
    """Whether records are matched on it."""
    reasons: list[Any]
    """Why these recipients need it, each reason once."""


@dataclass(frozen=True)
class MatrixField:
    """A field, with its use in each purpose of a part of a matrix: nothing where it is not for that purpose."""

    field: FieldView
    uses: list[Use | None]


@dataclass(frozen=True)
class Part:
    """Purposes that stand beside each other, with the fields that the recipients need for any of them.

    A field that nobody needs for anything stands there too.
    """

    number: int
    purposes: list[View]
    fields: list[MatrixField]


@dataclass(frozen=True)
class Matrix:
    """What reaches recipients who receive the same, for which purposes and why."""

    key: str
    parties: list[PartyView]
    flows: list[View]
    parts: list[Part]


def matrices(world: World, flows: Sequence[Any], purposes: Sequence[View]) -> list[Matrix]:
    """Give what each recipient receives. Recipients who receive the same for the same reasons stand together."""
    case = Case(world.agreement, world.workspace, world.catalogue, world.as_at)
    received: dict[str, list[Delivery]] = {}
    for delivery in deliveries_of(case):
        received.setdefault(delivery.recipient.key, []).append(delivery)
    views = {str(flow.key): flow for flow in flows}
    made = [
        _matrix(party_view(world, party), found, views, {str(each.key): each for each in purposes})
        for party, found in received.items()
    ]
    return [_together(group) for group in alike(made, lambda matrix: _said(matrix))]


def _matrix(party: PartyView, deliveries: list[Delivery], flows: dict[str, Any], purposes: dict[str, View]) -> Matrix:
    world = party._world
    for delivery in deliveries:
        flow = delivery.flow
        world.reads.note(join_path(flow.path, "*needed", str(party.key)), _noted(delivery))
    acting = [key for key in purposes if any(key in _purposes(delivery) for delivery in deliveries)]
    parts = [
        Part(number, [purposes[key] for key in beside], list(_fields(deliveries, beside, flows, purposes)))
        for number, beside in enumerate(_beside_each_other(deliveries, acting), 1)
    ]
    used = {str(row.field.label) for part in parts for row in part.fields if any(row.uses)}
    parts = [
        replace(part, fields=[row for row in part.fields if any(row.uses) or str(row.field.label) not in used])
        for part in parts
    ]
    return Matrix(str(party.key), [party], [flows[delivery.flow.key] for delivery in deliveries], parts)


def _beside_each_other(deliveries: list[Delivery], acting: Sequence[str]) -> Iterator[list[str]]:
    """Give the purposes of each table: those that share a flow, and no more than stand beside each other."""
    left = list(acting)
    while left:
        beside = [left.pop(0)]
        for purpose in left:
            if any(purpose in _purposes(each) and set(beside) & set(_purposes(each)) for each in deliveries):
                beside.append(purpose)
        left = [purpose for purpose in left if purpose not in beside]
        yield from (beside[start : start + _WIDEST] for start in range(0, len(beside), _WIDEST))


def _noted(delivery: Delivery) -> list[object]:
    """Give what a delivery is needed for, in an order that is always the same."""
    asked = [
        (each.purpose, each.question, each.why_more, sorted(map(sorted, each.sets))) for each in delivery.requirements
    ]
    return [_purposes(delivery), asked]


def _purposes(delivery: Delivery) -> list[str]:
    return [purpose.key for purpose in delivery.purposes]


def _fields(
    deliveries: list[Delivery], acting: Sequence[str], flows: dict[str, Any], purposes: dict[str, View]
) -> Iterator[MatrixField]:
    """Give each field that reaches the recipient for one of some purposes, in the order of the flows."""
    views: dict[tuple[str, str], FieldView] = {}
    for delivery in deliveries:
        for item in flows[delivery.flow.key].fields if set(acting) & set(_purposes(delivery)) else ():
            views.setdefault((delivery.flow.flow.dataset, str(item.key)), item.field)
    for alike_fields in alike(views.items(), lambda entry: str(entry[1].label)):
        keys = [key for key, _ in alike_fields]
        uses = [_use(deliveries, keys, purpose, flows, purposes[purpose]) for purpose in acting]
        yield MatrixField(alike_fields[0][1], uses)


def _use(
    deliveries: list[Delivery], keys: list[tuple[str, str]], purpose: str, flows: dict[str, Any], view: View
) -> Use | None:
    """Give what a field does for a purpose, over all flows that bring it."""
    questions: dict[str, Told] = {}
    reasons: dict[str, Any] = {}
    matches = False
    for delivery in deliveries:
        field = next((key for dataset, key in keys if dataset == delivery.flow.flow.dataset), None)
        if field not in delivery.fields or purpose not in _purposes(delivery):
            continue
        asked = [each for each in delivery.requirements if field in each.fields and each.purpose in (purpose, "")]
        matches = matches or any(each.is_matching for each in asked)
        for each in asked:
            if not each.is_matching:
                source = join_path(view._source, "needs", each.question)
                questions.setdefault(each.question, Told(each.question, source))
        if asked:
            item = next(item for item in flows[delivery.flow.key].fields if str(item.key) == field)
            reasons.setdefault(str(item.reason), item.reason)
    return Use(list(questions.values()), matches, list(reasons.values())) if reasons else None


def _said(matrix: Matrix) -> object:
    """Give all that a matrix prints below its heading, to find those that say the same."""
    return [
        (
            [str(purpose.key) for purpose in part.purposes],
            [
                (
                    str(row.field.label),
                    str(row.field.detail),
                    [
                        use
                        and ([str(question) for question in use.questions], use.matches, [str(x) for x in use.reasons])
                        for use in row.uses
                    ],
                )
                for row in part.fields
            ],
        )
        for part in matrix.parts
    ]


def _together(group: list[Matrix]) -> Matrix:
    parties = [party for matrix in group for party in matrix.parties]
    flows = list({str(flow.key): flow for matrix in group for flow in matrix.flows}.values())
    return Matrix(group[0].key, parties, sorted(flows, key=lambda flow: str(flow.key)), group[0].parts)
