"""Views of the numbers that stand for a person: which rule lets each party hold one, and how far it was checked."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from dsagen.documents.labels import from_id
from dsagen.documents.told import Told
from dsagen.documents.views.alike import alike
from dsagen.documents.views.base import View, views_of
from dsagen.documents.views.flow import FlowFieldView, SideView
from dsagen.documents.views.law import GatewayView, LawRecordView, law_view
from dsagen.law.identifiers import IdentifierRule
from dsagen.model.basis import IdentifierBasis

__all__ = [
    "IdentifierBasisView",
    "IdentifierRuleView",
    "IdentifierUse",
    "identifier_uses",
    "numbers_known",
    "numbers_with_a_promise",
    "rules_relied_on",
]


class IdentifierRuleView(LawRecordView):
    """A rule of the table of identifiers."""

    _entity: IdentifierRule  # type: ignore[assignment]

    @property
    def cited(self) -> Told:
        """The provision that gives the reason, or the name of the reason where no Act gives it."""
        if self._entity.statutory:
            key = self._entity.id
            return GatewayView(self._world.catalogue.gateway(key), f"law/gateways/{key}", self._world).cited
        return self._world.told(from_id(self._entity.id), self._source)


@views_of(IdentifierBasis)
class IdentifierBasisView(View):
    """Why a party may hold a number."""

    _entity: IdentifierBasis
    item: FlowFieldView

    @cached_property
    def law(self) -> View:
        """The rule as a record of the law: of the number's own table, of another's, or a gateway."""
        rule, number = self.__getattr__("rule").value, self.item.field._entity.identifier
        tables = self._world.catalogue.identifiers
        own = [number] if number is not None and number in tables else []
        for name in dict.fromkeys([*own, *tables]):
            for record in tables[name].rules:
                if record.id == rule:
                    return IdentifierRuleView(record, f"law/identifiers/{name}/rules/{rule}", self._world)
        return GatewayView(self._world.catalogue.gateway(rule), f"law/gateways/{rule}", self._world)


@dataclass(frozen=True)
class IdentifierUse:
    """A number that parties send or receive in some flows, and why they may hold it."""

    sides: list[SideView]
    item: FlowFieldView
    basis: Any
    """Their reason, or nothing where they give none."""

    @property
    def number(self) -> Any:
        """Which number it is, where the field's own label says something else."""
        field = self.item.field
        return None if str(field.identifier or "").casefold() == str(field.label).casefold() else field.identifier


def identifier_uses(sides: Iterable[SideView]) -> list[IdentifierUse]:
    """Give each number that stands for a person, with the parties that send or receive it for the same reason."""
    held = [
        (side, item)
        for side in sides
        for item in side.flow.fields
        if item.field._entity.identifier is not None or item.key.value in _given(side)
    ]
    groups = alike(held, _same)
    return [IdentifierUse([side for side, _ in group], group[0][1], _basis(*group[0])) for group in groups]


def _given(side: SideView) -> dict[str, IdentifierBasis]:
    return side.said("identifiers") or {}


def _same(use: tuple[SideView, FlowFieldView]) -> object:
    side, item = use
    field = item.field._entity
    return field.label, field.identifier, _given(side).get(str(item.key))


def _basis(side: SideView, item: FlowFieldView) -> Any:
    if item.key.value not in _given(side):
        return None
    view = side.basis.identifiers[item.key.value]
    view.item = item
    return view


def numbers_known(uses: Iterable[IdentifierUse]) -> list[View]:
    """Give the catalogue's records of the numbers that are held, each once."""
    found: dict[str, View] = {}
    for use in uses:
        number, world = use.item.field._entity.identifier, use.sides[0].flow._world
        record = world.catalogue.identifiers.get(number or "")
        if number is not None and record is not None:
            found.setdefault(number, law_view(world, "identifiers", number, record))
    return list(found.values())


def rules_relied_on(uses: Iterable[IdentifierUse]) -> list[Any]:
    """Give the rules that allow a number, each once: an agreement often rests all its numbers on the same one."""
    laws = [use.basis.law for use in uses if use.basis]
    return list({str(law.cited): law for law in laws}.values())


def numbers_with_a_promise(uses: Iterable[IdentifierUse]) -> list[View]:
    """Give the records of those numbers about whose use a promise was made, each once."""
    return [number for number in numbers_known(uses) if number.policy_restraint]
