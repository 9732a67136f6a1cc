"""What an agreement arranges around its flows: suppliers, strands of work, and agreements under it."""

from __future__ import annotations

from abc import abstractmethod
from functools import cached_property
from typing import TYPE_CHECKING, Any, Self

from dsagen.documents.views.alike import alike
from dsagen.documents.views.arrangements import ProcessorView, StrandView
from dsagen.documents.views.base import View
from dsagen.model.agreement import Agreement
from dsagen.workspace.paths import join_path

if TYPE_CHECKING:
    from dsagen.documents.views.flow import FlowView

__all__ = ["ArrangedView"]

_SERVICE = ("name", "does", "country", "transfer", "remote_access", "sub_processors", "assurance")


class ArrangedView(View):
    """An agreement, as far as it arranges what its flows need."""

    _entity: Agreement
    processors: Any

    @property
    @abstractmethod
    def flows(self) -> list[FlowView]:
        """The flows that run."""

    @property
    def made_under_it(self) -> list[Self]:
        """The agreements of the workspace that are made under this one."""
        found = []
        for reference, other in self._world.workspace.agreements.items():
            source = join_path("agreements", reference)
            self._world.reads.note(join_path(source, "under"), other.under)
            if other.under is not None and other.under.reference == self._entity.reference:
                found.append(type(self)(other, source, self._world))
        return found

    @property
    def confidence_alike(self) -> list[list[FlowView]]:
        """The flows, those whose duty of confidence has the same answer together."""
        return alike(self.flows, lambda flow: flow._entity.confidentiality or str(flow.key))

    @cached_property
    def strands_of_work(self) -> list[StrandView]:
        """The strands of work, each with its flows that run."""
        found = []
        for strand in self.__getattr__("strands").values():
            strand.running = [flow for flow in self.flows if flow.key.value in strand._entity.flows]
            found.append(strand)
        return found

    @property
    def flows_in_no_strand(self) -> list[FlowView]:
        """The flows that run and belong to no strand."""
        held = {flow.key for strand in self.strands_of_work for flow in strand.running}
        return [flow for flow in self.flows if flow.key not in held]

    def processors_of(self, flow: FlowView) -> list[ProcessorView]:
        """Give the suppliers that handle a flow: those that name it, and those that name none."""
        return [
            processor
            for processor in self.processors.values()
            if not processor._entity.flows or flow.key.value in processor._entity.flows
        ]

    @property
    def suppliers_alike(self) -> list[list[ProcessorView]]:
        """The suppliers, those together that are one company which does the same for several parties."""
        return alike(self.processors.values(), _service)

    def flows_of(self, supplier: ProcessorView) -> list[FlowView]:
        """Give the flows that a supplier handles: those that it names, or all."""
        named = supplier._entity.flows
        return [flow for flow in self.flows if not named or flow.key.value in named]

    def people_of(self, supplier: ProcessorView) -> list[Any]:
        """Give the people in the flows that a supplier handles, each once."""
        people = {person.key.source: person for flow in self.flows_of(supplier) for person in flow.people}
        return list(people.values())


def _service(supplier: ProcessorView) -> object:
    """Give what a supplier is and does, without for whom and under which contract."""
    said = {name: getattr(supplier._entity, name) for name in _SERVICE}
    for name, given in said.items():
        supplier._world.reads.note(join_path(supplier._source, name, "*all"), given)
    return said
