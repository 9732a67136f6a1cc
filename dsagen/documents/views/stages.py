"""The stages that information goes through, and the role of each organisation at each.

Source: the assurance of shared care records asks for a map with controller and processor at each stage.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING, get_args

from dsagen.documents.told import Told
from dsagen.documents.views.base import World
from dsagen.documents.views.flow import FlowView
from dsagen.documents.views.registers import PartyView
from dsagen.model.vocabulary import Stage
from dsagen.workspace.paths import join_path

if TYPE_CHECKING:
    from dsagen.documents.views.agreement import AgreementView
    from dsagen.documents.views.arrangements import ProcessorView

__all__ = ["Share", "StageView", "stages"]


@dataclass(frozen=True)
class Share:
    """An organisation at a stage, with the flows in which it is there."""

    name: Told
    acts_for: Told | None
    """The controller, where it is a supplier."""
    flows: list[FlowView]


@dataclass(frozen=True)
class StageView:
    """One stage, or several in a row with the same roles: the controllers, and the suppliers that act for them."""

    stages: list[Told]
    controllers: list[Share]
    processors: list[Share]


def _discloser(flow: FlowView) -> Iterable[PartyView]:
    return [flow.discloser.party]


def _collector(flow: FlowView) -> Iterable[PartyView]:
    """Give who has it to begin with: the first holder, or a party that it reached in another flow and passes it on."""
    own = flow._entity
    passed_on = any(
        other.dataset == own.dataset and own.from_ in other.to for other in flow._world.agreement.flows.values()
    )
    return [flow.discloser.party if passed_on else flow.dataset.holder]


def _recipients(flow: FlowView) -> Iterable[PartyView]:
    return [side.party for side in flow.recipients]


_CONTROLLERS: dict[Stage, Callable[[FlowView], Iterable[PartyView]]] = {
    "collect": _collector,
    "check": _discloser,
    "send": _discloser,
    "match": lambda flow: _recipients(flow) if flow.matching else [],
    "view": _recipients,
    "record": _recipients,
    "review": _recipients,
    "dispose": _recipients,
}
"""Who decides at each stage. A recipient becomes a controller for its own copy."""


def stages(agreement: AgreementView, world: World) -> list[StageView]:
    """Give each stage with who is there, grouped by organisation. Stages in a row with the same roles are one."""
    found: list[StageView] = []
    for stage in get_args(Stage):
        controllers: dict[str, Share] = {}
        processors: dict[str, Share] = {}
        for flow in agreement.flows:
            here = {party.key.value: party for party in _CONTROLLERS[stage](flow)}
            for key, party in here.items():
                controllers.setdefault(key, Share(party.called, None, [])).flows.append(flow)
            for supplier in agreement.processors_of(flow):
                if _takes_part(supplier, stage) and supplier.acts_for.key.value in here:
                    share = Share(supplier.name, supplier.acts_for.called, [])
                    processors.setdefault(supplier._source, share).flows.append(flow)
        source = join_path("agreements", world.agreement.reference, "flows")
        told = Told(world.labels.word("Stage", stage), source, stage)
        view = StageView([told], list(controllers.values()), list(processors.values()))
        if found and _said(found[-1]) == _said(view):
            found[-1].stages.append(told)
        else:
            found.append(view)
    return found


def _said(view: StageView) -> list[list[tuple[str, str | None, list[str]]]]:
    """Give who is there and in which flows, to compare."""
    return [
        [(str(share.name), share.acts_for, [str(flow.key) for flow in share.flows]) for share in shares]
        for shares in (view.controllers, view.processors)
    ]


def _takes_part(supplier: ProcessorView, stage: Stage) -> bool:
    """Tell whether a supplier is there at a stage: those that it names, or all where it names none."""
    supplier._world.reads.note(join_path(supplier._source, "stages"), supplier._entity.stages)
    return not supplier._entity.stages or stage in supplier._entity.stages
