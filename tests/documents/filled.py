"""A workspace in which every attribute of the model is filled, each text with words of its own."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from types import UnionType
from typing import Annotated, Any, Literal, Union, get_args, get_origin

from pydantic import BaseModel

from dsagen.model.base import Address, Date, Id, PeriodText, VersionNumber, YesNo
from dsagen.model.workspace import Workspace
from dsagen.workspace.paths import join_path

__all__ = ["filled"]

_GIVEN: dict[str, Any] = {
    "Agreement.lead": "sender",
    "Party.succeeded_by": "receiver",
    "Agreement.parties": ["sender", "receiver"],
    "Agreement.contact_point": "sender",
    "Agreement.clauses": {},
    "Allocation.lead": "sender",
    "Allocation.support": ["receiver"],
    "Dataset.holder": "sender",
    "Dataset.people": ["person"],
    "DataField.people": ["person"],
    "Flow.from": "sender",
    "Flow.to": ["receiver"],
    "Flow.teams": {"sender": "team", "receiver": "team"},
    "Flow.dataset": "data",
    "Flow.purposes": ["purpose"],
    "Flow.withdrawn_in": None,
    "Matching.identifiers": ["item"],
    "Matching.any_of": [["item"], ["item"]],
    "Basis.gateways": ["children-act-2004-s10"],
    "IdentifierBasis.rule": "policy-approval",
    "Processor.acts_for": "receiver",
    "Processor.flows": ["F01"],
    "Strand.flows": ["F01"],
    "Need.all_of": ["item"],
    "Need.any_of": [["item"], ["item"]],
    "Need.detail": {"item": "flag"},
    "Need.rests_on": [],
    "Necessity.safeguards": ["M01"],
    "Measure.section": "dsa.9",
    "Risk.flows": ["F01"],
    "Risk.measures": ["M01"],
    "Risk.library": "R01",
    "Request.asked_by": "sender",
    "SignOff.party": "sender",
    "Acceptance.rule": "DOC-013",
    "Acceptance.where": "flows/F01",
    "AppropriatePolicy.paragraphs": ["18"],
    "AppropriatePolicy.schedule8": ["4"],
    "Agreement.reference": "T-1",
    "Settings.defaults": {},
    "Agreement.flow_defaults": {},
    "Agreement.form": "joint_controllers",
    "Basis.article6": "f",
    "Basis.article9": "g",
    "Basis.article10": "Schedule 1 paragraph 18",
    "Basis.schedule1": ["18"],
    "Basis.schedule8": ["4"],
    "Basis.annex1": None,
    "Confidentiality.route": "consent_explicit",
    "Party.type": "police_force",
    "Settings.documents": ["dsa", "dpia", "appropriate_policy", "privacy_notice"],
    "Settings.format": "1",
    "Agreement.layout": "superset",
    "Defaults.layout": None,
    "SignOff.item": "adoption",
    "Consultation.not_asked": None,
    "Advice.accepted": "no",
}
"""What refers to something else, and words that a document turns on."""

_KEYS: dict[str, list[str]] = {
    "Agreement.signatories": ["sender", "receiver"],
    "Agreement.signed": ["sender", "receiver"],
    "Agreement.left_out": ["left-behind"],
    "Agreement.not_told": ["Somebody else"],
    "Purpose.needs": ["Which question is it?"],
    "Purpose.recipients": ["receiver"],
    "Flow.fields": ["item"],
    "Flow.viewers": ["receiver"],
    "Flow.retention": ["receiver"],
    "Flow.bases": ["sender", "receiver"],
    "Flow.left_out": ["left-behind-here"],
    "Basis.identifiers": ["item"],
    "Settings.severities": ["DOC-013"],
    "Workspace.parties": ["sender", "receiver"],
    "Workspace.people": ["person"],
    "Workspace.datasets": ["data"],
    "Workspace.agreements": ["T-1"],
    "Agreement.versions": ["1.0"],
    "Agreement.purposes": ["purpose"],
    "Agreement.flows": ["F01", "F02", "F03", "F04"],
    "Agreement.processors": ["supplier"],
    "Agreement.strands": ["strand"],
    "Dataset.fields": ["item"],
    "Party.teams": ["team"],
    "Assessment.risks": ["R01"],
    "Assessment.measures": ["M01"],
    "Assessment.children": ["12"],
    "Assessment.screening": ["wp248_large_scale"],
    "Assessment.set_aside": ["R05"],
    "Assessment.no_risk_of": ["loss"],
    "Basis.no_consent_reason": ["person"],
    "Transparency.child_roles": ["Somebody else"],
}
"""The keys of mappings."""

_WAYS = ("annex2", "enactment", "assessed", "research")
"""Which answer each flow gives to whether its use fits: the model lets it give one."""

_NOT_UNDER_PART3 = frozenset(
    {"article6", "article6_law", "article9", "article10", "schedule1", "secrecy", "no_consent_reason"}
    | {"legitimate_interests"}
)
"""What a side under Part 3 does not have."""

_LIKE: tuple[tuple[Any, Any], ...] = (
    (Date, "2026-11-22"),
    (PeriodText, "12 months"),
    (YesNo, "yes"),
    (VersionNumber, "1.0"),
)


def filled() -> tuple[Workspace, dict[str, str]]:
    """Give the workspace, and the words of each text by its id.

    Why: it is made from the model's own attributes, so that an attribute that is added is filled as well.
    """
    filling = _Filling()
    return Workspace.model_validate(filling.entity(Workspace, "")), filling.texts


@dataclass
class _Filling:
    texts: dict[str, str] = field(default_factory=dict)

    def entity(self, kind: type[BaseModel], path: str) -> dict[str, Any]:
        made: dict[str, Any] = {}
        for attribute, info in kind.model_fields.items():
            name = info.alias or attribute
            annotation = Annotated[(info.annotation, *info.metadata)] if info.metadata else info.annotation
            if _is_there(kind, name, path):
                value = self.value(annotation, f"{kind.__name__}.{name}", join_path(path, name))
                made |= {} if value is None else {name: value}
        return made

    def value(self, annotation: Any, name: str, path: str) -> Any:
        kind, marks = _bare(annotation, path)
        if name in _GIVEN:
            return _GIVEN[name]
        if get_origin(kind) is dict:
            keys, values = get_args(kind)
            names = _KEYS[name] if name in _KEYS else _first(keys, name)
            return {item: self.value(values, "", join_path(path, item)) for item in names}
        if get_origin(kind) is list:
            return [self.value(get_args(kind)[0], "", join_path(path, 0))]
        if isinstance(kind, type) and issubclass(kind, BaseModel):
            return self.entity(kind, path)
        return self.leaf(kind, marks, name, path)

    def leaf(self, kind: Any, marks: list[Any], name: str, path: str) -> Any:
        assert _mark(Id) not in marks, f"`{name}` at {path} refers to something: say in `_GIVEN` to what"
        if name == "Basis.regime":
            return "part3" if "/F02/" in path else "uk_gdpr"
        if get_origin(kind) is Literal:
            return get_args(kind)[0]
        for like, words in _LIKE:
            if _mark(like) in marks:
                return words
        if kind is int:
            return "1"
        words = f"words {len(self.texts) + 1:04}"
        if _mark(Address) in marks:
            words = f"https://body.example/{words[-4:]}"
        elif name == "Contact.email":
            words = f"{words[-4:]}@body.example"
        self.texts[path] = words
        return words


def _mark(kind: Any) -> Any:
    """Give what tells a kind of text apart: the first thing that pydantic does with it."""
    return get_args(kind)[1]


def _is_there(kind: type[BaseModel], name: str, path: str) -> bool:
    if kind.__name__ == "Compatibility" and name != "consent_not_reasonable":
        return name == _WAYS[_flow(path) - 1]
    return not (kind.__name__ == "Basis" and name in _NOT_UNDER_PART3 and _flow(path) == 2)


def _flow(path: str) -> int:
    found = re.search(r"/flows/F(\d+)", path)
    return int(found[1]) if found else 1


def _bare(annotation: Any, path: str) -> tuple[Any, list[Any]]:
    """Give a kind without its marks, and the marks. Where it may be several, each flow has another."""
    marks: list[Any] = []
    while True:
        if get_origin(annotation) is Annotated:
            annotation, *more = get_args(annotation)
            marks += more
        elif get_origin(annotation) in (Union, UnionType):
            kinds = [kind for kind in get_args(annotation) if kind is not type(None)]
            annotation = kinds[_flow(path) % len(kinds)]
        else:
            return annotation, marks


def _first(keys: Any, name: str) -> list[str]:
    bare, _ = _bare(keys, "")
    assert get_origin(bare) is Literal, f"say in `_KEYS` which keys `{name}` has"
    return [str(get_args(bare)[0])]
