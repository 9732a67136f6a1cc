"""Which privacy notices an agreement has beside the full one."""

from __future__ import annotations

from typing import get_args

from dsagen.checks.reading.targets import AGES
from dsagen.model.agreement import Agreement
from dsagen.model.vocabulary import NoticeAudience
from dsagen.model.workspace import Workspace

__all__ = ["audiences"]


def audiences(agreement: Agreement, party: str, workspace: Workspace) -> list[NoticeAudience]:
    """Give the shorter notices of a party: those that it or the agreement names, or those that fit people's ages."""
    own = workspace.parties[party].notices.audiences
    named = own if own is not None else agreement.transparency.audiences
    return [
        each
        for each in get_args(NoticeAudience)
        if (each in named if named is not None else _fits(each, agreement, party, workspace))
    ]


def _fits(audience: NoticeAudience, agreement: Agreement, party: str, workspace: Workspace) -> bool:
    if audience not in AGES:
        return True
    flows = [flow for flow in agreement.flows.values() if party in (flow.from_, *flow.to) and not flow.withdrawn_in]
    groups = {group for flow in flows for key in flow.fields for group in _about(workspace, flow.dataset, key)}
    return any(workspace.people[group].may_be_aged(*AGES[audience]) for group in groups)


def _about(workspace: Workspace, dataset: str, field: str) -> list[str]:
    whole = workspace.datasets[dataset]
    return whole.fields[field].people or whole.people
