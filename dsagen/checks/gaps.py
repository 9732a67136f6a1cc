"""Gaps: what a final document needs and nobody has written yet.

**Why:** a blank in an agreement is read as agreement to nothing in particular, and a sentence that a program invents is
worse. So a draft says "To be completed", at the place where the words belong, and a final document may have no gap.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from pydantic import BaseModel

from dsagen.checks.holding import holders
from dsagen.model.agreement import Agreement, AgreementFile
from dsagen.model.base import Entity, Gap
from dsagen.model.dataset import Dataset
from dsagen.model.finding import Finding
from dsagen.model.flow import Flow
from dsagen.model.workspace import Workspace
from dsagen.workspace.paths import join_path

__all__ = ["RULE", "empty_needed", "gaps"]

RULE = "DOC-GAP"

_Asked = Iterator[tuple[str, str]]
"""Paths of gaps, each with what is asked for."""


@cache
def _marked(entity: type[BaseModel]) -> tuple[tuple[str, str, Gap], ...]:
    """Give the attributes that a final document needs: name, the key that the YAML uses, and the mark."""
    return tuple(
        (name, info.alias or name, mark)
        for name, info in entity.model_fields.items()
        for mark in info.metadata
        if isinstance(mark, Gap)
    )


def _empty(value: object) -> bool:
    return value is None or value in ([], {}, (), "")


def empty_needed(entity: Entity) -> Iterator[tuple[str, Gap]]:
    """Give the key of every attribute that is needed and empty, with its mark. Nested things are not looked into."""
    for name, key, mark in _marked(type(entity)):
        if _empty(getattr(entity, name)) and mark.needed_by(entity):
            yield key, mark


def gaps(agreement: Agreement, workspace: Workspace) -> Iterator[Finding]:
    """Give every gap in an agreement, and in the parties, datasets and people that it uses."""
    path = join_path("agreements", agreement.reference)
    for where, ask in (*_in_agreement(agreement, path), *_in_registers(agreement, workspace)):
        yield Finding(
            rule=RULE,
            severity="gap",
            message=f"To be completed: {ask}",
            path=where,
            agreement=agreement.reference,
            why="A final document needs it. Until it is written, the documents show the gap.",
            fix=f"Write {ask} as `{where.rpartition('/')[2]}`.",
        )


def _in_agreement(agreement: Agreement, path: str) -> _Asked:
    yield from _in_value(agreement, path)
    if agreement.signatories:
        for party in agreement.parties:
            if party not in agreement.signatories:
                yield join_path(path, "signatories", party), f"the role that signs for {party}"


def _in_registers(agreement: Agreement, workspace: Workspace) -> _Asked:
    flows = [flow for flow in agreement.flows.values() if flow.withdrawn_in is None]
    datasets = dict.fromkeys(flow.dataset for flow in flows)
    used = {key: workspace.datasets[key] for key in datasets if key in workspace.datasets}
    for key in dict.fromkeys((*agreement.parties, *(dataset.holder for dataset in used.values()))):
        if key in workspace.parties:
            yield from _in_value(workspace.parties[key], join_path("parties", key))
    for key, dataset in used.items():
        yield from _in_value(dataset, join_path("datasets", key))
    for key in dict.fromkeys(group for dataset in used.values() for group in _people(dataset)):
        if key in workspace.people:
            yield from _in_value(workspace.people[key], join_path("people", key))


def _people(dataset: Dataset) -> Iterator[str]:
    yield from dataset.people
    for field in dataset.fields.values():
        yield from field.people


def _in_value(value: object, path: str) -> _Asked:
    """Look into a value: its own gaps, then those of everything inside it."""
    if isinstance(value, Flow) and value.withdrawn_in is not None:
        return
    if isinstance(value, Entity):
        for key, mark in empty_needed(value):
            yield join_path(path, key), mark.ask
        if isinstance(value, Flow):
            yield from _by_party(value, path)
        for name, key in holders(type(value)):
            if not _looked_into_elsewhere(value, name):
                yield from _in_value(getattr(value, name), join_path(path, key))
    elif isinstance(value, dict):
        for key, item in value.items():
            yield from _in_value(item, join_path(path, key))
    elif isinstance(value, list):
        for index, item in enumerate(value):
            yield from _in_value(item, join_path(path, index))


def _looked_into_elsewhere(entity: Entity, name: str) -> bool:
    """Leave out what an agreement holds for others: defaults for its flows, and registers for the workspace."""
    return (isinstance(entity, Agreement) and name == "flow_defaults") or (
        isinstance(entity, AgreementFile) and name == "registers"
    )


def _by_party(flow: Flow, path: str) -> _Asked:
    """Give the parties that a flow says nothing about, where it says something about another."""
    everyone = (flow.from_, *flow.to)
    for name, written, parties, ask in (
        ("bases", flow.bases, everyone, "the legal basis of {}"),
        ("retention", flow.retention, flow.to, "how long {} keeps the information"),
        ("viewers", flow.viewers, flow.to, "who may see the information at {}"),
    ):
        if not _empty(written):
            for party in parties:
                if _empty(written.get(party)):
                    yield join_path(path, name, party), ask.format(party)
