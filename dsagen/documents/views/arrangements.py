"""Views of what the parties arrange beside the flows: suppliers, training, and who leads on a joint duty."""

from __future__ import annotations

from typing import Any

from dsagen.documents.views.base import View, views_of
from dsagen.documents.views.registers import PartyView, party_view
from dsagen.model.agreement import Allocation, Processor, Strand
from dsagen.model.safeguards import Training
from dsagen.workspace.paths import join_path

__all__ = ["AllocationView", "ProcessorView", "StrandView", "TrainingView"]


@views_of(Processor)
class ProcessorView(View):
    """A supplier."""

    _entity: Processor

    @property
    def acts_for(self) -> PartyView:
        """The party whose instructions it follows."""
        return party_view(self._world, self._entity.acts_for)


@views_of(Strand)
class StrandView(View):
    """A strand of work."""

    _entity: Strand
    running: list[View]
    """Its flows that run."""


@views_of(Training)
class TrainingView(View):
    """Training that a role needs."""

    _entity: Training

    @property
    def often(self) -> Any:
        """How often, as words: `Every year`, `Every 6 months`; nothing where it is once."""
        period = self._entity.every
        if period is None:
            return self.__getattr__("every")
        words = f"Every {period.unit if period.number == 1 else period}"
        return self._world.told(words, join_path(self._source, "every"), period)


@views_of(Allocation)
class AllocationView(View):
    """Who leads on a duty of joint controllers."""

    _entity: Allocation

    @property
    def lead(self) -> PartyView:
        """The party that leads."""
        return party_view(self._world, self._entity.lead)

    @property
    def support(self) -> list[PartyView]:
        """The parties that help."""
        return [party_view(self._world, party) for party in self._entity.support]
