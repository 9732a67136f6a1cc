"""Every reference of a workspace."""

from __future__ import annotations

from collections.abc import Collection

from dsagen.model.finding import Finding
from dsagen.workspace.references.facts import check_facts
from dsagen.workspace.references.flows import check_flows
from dsagen.workspace.references.parties import check_parties
from dsagen.workspace.references.scope import Scope
from dsagen.workspace.registers import Registers
from dsagen.workspace.spot import NOWHERE, Spot

__all__ = ["agreement_references", "register_references"]


def agreement_references(
    agreement: Spot, reference: str, registers: Registers, gateways: tuple[Collection[str], ...]
) -> list[Finding]:
    """Check the references of one agreement."""
    scope = Scope(agreement, reference, registers, gateways)
    check_parties(scope)
    check_flows(scope)
    check_facts(scope)
    return scope.problems


def register_references(registers: Registers) -> list[Finding]:
    """Check the references of the registers: who holds a dataset, and whom it is about."""
    scope = Scope(NOWHERE, "", registers, ())
    for _, dataset in registers.spots("datasets"):
        scope.defined(dataset.get("holder"), "parties", "party")
        groups = dataset.get("people").items()
        for _, item in dataset.get("fields").entries():
            groups += item.get("people").items()
        for group in groups:
            scope.defined(group, "people", "group of people")
    return scope.problems
