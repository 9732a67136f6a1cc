"""Every reference of a workspace."""

from __future__ import annotations

from dataclasses import replace

from dsagen.law.catalogue import catalogue
from dsagen.model.finding import Finding
from dsagen.workspace.law import LawRead
from dsagen.workspace.references.facts import check_facts
from dsagen.workspace.references.flows import check_flows
from dsagen.workspace.references.parties import check_parties
from dsagen.workspace.references.scope import Scope
from dsagen.workspace.registers import Registers
from dsagen.workspace.spot import NOWHERE, Spot

__all__ = ["agreement_references", "register_references"]


def agreement_references(agreement: Spot, reference: str, registers: Registers, law: LawRead) -> list[Finding]:
    """Check the references of one agreement."""
    scope = Scope(agreement, reference, registers, law)
    check_parties(scope)
    check_flows(scope)
    check_facts(scope)
    return _each_once(scope.problems)


def register_references(registers: Registers) -> list[Finding]:
    """Check the references of the registers: who holds a dataset, whom it is about, and who took over from a party."""
    scope = Scope(NOWHERE, "", registers, LawRead(catalogue()))
    for _, party in registers.spots("parties"):
        scope.defined(party.get("succeeded_by"), "parties", "party")
    for _, dataset in registers.spots("datasets"):
        scope.defined(dataset.get("holder"), "parties", "party")
        groups = dataset.get("people").items()
        for _, item in dataset.get("fields").entries():
            groups += item.get("people").items()
        for group in groups:
            scope.defined(group, "people", "group of people")
    return _each_once(scope.problems)


def _each_once(problems: list[Finding]) -> list[Finding]:
    """Report a wrong id once a file, at the first of its places, with the lines of the others.

    Why: an id that is changed where it is defined is wrong wherever it is used, and that is one thing to mend.
    """
    places: dict[tuple[str, str], list[Finding]] = {}
    for found in problems:
        places.setdefault((found.source.file if found.source else "", found.message), []).append(found)
    return [_with_lines(sorted(same, key=_place)) for same in places.values()]


def _place(found: Finding) -> tuple[int, int]:
    return (found.source.line, found.source.column) if found.source is not None else (0, 0)


def _with_lines(same: list[Finding]) -> Finding:
    first, *others = same
    lines = [str(line) for line in dict.fromkeys(_place(found)[0] for found in others) if line != _place(first)[0]]
    if not lines:
        return first
    return replace(first, message=f"{first.message}; also on line{'s' if len(lines) > 1 else ''} {', '.join(lines)}")
