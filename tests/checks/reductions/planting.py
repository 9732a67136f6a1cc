"""Excess that is planted in an example: in the model, so that no way of writing the YAML stands in its way."""

from __future__ import annotations

from datetime import date
from typing import Any

from dsagen.checks.reductions import Proposal, proposals_of
from dsagen.checks.subjects import Case
from dsagen.model.agreement import Agreement
from dsagen.model.dataset import DataField
from dsagen.model.workspace import Workspace
from dsagen.workspace import Reading, read_workspace
from tests.golden.composed import AGREEMENTS as UNLIKE
from tests.golden.composed import ROOT

__all__ = ["AGREEMENTS", "Planted"]

DAY = date(2026, 11, 23)


AGREEMENTS = [(example, reference) for example, _, reference in (name.partition("/") for name in UNLIKE)]
"""The agreements of the examples that are unlike each other."""


class Planted:
    """An agreement of an example in which something is changed."""

    def __init__(self, example: str, reference: str) -> None:
        self._reading: Reading = read_workspace(ROOT / "examples" / example)
        self.workspace: Workspace = self._reading.workspace
        self.reference = reference

    @property
    def agreement(self) -> Agreement:
        """Give the agreement as it stands now."""
        return self.workspace.agreements[self.reference]

    @property
    def flows(self) -> list[str]:
        """Give the flows that run."""
        return [key for key, flow in self.agreement.flows.items() if flow.withdrawn_in is None]

    def change_flow(self, key: str, **changes: Any) -> None:
        """Change attributes of a flow."""
        flows = dict(self.agreement.flows)
        flows[key] = flows[key].model_copy(update=changes)
        self._change_agreement(flows=flows)

    def change_purpose(self, key: str, **changes: Any) -> None:
        """Change attributes of a purpose."""
        purposes = dict(self.agreement.purposes)
        purposes[key] = purposes[key].model_copy(update=changes)
        self._change_agreement(purposes=purposes)

    def _change_agreement(self, **changes: Any) -> None:
        agreements = dict(self.workspace.agreements)
        agreements[self.reference] = self.agreement.model_copy(update=changes)
        self.workspace = self.workspace.model_copy(update={"agreements": agreements})

    def change_field(self, dataset: str, key: str, field: DataField) -> None:
        """Put a field into a dataset, or another one in its place."""
        datasets = dict(self.workspace.datasets)
        held = datasets[dataset]
        datasets[dataset] = held.model_copy(update={"fields": {**held.fields, key: field}})
        self.workspace = self.workspace.model_copy(update={"datasets": datasets})

    def send(self, flow: str, key: str, reason: str, **field: str) -> None:
        """Let a flow carry a new field."""
        self.change_field(self.agreement.flows[flow].dataset, key, DataField.model_validate(field))
        self.change_flow(flow, fields={**self.agreement.flows[flow].fields, key: reason})

    def proposals(self) -> list[Proposal]:
        """Give what could be left out and nobody has answered for."""
        case = Case(self.agreement, self.workspace, self._reading.law, DAY)
        return [proposal for proposal in proposals_of(case) if not proposal.is_answered]

    def names(self) -> set[str]:
        """Give the names of those proposals."""
        return {proposal.key for proposal in self.proposals()}
